package org.rdpdx.rulebook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;

/**
 * One condition of a rule with its truth for one case.
 *
 * @param pattern it stands in
 * @param written the condition; null where the pattern as a whole was judged ({@code not}, {@code exists}, or a pattern
 *     without conditions)
 * @param truth whether it holds
 * @param looked the fact it was judged on, as stated or deduced; null if there is none
 */
public record JudgedCondition(
        Pattern pattern,
        @Nullable Condition written,
        Truth truth,
        @Nullable Fact looked) {

    /** The condition, if one was judged by itself. */
    public Optional<Condition> condition() {
        return Optional.ofNullable(written);
    }

    /** The fact it was judged on. */
    public Optional<Fact> fact() {
        return Optional.ofNullable(looked);
    }
}
