package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.ValueType;
import org.rdpdx.knowledge.RuleCase;

/** The zoo shows one of each: what no rule of it uses, the agreement with Drools says nothing about. */
class ZooTest {

    private final List<Rule> rules = Samples.zoo().rules();

    @Test
    void more_than_forty_rules_live_in_the_zoo() {
        assertThat(rules).hasSizeGreaterThan(100);
        assertThat(rules.stream().map(Rule::owner).distinct()).hasSizeGreaterThan(12);
    }

    @Test
    void every_case_comes_out_as_it_expects() {
        List<String> failing = new ArrayList<>();

        for (RuleCase one : Samples.zoo().cases()) {
            Set<RuleState> states = EnumSet.noneOf(RuleState.class);
            Samples.zoo().consider(one.facts()).verdicts(one.owner()).stream()
                    .filter(verdict ->
                            one.rule().map(verdict.rule().name()::equals).orElse(true))
                    .forEach(verdict -> states.add(verdict.state()));
            if (outcome(states) != one.expect()) {
                failing.add(one.place() + " " + one.name() + ": " + states);
            }
        }

        assertThat(failing).isEmpty();
    }

    private static RuleCase.Expected outcome(Set<RuleState> states) {
        if (states.contains(RuleState.FIRED)) {
            return RuleCase.Expected.FIRES;
        }
        return states.contains(RuleState.UNDECIDED) ? RuleCase.Expected.CANNOT_TELL : RuleCase.Expected.SILENT;
    }

    @Test
    void every_operator_is_used_with_constants_and_with_variables_where_it_can_be() {
        Set<Operator> withConstants = EnumSet.noneOf(Operator.class);
        Set<Operator> withVariables = EnumSet.noneOf(Operator.class);

        comparisons().forEach(found -> (found.comparison().operand() instanceof Expression.Variable
                        ? withVariables
                        : withConstants)
                .add(found.comparison().operator()));

        assertThat(withConstants).containsExactly(Operator.values());
        assertThat(withVariables)
                .isEqualTo(EnumSet.complementOf(
                        EnumSet.of(Operator.IN, Operator.NOT_IN, Operator.MATCHES, Operator.NOT_MATCHES)));
    }

    @Test
    void every_type_of_value_is_compared() {
        Set<ValueType> compared = EnumSet.noneOf(ValueType.class);

        comparisons().forEach(found -> compared.add(found.type()));

        assertThat(compared).containsExactly(ValueType.values());
    }

    @Test
    void every_form_is_used() {
        assertThat(rules).anyMatch(rule -> rule.branches().size() > 2);
        assertThat(rules).anyMatch(Rule::against);
        assertThat(rules).anyMatch(rule -> rule.sees() != null);
        assertThat(rules.stream().flatMap(rule -> rule.patterns().stream()).map(Pattern::presence))
                .contains(Pattern.Presence.values());
        assertThat(rules).anyMatch(rule -> kinds(rule, Pattern.Presence.MATCH) < patterns(rule));
        assertThat(rules).anyMatch(rule -> rule.variables().size() > 2);
        for (Pattern.Presence presence : Pattern.Presence.values()) {
            assertThat(rules)
                    .as("deductions that rest on others by %s", presence)
                    .anyMatch(rule -> rule.isDeduction()
                            && rule.patterns().stream()
                                    .anyMatch(pattern -> pattern.kind().deduced() && pattern.presence() == presence));
        }
        assertThat(expressions()).hasAtLeastOneElementOfType(Expression.All.class);
        assertThat(expressions()).hasAtLeastOneElementOfType(Expression.Any.class);
        assertThat(expressions()).hasAtLeastOneElementOfType(Expression.Observed.class);
    }

    private static long kinds(Rule rule, Pattern.Presence presence) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.presence() == presence)
                .map(Pattern::kind)
                .distinct()
                .count();
    }

    private static long patterns(Rule rule) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.presence() == Pattern.Presence.MATCH)
                .count();
    }

    private record Found(ValueType type, Expression.Comparison comparison) {}

    private List<Found> comparisons() {
        List<Found> found = new ArrayList<>();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.patterns()) {
                pattern.conditions()
                        .forEach(condition -> parts(condition.expression()).forEach(part -> {
                            if (part instanceof Expression.Comparison comparison) {
                                int index = comparison.property().index();
                                found.add(new Found(
                                        pattern.kind().properties().get(index).type(), comparison));
                            }
                        }));
            }
        }
        return found;
    }

    private List<Expression> expressions() {
        return rules.stream()
                .flatMap(rule -> rule.patterns().stream())
                .flatMap(pattern -> pattern.conditions().stream())
                .flatMap(condition -> parts(condition.expression()).stream())
                .toList();
    }

    /** An expression with all inside it. */
    private static List<Expression> parts(Expression expression) {
        List<Expression> parts = new ArrayList<>(List.of(expression));
        if (expression instanceof Expression.All all) {
            all.parts().forEach(part -> parts.addAll(parts(part)));
        }
        if (expression instanceof Expression.Any any) {
            any.parts().forEach(part -> parts.addAll(parts(part)));
        }
        return parts;
    }
}
