package org.rdpdx.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.ScalarNode;

/** Makes values of source texts, by the type that the vocabulary gives a property. */
final class Scalars {

    private final List<Problem> problems;

    Scalars(List<Problem> problems) {
        this.problems = problems;
    }

    /** The value, or null and a problem. */
    @Nullable
    Object read(Kind kind, Property property, ScalarNode node) {
        if (notObserved(property.name(), node)) {
            return null;
        }
        String text = node.text().strip();
        return switch (property.type()) {
            case FLAG -> flag(property, node, text);
            case INT -> integer(property, node, text);
            case NUMBER -> number(property, node, text);
            case CODE -> code(property, node, text);
            case TEXT -> node.text();
            case NAME, PATH -> name(kind, property, text);
            case TOKEN -> token(property, node, text);
            case WORD -> word(property, node, text);
            case TIME -> time(property.name(), node, text);
            case CLOCK -> clock(property, node, text);
            case PRINCIPAL -> principal(property, node, text);
            case THUMBPRINT -> thumbprint(property, node, text);
            case MESSAGE -> message(node, text);
        };
    }

    /** Whether this is one of the ways to say nothing, which are refused: what was not observed is left out. */
    boolean notObserved(String key, ScalarNode node) {
        String text = node.text().strip();
        if (!node.isNull() && !text.isEmpty() && !text.equalsIgnoreCase("unknown")) {
            return false;
        }
        problems.add(Problem.of(ProblemCode.NOT_OBSERVED_VALUE, node.place(), key, node.text()));
        return true;
    }

    @Nullable
    TimeSpan time(String key, ScalarNode node, String text) {
        Optional<TimeSpan> span = TimeSpan.parse(text);
        if (span.isPresent()) {
            return span.get();
        }
        if (TimeText.lacksOffset(text)) {
            problems.add(Problem.of(ProblemCode.TIME_WITHOUT_OFFSET, node.place(), key, text)
                    .remedy(List.of(text + "Z")));
            return null;
        }
        wrong(key, "time", node);
        return null;
    }

    private @Nullable Object flag(Property property, ScalarNode node, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "yes", "on", "y", "1" -> wrong(property, node, "true");
            case "no", "off", "n", "0" -> wrong(property, node, "false");
            default -> wrong(property, node);
        };
    }

    private @Nullable Object integer(Property property, ScalarNode node, String text) {
        if (hexadecimal(text, 8)) {
            return Integer.parseUnsignedInt(text.substring(2), 16);
        }
        Integer bits = bits(text);
        if (bits != null) {
            return bits;
        }
        String bare =
                text.regionMatches(true, 0, "KB", 0, 2) ? text.substring(2).strip() : "";
        return bits(bare) == null ? wrong(property, node) : wrong(property, node, bare);
    }

    /** A whole number that fits into 32 bits, with its sign or without one; null if it does not. */
    private static @Nullable Integer bits(String text) {
        if (!whole(text, 10)) {
            return null;
        }
        long number = Long.parseLong(text);
        return number >= Integer.MIN_VALUE && number <= 0xFFFF_FFFFL ? (Integer) (int) number : null;
    }

    private @Nullable Object number(Property property, ScalarNode node, String text) {
        if (decimal(text)) {
            return Double.valueOf(text);
        }
        String pointed = text.replace(',', '.');
        return decimal(pointed) ? wrong(property, node, pointed) : wrong(property, node);
    }

    /** 32 bits: hexadecimal, decimal or negative decimal; sign-extended 64 bits are cut. */
    private @Nullable Object code(Property property, ScalarNode node, String text) {
        if (hexadecimal(text, 8)) {
            return Integer.parseUnsignedInt(text.substring(2), 16);
        }
        if (hexadecimal(text, 16) && text.regionMatches(true, 2, "ffffffff", 0, 8)) {
            return Integer.parseUnsignedInt(text.substring(10), 16);
        }
        Integer bits = bits(text);
        if (bits != null) {
            return bits;
        }
        String prefixed = "0x" + text;
        return hexadecimal(prefixed, 8) ? wrong(property, node, prefixed) : wrong(property, node);
    }

    private static String name(Kind kind, Property property, String text) {
        return kind.key().equals("registryValues") && property.name().equals("key") ? RegistryKeys.normal(text) : text;
    }

    private @Nullable Object token(Property property, ScalarNode node, String text) {
        if (isToken(text)) {
            return text;
        }
        String meant = text.toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return isToken(meant) ? wrong(property, node, meant) : wrong(property, node);
    }

    private @Nullable Object word(Property property, ScalarNode node, String text) {
        if (property.words().contains(text)) {
            return text;
        }
        problems.add(Problem.of(ProblemCode.UNKNOWN_WORD, node.place(), property.name(), text)
                .remedy(Fields.offer(text.replace(' ', '-').replace('_', '-'), property.words())));
        return null;
    }

    private @Nullable Object clock(Property property, ScalarNode node, String text) {
        int colon = text.indexOf(':');
        String padded = colon == 1 ? "0" + text : text;
        boolean right = padded.length() == 5
                && padded.charAt(2) == ':'
                && digits(padded, 0, 2)
                && digits(padded, 3, 5)
                && Integer.parseInt(padded.substring(0, 2)) < 24
                && padded.charAt(3) < '6';
        if (!right) {
            return wrong(property, node);
        }
        return colon == 1 ? wrong(property, node, padded) : text;
    }

    private @Nullable Object principal(Property property, ScalarNode node, String text) {
        Optional<String> known = Vocabulary.principal(text);
        if (known.isPresent()) {
            return known.get();
        }
        String name = text.substring(text.lastIndexOf('\\') + 1);
        String meant = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        if (meant.equals("system")) {
            meant = "local-system"; // the one name that Windows shows quite differently
        }
        problems.add(Problem.of(ProblemCode.DISPLAY_NAME, node.place(), property.name(), text)
                .remedy(Nearest.to(meant, Vocabulary.principals().keySet())));
        return null;
    }

    private @Nullable Object thumbprint(Property property, ScalarNode node, String text) {
        StringBuilder digits = new StringBuilder(40);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // the certificate dialog puts a mark before the first digit and spaces between
            if (c != ' ' && c != ':' && c != '\u200e') {
                digits.append(c);
            }
        }
        String bare = digits.toString().toUpperCase(Locale.ROOT);
        return bare.length() == 40 && hexadecimal("0x" + bare, 40) ? bare : wrong(property, node);
    }

    private @Nullable Object message(ScalarNode node, String text) {
        Optional<String> known = Vocabulary.message(text);
        if (known.isPresent()) {
            return known.get();
        }
        problems.add(Problem.of(ProblemCode.UNKNOWN_MESSAGE, node.place(), text)
                .remedy(Nearest.to(text, Vocabulary.messages().keySet())));
        return null;
    }

    private @Nullable Object wrong(Property property, ScalarNode node, String... meant) {
        return wrong(property.name(), property.type().key(), node, meant);
    }

    private @Nullable Object wrong(String key, String type, ScalarNode node, String... meant) {
        problems.add(Problem.of(ProblemCode.WRONG_TYPE, node.place(), key, type, node.text())
                .remedy(List.of(meant)));
        return null;
    }

    private static boolean isToken(String text) {
        boolean afterHyphen = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && (afterHyphen || (c != '-' && c != '.' && c != '+'))) {
                return false;
            }
            afterHyphen = c == '-';
        }
        return !afterHyphen;
    }

    private static boolean whole(String text, int most) {
        int from = text.startsWith("-") ? 1 : 0;
        return text.length() > from && text.length() - from <= most && digits(text, from, text.length());
    }

    private static boolean decimal(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return whole(text, 15);
        }
        return whole(text.substring(0, point), 15)
                && point + 1 < text.length()
                && digits(text, point + 1, text.length());
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean hexadecimal(String text, int most) {
        if (text.length() < 3 || text.length() > most + 2 || !text.regionMatches(true, 0, "0x", 0, 2)) {
            return false;
        }
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
