package org.rdpdx.report;

import java.util.regex.Pattern;

/** Makes text that somebody wrote fit to be shown: a file may hold what moves the cursor of a terminal. */
final class Shown {

    /** Of what is written in a file, more than this says no more. */
    private static final int MOST = 160;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern UNSEEN_IN_COMMAND = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private Shown() {}

    /** On one line, without control and direction characters. */
    static String line(String text) {
        return isPlain(text, '!') ? text : UNSEEN.matcher(text).replaceAll(" ").strip();
    }

    /** On one line, and not longer than anybody needs to recognise it. */
    static String brief(String text) {
        String line = line(text);
        return line.length() <= MOST ? line : line.substring(0, MOST - 3) + "...";
    }

    /** With its line ends, without all other control characters: what may be copied into a shell. */
    static String command(String text) {
        String lines = text.replace("\r\n", "\n");
        return UNSEEN_IN_COMMAND.matcher(lines).replaceAll(" ").stripTrailing();
    }

    /** Whether it is all visible ASCII from a character on: nearly all text is, and needs no regular expression. */
    static boolean isPlain(String text, char least) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < least || character > '~') {
                return false;
            }
        }
        return true;
    }
}
