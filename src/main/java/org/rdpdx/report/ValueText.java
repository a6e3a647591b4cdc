package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;

/** Values of facts as a fact file would write them. */
final class ValueText {

    private ValueText() {}

    static String of(Property property, Object value) {
        if (value instanceof List<?> values) {
            List<String> texts = new ArrayList<>();
            values.forEach(one -> texts.add(single(property, one)));
            return String.join(", ", texts);
        }
        return single(property, value);
    }

    private static String single(Property property, Object value) {
        if (property.type() == ValueType.CODE && value instanceof Number code) {
            return "0x" + Integer.toHexString(code.intValue()).toUpperCase(Locale.ROOT);
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        return Shown.brief(value.toString());
    }
}
