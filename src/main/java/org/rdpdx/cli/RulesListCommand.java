package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.Area;
import org.rdpdx.report.Messages;
import org.rdpdx.report.RuleSheets;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code rdpdx rules list}. */
final class RulesListCommand implements Callable<Integer> {

    private final Console console;

    private final OptionSpec area = Specs.option("--area", "AREA", "only this area");
    private final SheetOption format = new SheetOption();
    private final RuleOptions rules = new RuleOptions();

    RulesListCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "list",
                "rules list --area certificate",
                "Lists every diagnosis by area, in the order of a connection, with what belongs to it.");
        spec.addOption(area);
        format.addTo(spec);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        RuleSheets.Format chosen = format.chosen();
        try (Rulebook rulebook = rules.openToWorkOn()) {
            List<String> known = rulebook.areas().stream().map(Area::id).toList();
            String wanted = area.getValue();
            if (wanted != null && !known.contains(wanted)) {
                throw new UsageException(Messages.unknown("cli.unknown-area", wanted, Nearest.to(wanted, known)));
            }
            RuleSheets.list(
                    rulebook, Optional.ofNullable(wanted), chosen, console.width(), console.colour(), console.out());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ExitCode.DONE.number();
    }
}
