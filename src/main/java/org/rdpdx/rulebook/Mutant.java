package org.rdpdx.rulebook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one thing in it changed: what a case beside the rule has to notice. Judged by {@link Findings#state}.
 *
 * @param rule as the author wrote it
 * @param change what was done to it
 * @param pattern the one that was changed, as the author wrote it
 * @param written the condition that was changed, as the author wrote it; null if it is the pattern as a whole
 * @param instead what stands in its place, as DRL; empty if it was taken out
 * @param changed the rule as it is then
 */
public record Mutant(
        Rule rule, Change change, Pattern pattern, @Nullable Condition written, String instead, Rule changed) {

    /** What is done to a rule. */
    public enum Change {
        /** A condition, or one part of it, is taken out. */
        DROPPED,
        /** An operator is turned into its contrary. */
        FLIPPED,
        /** A threshold lies a little higher or lower, or the value on it falls on the other side. */
        SHIFTED,
        /** One value is taken out of those that are allowed. */
        NARROWED
    }

    /** The condition that was changed; empty if it is the pattern as a whole. */
    public Optional<Condition> condition() {
        return Optional.ofNullable(written);
    }

    /** Where the changed thing stands in the file of its rule, from 1. */
    public int line() {
        return written == null ? pattern.line() : written.line();
    }

    /** Where it stands in its line, from 1. */
    public int column() {
        return written == null ? pattern.column() : written.column();
    }
}
