package org.rdpdx.report;

import java.util.List;
import org.rdpdx.report.Page.Style;

/** A page of a reference: headings, lines and lists, as text for a terminal or as Markdown. */
sealed interface Sheet permits Sheet.Terminal, Sheet.Markdown {

    /** The title of the whole. */
    void title(String words);

    /** The heading of a part. */
    void heading(String words);

    /** A paragraph. */
    void paragraph(String words);

    /** A line of a list, with lines of its own under it. */
    void item(String words, List<String> under);

    /** Something to copy. */
    void code(String lines);

    /** Columns; of the first row, their names. */
    void table(List<List<String>> rows);

    /** What was written. */
    String text();

    /** For a terminal. */
    final class Terminal implements Sheet {

        private static final int GAP = 2;

        private final Page page;

        Terminal(int width, boolean colour) {
            this.page = new Page(width, colour);
        }

        @Override
        public void title(String words) {
            page.blank();
            page.heading(words);
        }

        @Override
        public void heading(String words) {
            page.blank();
            page.heading(words);
        }

        @Override
        public void paragraph(String words) {
            page.wrapped(2, words);
        }

        @Override
        public void item(String words, List<String> under) {
            page.wrapped(Style.PLAIN, "  ", 4, words);
            under.forEach(line -> page.wrapped(Style.PLAIN, "      ", 8, line));
        }

        @Override
        public void code(String lines) {
            page.verbatim(6, lines);
        }

        @Override
        public void table(List<List<String>> rows) {
            for (List<String> row : rows.subList(1, rows.size())) {
                StringBuilder line = new StringBuilder("  ");
                for (int i = 0; i < row.size(); i++) {
                    line.append(row.get(i));
                    if (i + 1 < row.size()) {
                        line.append(" "
                                .repeat(widest(rows.subList(1, rows.size()), i)
                                        - row.get(i).length()
                                        + GAP));
                    }
                }
                page.verbatim(0, line.toString());
            }
        }

        private static int widest(List<List<String>> rows, int column) {
            return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        }

        @Override
        public String text() {
            return page.toString();
        }
    }

    /** Markdown. */
    final class Markdown implements Sheet {

        private final StringBuilder text = new StringBuilder();
        private boolean inList;

        private void block(String words) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(words).append('\n');
            inList = false;
        }

        @Override
        public void title(String words) {
            block("# " + plain(words));
        }

        @Override
        public void heading(String words) {
            block("## " + plain(words));
        }

        @Override
        public void paragraph(String words) {
            block(plain(words));
        }

        @Override
        public void item(String words, List<String> under) {
            if (!inList && !text.isEmpty()) {
                text.append('\n');
            }
            inList = true;
            text.append("- ").append(plain(words)).append('\n');
            under.forEach(line -> text.append("  - ").append(plain(line)).append('\n'));
        }

        @Override
        public void code(String lines) {
            String fence = lines.contains("```") ? "~~~~" : "```";
            block(fence + "\n" + Shown.command(lines) + "\n" + fence);
        }

        @Override
        public void table(List<List<String>> rows) {
            StringBuilder table = new StringBuilder();
            for (int i = 0; i < rows.size(); i++) {
                table.append(row(rows.get(i)));
                if (i == 0) {
                    table.append('\n').append("|---".repeat(rows.get(0).size())).append('|');
                }
                table.append(i + 1 < rows.size() ? "\n" : "");
            }
            block(table.toString());
        }

        private static String row(List<String> cells) {
            StringBuilder row = new StringBuilder("|");
            cells.forEach(cell ->
                    row.append(' ').append(plain(cell).replace("|", "\\|")).append(" |"));
            return row.toString();
        }

        /** Text in which nothing is taken for a mark. */
        private static String plain(String words) {
            return Shown.line(words).replaceAll("([\\\\`*_<\\[\\]])", "\\\\$1");
        }

        @Override
        public String text() {
            return text.toString();
        }
    }
}
