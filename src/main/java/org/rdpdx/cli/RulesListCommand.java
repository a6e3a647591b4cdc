package org.rdpdx.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code rdpdx rules list}. */
final class RulesListCommand implements Callable<Integer> {

    private final Console console;

    private final OptionSpec area = Specs.option("--area", "AREA", "only this area");
    private final RuleOptions rules = new RuleOptions();

    RulesListCommand(Console console) {
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
