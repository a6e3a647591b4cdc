package org.rdpdx.rulebook;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;

/**
 * What one condition says, as data. Judged in three values: a property that was not observed makes it unknown, never
 * true and never false, unless the thing itself is stated absent.
 */
public sealed interface Expression {

    /**
     * Judges this for one fact.
     *
     * @param fact the fact that the pattern looks at
     * @param bound values of the rule's variables by slot; null where the value was not observed
     */
    Truth judge(Fact fact, @Nullable Object[] bound);

    /** Names each property of the fact that this reads. */
    void properties(Consumer<PropertyRead> reader);

    /** Names each slot of a variable that this reads. */
    default void variables(Consumer<Variable> reader) {}

    /**
     * A property of the pattern's kind.
     *
     * @param name the property
     * @param index its place in the record
     */
    record PropertyRead(String name, int index) {
        @Nullable
        Object of(Fact fact) {
            return fact.value(index);
        }
    }

    /** What a property is compared with. */
    sealed interface Operand {
        /** The value, or null if it is a variable whose value was not observed. */
        @Nullable
        Object value(@Nullable Object[] bound);
    }

    /**
     * A constant that the author wrote.
     *
     * @param value typed as the property: Boolean, Integer, Double or String, or a list of them
     * @param compared what facts are compared with: the same, but for names, whose case means nothing
     */
    record Constant(Object value, Object compared) implements Operand {
        /** A constant that is compared as it is written. */
        Constant(Object value) {
            this(value, value);
        }

        @Override
        public Object value(@Nullable Object[] bound) {
            return compared;
        }
    }

    /**
     * A variable bound to a property of another pattern.
     *
     * @param name as written, with the dollar sign
     * @param slot its place among the rule's variables
     */
    record Variable(String name, int slot) implements Operand {
        @Override
        public @Nullable Object value(@Nullable Object[] bound) {
            return bound[slot];
        }
    }

    /** {@code property operator operand}. */
    record Comparison(PropertyRead property, Operator operator, Operand operand) implements Expression {
        @Override
        public Truth judge(Fact fact, @Nullable Object[] bound) {
            Object value = property.of(fact);
            if (value == null) {
                return unobserved(fact);
            }
            Object other = operand.value(bound);
            return other == null ? Truth.UNKNOWN : operator.judge(value, other);
        }

        @Override
        public void properties(Consumer<PropertyRead> reader) {
            reader.accept(property);
        }

        @Override
        public void variables(Consumer<Variable> reader) {
            if (operand instanceof Variable variable) {
                reader.accept(variable);
            }
        }
    }

    /** {@code property != null}: it was observed, whatever it is. */
    record Observed(PropertyRead property) implements Expression {
        @Override
        public Truth judge(Fact fact, @Nullable Object[] bound) {
            return property.of(fact) == null ? unobserved(fact) : Truth.TRUE;
        }

        @Override
        public void properties(Consumer<PropertyRead> reader) {
            reader.accept(property);
        }
    }

    /** All of the parts. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth judge(Fact fact, @Nullable Object[] bound) {
            Truth truth = Truth.TRUE;
            for (Expression part : parts) {
                truth = truth.and(part.judge(fact, bound));
            }
            return truth;
        }

        @Override
        public void properties(Consumer<PropertyRead> reader) {
            parts.forEach(part -> part.properties(reader));
        }

        @Override
        public void variables(Consumer<Variable> reader) {
            parts.forEach(part -> part.variables(reader));
        }
    }

    /** One of the parts at least. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth judge(Fact fact, @Nullable Object[] bound) {
            Truth truth = Truth.FALSE;
            for (Expression part : parts) {
                truth = truth.or(part.judge(fact, bound));
            }
            return truth;
        }

        @Override
        public void properties(Consumer<PropertyRead> reader) {
            parts.forEach(part -> part.properties(reader));
        }

        @Override
        public void variables(Consumer<Variable> reader) {
            parts.forEach(part -> part.variables(reader));
        }
    }

    /** Whether a text is compared with a regular expression. */
    static boolean matchesText(Expression expression) {
        if (expression instanceof Any any) {
            return any.parts().stream().anyMatch(Expression::matchesText);
        }
        if (expression instanceof All all) {
            return all.parts().stream().anyMatch(Expression::matchesText);
        }
        return expression instanceof Comparison comparison
                && (comparison.operator() == Operator.MATCHES || comparison.operator() == Operator.NOT_MATCHES);
    }

    /** Whether it takes too long to compare a text of this fact with a regular expression. */
    static boolean isTooHard(Expression expression, Fact fact) {
        if (expression instanceof Any any) {
            return any.parts().stream().anyMatch(part -> isTooHard(part, fact));
        }
        if (expression instanceof All all) {
            return all.parts().stream().anyMatch(part -> isTooHard(part, fact));
        }
        return expression instanceof Comparison comparison
                && matchesText(comparison)
                && comparison.property().of(fact) != null
                && comparison.judge(fact, new Object[0]) == Truth.UNKNOWN;
    }

    /** A thing stated absent has no properties, so nothing can be found out about them: false, not unknown. */
    private static Truth unobserved(Fact fact) {
        return fact.absent() ? Truth.FALSE : Truth.UNKNOWN;
    }
}
