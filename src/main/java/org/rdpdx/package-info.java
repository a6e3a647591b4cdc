/**
 * The library's one door.
 *
 * <pre>{@code
 * try (Diagnostician diagnostician = Diagnostician.withRules(Rulebook.bundled())) {
 *     Report report = diagnostician.diagnose(facts);
 * }
 * }</pre>
 */
@NullMarked
package org.rdpdx;

import org.jspecify.annotations.NullMarked;
