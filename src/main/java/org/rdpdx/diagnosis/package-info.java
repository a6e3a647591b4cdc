/**
 * Weighs findings and ranks causes, each standing alone. Never looks at remedies. May use {@code rulebook} and what that may
 * use.
 *
 * <pre>{@code
 * Ranking ranking = Ranking.of(findings, rulebook);
 * }</pre>
 */
@NullMarked
package org.rdpdx.diagnosis;

import org.jspecify.annotations.NullMarked;
