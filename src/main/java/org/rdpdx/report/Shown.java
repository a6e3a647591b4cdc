package org.rdpdx.report;

/** Makes text that somebody wrote fit to be shown: a file may hold what moves the cursor of a terminal. */
final class Shown {

    /** Of what is written in a file, more than this says no more. */
    private static final int MOST = 160;

    private Shown() {}

    /** On one line, without control and direction characters. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    /** On one line, and not longer than anybody needs to recognise it. */
    static String brief(String text) {
        String line = line(text);
        return line.length() <= MOST ? line : line.substring(0, MOST - 3) + "...";
    }

    /** With its line ends, without all other control characters: what may be copied into a shell. */
    static String command(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ")
                .stripTrailing();
    }
}
