package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values of facts are compared and written. */
final class Values {

    private Values() {}

    /** Whether two values of one property say the same; sets do whatever the order of what is in them. */
    static boolean same(Property property, Object left, Object right) {
        if (left instanceof String first && right instanceof String second) {
            return property.canonical(first).equals(property.canonical(second));
        }
        if (left instanceof List<?> first && right instanceof List<?> second) {
            return new HashSet<>(first).equals(new HashSet<>(second));
        }
        if (left instanceof TimeSpan first && right instanceof TimeSpan second) {
            return first.earliest().equals(second.earliest()) && first.latest().equals(second.latest());
        }
        return left.equals(right);
    }

    /** A total order of the values of one property, what was not observed first. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (left instanceof TimeSpan first && right instanceof TimeSpan second) {
            int compared = first.earliest().compareTo(second.earliest());
            return compared != 0 ? compared : first.latest().compareTo(second.latest());
        }
        if (left instanceof Integer first && right instanceof Integer second) {
            return Integer.compareUnsigned(first, second);
        }
        if (left instanceof Double first && right instanceof Double second) {
            return first.compareTo(second);
        }
        if (left instanceof List<?> first && right instanceof List<?> second) {
            return sorted(first).compareTo(sorted(second));
        }
        return left.toString().compareTo(right.toString());
    }

    private static String sorted(List<?> values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value.toString());
        }
        texts.sort(null);
        return texts.toString();
    }

    /** A value as text: codes in hexadecimal, whole numbers without a point, sets joined by commas. */
    static String text(Property property, Object value) {
        if (value instanceof Integer code && property.type() == ValueType.CODE) {
            String digits = Integer.toHexString(code).toUpperCase(Locale.ROOT);
            return "0x" + digits;
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        if (value instanceof List<?> values) {
            StringBuilder text = new StringBuilder();
            for (Object element : values) {
                text.append(text.isEmpty() ? "" : ",").append(element);
            }
            return text.toString();
        }
        return value.toString();
    }
}
