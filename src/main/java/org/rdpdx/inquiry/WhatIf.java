package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;

/**
 * How causes and rules move when some facts are said otherwise. Immutable.
 *
 * @param before the causes as the case is
 * @param after the causes as it would be
 * @param moves causes whose confidence, word or rank changes: those that end up most likely first
 * @param states rules whose state changes, by name
 */
public record WhatIf(Ranking before, Ranking after, List<Move> moves, List<StateChange> states) {

    /**
     * A cause that moves.
     *
     * @param cause which
     * @param before as the case is
     * @param after as it would be
     * @param rankBefore place among all causes, from 1
     * @param rankAfter place it would have
     */
    public record Move(Cause cause, Diagnosis before, Diagnosis after, int rankBefore, int rankAfter) {}

    /**
     * A rule that is in another state.
     *
     * @param rule its name
     * @param before as the case is
     * @param after as it would be
     */
    public record StateChange(String rule, RuleState before, RuleState after) {}

    /** Copies what it is given. */
    public WhatIf {
        moves = List.copyOf(moves);
        states = List.copyOf(states);
    }

    /** Compares one case with another of the same rulebook. */
    public static WhatIf of(Findings findings, Ranking ranking, Findings thenFindings, Ranking then) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < then.diagnoses().size(); i++) {
            Diagnosis after = then.diagnoses().get(i);
            Diagnosis before = ranking.of(after.id()).orElseThrow(() -> new IllegalStateException(after.id()));
            int rankBefore = ranking.diagnoses().indexOf(before) + 1;
            boolean moved = before.confidence() != after.confidence()
                    || before.likelihood() != after.likelihood()
                    || !before.explainedBy().equals(after.explainedBy());
            if (moved) {
                moves.add(new Move(after.cause(), before, after, rankBefore, i + 1));
            }
        }
        List<StateChange> states = new ArrayList<>();
        for (RuleVerdict verdict : thenFindings.verdicts()) {
            Optional<RuleState> was = findings.verdicts().stream()
                    .filter(one -> one.rule().name().equals(verdict.rule().name()))
                    .map(RuleVerdict::state)
                    .findFirst();
            if (was.isPresent() && was.get() != verdict.state()) {
                states.add(new StateChange(verdict.rule().name(), was.get(), verdict.state()));
            }
        }
        return new WhatIf(ranking, then, moves, states);
    }
}
