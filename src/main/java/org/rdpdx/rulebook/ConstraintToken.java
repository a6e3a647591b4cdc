package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.ProblemCode;

/**
 * One word, sign or constant of a constraint.
 *
 * @param type what it is
 * @param text as written, quotes included
 * @param offset where it begins in the constraint
 */
record ConstraintToken(Type type, String text, int offset) {

    enum Type {
        WORD,
        VARIABLE,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<variable>\\$\\w+)"
            + "|(?<number>0x[0-9a-fA-F]+[lL]?|\\d+(?:\\.\\d+)?[lLdDfF]?)"
            + "|(?<word>[A-Za-z_]\\w*)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
            + "|(?<symbol>:=|==|!=|<=|>=|&&|\\|\\||!\\.|[-+*/%<>():,.!\\[\\]^&|?=#{}]))");

    private static final Pattern PLAIN_STRING = Pattern.compile("(?:[^\"\\\\]|\\\\[\\\\\"'ntr])*");

    private static final Pattern STRING_OR_COMMENT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|//[^\\n]*|/\\*(?s:.*?)\\*/");

    /** The text with blanks for comments, everything else in its place. */
    static String withoutComments(String text) {
        return STRING_OR_COMMENT
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().startsWith("/") ? blank(found.group()) : found.group()));
    }

    /** The text with blanks for strings and comments, everything else in its place. */
    static String withoutStrings(String text) {
        return STRING_OR_COMMENT.matcher(text).replaceAll(found -> blank(found.group()));
    }

    private static String blank(String text) {
        StringBuilder blank = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            // by char, because places are counted so
            blank.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
        }
        return blank.toString();
    }

    static List<ConstraintToken> split(String text) throws ConstraintReader.Refused {
        List<ConstraintToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && !text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new ConstraintReader.Refused(ProblemCode.RULE_FORM, at, List.of(text.strip()), List.of());
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new ConstraintToken(Type.END, "", text.length()));
        return tokens;
    }

    private static ConstraintToken token(Matcher matcher) {
        for (Type type : List.of(Type.VARIABLE, Type.NUMBER, Type.WORD, Type.STRING, Type.SYMBOL)) {
            String group = type.name().toLowerCase(java.util.Locale.ROOT);
            if (matcher.group(group) != null) {
                return new ConstraintToken(type, matcher.group(group), matcher.start(group));
            }
        }
        throw new IllegalStateException("no token at " + matcher.start());
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    boolean isSymbol(String symbol) {
        return type == Type.SYMBOL && text.equals(symbol);
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equals(word);
    }

    boolean isArithmetic() {
        return type == Type.SYMBOL && "+-*/%^&|".contains(text);
    }

    /**
     * Whether a string constant is written in a way that Drools and Java read alike: only these escapes, and no double quote
     * that stands for itself.
     */
    boolean isPlainString() {
        return PLAIN_STRING.matcher(text.substring(1, text.length() - 1)).matches();
    }

    /** Content of a string constant, escapes undone. */
    String string() {
        StringBuilder content = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < text.length() - 1) {
                i++;
                content.append(escaped(text.charAt(i)));
            } else {
                content.append(character);
            }
        }
        return content.toString();
    }

    private static char escaped(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> character;
        };
    }

    /** The 32-bit number, or null if it is none. */
    @Nullable
    Integer integer(boolean negative) {
        if (type != Type.NUMBER || text.contains(".") || !Character.isLetterOrDigit(text.charAt(text.length() - 1))) {
            return null;
        }
        try {
            if (isHexadecimal()) {
                int bits = Integer.parseUnsignedInt(text.substring(2), 16);
                return negative ? -bits : bits;
            }
            return Integer.parseInt(negative ? "-" + text : text);
        } catch (NumberFormatException notThirtyTwoBits) {
            return null;
        }
    }

    @Nullable
    Double decimal(boolean negative) {
        if (type != Type.NUMBER || isHexadecimal()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            return negative ? -value : value;
        } catch (NumberFormatException notDecimal) {
            return null;
        }
    }

    /** The same bits as a DRL hexadecimal constant, or nothing where the number does not fit into 32 bits. */
    String hexadecimal() {
        try {
            long value = Long.parseLong(text.replaceAll("[lL]$", ""));
            return value <= 0xFFFFFFFFL ? "0x%08X".formatted(value) : "";
        } catch (NumberFormatException notWhole) {
            return "";
        }
    }

    private boolean isHexadecimal() {
        return text.startsWith("0x");
    }
}
