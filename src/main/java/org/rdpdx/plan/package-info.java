/**
 * The steps of all likely causes in one safe order. Values out, no words of its own. May use {@code diagnosis} and what that
 * may use.
 *
 * <pre>{@code
 * Plan plan = Plan.curing(ranking, facts, rulebook);
 * }</pre>
 */
@NullMarked
package org.rdpdx.plan;

import org.jspecify.annotations.NullMarked;
