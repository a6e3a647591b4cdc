package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.RuleCase;

/** No condition stands in a rule for nothing: with any one of them taken out, a case beside the rule fails. */
class DroppedConditionTest {

    private final List<Rule> rules = Samples.rulebook().rules();

    @Test
    void every_case_comes_out_as_it_expects() {
        List<String> failing = new ArrayList<>();

        for (RuleCase one : Samples.rulebook().cases()) {
            RuleCase.Expected got = outcome(one, of(one.owner()));
            if (got != one.expect()) {
                failing.add(one.place() + " " + one.name() + ": " + got.word());
            }
        }

        assertThat(failing).isEmpty();
    }

    @Test
    void every_condition_that_is_taken_out_makes_a_case_fail() {
        List<String> survivors = new ArrayList<>();
        int taken = 0;

        for (Rule rule : rules) {
            for (int p = 0; p < rule.patterns().size(); p++) {
                Pattern pattern = rule.patterns().get(p);
                for (int c = 0; c < pattern.conditions().size(); c++) {
                    Condition condition = pattern.conditions().get(c);
                    if (isGuard(pattern, condition)) {
                        continue;
                    }
                    taken++;
                    if (!noticed(rule, without(rule, p, c))) {
                        survivors.add(rule.file() + ":" + condition.line() + ":" + condition.column() + " "
                                + rule.name() + "  " + condition.text());
                    }
                }
            }
        }

        assertThat(taken).isGreaterThan(400);
        assertThat(survivors).as("conditions that no case needs").isEmpty();
    }

    /** Drools alone needs it; to the judge an unobserved value is unknown with and without it. */
    private static boolean isGuard(Pattern pattern, Condition condition) {
        return condition.expression() instanceof Expression.Observed
                && pattern.conditions().stream()
                        .filter(other -> !other.equals(condition))
                        .anyMatch(other -> other.properties().containsAll(condition.properties()));
    }

    private static Rule without(Rule rule, int patternIndex, int conditionIndex) {
        Pattern pattern = rule.patterns().get(patternIndex);
        List<Condition> conditions = new ArrayList<>(pattern.conditions());
        conditions.remove(conditionIndex);
        List<Pattern> patterns = new ArrayList<>(rule.patterns());
        patterns.set(
                patternIndex,
                new Pattern(
                        pattern.kind(),
                        pattern.presence(),
                        pattern.line(),
                        pattern.column(),
                        conditions,
                        pattern.bindings()));
        return new Rule(
                rule.name(),
                rule.owner(),
                rule.file(),
                rule.line(),
                rule.strength(),
                rule.against(),
                rule.sees(),
                patterns,
                rule.branches(),
                rule.variables(),
                rule.deduces());
    }

    private boolean noticed(Rule rule, Rule changed) {
        List<Rule> folder = new ArrayList<>(of(rule.owner()));
        folder.replaceAll(one -> one.name().equals(changed.name()) ? changed : one);
        return Samples.rulebook().cases().stream()
                .filter(one -> one.owner().equals(rule.owner()))
                .anyMatch(one -> outcome(one, folder) != one.expect());
    }

    private List<Rule> of(String owner) {
        return rules.stream().filter(rule -> rule.owner().equals(owner)).toList();
    }

    /** What the rules of a folder make of a case. */
    private RuleCase.Expected outcome(RuleCase one, List<Rule> folder) {
        Judge judge = judge(one.facts());
        Set<RuleState> states = EnumSet.noneOf(RuleState.class);
        folder.stream()
                .filter(rule -> one.rule().map(rule.name()::equals).orElse(true))
                .forEach(rule -> states.add(judge.state(rule)));
        if (states.contains(RuleState.FIRED)) {
            return RuleCase.Expected.FIRES;
        }
        return states.contains(RuleState.UNDECIDED) ? RuleCase.Expected.CANNOT_TELL : RuleCase.Expected.SILENT;
    }

    private Judge judge(CaseFacts facts) {
        Judge judge = new Judge(new World(facts));
        Stratification.ranks(rules).forEach(rank -> rank.forEach(judge::deduce));
        return judge;
    }
}
