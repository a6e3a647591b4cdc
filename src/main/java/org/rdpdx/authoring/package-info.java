/**
 * For those who write rules: runs the cases beside them, and packs them. Stands on {@link org.rdpdx.Diagnostician} and what
 * that may use.
 *
 * <pre>{@code
 * List<CaseRun> runs = CaseRun.of(rulebook, Set.of());
 * }</pre>
 */
@NullMarked
package org.rdpdx.authoring;

import org.jspecify.annotations.NullMarked;
