package org.rdpdx.report;

import java.util.List;
import java.util.stream.Collectors;
import org.rdpdx.diagnosis.Verdict;

/** The command that is worth running next. */
final class NextCommand {

    /** File names that are written out. */
    private static final int MOST_FILES = 3;

    private NextCommand() {}

    static String of(Report report) {
        if (report.ranking().verdict() == Verdict.DETERMINED) {
            return "rdpdx diagnose " + files(report.facts().files());
        }
        return report.nearest()
                .filter(diagnosis -> !report.attemptWorks())
                .map(diagnosis -> "rdpdx facts template --for " + diagnosis.id())
                .orElse("rdpdx facts template");
    }

    private static String files(List<String> files) {
        boolean embedded = files.equals(List.of("embedded"));
        return embedded || files.isEmpty() || files.size() > MOST_FILES
                ? "FILE"
                : files.stream().map(NextCommand::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String file) {
        if (file.equals("stdin")) {
            return "-";
        }
        String name = Shown.line(file);
        return name.matches("[\\w./\\\\:+@-]+") ? name : "\"" + name + "\"";
    }
}
