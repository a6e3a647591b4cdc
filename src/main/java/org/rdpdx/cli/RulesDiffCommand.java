package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.inquiry.RulebookDiff;
import org.rdpdx.report.DiffText;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules diff}. */
final class RulesDiffCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec before =
            Specs.word(0, "1", "OLD", "the rules as they are: a folder, a packed file, or bundled");
    private final PositionalParamSpec after =
            Specs.word(1, "1", "NEW", "the rules as they are to be: a folder, a packed file, or bundled");
    private final OptionSpec on = Specs.severalTimes(
            "--on", "FILE", "Fact files, or folders of them: tells what changes for these cases; may be repeated.");
    private final OptionSpec fail = Specs.flag(
            "--fail-on-change",
            "Exit code 6 if anything changes for the cases of --on, or in the rules if no cases are given.");
    private final FormatOption format = new FormatOption();

    RulesDiffCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "diff",
                "rules diff bundled rules/v1 --on facts-samples",
                "Tells what a new edition of the rules changes, and for which cases it gives another answer and why.");
        spec.addPositional(before).addPositional(after).addOption(on).addOption(fail);
        format.addTo(spec);
        return spec;
    }

    private interface Writer {
        void write(RulebookDiff diff) throws IOException;
    }

    @Override
    public Integer call() {
        Writer writer = format.choose(
                () -> diff -> DiffText.text(diff, console.width(), console.colour(), console.out()),
                () -> diff -> DiffText.json(diff, console.out()));
        FactFile.ReadResult read = cases();
        RulebookDiff diff = diff(read.cases());
        try {
            writer.write(diff);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        if (!read.refused().isEmpty()) {
            console.out().flush();
            read.problems().forEach(problem -> console.err().println(Messages.of(problem)));
            return ExitCode.FACTS_REFUSED.number();
        }
        boolean changed =
                read.cases().isEmpty() ? !diff.sameRules() : !diff.cases().isEmpty();
        boolean failing = changed && Boolean.TRUE.equals(fail.getValue());
        return (failing ? ExitCode.FAIL_ON : ExitCode.DONE).number();
    }

    private RulebookDiff diff(List<CaseFacts> cases) {
        try (Rulebook old = open(Specs.values(before).get(0));
                Rulebook now = open(Specs.values(after).get(0))) {
            return RulebookDiff.of(old, now, cases);
        }
    }

    private static Rulebook open(String rules) {
        return rules.equals("bundled") ? Rulebook.bundled() : Rulebook.open(Path.of(rules));
    }

    /** The cases that can be read; one that is wrong does not stop the others. */
    private FactFile.ReadResult cases() {
        List<Path> given = Specs.paths(on);
        FactFile.ReadResult read = FactFile.readAll(given, console.in());
        if (!given.isEmpty() && read.cases().isEmpty() && read.refused().isEmpty()) {
            throw new UsageException(Messages.text("cli.no-fact-file", String.join(", ", Specs.values(on))));
        }
        return read;
    }
}
