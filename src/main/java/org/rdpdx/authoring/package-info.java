/**
 * For those who write rules: runs the cases beside them, and packs them. Stands on {@link org.rdpdx.Diagnostician} and what
 * that may use.
 *
 * <pre>{@code
 * List<CaseRun> runs = CaseRun.all(rulebook);
 * }</pre>
 */
@NullMarked
package org.rdpdx.authoring;

import org.jspecify.annotations.NullMarked;
