package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rdpdx.Diagnostician;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.inquiry.Verification;
import org.rdpdx.report.Messages;
import org.rdpdx.report.ReportFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code rdpdx verify}. */
final class VerifyCommand implements Callable<Integer> {

    private static final String OF_ONE_CASE =
            "Fact files of one case %s, a folder of them, or - for standard input; given several times, they are put together.";

    private final Console console;

    private final OptionSpec before =
            Specs.required("--before", "FILE", OF_ONE_CASE.formatted("as it was before the cure"));
    private final OptionSpec after =
            Specs.required("--after", "FILE", OF_ONE_CASE.formatted("as it is after the cure"));
    private final FormatOption format = new FormatOption();
    private final RuleOptions rules = new RuleOptions();

    VerifyCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "verify",
                "verify --before case.yaml --after case-cured.yaml",
                "Tells whether a cure worked: which likely causes are gone, still there or new, and which cannot be told.");
        spec.addOption(before).addOption(after);
        format.addTo(spec);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        ReportFormat reportFormat = format();
        List<Path> filesBefore = Specs.paths(before);
        List<Path> filesAfter = Specs.paths(after);
        if (filesBefore.contains(FactFile.STANDARD_INPUT) && filesAfter.contains(FactFile.STANDARD_INPUT)) {
            throw new UsageException(Messages.text("cli.verify-stdin"));
        }
        for (Path file : filesBefore) {
            if (filesAfter.contains(file)) {
                throw new UsageException(Messages.text("cli.verify-same", file));
            }
        }
        FactFile.ReadResult readBefore = FactFile.readAll(filesBefore, console.in());
        FactFile.ReadResult readAfter = FactFile.readAll(filesAfter, console.in());
        boolean refused =
                !readBefore.refused().isEmpty() || !readAfter.refused().isEmpty();
        if (refused) {
            Stream.concat(readBefore.problems().stream(), readAfter.problems().stream())
                    .distinct()
                    .forEach(problem -> console.err().println(Messages.of(problem)));
            return ExitCode.FACTS_REFUSED.number();
        }
        CaseFacts caseBefore = onlyCase("--before", filesBefore, readBefore);
        CaseFacts caseAfter = onlyCase("--after", filesAfter, readAfter);
        Verification verification;
        try (Diagnostician diagnostician = Diagnostician.withRules(rules.open(console))) {
            verification = diagnostician.verify(caseBefore, caseAfter);
        }
        try {
            reportFormat.write(verification, console.out());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return code(verification.result()).number();
    }

    private ReportFormat format() {
        return format.choose(() -> ReportFormat.text(console.width(), console.colour()), ReportFormat::json);
    }

    private static CaseFacts onlyCase(String option, List<Path> files, FactFile.ReadResult read) {
        List<CaseFacts> cases = read.cases();
        if (cases.isEmpty()) {
            String named = files.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new UsageException(Messages.text("cli.no-fact-file", named));
        }
        if (cases.size() > 1) {
            String names = cases.stream().map(CaseFacts::name).collect(Collectors.joining(", "));
            throw new UsageException(Messages.text("cli.verify-cases", option, cases.size(), names));
        }
        return cases.get(0);
    }

    private static ExitCode code(Verification.Result result) {
        return switch (result) {
            case NEW -> ExitCode.NEW_CAUSE;
            case STILL_THERE -> ExitCode.STILL_THERE;
            case CANNOT_TELL -> ExitCode.CANNOT_TELL;
            case GONE -> ExitCode.DONE;
        };
    }
}
