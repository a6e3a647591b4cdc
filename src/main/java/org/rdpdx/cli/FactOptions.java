package org.rdpdx.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.Messages;
import picocli.CommandLine.Parameters;

/** Which facts to read. */
final class FactOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Fact files, folders of them, or - for standard input. Files of one case are put together.")
    private List<Path> files = new ArrayList<>();

    /** Reads all of them; that there is none at all is a slip of the one who named them. */
    FactFile.ReadResult read(Console console) {
        FactFile.ReadResult read = FactFile.readAll(files, console.in());
        if (read.cases().isEmpty() && read.refused().isEmpty()) {
            String given = files.stream().map(Path::toString).collect(Collectors.joining(", "));
            throw new UsageException(Messages.text("cli.no-fact-file", given));
        }
        return read;
    }
}
