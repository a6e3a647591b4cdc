package org.rdpdx.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rdpdx.authoring.NewDiagnosis;
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

    /** The folder to write into: the last that is named, else {@code ./rules/v1}. */
    Path toWriteInto() {
        List<Path> paths = paths();
        if (paths.isEmpty() && !Files.isRegularFile(HERE.resolve("rulebook.yaml"))) {
            throw new UsageException(Messages.text("new.where", HERE));
        }
        Path last = paths.isEmpty() ? HERE : paths.get(paths.size() - 1);
        if (last.equals(BUNDLED)) {
            throw new UsageException(Messages.text("new.bundled"));
        }
        if (Files.isRegularFile(last)) {
            throw new UsageException(Messages.text("new.no-folder", last));
        }
        return last;
    }

    /** What the folder to write into adds to. */
    NewDiagnosis.Under under() {
        List<Path> paths = paths();
        if (paths.size() < 2) {
            return NewDiagnosis.Under.NOTHING;
        }
        List<Path> before = paths.subList(0, paths.size() - 1);
        boolean bundled = before.get(0).equals(BUNDLED);
        List<Path> folders = bundled ? before.subList(1, before.size()) : before;
        if (folders.contains(BUNDLED)) {
            throw new UsageException(Messages.text("cli.bundled-first"));
        }
        return new NewDiagnosis.Under(bundled, folders);
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

    private static boolean isHere() {
        return Files.isRegularFile(HERE.resolve("rulebook.yaml"));
    }

    /** Whether {@code ./rules/v1} is to be gone by because it differs from the bundled rulebook. */
    boolean differ() {
        return !areGiven() && isHere() && !Rulebook.isBundled(HERE);
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
        return isHere() ? Rulebook.open(HERE) : Rulebook.bundled();
    }

    /** The folders of the one to work on; empty if it is the bundled one. */
    List<Path> foldersToWorkOn() {
        if (areGiven()) {
            return paths().contains(BUNDLED) ? List.of() : paths();
        }
        return isHere() ? List.of(HERE) : List.of();
    }

    /** As {@link #openToWorkOn}, but of these diagnoses only, where any are named. */
    Rulebook openToTry(List<String> ids) {
        if (ids.isEmpty() || !(areGiven() || isHere())) {
            return openToWorkOn();
        }
        Layers layers = layersToWorkOn();
        return layers.paths().isEmpty()
                ? Rulebook.bundled()
                : Rulebook.openToTry(layers.overBundled(), layers.paths(), Set.copyOf(ids));
    }

    /**
     * Rules in folders, or packed files.
     *
     * @param overBundled whether they are laid over the bundled rules
     * @param paths the later over the earlier
     */
    record Layers(boolean overBundled, List<Path> paths) {}

    /** What to work on: {@code ./rules/v1} where none are named. */
    Layers layersToWorkOn() {
        return areGiven() ? layers() : new Layers(false, foldersToWorkOn());
    }

    private Layers layers() {
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
        if (layers.paths().isEmpty()) {
            return Rulebook.bundled();
        }
        Path[] all = layers.paths().toArray(Path[]::new);
        return layers.overBundled()
                ? Rulebook.bundledWith(all)
                : Rulebook.open(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
    }
}
