package org.rdpdx.authoring;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Shape;
import org.rdpdx.input.Place;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** Variables that nothing reads, and patterns that nothing joins. */
final class VariableChecks {

    private final Checked checked;

    VariableChecks(Checked checked) {
        this.checked = checked;
    }

    void run() {
        for (Rule rule : checked.rules()) {
            Set<Integer> read = read(rule);
            for (Pattern pattern : rule.patterns()) {
                for (int slot : pattern.bindings().keySet()) {
                    if (!read.contains(slot)) {
                        String name = rule.variables().get(slot);
                        checked.add(ProblemCode.UNUSED_VARIABLE, place(rule, pattern, name), name);
                    }
                }
            }
            rule.branches().forEach(branch -> checkPairs(rule, branch, read));
        }
    }

    private static Set<Integer> read(Rule rule) {
        Set<Integer> slots = new HashSet<>();
        for (Pattern pattern : rule.patterns()) {
            for (Condition condition : pattern.conditions()) {
                condition.expression().variables(variable -> slots.add(variable.slot()));
            }
        }
        if (rule.deduces() != null) {
            for (Expression.Operand argument : rule.deduces().arguments()) {
                if (argument instanceof Expression.Variable variable) {
                    slots.add(variable.slot());
                }
            }
        }
        return slots;
    }

    private Place place(Rule rule, Pattern pattern, String variable) {
        Checked.SourceFile file = checked.file(rule);
        return binding(file, file.offset(pattern.line()), variable)
                .map(found -> file.place(found.start()))
                .orElseGet(() -> checked.place(rule, pattern));
    }

    /** Where a variable is bound, from a place on. */
    static Optional<Matcher> binding(Checked.SourceFile file, int from, String variable) {
        Matcher bound = java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(variable) + "(?![\\w$])\\s*:\\s*")
                .matcher(file.text());
        return bound.find(from) ? Optional.of(bound) : Optional.empty();
    }

    private void checkPairs(Rule rule, List<Integer> branch, Set<Integer> read) {
        Pattern loose = null;
        for (int index : branch) {
            Pattern pattern = rule.patterns().get(index);
            if (!isLoose(pattern, read)) {
                continue;
            }
            if (loose != null) {
                checked.add(
                        ProblemCode.LOOSE_PAIR,
                        checked.place(rule, pattern),
                        loose.kind().typeName(),
                        pattern.kind().typeName());
            }
            loose = pattern;
        }
    }

    /** Whether many things of a case may match, each of them together with each match of the others. */
    private static boolean isLoose(Pattern pattern, Set<Integer> read) {
        Kind kind = pattern.kind();
        boolean joined = pattern.bindings().keySet().stream().anyMatch(read::contains)
                || pattern.conditions().stream().anyMatch(VariableChecks::joins);
        boolean pinned = kind.properties().stream()
                .filter(property -> !property.name().equals(Kind.VIEWPOINT)
                        && !property.name().equals(Kind.PRESENT))
                .anyMatch(property -> !pattern.pinned(property.name()).isEmpty());
        return pattern.presence() == Pattern.Presence.MATCH
                && kind.shape() != Shape.ONE
                && !kind.deduced()
                && !joined
                && !pinned;
    }

    private static boolean joins(Condition condition) {
        boolean[] found = new boolean[1];
        condition.expression().variables(variable -> found[0] = true);
        return found[0];
    }
}
