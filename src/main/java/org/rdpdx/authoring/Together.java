package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rdpdx.facts.Kind;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Operator;

/**
 * Conditions of one pattern that must hold together, as alternatives without {@code ||}: whether they can, and what follows
 * from them.
 *
 * @param kind of the pattern
 * @param variables what each variable is bound to, by slot, so that rules can be compared: {@code Attempt.at}
 * @param alternatives each a list of comparisons and guards that hold together
 */
record Together(Kind kind, Map<Integer, String> variables, List<List<Expression>> alternatives) {

    /** Where there are more, nothing is told. */
    private static final int MOST_ALTERNATIVES = 200;

    /** Keeps what it is given. */
    Together {
        alternatives = List.copyOf(alternatives);
    }

    static Together of(Kind kind, Map<Integer, String> variables, List<Expression> conditions) {
        return new Together(kind, variables, product(conditions));
    }

    private static List<List<Expression>> alternatives(Expression expression) {
        if (expression instanceof Expression.Any any) {
            List<List<Expression>> all = new ArrayList<>();
            any.parts().forEach(part -> all.addAll(alternatives(part)));
            return all;
        }
        if (expression instanceof Expression.All all) {
            return product(all.parts());
        }
        return List.of(List.of(expression));
    }

    private static List<List<Expression>> product(List<Expression> parts) {
        List<List<Expression>> product = List.of(List.of());
        for (Expression part : parts) {
            List<List<Expression>> longer = new ArrayList<>();
            for (List<Expression> after : alternatives(part)) {
                for (List<Expression> before : product) {
                    List<Expression> both = new ArrayList<>(before);
                    both.addAll(after);
                    longer.add(both);
                }
            }
            product = longer;
            if (product.size() > MOST_ALTERNATIVES) {
                // too many to look at: as if this condition were not there, which never makes more impossible
                return List.of(List.of());
            }
        }
        return product;
    }

    /** Whether a fact can fulfil all of them. */
    boolean possible() {
        return alternatives.stream().anyMatch(this::possible);
    }

    private boolean possible(List<Expression> together) {
        Set<String> read = Possible.properties(together);
        for (String name : read) {
            if (!new Possible(kind, name, together).any()) {
                return false;
            }
        }
        return !saysOfAbsent(read, together);
    }

    /** Nothing but what names it can be known of a thing that is not there. */
    private boolean saysOfAbsent(Set<String> read, List<Expression> together) {
        if (!kind.absentable() || !new Possible(kind, Kind.PRESENT, together).only(false)) {
            return false;
        }
        Set<String> more = new TreeSet<>(read);
        more.removeAll(kind.naming());
        more.removeAll(kind.withAbsent());
        return !more.isEmpty();
    }

    /** Whether whatever fulfils these conditions fulfils those too. */
    boolean implies(Together other) {
        if (kind != other.kind) {
            return false;
        }
        return alternatives.stream()
                .flatMap(mine -> product(mine.stream().map(Together::oneByOne).toList()).stream())
                .filter(this::possible)
                .allMatch(mine -> other.alternatives.stream().anyMatch(theirs -> implies(mine, other, theirs)));
    }

    /** {@code x in (1, 2)} as {@code x == 1 || x == 2}. */
    private static Expression oneByOne(Expression one) {
        if (!(one instanceof Expression.Comparison comparison)
                || comparison.operator() != Operator.IN
                || !(comparison.operand() instanceof Expression.Constant constant)) {
            return one;
        }
        List<Expression> parts = new ArrayList<>();
        for (Object value : (List<?>) constant.compared()) {
            parts.add(new Expression.Comparison(
                    comparison.property(), Operator.EQUAL, new Expression.Constant(value, value)));
        }
        return new Expression.Any(parts);
    }

    private boolean implies(List<Expression> mine, Together other, List<Expression> theirs) {
        Set<String> read = Possible.properties(mine);
        return theirs.stream().allMatch(wanted -> implies(mine, read, other, wanted));
    }

    private boolean implies(List<Expression> mine, Set<String> read, Together other, Expression wanted) {
        if (wanted instanceof Expression.Observed observed) {
            return read.contains(observed.property().name());
        }
        if (!(wanted instanceof Expression.Comparison comparison)) {
            throw new IllegalStateException("not taken apart: " + wanted);
        }
        String name = comparison.property().name();
        if (comparison.operand() instanceof Expression.Variable) {
            return mine.stream().anyMatch(one -> other.text(wanted).equals(text(one)));
        }
        return read.contains(name) && new Possible(kind, name, mine).always(comparison);
    }

    /** A condition, with what its variables are bound to. */
    private String text(Expression one) {
        if (one instanceof Expression.Comparison comparison
                && comparison.operand() instanceof Expression.Variable variable) {
            return comparison.property().name() + " " + comparison.operator().text() + " "
                    + variables.get(variable.slot());
        }
        return one.toString();
    }
}
