package org.rdpdx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Nearest;
import org.rdpdx.report.Messages;
import org.rdpdx.report.RuleSchema;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules schema}. */
final class RulesSchemaCommand implements Callable<Integer> {

    private final Console console;

    private final PositionalParamSpec name =
            Specs.word(0, "0..1", "FILE", "which one to print: " + String.join(", ", RuleSchema.names()));
    private final OptionSpec folder =
            Specs.option("-o", "DIR", "Writes all of them into a folder, as a rulebook has them in _schema.");

    RulesSchemaCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "schema",
                "rules schema -o rules/v1/_schema",
                "Prints or writes the JSON Schemas (2020-12) of the files of a rulebook, so that editors complete and "
                        + "check them.");
        spec.addPositional(name);
        spec.addOption(folder);
        return spec;
    }

    @Override
    public Integer call() {
        List<String> wanted = Specs.values(name);
        @Nullable String target = folder.getValue();
        if (wanted.isEmpty() == (target == null)) {
            throw new UsageException(Messages.text("schema.which", String.join(", ", RuleSchema.names())));
        }
        if (target == null) {
            print(wanted.get(0));
        } else {
            write(Path.of(target));
        }
        return ExitCode.DONE.number();
    }

    private void print(String wanted) {
        List<String> names = RuleSchema.names();
        if (!names.contains(wanted)) {
            List<String> nearest = Nearest.to(wanted, names);
            throw new UsageException(Messages.unknown("schema.unknown", wanted, nearest.isEmpty() ? names : nearest));
        }
        try {
            RuleSchema.write(wanted, console.out());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void write(Path target) {
        try {
            for (Path file : RuleSchema.writeTo(target)) {
                console.out().println(Messages.text("new.written", file));
            }
        } catch (IOException unwritable) {
            throw new UsageException(Messages.text("new.unwritable", target, Specs.reason(unwritable)));
        }
    }
}
