package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rdpdx.Diagnostician;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.Messages;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rdpdx diagnose}. */
@Command(
        name = "diagnose",
        headerHeading = "Example: rdpdx diagnose case.yaml%n%n",
        description = "Ranks the causes of a failing connection and prints one plan to mend it.",
        mixinStandardHelpOptions = true)
final class DiagnoseCommand implements Callable<Integer> {

    private static final List<Likelihood> THRESHOLDS =
            List.of(Likelihood.POSSIBLE, Likelihood.LIKELY, Likelihood.CONFIRMED);

    private final Console console;

    @Mixin
    private FactOptions files = new FactOptions();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json")
    private String format = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "LIKELIHOOD",
            description = "Exit code 6 if a cause is at least: possible, likely or confirmed")
    private @Nullable String failOn;

    @Mixin
    private RuleOptions rules = new RuleOptions();

    DiagnoseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ReportFormat reportFormat = format();
        Optional<Likelihood> threshold = threshold();
        // beside the reading of the facts, since each takes about as long as the other
        CompletableFuture<Rulebook> opening = CompletableFuture.supplyAsync(() -> rules.open(console));
        CompletableFuture<Void> preparing = opening.thenAcceptAsync(Rulebook::prepare);
        FactFile.ReadResult read = files.read(console);
        List<ExitCode> codes = new ArrayList<>();
        try (Diagnostician diagnostician = Diagnostician.withRules(opened(opening))) {
            if (!read.cases().isEmpty()) {
                codes.addAll(diagnose(diagnostician, read.cases(), reportFormat, threshold));
            }
            preparing.join();
        }
        console.out().flush();
        if (!read.refused().isEmpty()) {
            read.problems().forEach(problem -> console.err().println(Messages.of(problem)));
            codes.add(ExitCode.FACTS_REFUSED);
        }
        return ExitCode.of(codes).number();
    }

    private ReportFormat format() {
        return switch (format) {
            case "text" -> ReportFormat.text(console.width(), console.colour());
            case "json" -> ReportFormat.json();
            default -> throw new UsageException(Messages.text("cli.unknown-format", format, "text, json"));
        };
    }

    private Optional<Likelihood> threshold() {
        String word = failOn;
        if (word == null) {
            return Optional.empty();
        }
        Optional<Likelihood> threshold = THRESHOLDS.stream()
                .filter(likelihood -> likelihood.word().equals(word))
                .findFirst();
        if (threshold.isEmpty()) {
            String words = THRESHOLDS.stream().map(Likelihood::word).collect(Collectors.joining(", "));
            throw new UsageException(Messages.text("cli.unknown-likelihood", word, words));
        }
        return threshold;
    }

    private static Rulebook opened(CompletableFuture<Rulebook> opening) {
        try {
            return opening.join();
        } catch (CompletionException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw thrown;
        }
    }

    private List<ExitCode> diagnose(
            Diagnostician diagnostician,
            List<CaseFacts> cases,
            ReportFormat reportFormat,
            Optional<Likelihood> threshold) {
        List<ExitCode> codes = new ArrayList<>();
        try {
            List<Report> reports = new ArrayList<>();
            for (CaseFacts facts : cases) {
                Report report = diagnostician.diagnose(facts);
                reports.add(report);
                codes.add(code(report, threshold));
            }
            reportFormat.writeAll(reports, console.out());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return codes;
    }

    private static ExitCode code(Report report, Optional<Likelihood> threshold) {
        boolean failing = threshold
                .filter(likelihood -> !report.ranking().atLeast(likelihood).isEmpty())
                .isPresent();
        return failing ? ExitCode.FAIL_ON : ExitCode.DONE;
    }
}
