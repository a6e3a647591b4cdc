package org.rdpdx.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.rdpdx.report.AskText;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx ask}. */
final class AskCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec files = Specs.word(
            0, "0..1", "FILE", "The fact file to add the answers to; without one a new case.yaml in this folder.");
    private final RuleOptions rules = new RuleOptions();

    AskCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "ask",
                "ask case.yaml",
                "Asks, one after the other, what tells most about a failing connection, and writes the answers down.");
        spec.addPositional(files);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        List<Path> given = Specs.paths(files);
        try (Rulebook rulebook = rules.open(console)) {
            AskFile file = AskFile.open(given.isEmpty() ? AskFile.unused() : given.get(0), console.clock());
            AskText text = new AskText(console.width(), console.colour());
            new Dialogue(console, file, rulebook, text).hold();
            console.out().print(text.nextCommand(file.path().toString(), rules.named()));
            console.out().flush();
        }
        return ExitCode.DONE.number();
    }
}
