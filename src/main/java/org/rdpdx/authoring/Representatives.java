package org.rdpdx.authoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;

/**
 * Values of a property that stand for all values it can have, as far as some patterns can tell them apart: each constant, what
 * lies beside it, and one that is none of them.
 */
final class Representatives {

    private final Property property;
    private final Set<Object> values = new LinkedHashSet<>();

    private Representatives(Property property) {
        this.property = property;
    }

    /**
     * Values of one property.
     *
     * @param patterns over the property's kind, whose conditions tell values apart
     */
    static List<Object> of(Property property, List<Pattern> patterns) {
        Representatives all = new Representatives(property);
        for (Pattern pattern : patterns) {
            for (Condition condition : pattern.conditions()) {
                all.add(condition.expression());
            }
        }
        all.another().ifPresent(all.values::add);
        return List.copyOf(all.values);
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.All every) {
            every.parts().forEach(this::add);
        } else if (expression instanceof Expression.Any any) {
            any.parts().forEach(this::add);
        } else if (expression instanceof Expression.Comparison comparison
                && comparison.property().name().equals(property.name())
                && comparison.operand() instanceof Expression.Constant constant) {
            boolean ordered = property.type().ordered() || property.type() == ValueType.CODE;
            for (Object value : constant.value() instanceof List<?> several ? several : List.of(constant.value())) {
                add(value, ordered);
            }
        }
    }

    private void add(Object value, boolean ordered) {
        if (property.set()) {
            values.add(List.of(value));
            return;
        }
        values.add(value);
        if (ordered && value instanceof Integer number) {
            values.add(number - 1);
            values.add(number + 1);
        }
        if (ordered && value instanceof Double number) {
            values.add(number - 1);
            values.add(number + 1);
        }
    }

    /** One that no constant names. */
    private Optional<Object> another() {
        if (property.set()) {
            return Optional.of(List.of());
        }
        return switch (property.type()) {
            case FLAG -> {
                values.add(true);
                yield Optional.of(false);
            }
            case WORD -> first(property.words());
            case MESSAGE -> first(Vocabulary.messages().keySet());
            case PRINCIPAL -> first(Vocabulary.principals().keySet());
            case INT, CODE -> first(List.of(7, 8, 9, 10));
            case NUMBER -> first(List.of(7.0, 8.0, 9.0, 10.0));
            case TEXT, NAME, TOKEN -> first(List.of("other", "another"));
            case PATH -> first(List.of("C:\\other.txt"));
            case CLOCK -> first(List.of("03:00", "04:00"));
            case THUMBPRINT -> first(List.of("0".repeat(40), "1".repeat(40)));
            case TIME -> Optional.empty();
        };
    }

    private Optional<Object> first(Iterable<?> all) {
        for (Object one : all) {
            if (!values.contains(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** Whether every fact of the kind has a value there. */
    static boolean alwaysKnown(Kind kind, String property) {
        boolean names = property.equals(Kind.VIEWPOINT) || property.equals(Kind.PRESENT);
        return names || (kind.identity().contains(property) && !kind.deduced());
    }
}
