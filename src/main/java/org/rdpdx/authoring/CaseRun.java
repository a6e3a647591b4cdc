package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.rulebook.Truth;

/**
 * A case beside a rule, and what came of it.
 *
 * @param rule case as written
 * @param got what the rules made of its facts; empty if one of them threw
 * @param failure why it could not be judged
 * @param closest the rule that was meant, or of several the one that came closest to firing
 * @param deciding the conditions that decided, of the rule that was meant or came closest: those that do not hold, or all if
 *     it fired
 */
public record CaseRun(
        RuleCase rule,
        Optional<RuleCase.Expected> got,
        Optional<String> failure,
        Optional<Rule> closest,
        List<JudgedCondition> deciding) {

    /** Copies what it is given. */
    public CaseRun {
        deciding = List.copyOf(deciding);
    }

    /** Whether it came as expected. */
    public boolean passed() {
        return got.filter(rule.expect()::equals).isPresent();
    }

    /**
     * Runs the cases of some folders.
     *
     * @param owners ids of the folders; all if empty
     */
    public static List<CaseRun> of(Rulebook rulebook, Set<String> owners) {
        List<CaseRun> runs = new ArrayList<>();
        for (RuleCase one : rulebook.cases()) {
            if (owners.isEmpty() || owners.contains(one.owner())) {
                runs.add(run(rulebook, one));
            }
        }
        return runs;
    }

    private static CaseRun run(Rulebook rulebook, RuleCase one) {
        Findings findings = rulebook.consider(one.facts());
        List<RuleVerdict> meant = findings.verdicts(one.owner()).stream()
                .filter(verdict -> one.rule().isEmpty()
                        || one.rule().get().equals(verdict.rule().name()))
                .toList();
        Optional<RuleVerdict> best = of(meant, RuleState.FIRED)
                .or(() -> of(meant, RuleState.UNDECIDED))
                .or(() -> meant.stream().findFirst());
        Optional<RuleCase.Expected> got = best.flatMap(verdict -> switch (verdict.state()) {
            case FIRED -> Optional.of(RuleCase.Expected.FIRES);
            case UNDECIDED -> Optional.of(RuleCase.Expected.CANNOT_TELL);
            case CONTRADICTED, NOT_APPLICABLE -> Optional.of(RuleCase.Expected.SILENT);
            case ERROR -> Optional.empty();
        });
        List<JudgedCondition> all =
                best.map(verdict -> findings.conditions(verdict.rule())).orElse(List.of());
        List<JudgedCondition> open =
                all.stream().filter(judged -> judged.truth() != Truth.TRUE).toList();
        return new CaseRun(
                one, got, best.flatMap(RuleVerdict::failure), best.map(RuleVerdict::rule), open.isEmpty() ? all : open);
    }

    private static Optional<RuleVerdict> of(List<RuleVerdict> verdicts, RuleState state) {
        return verdicts.stream().filter(verdict -> verdict.state() == state).findFirst();
    }
}
