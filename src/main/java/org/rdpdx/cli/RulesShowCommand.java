package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.Callable;
import org.rdpdx.input.Nearest;
import org.rdpdx.report.Messages;
import org.rdpdx.report.RuleSheets;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules show}. */
final class RulesShowCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec id = Specs.word(0, "1", "ID", "a diagnosis, a deduction or a step");
    private final SheetOption format = new SheetOption();
    private final RuleOptions rules = new RuleOptions();

    RulesShowCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "show",
                "rules show host-certificate-expired",
                "Tells in words when a diagnosis is made and what is done about it; also of a deduction or a step.");
        spec.addPositional(id);
        format.addTo(spec);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        String wanted = Specs.values(id).get(0);
        RuleSheets.Format chosen = format.chosen();
        try (Rulebook rulebook = rules.openToWorkOn()) {
            Set<String> known = RuleSheets.ids(rulebook);
            if (!known.contains(wanted)) {
                throw new UsageException(Messages.unknown("sheet.unknown", wanted, Nearest.to(wanted, known)));
            }
            RuleSheets.show(rulebook, wanted, chosen, console.width(), console.colour(), console.out());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ExitCode.DONE.number();
    }
}
