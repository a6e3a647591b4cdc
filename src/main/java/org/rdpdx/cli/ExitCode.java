package org.rdpdx.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a run ended, for scripts. */
enum ExitCode {
    DONE(0, "done"),
    BUG(1, "a bug of ours"),
    USAGE(2, "the command was not understood"),
    FACTS_REFUSED(3, "a fact file was refused"),
    RULEBOOK_REFUSED(4, "a rulebook was refused, or `rules check` found errors"),
    CASE_FAILED(5, "a rule case failed, a story came otherwise, or coverage or mutants stayed below the bar"),
    FAIL_ON(6, "a cause was at least as likely as --fail-on says, or `rules diff --fail-on-change` found a change"),
    STILL_THERE(7, "`verify`: a cause is still there"),
    NEW_CAUSE(8, "`verify`: a new cause is there"),
    CANNOT_TELL(9, "`verify`: whether a cause is gone cannot be told");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    /** Of several that occurred, the one to report: the first of bug, refused facts, fail-on, new cause, still there, cannot tell, done. */
    static ExitCode of(List<ExitCode> occurred) {
        for (ExitCode code : List.of(BUG, FACTS_REFUSED, FAIL_ON, NEW_CAUSE, STILL_THERE, CANNOT_TELL)) {
            if (occurred.contains(code)) {
                return code;
            }
        }
        return DONE;
    }

    /** The lines under the help of every command. */
    static String[] help() {
        List<String> lines = new ArrayList<>(List.of("", "Exit codes:"));
        Arrays.stream(values())
                .map(code -> "  " + code.number + "  " + code.meaning)
                .forEach(lines::add);
        lines.add("  of several files: the first of 1, 3, 6, 0 that occurred");
        lines.add("  of several causes of `verify`: the first of 8, 7, 9, 0 that occurred");
        return lines.toArray(String[]::new);
    }
}
