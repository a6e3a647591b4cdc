package org.rdpdx.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rdpdx.authoring.NewDiagnosis;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules new}. */
final class RulesNewCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec name = Specs.word(
            0, "1", "AREA/ID", "where it breaks, and what the diagnosis is called: reachability/my-diagnosis");
    private final OptionSpec title = Specs.option("--title", "TEXT", "what is broken, in one line");
    private final OptionSpec from =
            Specs.option("--from", "FILE", "a fact file of such a case: conditions and cases begin with what it says");
    private final RuleOptions rules = new RuleOptions();

    RulesNewCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "new",
                "rules new reachability/my-diagnosis --from case.yaml",
                "Writes the folder of a new diagnosis, and says what is still to do in it.");
        spec.addPositional(name);
        spec.addOption(title);
        spec.addOption(from);
        rules.addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        String[] parts = parts(Specs.values(name).get(0));
        Optional<String> said = Optional.ofNullable(title());
        Path folder = rules.toWriteInto();
        NewDiagnosis made = NewDiagnosis.in(folder, rules.under(), parts[0], parts[1]);
        if (!made.refusals().isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator(), made.refusals()));
        }
        for (Path file : write(made, said, folder)) {
            console.out().println(Messages.text("new.written", file));
        }
        String where = rules.named().stream().map(RulesNewCommand::option).collect(Collectors.joining());
        console.out().println(Messages.text("new.next"));
        console.out().println("  rdpdx rules check" + where);
        console.out().println("  rdpdx rules test " + parts[1] + where);
        return ExitCode.DONE.number();
    }

    private List<Path> write(NewDiagnosis made, Optional<String> said, Path folder) {
        Optional<CaseFacts> facts = facts();
        try {
            return made.write(said, facts);
        } catch (IOException unwritable) {
            throw new UsageException(Messages.text("new.unwritable", folder, Specs.reason(unwritable)));
        }
    }

    /** Area and id; what was completed by the shell may be longer, or end in a slash. */
    private static String[] parts(String given) {
        String[] parts = given.replaceFirst("/+$", "").split("/", -1);
        if (parts.length != 2 || parts[0].isEmpty()) {
            String likely = parts.length > 2
                    ? parts[parts.length - 2] + "/" + parts[parts.length - 1]
                    : "reachability/" + (parts[0].isEmpty() ? "my-diagnosis" : parts[0]);
            throw new UsageException(Messages.text("new.name", given, likely));
        }
        return parts;
    }

    private static String option(String path) {
        return " --rules " + (path.contains(" ") ? '"' + path + '"' : path);
    }

    private @Nullable String title() {
        String text = title.getValue();
        if (text != null && (text.isBlank() || text.contains("\n"))) {
            throw new UsageException(Messages.text("new.title"));
        }
        return text;
    }

    private Optional<CaseFacts> facts() {
        String file = from.getValue();
        if (file == null) {
            return Optional.empty();
        }
        FactFile.ReadResult read = FactFile.readAll(List.of(Path.of(file)), console.in());
        if (!read.refused().isEmpty()) {
            throw new InvalidFactFileException(read.problems());
        }
        if (read.cases().size() != 1) {
            throw new UsageException(
                    Messages.text("new.one-case", file, read.cases().size()));
        }
        if (read.cases().get(0).facts().isEmpty()) {
            throw new UsageException(Messages.text("new.no-facts", file));
        }
        return Optional.of(read.cases().get(0));
    }
}
