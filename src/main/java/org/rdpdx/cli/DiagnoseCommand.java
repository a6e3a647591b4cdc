package org.rdpdx.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.rdpdx.Diagnostician;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.Messages;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code rdpdx diagnose}. */
final class DiagnoseCommand implements Callable<Integer> {

    private static final List<Likelihood> THRESHOLDS =
            List.of(Likelihood.POSSIBLE, Likelihood.LIKELY, Likelihood.CONFIRMED);

    private static final Executor ASIDE = task -> {
        Thread thread = new Thread(task, "firing");
        thread.setDaemon(true);
        thread.start();
    };

    private final Console console;

    private final FactOptions files = new FactOptions();
    private final FormatOption format = new FormatOption();
    private final OptionSpec failOn = Specs.option(
            "--fail-on", "LIKELIHOOD", "Exit code 6 if a cause is at least: possible, likely or confirmed");
    private final RuleOptions rules = new RuleOptions();

    private final CompletableFuture<Rulebook> bundled;

    /** Begins to open the bundled rulebook, since to understand the command and to read the facts takes as long. */
    DiagnoseCommand(Console console) {
        this.console = console;
        this.bundled = CompletableFuture.supplyAsync(Rulebook::bundled);
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "diagnose",
                "diagnose case.yaml",
                "Ranks the causes of a failing connection and prints one plan to mend it.");
        files.addTo(spec);
        format.addTo(spec);
        spec.addOption(failOn);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        ReportFormat reportFormat = format();
        Optional<Likelihood> threshold = threshold();
        // that ./rules/v1 is the bundled rulebook is nearly always so, and nothing is printed before it is known
        CompletableFuture<Rulebook> opening = rules.areGiven() ? CompletableFuture.supplyAsync(rules::given) : bundled;
        CompletableFuture<Void> preparing = opening.thenAcceptAsync(rulebook -> {
            rulebook.prepare();
            Messages.prepare();
        });
        CompletableFuture<Boolean> differing = preparing.thenApplyAsync(prepared -> rules.differ());
        FactFile.ReadResult read = files.read(console);
        Answer answer;
        try (Diagnostician diagnostician = Diagnostician.withRules(result(opening))) {
            answer = answer(read.cases(), diagnostician, reportFormat, threshold);
            result(preparing);
        }
        if (result(differing)) {
            try (Diagnostician diagnostician = Diagnostician.withRules(rules.openHere(console))) {
                answer = answer(read.cases(), diagnostician, reportFormat, threshold);
            }
        }
        console.out().print(answer.text());
        console.out().flush();
        List<ExitCode> codes = new ArrayList<>(answer.codes());
        if (!read.refused().isEmpty()) {
            read.problems().forEach(problem -> console.err().println(Messages.of(problem)));
            codes.add(ExitCode.FACTS_REFUSED);
        }
        return ExitCode.of(codes).number();
    }

    /**
     * What is to be printed.
     *
     * @param codes one for each case
     */
    private record Answer(String text, List<ExitCode> codes) {

        static Answer of(List<Report> reports, ReportFormat format, Optional<Likelihood> threshold) {
            StringWriter text = new StringWriter();
            try {
                if (!reports.isEmpty()) {
                    format.writeAll(reports, text);
                }
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
            List<ExitCode> codes = new ArrayList<>();
            reports.forEach(report -> codes.add(code(report, threshold)));
            return new Answer(text.toString(), codes);
        }
    }

    /** The first case is fired beside what is made of it and of the others. */
    private static Answer answer(
            List<CaseFacts> cases, Diagnostician diagnostician, ReportFormat format, Optional<Likelihood> threshold) {
        if (cases.isEmpty()) {
            return Answer.of(List.of(), format, threshold);
        }
        return diagnostician.diagnose(
                cases.get(0),
                first -> {
                    List<Report> reports = new ArrayList<>();
                    reports.add(first);
                    for (CaseFacts other : cases.subList(1, cases.size())) {
                        reports.add(diagnostician.diagnose(other));
                    }
                    return Answer.of(reports, format, threshold);
                },
                ASIDE);
    }

    private ReportFormat format() {
        return format.choose(() -> ReportFormat.text(console.width(), console.colour()), ReportFormat::json);
    }

    private Optional<Likelihood> threshold() {
        String word = failOn.getValue();
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

    private static <T> T result(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw thrown;
        }
    }

    private static ExitCode code(Report report, Optional<Likelihood> threshold) {
        boolean failing = threshold
                .filter(likelihood -> !report.ranking().atLeast(likelihood).isEmpty())
                .isPresent();
        return failing ? ExitCode.FAIL_ON : ExitCode.DONE;
    }
}
