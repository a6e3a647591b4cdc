package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Operator;
import org.rdpdx.rulebook.Truth;

/**
 * What conditions that must hold together leave possible for one property: a few values where they can be counted, else a
 * stretch of numbers. Where nothing can be told everything is possible.
 */
final class Possible {

    /** A stretch of whole numbers this short is looked at number by number. */
    private static final int SHORT = 64;

    private final List<Expression.Comparison> comparisons = new ArrayList<>();
    private final @Nullable List<Object> values;
    private double least = Double.NEGATIVE_INFINITY;
    private double most = Double.POSITIVE_INFINITY;
    private boolean leastItself = true;
    private boolean mostItself = true;

    /**
     * @param kind whose property it is
     * @param name of the property
     * @param together conditions that hold together, without {@code ||} and {@code &&}
     */
    Possible(Kind kind, String name, List<Expression> together) {
        for (Expression one : together) {
            if (one instanceof Expression.Comparison comparison
                    && comparison.property().name().equals(name)
                    && comparison.operand() instanceof Expression.Constant) {
                comparisons.add(comparison);
            }
        }
        Property property = FactPaths.property(kind, name);
        comparisons.forEach(this::narrow);
        if (property.type() == ValueType.INT || property.type() == ValueType.CODE) {
            toWholeNumbers();
        }
        this.values = values(property);
    }

    private static Object constant(Expression.Comparison comparison) {
        return ((Expression.Constant) comparison.operand()).compared();
    }

    private void narrow(Expression.Comparison comparison) {
        if (!(constant(comparison) instanceof Number number)) {
            return;
        }
        double bound = number.doubleValue();
        switch (comparison.operator()) {
            case LESS -> below(bound, false);
            case AT_MOST -> below(bound, true);
            case GREATER -> above(bound, false);
            case AT_LEAST -> above(bound, true);
            case EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS, NOT_CONTAINS, MATCHES, NOT_MATCHES -> {
                // looked at value by value
            }
        }
    }

    private void below(double bound, boolean itself) {
        if (bound < most || (bound == most && !itself)) {
            most = bound;
            mostItself = itself;
        }
    }

    private void above(double bound, boolean itself) {
        if (bound > least || (bound == least && !itself)) {
            least = bound;
            leastItself = itself;
        }
    }

    private void toWholeNumbers() {
        if (!leastItself) {
            least += 1;
            leastItself = true;
        }
        if (!mostItself) {
            most -= 1;
            mostItself = true;
        }
    }

    private @Nullable List<Object> values(Property property) {
        List<Object> candidates = candidates(property);
        if (candidates == null) {
            return null;
        }
        return candidates.stream()
                .filter(value -> comparisons.stream().allMatch(comparison -> holds(comparison, value)))
                .toList();
    }

    private @Nullable List<Object> candidates(Property property) {
        if (property.set()) {
            return null;
        }
        for (Expression.Comparison comparison : comparisons) {
            if (comparison.operator() == Operator.EQUAL) {
                return List.of(constant(comparison));
            }
            if (comparison.operator() == Operator.IN) {
                return List.copyOf((List<?>) constant(comparison));
            }
        }
        if (property.type() == ValueType.FLAG) {
            return List.of(true, false);
        }
        if (property.type() == ValueType.WORD) {
            return List.copyOf(property.words());
        }
        boolean whole = property.type() == ValueType.INT || property.type() == ValueType.CODE;
        if (whole && most - least < SHORT) {
            List<Object> numbers = new ArrayList<>();
            for (double number = least; number <= most; number++) {
                numbers.add((int) number);
            }
            return numbers;
        }
        return null;
    }

    private static boolean holds(Expression.Comparison comparison, Object value) {
        return comparison.operator().judge(value, constant(comparison)) == Truth.TRUE;
    }

    /** Whether there is any value that fulfils all. */
    boolean any() {
        if (values != null) {
            return !values.isEmpty();
        }
        if (least > most || (least == most && !(leastItself && mostItself))) {
            return false;
        }
        return comparisons.stream().noneMatch(one -> comparisons.stream()
                .anyMatch(other -> isOpposite(one.operator(), other.operator())
                        && Objects.equals(constant(one), constant(other))));
    }

    /** Whether this is the one value that fulfils all. */
    boolean only(Object value) {
        return values != null && values.equals(List.of(value));
    }

    private static boolean isOpposite(Operator one, Operator other) {
        return (one == Operator.CONTAINS && other == Operator.NOT_CONTAINS)
                || (one == Operator.MATCHES && other == Operator.NOT_MATCHES);
    }

    /** Whether every value that fulfils all of them fulfils this too; only asked of a property that they read. */
    boolean always(Expression.Comparison wanted) {
        if (values != null) {
            return values.stream().allMatch(value -> holds(wanted, value));
        }
        Object constant = constant(wanted);
        boolean said = comparisons.stream()
                .anyMatch(one -> one.operator() == wanted.operator() && Objects.equals(constant(one), constant));
        if (said) {
            return true;
        }
        return switch (wanted.operator()) {
            case LESS -> most < number(constant) || (most == number(constant) && !mostItself);
            case AT_MOST -> most <= number(constant);
            case GREATER -> least > number(constant) || (least == number(constant) && !leastItself);
            case AT_LEAST -> least >= number(constant);
            case NOT_EQUAL -> isOut(constant);
            case NOT_IN -> ((List<?>) constant).stream().allMatch(this::isOut);
            case EQUAL, IN, CONTAINS, NOT_CONTAINS, MATCHES, NOT_MATCHES -> false;
        };
    }

    private boolean isOut(Object value) {
        if (comparisons.stream().anyMatch(one -> excludes(one, value))) {
            return true;
        }
        return value instanceof Number && (number(value) < least || number(value) > most);
    }

    private static boolean excludes(Expression.Comparison one, Object value) {
        boolean not = one.operator() == Operator.NOT_EQUAL || one.operator() == Operator.NOT_IN;
        return not && !holds(one, value);
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The properties that conditions read. */
    static Set<String> properties(List<Expression> together) {
        Set<String> names = new TreeSet<>();
        together.forEach(one -> one.properties(read -> names.add(read.name())));
        return names;
    }
}
