package org.rdpdx.rulebook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Vocabulary;

/** Which rules rest on which deductions. */
final class Deductions {

    private Deductions() {}

    /** The deductions that may make what a pattern looks for. */
    static List<Rule> making(List<Rule> rules, Pattern pattern) {
        return rules.stream()
                .filter(rule -> rule.deduces() != null && canMatch(rule.deduces(), pattern))
                .toList();
    }

    private static boolean canMatch(Rule.Deduced deduced, Pattern pattern) {
        if (!deduced.kind().equals(pattern.kind().key())) {
            return false;
        }
        // what comes from a fact is null here, and judged unknown
        Object[] values = deduced.arguments().stream()
                .map(argument -> argument instanceof Expression.Constant constant ? constant.compared() : null)
                .toArray();
        Fact made = Vocabulary.create(pattern.kind(), values);
        return pattern.conditions().stream()
                .filter(condition -> !condition.joins())
                .noneMatch(condition -> condition.expression().judge(made, new Object[0]) == Truth.FALSE);
    }

    /** A rule with all that it rests on, directly or through others. */
    static Set<String> closure(List<Rule> rules, Rule rule) {
        Set<String> closure = new LinkedHashSet<>();
        close(rules, rule, closure);
        return closure;
    }

    private static void close(List<Rule> rules, Rule rule, Set<String> closure) {
        if (!closure.add(rule.name())) {
            return;
        }
        rule.patterns().stream()
                .filter(pattern -> pattern.kind().deduced())
                .flatMap(pattern -> making(rules, pattern).stream())
                .forEach(made -> close(rules, made, closure));
    }
}
