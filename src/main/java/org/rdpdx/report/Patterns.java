package org.rdpdx.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Operator;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** Which things the patterns of rules are about. */
final class Patterns {

    /** Things that one pattern may mean and that are named one by one. */
    private static final int MOST_THINGS = 6;

    private Patterns() {}

    /** Whether two patterns of one rule are the same one: told by their place, which is quicker than by what they say. */
    static boolean same(Pattern one, Pattern other) {
        return one.line() == other.line() && one.column() == other.column();
    }

    /** Which things the pattern names; one unnamed if it leaves that open. */
    static List<List<String>> identities(Pattern pattern) {
        List<List<String>> all = List.of(List.of());
        for (String name : pattern.kind().identity()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> before : all) {
                for (Object value : pinned(pattern, name)) {
                    List<String> after = new ArrayList<>(before);
                    after.add(ValueText.of(FactPaths.property(pattern.kind(), name), value));
                    longer.add(after);
                }
            }
            all = longer;
        }
        return all.isEmpty() || all.size() > MOST_THINGS ? List.of(List.of()) : all;
    }

    /** The values to which a pattern ties a property by {@code ==} or {@code in}; empty if it does not. */
    static List<?> pinned(Pattern pattern, String property) {
        for (Condition condition : pattern.conditions()) {
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

    /** What names the thing and has no place in its path: {@code provider Schannel}. */
    static String beside(Pattern pattern) {
        List<String> beside = new ArrayList<>();
        for (String name : pattern.kind().needsOneOf()) {
            List<?> pinned = pinned(pattern, name);
            if (!pinned.isEmpty()) {
                Property property = FactPaths.property(pattern.kind(), name);
                beside.add(name + " " + ValueText.of(property, pinned));
            }
        }
        return String.join(", ", beside);
    }

    /** Properties that say which thing is meant: what is asked is never their value. */
    static Set<String> naming(Kind kind) {
        Set<String> names = new HashSet<>(kind.identity());
        names.addAll(kind.needsOneOf());
        names.add(Kind.VIEWPOINT);
        names.add(Kind.PRESENT);
        return names;
    }

    /** Whether a deduction makes what a pattern over deduced facts can match, as far as its constants tell. */
    static boolean makes(Rule.Deduced deduced, Pattern pattern) {
        if (!deduced.kind().equals(pattern.kind().key())) {
            return false;
        }
        List<Property> properties = pattern.kind().properties();
        for (int i = 0; i < properties.size(); i++) {
            List<?> pinned = pinned(pattern, properties.get(i).name());
            boolean differs = deduced.arguments().get(i) instanceof Expression.Constant constant
                    && pinned.stream().noneMatch(value -> Objects.equals(value, constant.value()));
            if (!pinned.isEmpty() && differs) {
                return false;
            }
        }
        return true;
    }
}
