package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of a terminal: wrapped at words, coloured only if wanted. */
final class Page {

    /** How a line stands out where there is colour. */
    enum Style {
        PLAIN(""),
        HEADING("\u001b[1m"),
        WARNING("\u001b[1;33m"),
        QUIET("\u001b[2m");

        private final String begin;

        Style(String begin) {
            this.begin = begin;
        }
    }

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final String END = "\u001b[0m";

    private final StringBuilder text = new StringBuilder();
    private final int width;
    private final boolean colour;

    Page(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    void blank() {
        int length = text.length();
        boolean blank = length < 2 || text.charAt(length - 2) == '\n';
        if (!blank) {
            text.append('\n');
        }
    }

    void heading(String words) {
        wrapped(Style.HEADING, "", 0, words);
    }

    /** Words after a first part that stays in front; further lines begin at that many columns. */
    void wrapped(Style style, String first, int hanging, String words) {
        String front = first;
        for (String line : lines(words, first.length(), hanging)) {
            line(style, front + line);
            front = " ".repeat(hanging);
        }
    }

    void wrapped(int indent, String words) {
        wrapped(Style.PLAIN, " ".repeat(indent), indent, words);
    }

    /** Something to copy: as it is, never broken. */
    void verbatim(int indent, String command) {
        Shown.command(command)
                .lines()
                .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
    }

    private void line(Style style, String words) {
        String line = words.stripTrailing();
        boolean styled = colour && style != Style.PLAIN && !line.isEmpty();
        text.append(styled ? style.begin : "")
                .append(line)
                .append(styled ? END : "")
                .append('\n');
    }

    /** Breaks at single spaces; a word that is too long for a line is broken where it must be. */
    private List<String> lines(String words, int first, int rest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int room = width - first;
        for (String word : clean(words).split(" ", -1)) {
            String left = word;
            if (!line.isEmpty() && line.length() + 1 + left.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
                room = width - rest;
            }
            while (left.length() > room && line.isEmpty()) {
                int end = breakOf(left, room);
                lines.add(left.substring(0, end));
                left = left.substring(end);
                room = width - rest;
            }
            if (line.isEmpty() && left.isEmpty()) {
                continue;
            }
            line.append(line.isEmpty() ? "" : " ").append(left);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** After the last hyphen, slash or dot that still fits, else anywhere but inside a character. */
    private static int breakOf(String word, int room) {
        for (int end = room; end > room / 2; end--) {
            if ("-/\\.,_:".indexOf(word.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return Character.isHighSurrogate(word.charAt(room - 1)) ? room - 1 : room;
    }

    /** Two spaces in a row are meant; whatever else is blank is one. */
    private static String clean(String words) {
        return Shown.isPlain(words, ' ')
                ? words.strip()
                : UNSEEN.matcher(words).replaceAll(" ").strip();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
