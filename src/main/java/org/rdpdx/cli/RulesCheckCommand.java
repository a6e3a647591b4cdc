package org.rdpdx.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules check}. */
final class RulesCheckCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec folder = Specs.word(0, "0..1", "DIR", "the folder; ./rules/v1 if none is given");
    private final RuleOptions rules = new RuleOptions();

    RulesCheckCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this, "check", "rules check rules/v1", "Opens a rulebook and says everything that is wrong with it.");
        spec.addPositional(folder);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        Path given = Specs.paths(folder).stream().findFirst().orElse(null);
        if (given != null && rules.areGiven()) {
            throw new UsageException(Messages.text("cli.check-which"));
        }
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
