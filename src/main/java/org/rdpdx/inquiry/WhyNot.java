package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Truth;

/**
 * Why a cause is not more likely than it is: each way of seeing it, with how far it is from being seen. Immutable.
 *
 * @param diagnosis the cause, weighed
 * @param rank its place among all causes, from 1
 * @param ways every way of seeing it and every rule against it: what fired first, then what comes closest to firing
 */
public record WhyNot(Diagnosis diagnosis, int rank, List<Way> ways) {

    /** Copies what it is given. */
    public WhyNot {
        ways = List.copyOf(ways);
    }

    /**
     * One rule, condition by condition.
     *
     * @param rule which
     * @param state what became of it
     * @param conditions each condition with its truth, for the facts that come closest to matching
     * @param stopping the first condition that fails; of an undecided rule the first that cannot be told; null if all hold
     *     or none can be judged
     * @param missing what it lacks, in the order in which it asks for it
     */
    public record Way(
            Rule rule,
            RuleState state,
            List<JudgedCondition> conditions,
            @Nullable JudgedCondition stopping,
            List<Wanted> missing) {

        /** Copies what it is given. */
        public Way {
            conditions = List.copyOf(conditions);
            missing = List.copyOf(missing);
        }

        /** How many of its conditions hold. */
        public int holding() {
            int holding = 0;
            for (JudgedCondition condition : conditions) {
                holding += condition.truth() == Truth.TRUE ? 1 : 0;
            }
            return holding;
        }

        /** The condition that stops it. */
        public Optional<JudgedCondition> stop() {
            return Optional.ofNullable(stopping);
        }

        double share() {
            return conditions.isEmpty() ? 0 : (double) holding() / conditions.size();
        }
    }

    /**
     * Looks at one cause.
     *
     * @throws IllegalArgumentException if the rulebook has no such diagnosis
     */
    public static WhyNot of(String id, Findings findings, Ranking ranking) {
        Diagnosis diagnosis = ranking.of(id).orElseThrow(() -> new IllegalArgumentException("no diagnosis " + id));
        Map<String, List<Wanted>> missing = Missing.byRule(findings, findings.verdicts(id));
        List<Way> ways = new ArrayList<>();
        for (RuleVerdict verdict : findings.verdicts(id)) {
            List<JudgedCondition> conditions = findings.conditions(verdict.rule());
            ways.add(new Way(
                    verdict.rule(),
                    verdict.state(),
                    conditions,
                    stopping(verdict.state(), conditions),
                    missing.getOrDefault(verdict.rule().name(), List.of())));
        }
        ways.sort(Comparator.comparing(Way::state)
                .thenComparing(Comparator.comparingDouble(Way::share).reversed())
                .thenComparing(way -> way.rule().speaks().map(Enum::ordinal).orElse(0))
                .thenComparing(way -> way.rule().name()));
        return new WhyNot(diagnosis, ranking.diagnoses().indexOf(diagnosis) + 1, ways);
    }

    /** The condition that stops a rule; null if none does. */
    static @Nullable JudgedCondition stopping(RuleState state, List<JudgedCondition> conditions) {
        Truth sought = state == RuleState.UNDECIDED ? Truth.UNKNOWN : Truth.FALSE;
        JudgedCondition first = null;
        for (JudgedCondition one : conditions) {
            if (state == RuleState.FIRED || one.truth() != sought) {
                continue;
            }
            if (!names(one)) {
                return one;
            }
            first = first == null ? one : first;
        }
        return first;
    }

    /** Whether it only says which thing is meant, of which nothing is known. */
    private static boolean names(JudgedCondition judged) {
        return judged.looked() == null
                && judged.condition()
                        .filter(condition -> judged.pattern().kind().naming().containsAll(condition.properties()))
                        .isPresent();
    }
}
