package org.rdpdx.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rdpdx.authoring.CaseRun;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.report.CaseText;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules}. */
final class RulesCommand {

    private RulesCommand() {}

    static CommandSpec spec(Console console) {
        return Specs.group(
                        "cli.rules-what",
                        "rules",
                        "rules test host-certificate-expired",
                        "For those who write rules. Works on ./rules/v1 where it is, else on the bundled rules.")
                .addSubcommand("list", new ListCommand(console).spec())
                .addSubcommand("check", new CheckCommand(console).spec())
                .addSubcommand("test", new TestCommand(console).spec());
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
    static final class ListCommand implements Callable<Integer> {
        private final Console console;

        private final OptionSpec area = Specs.option("--area", "AREA", "only this area");
        private final RuleOptions rules = new RuleOptions();

        ListCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            CommandSpec spec = Specs.command(
                    this,
                    "list",
                    "rules list --area certificate",
                    "Prints every diagnosis, by area in the order of a connection.");
            spec.addOption(area);
            rules.addTo(spec);
            return spec;
        }

        @Override
        public Integer call() {
            try (Rulebook rulebook = rules.openToWorkOn()) {
                List<String> known = rulebook.areas().stream().map(Area::id).toList();
                String wanted = area.getValue();
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
    static final class CheckCommand implements Callable<Integer> {
        private final Console console;

        private final PositionalParamSpec folder =
                Specs.words("0..1", "DIR", "the folder; ./rules/v1 if none is given");
        private final RuleOptions rules = new RuleOptions();

        CheckCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            CommandSpec spec = Specs.command(
                    this,
                    "check",
                    "rules check rules/v1",
                    "Opens a rulebook and says everything that is wrong with it.");
            spec.addPositional(folder);
            rules.addTo(spec);
            return spec;
        }

        @Override
        public Integer call() {
            Path given = Specs.paths(folder).stream().findFirst().orElse(null);
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
    static final class TestCommand implements Callable<Integer> {
        private final Console console;

        private final PositionalParamSpec given =
                Specs.words("0..*", "ID", "diagnoses or deductions; all if none is given");
        private final RuleOptions rules = new RuleOptions();

        TestCommand(Console console) {
            this.console = console;
        }

        CommandSpec spec() {
            CommandSpec spec = Specs.command(
                    this, "test", "rules test host-certificate-expired", "Runs the cases beside the rules.");
            spec.addPositional(given);
            rules.addTo(spec);
            return spec;
        }

        @Override
        public Integer call() {
            List<String> ids = Specs.values(given);
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
