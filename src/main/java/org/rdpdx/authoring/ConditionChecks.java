package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rdpdx.facts.Shape;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** Conditions that can never hold together, and those that say nothing new. */
final class ConditionChecks {

    private final Checked checked;

    ConditionChecks(Checked checked) {
        this.checked = checked;
    }

    void run() {
        for (Rule rule : checked.rules()) {
            boolean possible = true;
            for (Pattern pattern : rule.patterns()) {
                possible &= checkPossible(rule, pattern);
            }
            if (possible) {
                rule.branches().forEach(branch -> checkOneThing(rule, branch));
                rule.patterns().forEach(pattern -> checkNeeded(rule, pattern));
            }
        }
    }

    private static Together together(Pattern pattern, List<Condition> conditions) {
        return Together.of(
                pattern.kind(),
                java.util.Map.of(),
                conditions.stream().map(Condition::expression).toList());
    }

    /** Finds the shortest row of conditions, from the first one on, that cannot hold together. */
    private boolean checkPossible(Rule rule, Pattern pattern) {
        List<Condition> conditions = pattern.conditions();
        for (int i = 1; i <= conditions.size(); i++) {
            if (!together(pattern, conditions.subList(0, i)).possible()) {
                refuse(rule, pattern, conditions.subList(0, i));
                return false;
            }
        }
        return true;
    }

    private void refuse(Rule rule, Pattern pattern, List<Condition> conditions) {
        Condition last = conditions.get(conditions.size() - 1);
        List<Condition> needed = new ArrayList<>(conditions);
        for (Condition one : conditions) {
            List<Condition> fewer = new ArrayList<>(needed);
            fewer.remove(one);
            if (!together(pattern, fewer).possible()) {
                needed = fewer;
            }
        }
        String text = needed.stream().map(Condition::text).collect(Collectors.joining(", "));
        checked.add(ProblemCode.NEVER_TRUE, checked.place(rule, last), text);
    }

    /** Two patterns over the same thing, of which there is one, are as good as one pattern. */
    private void checkOneThing(Rule rule, List<Integer> branch) {
        for (int i = 0; i < branch.size(); i++) {
            for (int j = i + 1; j < branch.size(); j++) {
                Pattern one = rule.patterns().get(branch.get(i));
                Pattern other = rule.patterns().get(branch.get(j));
                if (isSameThing(one, other)) {
                    List<Condition> both = new ArrayList<>(one.conditions());
                    both.addAll(other.conditions());
                    if (!together(one, both).possible()) {
                        refuse(rule, one, both);
                    }
                }
            }
        }
    }

    private static boolean isSameThing(Pattern one, Pattern other) {
        Set<String> viewpoints = one.viewpoints();
        return one.kind() == other.kind()
                && one.kind().shape() == Shape.ONE
                && one.presence() != Pattern.Presence.NOT
                && other.presence() != Pattern.Presence.NOT
                && viewpoints.size() == 1
                && viewpoints.equals(other.viewpoints());
    }

    private void checkNeeded(Rule rule, Pattern pattern) {
        List<Condition> left = new ArrayList<>(pattern.conditions());
        for (int i = left.size() - 1; i >= 0; i--) {
            Condition one = left.get(i);
            List<Condition> others = new ArrayList<>(left);
            others.remove(i);
            // a guard is often asked for by the door and never does harm
            boolean guard = one.expression() instanceof Expression.Observed;
            if (!guard && together(pattern, others).implies(together(pattern, List.of(one)))) {
                String by = others.stream()
                        .filter(other -> other.properties().stream().anyMatch(one.properties()::contains))
                        .map(Condition::text)
                        .collect(Collectors.joining(", "));
                checked.add(ProblemCode.SAID_ALREADY, checked.place(rule, one), one.text(), by);
                left = others;
            }
        }
    }
}
