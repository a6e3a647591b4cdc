package org.rdpdx.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rdpdx.authoring.CaseRun;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.report.CaseText;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rdpdx rules}. */
@Command(
        name = "rules",
        headerHeading = "Example: rdpdx rules test host-certificate-expired%n%n",
        description = "For those who write rules. Works on ./rules/v1 where it is, else on the bundled rules.",
        mixinStandardHelpOptions = true,
        subcommands = {RulesCommand.ListCommand.class, RulesCommand.CheckCommand.class, RulesCommand.TestCommand.class})
final class RulesCommand implements Runnable {

    @Override
    public void run() {
        throw new UsageException(Messages.text("cli.rules-what"));
    }

    /** Refuses an id that no diagnosis has, with those near it, or with what replaced it. */
    static void checkId(Rulebook rulebook, String id) {
        if (rulebook.cause(id).isPresent()) {
            return;
        }
        Optional<Retired> retired =
                rulebook.retired().stream().filter(gone -> gone.id().equals(id)).findFirst();
        if (retired.isPresent()) {
            throw new UsageException(Messages.text(
                    "cli.retired-id",
                    id,
                    retired.get().why(),
                    retired.get().replacedBy().orElse("-")));
        }
        throw new UsageException(Messages.unknown(
                "cli.unknown-id",
                id,
                Nearest.to(id, rulebook.causes().stream().map(Cause::id).toList())));
    }

    /** {@code rdpdx rules list}. */
    @Command(
            name = "list",
            headerHeading = "Example: rdpdx rules list --area certificate%n%n",
            description = "Prints every diagnosis, by area in the order of a connection.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        private final Console console;

        @Option(names = "--area", paramLabel = "AREA", description = "only this area")
        private @Nullable String area;

        @Mixin
        private RuleOptions rules = new RuleOptions();

        ListCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Rulebook rulebook = rules.openToWorkOn()) {
                List<String> known = rulebook.areas().stream().map(Area::id).toList();
                String wanted = area;
                if (wanted != null && !known.contains(wanted)) {
                    throw new UsageException(Messages.unknown("cli.unknown-area", wanted, Nearest.to(wanted, known)));
                }
                for (Area one : rulebook.areas()) {
                    if (wanted == null || wanted.equals(one.id())) {
                        list(rulebook, one);
                    }
                }
            }
            return ExitCode.DONE.number();
        }

        private void list(Rulebook rulebook, Area area) {
            List<Cause> causes = rulebook.causes().stream()
                    .filter(cause -> cause.area().equals(area.id()))
                    .toList();
            if (causes.isEmpty()) {
                return;
            }
            console.out().println(area.id() + ": " + area.title());
            causes.forEach(cause -> console.out().printf("  %-34s %s%n", cause.id(), cause.title()));
        }
    }

    /** {@code rdpdx rules check}. */
    @Command(
            name = "check",
            headerHeading = "Example: rdpdx rules check rules/v1%n%n",
            description = "Opens a rulebook and says everything that is wrong with it.",
            mixinStandardHelpOptions = true)
    static final class CheckCommand implements Callable<Integer> {
        private final Console console;

        @Parameters(arity = "0..1", paramLabel = "DIR", description = "the folder; ./rules/v1 if none is given")
        private @Nullable Path folder;

        @Mixin
        private RuleOptions rules = new RuleOptions();

        CheckCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Path given = folder;
            try (Rulebook rulebook = given == null ? rules.openToWorkOn() : Rulebook.open(given)) {
                console.out()
                        .println(Messages.text(
                                "cli.rulebook-right",
                                rulebook.version(),
                                String.valueOf(rulebook.causes().size()),
                                String.valueOf(rulebook.rules().size()),
                                String.valueOf(rulebook.cases().size())));
            }
            return ExitCode.DONE.number();
        }
    }

    /** {@code rdpdx rules test}. */
    @Command(
            name = "test",
            headerHeading = "Example: rdpdx rules test host-certificate-expired%n%n",
            description = "Runs the cases beside the rules.",
            mixinStandardHelpOptions = true)
    static final class TestCommand implements Callable<Integer> {
        private final Console console;

        @Parameters(arity = "0..*", paramLabel = "ID", description = "diagnoses or deductions; all if none is given")
        private List<String> ids = new ArrayList<>();

        @Mixin
        private RuleOptions rules = new RuleOptions();

        TestCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Rulebook rulebook = rules.openToWorkOn()) {
                TreeSet<String> owners = new TreeSet<>();
                rulebook.rules().forEach(rule -> owners.add(rule.owner()));
                for (String id : ids) {
                    if (!owners.contains(id)) {
                        checkId(rulebook, id);
                    }
                }
                List<CaseRun> runs = CaseRun.of(rulebook, new TreeSet<>(ids));
                List<CaseRun> failed =
                        runs.stream().filter(run -> !run.passed()).toList();
                failed.forEach(run -> console.out().println(CaseText.failure(run.rule(), run.got(), run.deciding())));
                console.out()
                        .println(Messages.text(
                                "cli.cases-run",
                                String.valueOf(runs.size() - failed.size()),
                                String.valueOf(failed.size())));
                return failed.isEmpty() ? ExitCode.DONE.number() : ExitCode.CASE_FAILED.number();
            }
        }
    }
}
