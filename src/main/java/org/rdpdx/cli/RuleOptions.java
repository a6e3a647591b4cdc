package org.rdpdx.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Option;

/** Which rulebook to go by. */
final class RuleOptions {

    private static final Path BUNDLED = Path.of("bundled");
    private static final Path HERE = Path.of("rules", "v1");

    @Option(
            names = "--rules",
            paramLabel = "PATH",
            description = "A folder of rules to use instead; given several times, the later add to the first. "
                    + "`bundled` stands for the rules that come with rdpdx.")
    private List<Path> paths = new ArrayList<>();

    /** The one to diagnose by: the bundled one, or {@code ./rules/v1} where that differs from it. */
    Rulebook open(Console console) {
        if (!paths.isEmpty()) {
            return given();
        }
        if (Files.isRegularFile(HERE.resolve("rulebook.yaml")) && !Rulebook.isBundled(HERE)) {
            console.err().println(Messages.text("cli.rules-differ", HERE.toString()));
            console.err().flush();
            return Rulebook.open(HERE);
        }
        return Rulebook.bundled();
    }

    /** The one to work on: {@code ./rules/v1} where it is, else the bundled one. */
    Rulebook openToWorkOn() {
        if (!paths.isEmpty()) {
            return given();
        }
        return Files.isRegularFile(HERE.resolve("rulebook.yaml")) ? Rulebook.open(HERE) : Rulebook.bundled();
    }

    private Rulebook given() {
        List<Path> folders = new ArrayList<>(paths);
        boolean bundled = folders.remove(BUNDLED);
        if (folders.contains(BUNDLED)) {
            throw new UsageException(Messages.text("cli.bundled-twice"));
        }
        if (bundled && !paths.get(0).equals(BUNDLED)) {
            throw new UsageException(Messages.text("cli.bundled-first"));
        }
        if (folders.isEmpty()) {
            return Rulebook.bundled();
        }
        Path[] all = folders.toArray(Path[]::new);
        return bundled
                ? Rulebook.bundledWith(all)
                : Rulebook.open(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
    }
}
