package org.rdpdx.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.rulebook.JudgedCondition;

/**
 * One thing that speaks for or against a cause.
 *
 * @param rule name of the rule that fired; null for the stage gate
 * @param strength how strongly it speaks
 * @param contribution log-odds it adds; negative if it speaks against; 0 if it sees the same as a stronger one
 * @param sameAs name of the stronger rule that sees the same thing; null if it counts
 * @param conditions what it rests on, each with the fact it was judged on
 */
public record Evidence(
        @Nullable String rule,
        Strength strength,
        double contribution,
        @Nullable String sameAs,
        List<JudgedCondition> conditions) {

    /** Copies what it is given. */
    public Evidence {
        conditions = List.copyOf(conditions);
    }

    /** The rule that fired; empty for the stage gate. */
    public Optional<String> ruleName() {
        return Optional.ofNullable(rule);
    }

    /** The stronger rule that sees the same thing, so that this one does not count. */
    public Optional<String> countedAs() {
        return Optional.ofNullable(sameAs);
    }

    /** Whether an attempt that got further than the cause allows is what speaks. */
    public boolean isStageGate() {
        return rule == null;
    }
}
