package org.rdpdx.plan;

import java.util.ArrayList;
import java.util.List;

/** Reads strings as Windows PowerShell 5.1 does: what closes one, what stands for itself, what would be run. */
final class PowerShellText {

    private static final String SINGLE = "'\u2018\u2019\u201a\u201b";
    private static final String DOUBLE = "\"\u201c\u201d\u201e";

    private PowerShellText() {}

    /**
     * Parts of a command: text outside of strings as it is, the value of a string after {@code =}, and {@code !} where a
     * string would run something or is not closed.
     */
    static List<String> read(String command) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int at = 0;
        while (at < command.length()) {
            char character = command.charAt(at);
            boolean single = SINGLE.indexOf(character) >= 0;
            if (!single && DOUBLE.indexOf(character) < 0) {
                part.append(character);
                at++;
                continue;
            }
            parts.add(part.toString());
            part.setLength(0);
            at = string(command, at + 1, single, parts);
        }
        parts.add(part.toString());
        return parts;
    }

    /** Reads the string that begins there; where it ends. */
    private static int string(String command, int begin, boolean single, List<String> parts) {
        String quotes = single ? SINGLE : DOUBLE;
        StringBuilder value = new StringBuilder("=");
        int at = begin;
        while (at < command.length()) {
            char character = command.charAt(at);
            char next = at + 1 < command.length() ? command.charAt(at + 1) : ' ';
            if (quotes.indexOf(character) >= 0) {
                if (quotes.indexOf(next) < 0) {
                    parts.add(value.toString());
                    return at + 1;
                }
                value.append(next);
                at += 2;
            } else if (!single && character == '`') {
                value.append(next);
                at += 2;
            } else if (!single && character == '$') {
                parts.add("!");
                return command.length();
            } else {
                value.append(character);
                at++;
            }
        }
        parts.add("!");
        return at;
    }
}
