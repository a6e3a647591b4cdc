package org.rdpdx.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Which facts to read. */
final class FactOptions {

    private final PositionalParamSpec files = Specs.words(
            "1..*",
            "FILE",
            "Fact files, folders of them, or - for standard input. Files of one case are put together.");

    void addTo(CommandSpec spec) {
        spec.addPositional(files);
    }

    /** Reads all of them; that there is none at all is a slip of the one who named them. */
    FactFile.ReadResult read(Console console) {
        List<Path> given = Specs.paths(files);
        FactFile.ReadResult read = FactFile.readAll(given, console.in());
        if (read.cases().isEmpty() && read.refused().isEmpty()) {
            String named = given.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new UsageException(Messages.text("cli.no-fact-file", named));
        }
        return read;
    }
}
