package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * What Drools and the judge make of one case, side by side.
 *
 * @param findings what the rulebook says
 * @param wrong where the two differ, or one of them contradicts itself; empty if they agree
 */
record Agreement(Findings findings, List<String> wrong) {

    private static final List<Kind> DEDUCED =
            Vocabulary.kinds().stream().filter(Kind::deduced).toList();

    static Agreement on(Rulebook rulebook, CaseFacts facts) {
        return on(rulebook, facts, rule -> true);
    }

    /** Of rules that are not looked into, the conditions that are shown for them are not compared with their state. */
    static Agreement on(Rulebook rulebook, CaseFacts facts, Predicate<Rule> lookedInto) {
        List<String> wrong = new ArrayList<>();
        Rulebook.Compared compared = rulebook.compare(facts);
        Findings findings = compared.judged();
        Set<String> fired = new TreeSet<>();
        for (RuleVerdict verdict : findings.verdicts()) {
            if (verdict.state() == RuleState.ERROR) {
                wrong.add(verdict.rule().name() + ": " + verdict.failure().orElse("?"));
            }
            if (lookedInto.test(verdict.rule()) && verdict.state() != findings.state(verdict.rule())) {
                wrong.add(verdict.rule().name() + " is " + verdict.state().word() + ", as a whole "
                        + findings.state(verdict.rule()).word());
            }
            if (verdict.state() == RuleState.FIRED
                    && !compared.chosen().contains(verdict.rule().name())) {
                wrong.add(verdict.rule().name() + " fires and was not chosen");
            }
            if (verdict.state() == RuleState.FIRED && !verdict.rule().isDeduction()) {
                fired.add(verdict.rule().name());
            }
        }
        if (findings.verdicts().size() != rulebook.rules().size()) {
            wrong.add(findings.verdicts().size() + " verdicts for "
                    + rulebook.rules().size() + " rules");
        }
        Set<Fact> deduced = new HashSet<>();
        DEDUCED.forEach(kind -> deduced.addAll(findings.deduced(kind)));
        compare("the rules that can match", compared.ofChosen(), fired, deduced, wrong);
        compare("all rules", compared.ofAll(), fired, deduced, wrong);
        for (RuleVerdict verdict : findings.verdicts()) {
            if (lookedInto.test(verdict.rule()) && !explained(findings, verdict)) {
                wrong.add(verdict.rule().name() + " is " + verdict.state().word() + ", its conditions say otherwise");
            }
        }
        return new Agreement(findings, wrong);
    }

    private static void compare(
            String loaded, Engine.Fired drools, Set<String> fired, Set<Fact> deduced, List<String> wrong) {
        Set<String> firedByDrools = new TreeSet<>();
        drools.findings().forEach(finding -> firedByDrools.add(finding.rule()));
        if (!firedByDrools.equals(fired)) {
            wrong.add("of " + loaded + " the judge fires " + without(fired, firedByDrools) + ", Drools "
                    + without(firedByDrools, fired));
        }
        Set<Fact> deducedByDrools = new HashSet<>(drools.deduced());
        if (!deducedByDrools.equals(deduced)) {
            wrong.add("from " + loaded + " the judge deduces " + without(deduced, deducedByDrools) + ", Drools "
                    + without(deducedByDrools, deduced));
        }
        if (!drools.failedUnits().isEmpty()) {
            wrong.add("of " + loaded + " in Drools fail " + drools.failedUnits());
        }
    }

    private static Set<Object> without(Set<?> all, Set<?> some) {
        Set<Object> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The conditions shown for a rule have to say the same as its state. */
    private static boolean explained(Findings findings, RuleVerdict verdict) {
        Set<Truth> truths = EnumSet.noneOf(Truth.class);
        findings.conditions(verdict.rule()).forEach(judged -> truths.add(judged.truth()));
        return switch (verdict.state()) {
            case FIRED -> truths.equals(EnumSet.of(Truth.TRUE));
            case UNDECIDED -> truths.contains(Truth.UNKNOWN) && !truths.contains(Truth.FALSE);
            case CONTRADICTED -> truths.contains(Truth.FALSE);
            case NOT_APPLICABLE, ERROR -> !truths.isEmpty();
        };
    }
}
