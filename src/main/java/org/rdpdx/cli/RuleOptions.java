package org.rdpdx.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which rulebook to go by. */
final class RuleOptions {

    private static final Path BUNDLED = Path.of("bundled");
    private static final Path HERE = Path.of("rules", "v1");

    private final OptionSpec option = Specs.severalTimes(
            "--rules",
            "PATH",
            "A folder of rules to use instead; given several times, the later add to the first. "
                    + "`bundled` stands for the rules that come with rdpdx.");

    void addTo(CommandSpec spec) {
        spec.addOption(option);
    }

    /** The rules that are named, as they were named; empty if none are. */
    List<String> named() {
        return Specs.values(option);
    }

    private List<Path> paths() {
        return Specs.paths(option);
    }

    /** The one to diagnose by: the bundled one, or {@code ./rules/v1} where that differs from it. */
    Rulebook open(Console console) {
        if (areGiven()) {
            return given();
        }
        return differ() ? openHere(console) : Rulebook.bundled();
    }

    /** Whether rules are named. */
    boolean areGiven() {
        return !paths().isEmpty();
    }

    /** Whether {@code ./rules/v1} is to be gone by because it differs from the bundled rulebook. */
    boolean differ() {
        return !areGiven() && Files.isRegularFile(HERE.resolve("rulebook.yaml")) && !Rulebook.isBundled(HERE);
    }

    /** The rulebook in {@code ./rules/v1}, saying that it is the one. */
    Rulebook openHere(Console console) {
        console.err().println(Messages.text("cli.rules-differ", HERE.toString()));
        console.err().flush();
        return Rulebook.open(HERE);
    }

    /** The one to work on: {@code ./rules/v1} where it is, else the bundled one. */
    Rulebook openToWorkOn() {
        if (areGiven()) {
            return given();
        }
        return Files.isRegularFile(HERE.resolve("rulebook.yaml")) ? Rulebook.open(HERE) : Rulebook.bundled();
    }

    /** As {@link #openToWorkOn}, but of these diagnoses only, where any are named. */
    Rulebook openToTry(List<String> ids) {
        boolean here = !areGiven() && Files.isRegularFile(HERE.resolve("rulebook.yaml"));
        if (ids.isEmpty() || !(areGiven() || here)) {
            return openToWorkOn();
        }
        Layers layers = here ? new Layers(false, List.of(HERE)) : layers();
        return layers.folders().isEmpty()
                ? Rulebook.bundled()
                : Rulebook.openToTry(layers.overBundled(), layers.folders(), Set.copyOf(ids));
    }

    /**
     * Folders of rules.
     *
     * @param overBundled whether they are laid over the bundled rules
     * @param folders the later over the earlier
     */
    record Layers(boolean overBundled, List<Path> folders) {}

    /** The folders to work on: {@code ./rules/v1} where none are named. */
    Layers layersToWorkOn() {
        if (!areGiven() && !Files.isRegularFile(HERE.resolve("rulebook.yaml"))) {
            throw new UsageException(Messages.text("watch.no-folder"));
        }
        Layers layers = areGiven() ? layers() : new Layers(false, List.of(HERE));
        if (layers.folders().isEmpty()) {
            throw new UsageException(Messages.text("watch.no-folder"));
        }
        return layers;
    }

    /** The folders that are named. */
    Layers layers() {
        List<Path> folders = new ArrayList<>(paths());
        boolean bundled = folders.remove(BUNDLED);
        if (folders.contains(BUNDLED)) {
            throw new UsageException(Messages.text("cli.bundled-twice"));
        }
        if (bundled && !paths().get(0).equals(BUNDLED)) {
            throw new UsageException(Messages.text("cli.bundled-first"));
        }
        return new Layers(bundled, List.copyOf(folders));
    }

    /** The rules that are named. */
    Rulebook given() {
        Layers layers = layers();
        if (layers.folders().isEmpty()) {
            return Rulebook.bundled();
        }
        Path[] all = layers.folders().toArray(Path[]::new);
        return layers.overBundled()
                ? Rulebook.bundledWith(all)
                : Rulebook.open(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
    }
}
