package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;

/**
 * One pattern of a rule.
 *
 * @param kind the kind of fact it looks at
 * @param presence whether a match is wanted, or the absence of one (over deduced kinds only)
 * @param line where it stands in its file, from 1
 * @param column where it stands in its line, from 1
 * @param conditions what must hold of the fact
 * @param bindings slot of each variable it binds, with the index of the property whose value it takes
 */
public record Pattern(
        Kind kind,
        Presence presence,
        int line,
        int column,
        List<Condition> conditions,
        Map<Integer, Integer> bindings) {

    /** Things that one pattern may mean and that are named one by one. */
    private static final int MOST_THINGS = 6;

    /** How a pattern is meant. */
    public enum Presence {
        /** A fact must match. */
        MATCH,
        /** {@code exists}: a fact must match, which one does not matter. */
        EXISTS,
        /** {@code not}: no fact may match. */
        NOT
    }

    /** Copies what it is given. */
    public Pattern {
        conditions = List.copyOf(conditions);
        bindings = Map.copyOf(bindings);
    }

    /** Whether two patterns of one rule are the same one: told by their place, which is quicker than by what they say. */
    public boolean isAt(Pattern other) {
        return line == other.line && column == other.column;
    }

    /** The values to which it ties a property by {@code ==} or {@code in}, as the author wrote them; empty if it does not. */
    public List<?> pinned(String property) {
        for (Condition condition : conditions) {
            if (condition.expression() instanceof Expression.Comparison comparison
                    && comparison.property().name().equals(property)
                    && comparison.operand() instanceof Expression.Constant constant) {
                if (comparison.operator() == Operator.EQUAL) {
                    return List.of(constant.value());
                }
                if (comparison.operator() == Operator.IN) {
                    return (List<?>) constant.value();
                }
            }
        }
        return List.of();
    }

    /** Which things it names, each by the texts of its identity; one unnamed if it leaves that open or names very many. */
    public List<List<String>> identities() {
        List<List<String>> all = List.of(List.of());
        for (String name : kind.identity()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> before : all) {
                for (Object value : pinned(name)) {
                    List<String> after = new ArrayList<>(before);
                    after.add(FactPaths.property(kind, name).text(value));
                    longer.add(after);
                }
            }
            all = longer;
        }
        return all.isEmpty() || all.size() > MOST_THINGS ? List.of(List.of()) : all;
    }

    /** Whether a match can have these viewpoints only. Written out because it is asked of many patterns at each start. */
    boolean isOnlyAt(Set<String> some) {
        for (Condition condition : conditions) {
            if (condition.expression() instanceof Expression.Comparison comparison
                    && comparison.property().name().equals(Kind.VIEWPOINT)
                    && comparison.operand() instanceof Expression.Constant constant) {
                if (comparison.operator() == Operator.EQUAL) {
                    return some.contains(constant.compared());
                }
                if (comparison.operator() == Operator.IN) {
                    return some.containsAll((List<?>) constant.compared());
                }
            }
        }
        return some.containsAll(kind.viewpoints());
    }

    /** What ties down which thing it means; null if it leaves that open. */
    @Nullable
    List<Expression.Comparison> tying() {
        List<Expression.Comparison> tying = new ArrayList<>();
        if (kind.viewpoints().size() > 1 && !tie(Kind.VIEWPOINT, tying)) {
            return null;
        }
        for (String property : kind.identity()) {
            if (!tie(property, tying)) {
                return null;
            }
        }
        // which of them an entry names is free, but one that the rule asks for is part of what it means
        for (String property : kind.needsOneOf()) {
            boolean asked = conditions.stream()
                    .anyMatch(condition -> condition.properties().contains(property));
            if (asked && !tie(property, tying)) {
                return null;
            }
        }
        return tying;
    }

    private boolean tie(String property, List<Expression.Comparison> tying) {
        for (Condition condition : conditions) {
            if (condition.expression() instanceof Expression.Comparison comparison
                    && (comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN)
                    && comparison.property().name().equals(property)) {
                tying.add(comparison);
                return true;
            }
        }
        return false;
    }

    /** The viewpoints a match can have: those the conditions name, or all of the kind. */
    public Set<String> viewpoints() {
        for (Condition condition : conditions) {
            Set<String> pinned = pinnedWords(condition, "viewpoint");
            if (!pinned.isEmpty()) {
                return pinned;
            }
        }
        return new TreeSet<>(kind.viewpoints());
    }

    /** The words that a condition ties a property to by {@code ==} or {@code in}; empty if it does not. */
    static Set<String> pinnedWords(Condition condition, String property) {
        Set<String> words = new TreeSet<>();
        if (condition.expression() instanceof Expression.Comparison comparison
                && comparison.property().name().equals(property)
                && comparison.operand() instanceof Expression.Constant constant) {
            if (comparison.operator() == Operator.EQUAL) {
                words.add(String.valueOf(constant.compared()));
            }
            if (comparison.operator() == Operator.IN) {
                ((List<?>) constant.compared()).forEach(value -> words.add(String.valueOf(value)));
            }
        }
        return words;
    }
}
