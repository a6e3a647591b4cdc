package org.rdpdx.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rdpdx.authoring.RulebookCheck;
import org.rdpdx.authoring.RulebookFix;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.ProblemCode.Severity;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.report.Messages;
import org.rdpdx.report.ProblemFormat;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules check}. */
final class RulesCheckCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec folder = Specs.word(0, "0..1", "DIR", "the folder; ./rules/v1 if none is given");
    private final RuleOptions rules = new RuleOptions();
    private final OptionSpec format = Specs.option("--format", "FORMAT", "text (default), json or sarif");
    private final OptionSpec all = Specs.flag("--all", "Also shows what is only worth knowing.");
    private final OptionSpec fix = Specs.flag(
            "--fix", "Mends what can be mended without a thought, and says what; what fires stays the same.");

    RulesCheckCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this, "check", "rules check rules/v1", "Looks for everything that is wrong with a rulebook.");
        spec.addPositional(folder);
        spec.addOption(all);
        spec.addOption(fix);
        spec.addOption(format);
        rules.addTo(spec);
        return spec;
    }

    private boolean isSet(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }

    private ProblemFormat format() {
        String word = format.getValue();
        return switch (word == null ? "text" : word) {
            case "text" -> ProblemFormat.text();
            case "json" -> ProblemFormat.json();
            case "sarif" -> ProblemFormat.sarif(Path.of(""));
            default -> throw new UsageException(Messages.text("cli.unknown-format", word, "text, json, sarif"));
        };
    }

    private @Nullable Path given() {
        Path given = Specs.paths(folder).stream().findFirst().orElse(null);
        if (given != null && rules.areGiven()) {
            throw new UsageException(Messages.text("cli.check-which"));
        }
        return given;
    }

    @Override
    public Integer call() throws IOException {
        ProblemFormat written = format();
        Path given = given();
        List<Problem> problems;
        String summary;
        int mended = 0;
        try {
            if (isSet(fix)) {
                mended = mend(given == null ? rules.foldersToWorkOn() : List.of(given));
            }
            try (Rulebook rulebook = given == null ? rules.openToWorkOn() : Rulebook.open(given)) {
                problems = RulebookCheck.of(rulebook);
                summary = summary(rulebook, counts(problems, mended));
            }
        } catch (InvalidRulebookException refused) {
            problems = refused.problems();
            summary = Messages.text("check.sum.refused", counts(problems, mended));
        }
        if (format.getValue() == null || format.getValue().equals("text")) {
            text(problems, summary);
        } else {
            written.write(problems, console.out());
        }
        boolean failed = problems.stream().anyMatch(problem -> problem.code().severity() == Severity.ERROR);
        return failed ? ExitCode.RULEBOOK_REFUSED.number() : ExitCode.DONE.number();
    }

    private void text(List<Problem> problems, String summary) throws IOException {
        List<Problem> shown = problems.stream()
                .filter(problem -> isSet(all) || problem.code().severity() != Severity.INFORMATION)
                .toList();
        ProblemFormat.text().write(shown, console.out());
        console.out().println(summary);
        if (shown.size() < problems.size()) {
            console.out().println(Messages.text("check.more", problems.size() - shown.size()));
        }
    }

    private int mend(List<Path> folders) throws IOException {
        if (folders.isEmpty()) {
            throw new UsageException(Messages.text("check.fix.bundled"));
        }
        RulebookFix fixed = RulebookFix.of(folders);
        for (Problem problem : fixed.mended()) {
            console.err().println(Messages.text("check.mended", problem.place().toString(), Messages.what(problem)));
        }
        fixed.busy().forEach(file -> console.err().println(Messages.text("check.fix.busy", file)));
        return fixed.mended().size();
    }

    private static String summary(Rulebook rulebook, String counts) {
        String diagnoses = String.valueOf(rulebook.causes().size());
        String ways = String.valueOf(rulebook.rules().size());
        String cases = String.valueOf(rulebook.cases().size());
        return counts.isEmpty()
                ? Messages.text("cli.rulebook-right", rulebook.version(), diagnoses, ways, cases)
                : Messages.text("check.sum.found", rulebook.version(), diagnoses, ways, cases, counts);
    }

    private static String counts(List<Problem> problems, int mended) {
        Map<Severity, Integer> found = new EnumMap<>(Severity.class);
        for (Problem problem : problems) {
            ProblemCode code = problem.code();
            found.merge(code.severity(), 1, Integer::sum);
        }
        List<String> counts = new ArrayList<>();
        int errors = found.getOrDefault(Severity.ERROR, 0);
        int warnings = found.getOrDefault(Severity.WARNING, 0);
        int notes = found.getOrDefault(Severity.NOTE, 0);
        if (errors > 0) {
            counts.add(
                    errors == 1 ? Messages.text("check.count.error.one") : Messages.text("check.count.error", errors));
        }
        if (warnings > 0) {
            counts.add(
                    warnings == 1
                            ? Messages.text("check.count.warning.one")
                            : Messages.text("check.count.warning", warnings));
        }
        if (notes > 0) {
            counts.add(notes == 1 ? Messages.text("check.count.note.one") : Messages.text("check.count.note", notes));
        }
        if (mended > 0) {
            counts.add(Messages.text("check.count.mended", mended));
        }
        return String.join(", ", counts);
    }
}
