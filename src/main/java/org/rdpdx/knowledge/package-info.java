/**
 * What authors wrote, as data: cards, steps, cases, weights and areas. No Drools, no judging. May use {@code facts} and
 * {@code input}.
 *
 * <pre>{@code
 * Knowledge knowledge = Knowledge.read(sources, problems);
 * }</pre>
 */
@NullMarked
package org.rdpdx.knowledge;

import org.jspecify.annotations.NullMarked;
