package org.rdpdx.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;

/**
 * Windows compares the names of services, providers, registry keys and files without regard to case, Drools does not.
 * So each such name in a fact takes the spelling that the rules use. Immutable.
 */
final class Spelling {

    private final Map<String, String> bySmallLetters;

    private Spelling(Map<String, String> bySmallLetters) {
        this.bySmallLetters = Map.copyOf(bySmallLetters);
    }

    /** The spellings in the constants of these rules; where two rules differ, the first in the given order counts. */
    static Spelling of(List<Rule> rules) {
        Map<String, String> spellings = new HashMap<>();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.patterns()) {
                for (Condition condition : pattern.conditions()) {
                    collect(pattern.kind(), condition.expression(), spellings);
                }
            }
        }
        return new Spelling(spellings);
    }

    private static void collect(Kind kind, Expression expression, Map<String, String> spellings) {
        if (expression instanceof Expression.All all) {
            all.parts().forEach(part -> collect(kind, part, spellings));
        } else if (expression instanceof Expression.Any any) {
            any.parts().forEach(part -> collect(kind, part, spellings));
        } else if (expression instanceof Expression.Comparison comparison
                && isName(kind.properties().get(comparison.property().index()))
                && comparison.operand() instanceof Expression.Constant constant) {
            List<?> values = constant.value() instanceof List<?> list ? list : List.of(constant.value());
            values.forEach(value -> spellings.putIfAbsent(small((String) value), (String) value));
        }
    }

    Fact of(Fact fact) {
        Kind kind = fact.factKind();
        List<Property> properties = kind.properties();
        Object[] respelled = null;
        for (int i = 0; i < properties.size(); i++) {
            if (isName(properties.get(i)) && fact.value(i) instanceof String written) {
                String spelling = bySmallLetters.getOrDefault(small(written), written);
                if (!spelling.equals(written)) {
                    respelled = respelled == null ? values(fact, properties.size()) : respelled;
                    respelled[i] = spelling;
                }
            }
        }
        return respelled == null ? fact : Vocabulary.create(kind, respelled);
    }

    private static Object[] values(Fact fact, int count) {
        Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = fact.value(i);
        }
        return values;
    }

    private static boolean isName(Property property) {
        return property.type() == ValueType.NAME || property.type() == ValueType.PATH;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
