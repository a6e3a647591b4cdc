package org.rdpdx.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.site.FolderRefusedException;
import org.rdpdx.site.RulebookSite;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code rdpdx rules docs}. */
final class RulesDocsCommand implements Callable<Integer> {

    private final Console console;

    private final OptionSpec folder = OptionSpec.builder(
                    Specs.option("-o", "DIR", "the folder to write; a site written before is replaced"))
            .required(true)
            .build();
    private final RuleOptions rules = new RuleOptions();

    RulesDocsCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "docs",
                "rules docs -o site",
                "Writes a site of the rulebook: a page for each diagnosis, step and kind of fact, with search. "
                        + "It needs no network and can be opened from the folder.");
        spec.addOption(folder);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        Path wanted = Path.of(Objects.requireNonNull(folder.<String>getValue()));
        try (Rulebook rulebook = rules.openToWorkOn()) {
            RulebookSite site = RulebookSite.of(rulebook);
            site.writeTo(wanted);
            console.out()
                    .println(Messages.text("cli.docs-written", site.pages(), wanted, wanted.resolve("index.html")));
        } catch (FolderRefusedException refused) {
            throw new UsageException(String.valueOf(refused.getMessage()));
        } catch (IOException unwritable) {
            throw new UsageException(Messages.text("cli.docs-unwritable", wanted, Specs.reason(unwritable)));
        }
        return ExitCode.DONE.number();
    }
}
