package org.rdpdx.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes documents of a fact file: what is said in one go. Each begins with the line that parts it from the one before, so
 * that it can be added to a file; the same values give the same text.
 */
public final class FactText {

    /** What YAML takes for the same text without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._/+:-]*[A-Za-z0-9])?");

    private FactText() {}

    /** The document that a new file begins with, without the line that parts it from one before. */
    public static String first(String caseName, Instant observedAt) {
        return "case: " + scalar(caseName) + "\nobservedAt: " + observedAt.truncatedTo(ChronoUnit.SECONDS) + "\n";
    }

    /**
     * Things of one kind.
     *
     * @param caseName what the other documents of the file say; empty if they say none
     * @param entries one map for each thing: texts, or lists of texts, by property
     * @param how one of {@link Vocabulary#how()}
     */
    public static String things(
            Optional<String> caseName, String viewpoint, Kind kind, List<Map<String, Object>> entries, String how) {
        StringBuilder text = begin(caseName);
        String indent = "";
        if (!viewpoint.equals(Vocabulary.TOP)) {
            text.append(viewpoint).append(":\n");
            indent = "  ";
        }
        text.append(indent).append(kind.key()).append(":\n");
        boolean list = kind.shape() != Shape.ONE;
        for (Map<String, Object> entry : entries) {
            String first = indent + (list ? "  - " : "  ");
            text.append(first).append("source: { how: ").append(how).append(" }\n");
            for (Map.Entry<String, Object> property : entry.entrySet()) {
                text.append(" ".repeat(first.length()))
                        .append(property.getKey())
                        .append(": ")
                        .append(value(property.getValue()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** That a part of the world does not exist in this case. */
    public static String none(Optional<String> caseName, String viewpoint) {
        return begin(caseName).append(viewpoint).append(": none\n").toString();
    }

    /** That something could not be read. */
    public static String unread(Optional<String> caseName, String path, String because) {
        return begin(caseName)
                .append("unread:\n  - fact: ")
                .append(scalar(path))
                .append("\n    because: ")
                .append(scalar(because))
                .append('\n')
                .toString();
    }

    private static StringBuilder begin(Optional<String> caseName) {
        StringBuilder text = new StringBuilder("---\n");
        caseName.ifPresent(name -> text.append("case: ").append(scalar(name)).append('\n'));
        return text;
    }

    private static String value(Object value) {
        if (!(value instanceof List<?> several)) {
            return scalar(value.toString());
        }
        List<String> texts = new ArrayList<>();
        several.forEach(one -> texts.add(scalar(one.toString())));
        return texts.isEmpty() ? "[]" : "[ " + String.join(", ", texts) + " ]";
    }

    /** A text as YAML reads it back, in quotes only where they are needed. */
    public static String scalar(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !text.toLowerCase(Locale.ROOT).equals("null");
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if ((c >= ' ' && c < 0x7F) || (c > 0xA0 && Character.isLetterOrDigit(c))) {
                quoted.appendCodePoint(c);
            } else {
                String digits = Integer.toHexString(c);
                int wanted = c > 0xFFFF ? 8 : 4;
                quoted.append(c > 0xFFFF ? "\\U" : "\\u")
                        .append("0".repeat(wanted - digits.length()))
                        .append(digits);
            }
        });
        return quoted.append('"').toString();
    }
}
