package org.rdpdx.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code rdpdx rules pack}. */
final class RulesPackCommand implements Callable<Integer> {

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}(-[A-Za-z0-9.]+)?");
    private static final Pattern ARTIFACT = Pattern.compile("[A-Za-z0-9_.-]{1,100}:[A-Za-z0-9_.-]{1,100}");
    private static final String USUAL_ARTIFACT = "org.rdpdx.rules:rulebook";

    private final Console console;

    private final PositionalParamSpec folder = Specs.words("0..1", "DIR", "the folder; ./rules/v1 if none is given");
    private final OptionSpec output = Specs.option("-o", "FILE.jar", "The file to write.");
    private final OptionSpec over = Specs.option(
            "--over",
            "PATH",
            "Of an addition, a folder without rulebook.yaml: the rules it adds to; those that come with rdpdx if none are named.");
    private final OptionSpec as = Specs.option("--as", "VERSION", "Of an addition: its version.");
    private final OptionSpec minimum =
            Specs.option("--minimum", "VERSION", "The oldest rdpdx that may run it; this one if none is given.");
    private final OptionSpec artifact = Specs.option(
            "--artifact", "GROUP:ARTIFACT", "Its name in a Maven repository; " + USUAL_ARTIFACT + " if none is given.");

    RulesPackCommand(Console console) {
        this.console = console;
    }

    CommandSpec spec() {
        CommandSpec spec = Specs.command(
                this,
                "pack",
                "rules pack rules/v1 -o my-rules.jar",
                "Writes a rulebook as one file, which --rules takes in place of a folder.");
        spec.addPositional(folder)
                .addOption(output)
                .addOption(over)
                .addOption(as)
                .addOption(minimum)
                .addOption(artifact);
        return spec;
    }

    @Override
    public Integer call() {
        Path from = Specs.paths(folder).stream().findFirst().orElse(Path.of("rules", "v1"));
        Path root = root(from);
        Path to = target(root);
        boolean addition = !Files.isRegularFile(root.resolve("rulebook.yaml"));
        String version = given(as, "");
        checkVersion(from, addition, version);
        String least = given(minimum, Rulebook.programVersion().orElse("0"));
        check(VERSION, "pack.no-version", least);
        String[] coordinates = check(ARTIFACT, "pack.no-artifact", given(artifact, USUAL_ARTIFACT))
                .split(":", -1);
        try (Rulebook rulebook = addition ? openAddition(root) : Rulebook.open(root)) {
            String content = addition ? version : rulebook.version();
            byte[] packed = rulebook.packed(new Rulebook.PackLabel(content, least, coordinates[0], coordinates[1]));
            write(packed, to);
            said(content, to, packed.length);
        }
        return ExitCode.DONE.number();
    }

    private void said(String version, Path to, int bytes) {
        Rulebook.Packed packed = Rulebook.packedIn(to);
        console.out()
                .println(Messages.text(
                        "pack.done",
                        version,
                        packed.hash().substring(0, 12),
                        to,
                        String.valueOf(packed.files()),
                        String.valueOf(bytes)));
    }

    private static Path root(Path from) {
        if (!Files.isDirectory(from)) {
            throw new UsageException(Messages.text("pack.no-folder", from));
        }
        Path versioned = from.resolve("v1");
        return Files.isDirectory(versioned) ? versioned : from;
    }

    private Path target(Path root) {
        String name = given(output, "");
        if (name.isEmpty()) {
            throw new UsageException(Messages.text("pack.no-output"));
        }
        Path to = Path.of(name);
        if (Files.isDirectory(to)) {
            throw new UsageException(Messages.text("pack.folder", to));
        }
        if (!name.endsWith(".jar")) {
            throw new UsageException(Messages.text("pack.not-a-jar", to));
        }
        if (to.toAbsolutePath().normalize().startsWith(root.toAbsolutePath().normalize())) {
            throw new UsageException(Messages.text("pack.inside", to));
        }
        if (Files.exists(to) && !isPacked(to)) {
            throw new UsageException(Messages.text("pack.other-file", to));
        }
        return to;
    }

    private static boolean isPacked(Path file) {
        try {
            Rulebook.packedIn(file);
            return true;
        } catch (InvalidRulebookException other) {
            return false;
        }
    }

    private static void checkVersion(Path from, boolean addition, String version) {
        if (!addition && !version.isEmpty()) {
            throw new UsageException(Messages.text("pack.version-twice"));
        }
        if (addition && version.isEmpty()) {
            throw new UsageException(Messages.text("pack.version-missing", from));
        }
        if (addition) {
            check(VERSION, "pack.no-version", version);
        }
    }

    private static String check(Pattern form, String key, String word) {
        if (!form.matcher(word).matches()) {
            throw new UsageException(Messages.text(key, word));
        }
        return word;
    }

    private static String given(OptionSpec option, String otherwise) {
        String value = option.getValue();
        return value == null ? otherwise : value;
    }

    private Rulebook openAddition(Path root) {
        String base = given(over, "bundled");
        return base.equals("bundled") ? Rulebook.bundledWith(root) : Rulebook.open(Path.of(base), root);
    }

    /** Under another name first, so that a run that is cut off leaves no half of a file. */
    private static void write(byte[] packed, Path to) {
        try {
            Path part = Files.createTempFile(to.toAbsolutePath().getParent(), "rules", ".part");
            try {
                Files.write(part, packed);
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException unwritable) {
            throw new UsageException(Messages.text("pack.unwritable", to));
        }
    }
}
