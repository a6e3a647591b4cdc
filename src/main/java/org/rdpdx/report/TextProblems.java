package org.rdpdx.report;

import java.io.IOException;
import java.util.List;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** {@link ProblemFormat#text}. */
final class TextProblems implements ProblemFormat {

    @Override
    public void write(List<Problem> problems, Appendable out) throws IOException {
        for (Problem problem : problems) {
            out.append(Messages.text(
                            "check.line",
                            Messages.place(problem.place()),
                            severity(problem.code().severity()),
                            Messages.sentence(problem)))
                    .append('\n');
        }
    }

    private static String severity(ProblemCode.Severity severity) {
        return switch (severity) {
            case ERROR -> Messages.text("check.severity.error");
            case WARNING -> Messages.text("check.severity.warning");
            case NOTE -> Messages.text("check.severity.note");
            case INFORMATION -> Messages.text("check.severity.information");
        };
    }
}
