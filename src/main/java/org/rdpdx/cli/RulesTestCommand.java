package org.rdpdx.cli;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.rdpdx.authoring.CaseRun;
import org.rdpdx.report.CaseText;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules test}. */
final class RulesTestCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec given =
            Specs.words("0..*", "ID", "diagnoses or deductions; all if none is given");
    private final RuleOptions rules = new RuleOptions();

    RulesTestCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec =
                Specs.command(this, "test", "rules test host-certificate-expired", "Runs the cases beside the rules.");
        spec.addPositional(given);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        List<String> ids = Specs.values(given);
        try (Rulebook rulebook = rules.openToTry(ids)) {
            TreeSet<String> owners = new TreeSet<>();
            rulebook.rules().forEach(rule -> owners.add(rule.owner()));
            for (String id : ids) {
                if (!owners.contains(id)) {
                    RulesCommand.checkId(rulebook, id);
                }
            }
            List<CaseRun> runs = CaseRun.of(rulebook, new TreeSet<>(ids));
            List<CaseRun> failed = runs.stream().filter(run -> !run.passed()).toList();
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
