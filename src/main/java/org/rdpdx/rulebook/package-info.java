/**
 * Rules: opened, refused or compiled, cached, fired and judged. The only room that knows Drools.
 *
 * <p>DRL is read by Drools' own parser, passes the door, and becomes two things: classes that Drools fires, and a
 * {@linkplain org.rdpdx.rulebook.Rule condition table} of plain records that the judge reads. May use {@code knowledge},
 * {@code facts} and {@code input}.
 *
 * <pre>{@code
 * Findings findings = Rulebook.bundled().consider(facts);
 * }</pre>
 */
@NullMarked
package org.rdpdx.rulebook;

import org.jspecify.annotations.NullMarked;
