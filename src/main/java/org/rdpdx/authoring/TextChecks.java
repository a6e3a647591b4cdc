package org.rdpdx.authoring;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** How the files are written: what is still to do, ends of lines, and the line by which editors know what a file is. */
final class TextChecks {

    static final Pattern BLANKS = Pattern.compile("(?m)[ \\t]+(?=\\r?$)");
    private static final Pattern TO_DO = Pattern.compile("\\bTODO\\b");
    private static final Pattern OF_AUTHORS = Pattern.compile("(?!_template/)(steps/.*|[^/]+/[^/]+/.*)\\.(yaml|drl)");

    private final Checked checked;

    TextChecks(Checked checked) {
        this.checked = checked;
    }

    void run() {
        for (Checked.SourceFile file : checked.files().values()) {
            if (checked.isWanted(file) && OF_AUTHORS.matcher(file.path()).matches()) {
                check(file);
            }
        }
    }

    private void check(Checked.SourceFile file) {
        Matcher toDo = TO_DO.matcher(file.text());
        while (toDo.find()) {
            checked.add(ProblemCode.TO_DO, file.place(toDo.start()), rest(file.text(), toDo.end()));
        }
        Matcher blanks = BLANKS.matcher(file.text());
        while (blanks.find()) {
            checked.add(ProblemCode.BLANKS_AT_END, file.place(blanks.start()));
        }
        if (!file.text().isEmpty() && !file.text().endsWith("\n")) {
            checked.add(ProblemCode.NO_LAST_LINE_END, file.place(file.text().length()));
        }
        SchemaLine.of(file.path(), checked.files())
                .filter(line -> !SchemaLine.isIn(file.text()))
                .ifPresent(line -> checked.add(Problem.of(ProblemCode.SCHEMA_UNSAID, Place.startOf(file.shown()))
                        .remedy(List.of(line))));
    }

    private static String rest(String text, int from) {
        int end = text.indexOf('\n', from);
        String rest = text.substring(from, end < 0 ? text.length() : end).strip();
        return rest.replaceFirst("^[:\\s]+", "").replaceFirst("[\"']$", "");
    }
}
