package org.rdpdx.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Vocabulary;

/**
 * A command with the case's values put in. A value is data, whatever it holds: between single quotes it is quoted as
 * PowerShell quotes there, between double quotes as there, and elsewhere it gets single quotes of its own.
 *
 * @param text the command
 * @param unobserved paths whose value nobody observed; their last word stands in the text between angle brackets, quoted as
 *     the value would be
 */
record CommandText(String text, List<String> unobserved) {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{([a-z][A-Za-z]*(?:\\.[A-Za-z][A-Za-z0-9]*(?:\\[[^\\]{}]+])?)+)}");

    private static final String SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b";
    private static final String DOUBLE_QUOTES = "\"\u201c\u201d\u201e";

    /** Control characters, line ends, and what turns the direction of a line around. */
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    static CommandText of(String command, CaseFacts facts) {
        StringBuilder text = new StringBuilder();
        Set<String> unobserved = new LinkedHashSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(command);
        int copied = 0;
        while (placeholder.find()) {
            String path = placeholder.group(1);
            if (!isFactPath(path)) {
                continue;
            }
            text.append(command, copied, placeholder.start());
            copied = placeholder.end();
            Optional<String> value = facts.text(path);
            if (value.isEmpty()) {
                unobserved.add(path);
                String word = "<" + path.substring(path.lastIndexOf('.') + 1) + ">";
                text.append(quoted(word, quoteAt(command, placeholder.start())));
            } else {
                text.append(quoted(value.get(), quoteAt(command, placeholder.start())));
            }
        }
        return new CommandText(text.append(command.substring(copied)).toString(), List.copyOf(unobserved));
    }

    private static boolean isFactPath(String path) {
        String first = path.substring(0, path.indexOf('.'));
        return Vocabulary.viewpoints().contains(first)
                || Vocabulary.byKey(first).isPresent();
    }

    /** The quote that is open at a place of a PowerShell text; a space if none is. */
    private static char quoteAt(String command, int place) {
        char open = ' ';
        for (int i = 0; i < place; i++) {
            char character = command.charAt(i);
            char quote = quote(character);
            if (character == '`' && open != '\'') {
                i++;
            } else if (open == ' ' && beginsComment(command, i)) {
                // an apostrophe in a remark opens nothing
                i = endOfLine(command, i);
            } else if (open == ' ') {
                open = quote;
            } else if (quote == open) {
                open = ' ';
            }
        }
        return open;
    }

    /** What PowerShell takes a character for: it knows the typographic quotes as well. */
    private static char quote(char character) {
        if (SINGLE_QUOTES.indexOf(character) >= 0) {
            return '\'';
        }
        return DOUBLE_QUOTES.indexOf(character) >= 0 ? '"' : ' ';
    }

    private static boolean beginsComment(String command, int place) {
        return command.charAt(place) == '#' && (place == 0 || Character.isWhitespace(command.charAt(place - 1)));
    }

    private static int endOfLine(String command, int place) {
        int end = command.indexOf('\n', place);
        return end < 0 ? command.length() : end;
    }

    private static String quoted(String value, char quote) {
        String line = NOT_SHOWN.matcher(value).replaceAll(" ");
        return switch (quote) {
            case '\'' -> singleQuoted(line);
            case '"' -> line.replaceAll("([`$" + DOUBLE_QUOTES + "])", "`$1");
            default -> "'" + singleQuoted(line) + "'";
        };
    }

    private static String singleQuoted(String line) {
        return line.replaceAll("([" + SINGLE_QUOTES + "])", "$1$1");
    }
}
