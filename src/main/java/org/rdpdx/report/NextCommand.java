package org.rdpdx.report;

import java.util.List;
import java.util.stream.Collectors;
import org.rdpdx.diagnosis.Verdict;
import org.rdpdx.inquiry.Verification;

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

    /** The same comparison again. */
    static String again(Verification verification) {
        return "rdpdx verify" + option(" --before ", verification.before().files())
                + option(" --after ", verification.after().files());
    }

    private static String option(String name, List<String> files) {
        String joined = files(files);
        return joined.equals("FILE")
                ? name + joined
                : files.stream().map(file -> name + quoted(file)).collect(Collectors.joining());
    }

    static String files(List<String> files) {
        boolean embedded = files.equals(List.of("embedded"));
        return embedded || files.isEmpty() || files.size() > MOST_FILES
                ? "FILE"
                : files.stream().map(NextCommand::quoted).collect(Collectors.joining(" "));
    }

    static String quoted(String file) {
        if (file.equals("stdin")) {
            return "-";
        }
        String name = Shown.line(file);
        return name.matches("[\\w./\\\\:+@-]+") ? name : "\"" + name + "\"";
    }
}
