package org.rdpdx.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;

/** Writes conditions as an author would. */
final class DrlText {

    private DrlText() {}

    static String of(Pattern pattern) {
        return pattern.conditions().stream()
                .map(Condition::text)
                .collect(Collectors.joining(", ", pattern.kind().typeName() + "( ", " )"));
    }

    static String of(Kind kind, Expression expression) {
        if (expression instanceof Expression.Observed observed) {
            return observed.property().name() + " != null";
        }
        if (expression instanceof Expression.All all) {
            return joined(kind, all.parts(), " && ");
        }
        if (expression instanceof Expression.Any any) {
            return joined(kind, any.parts(), " || ");
        }
        Expression.Comparison comparison = (Expression.Comparison) expression;
        Property property = FactPaths.property(kind, comparison.property().name());
        return property.name() + " " + comparison.operator().text() + " " + operand(property, comparison.operand());
    }

    private static String joined(Kind kind, List<Expression> parts, String sign) {
        return parts.stream()
                .map(part -> {
                    boolean several = part instanceof Expression.All || part instanceof Expression.Any;
                    return several ? "(" + of(kind, part) + ")" : of(kind, part);
                })
                .collect(Collectors.joining(sign));
    }

    private static String operand(Property property, Expression.Operand operand) {
        if (operand instanceof Expression.Variable variable) {
            return variable.name();
        }
        Object value = ((Expression.Constant) operand).value();
        if (value instanceof List<?> values) {
            return values.stream().map(one -> constant(property, one)).collect(Collectors.joining(", ", "(", ")"));
        }
        return constant(property, value);
    }

    private static String constant(Property property, Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        boolean plain = property.type() == ValueType.CODE || value instanceof Double;
        return plain ? property.text(value) : String.valueOf(value);
    }
}
