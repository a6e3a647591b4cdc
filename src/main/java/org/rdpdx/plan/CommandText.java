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
 * @param unobserved paths whose value nobody observed; their last word stands in the text between angle brackets
 */
record CommandText(String text, List<String> unobserved) {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{([a-z][A-Za-z]*(?:\\.[A-Za-z][A-Za-z0-9]*(?:\\[[^\\]{}]+])?)+)}");

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
                text.append('<')
                        .append(path.substring(path.lastIndexOf('.') + 1))
                        .append('>');
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
            if (character == '`' && open != '\'') {
                i++;
            } else if (open == ' ' && (character == '\'' || character == '"')) {
                open = character;
            } else if (character == open) {
                open = ' ';
            }
        }
        return open;
    }

    private static String quoted(String value, char quote) {
        String line = value.replaceAll("\\p{Cntrl}", " ");
        return switch (quote) {
            case '\'' -> singleQuoted(line);
            case '"' -> line.replaceAll("([`$\"\u201c\u201d\u201e])", "`$1");
            default -> "'" + singleQuoted(line) + "'";
        };
    }

    /** PowerShell takes the typographic single quotes for quotes as well. */
    private static String singleQuoted(String line) {
        return line.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1");
    }
}
