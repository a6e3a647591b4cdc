package org.rdpdx.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rdpdx.authoring.RuleWatch;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.Problem;
import org.rdpdx.report.CaseText;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules watch}. */
final class RulesWatchCommand implements Callable<Integer> {

    /** More would push the first out of sight. */
    private static final int MOST_PROBLEMS = 20;

    private static final int MOST_IDS = 3;

    private final Console console;

    private final PositionalParamSpec given = Specs.words(
            "0..*", "ID", "diagnoses or deductions whose cases to run; of all that is changed if none is given");
    private final RuleOptions rules = new RuleOptions();

    RulesWatchCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "watch",
                "rules watch host-certificate-expired",
                "Waits, and each time a file of the rules is saved checks them and runs the cases of what changed. "
                        + "Ctrl+C ends it.");
        spec.addPositional(given);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        Set<String> ids = new TreeSet<>(Specs.values(given));
        RuleOptions.Layers layers = rules.layersToWorkOn();
        if (layers.paths().isEmpty()) {
            throw new UsageException(Messages.text("watch.no-folder"));
        }
        for (Path path : layers.paths()) {
            if (!Files.isDirectory(path)) {
                throw new UsageException(Messages.text("watch.not-a-folder", path));
            }
        }
        RuleWatch watch = RuleWatch.of(layers.overBundled(), layers.paths(), ids);
        try (FolderEvents events = FolderEvents.of(watch.roots())) {
            begin(watch, ids);
            watch.prepare();
            while (!console.out().checkError()) {
                RuleWatch.Round round = watch.look(events.await());
                show(round);
                if (round.changed()) {
                    advise(watch.advice());
                }
            }
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE.number();
    }

    private void begin(RuleWatch watch, Set<String> ids) {
        RuleWatch.Round first = watch.look(List.of());
        for (String id : ids) {
            if (first.problems().isEmpty() && !watch.ids().contains(id)) {
                throw new UsageException(Messages.unknown("cli.unknown-id", id, Nearest.to(id, watch.ids())));
            }
        }
        List<String> roots = watch.roots().stream().map(Path::toString).toList();
        console.out()
                .println(Messages.text("watch.begun", String.join(", ", roots), String.valueOf(watch.diagnoses())));
        if (!first.problems().isEmpty() || !ids.isEmpty()) {
            show(first);
        }
        console.out().flush();
    }

    private void show(RuleWatch.Round round) {
        if (!round.changed()) {
            return;
        }
        PrintWriter out = console.out();
        List<Problem> problems = round.problems();
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> out.println(Messages.of(problem)));
        if (problems.size() > MOST_PROBLEMS) {
            out.println(Messages.text("watch.more-problems", String.valueOf(problems.size() - MOST_PROBLEMS)));
        }
        round.failed()
                .forEach(run -> out.println(
                        CaseText.failure(run.rule(), run.got(), run.failure(), run.closest(), run.deciding())));
        out.println(summary(round));
        out.flush();
    }

    private void advise(List<Problem> advice) {
        PrintWriter out = console.out();
        advice.stream().limit(MOST_PROBLEMS).forEach(problem -> out.println(Messages.of(problem)));
        if (!advice.isEmpty()) {
            out.println(Messages.text("watch.advice", String.valueOf(advice.size())));
        }
        out.flush();
    }

    private static String summary(RuleWatch.Round round) {
        StringBuilder line = new StringBuilder();
        if (!round.ran().isEmpty()) {
            int failed = round.failed().size();
            line.append(Messages.text(
                    failed == 0 ? "watch.ran" : "watch.ran-and-failed",
                    names(round.ran()),
                    String.valueOf(round.runs().size() - failed),
                    String.valueOf(failed)));
        } else if (round.problems().isEmpty()) {
            line.append(Messages.text("watch.nothing-to-run"));
        }
        add(
                line,
                !round.problems().isEmpty(),
                "watch.problems",
                String.valueOf(round.problems().size()));
        add(line, !round.waiting().isEmpty(), "watch.waiting", names(round.waiting()));
        add(line, !round.stillFailing().isEmpty(), "watch.still-failing", names(round.stillFailing()));
        return line.toString();
    }

    private static void add(StringBuilder line, boolean wanted, String key, String what) {
        if (wanted) {
            line.append(line.isEmpty() ? "" : "; ").append(Messages.text(key, what));
        }
    }

    private static String names(Set<String> ids) {
        String first = String.join(", ", ids.stream().limit(MOST_IDS).toList());
        return ids.size() <= MOST_IDS
                ? first
                : Messages.text("watch.and-more", first, String.valueOf(ids.size() - MOST_IDS));
    }
}
