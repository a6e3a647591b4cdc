package org.rdpdx.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rdpdx.Diagnostician;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;

/**
 * A fact file with the output that is stored beside it, and what comes of it now. What differs whenever a diagnosis is added is
 * masked in both: no stored output has to change for it.
 *
 * @param story the fact file
 * @param stored where its output is stored
 * @param expected the stored output; empty if there is none
 * @param output what comes of it now
 */
public record StoryRun(Path story, Path stored, Optional<String> expected, String output) {

    private static final int WIDTH = 100;

    /**
     * Runs every fact file of a folder, by name.
     *
     * @throws org.rdpdx.facts.InvalidFactFileException if one of them is refused
     * @throws UncheckedIOException if the folder or a stored output cannot be read
     */
    public static List<StoryRun> of(Diagnostician diagnostician, Path folder) {
        List<StoryRun> runs = new ArrayList<>();
        for (Path story : files(folder, ".yaml")) {
            runs.add(run(diagnostician, story));
        }
        return runs;
    }

    private static StoryRun run(Diagnostician diagnostician, Path story) {
        List<Report> reports = new ArrayList<>();
        for (CaseFacts facts : FactFile.read(List.of(story))) {
            reports.add(diagnostician.diagnose(facts));
        }
        StringBuilder output = new StringBuilder();
        Path stored = story.resolveSibling(name(story).replaceFirst("\\.yaml$", ".txt"));
        try {
            ReportFormat.text(WIDTH, false).writeAll(reports, output);
            Optional<String> expected =
                    Files.isRegularFile(stored) ? Optional.of(Files.readString(stored)) : Optional.empty();
            return new StoryRun(story, stored, expected, masked(output.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String masked(String output) {
        return output.replaceAll("rulebook \\S+ \\([0-9a-f]+\\)", "rulebook VERSION (HASH)")
                .replaceAll("(?m)^\\d+ rules: .*$", "N rules: ...");
    }

    /** Stored outputs of a folder whose fact file is gone. */
    public static List<Path> withoutStory(Path folder) {
        List<Path> alone = new ArrayList<>();
        for (Path stored : files(folder, ".txt")) {
            if (!Files.isRegularFile(stored.resolveSibling(name(stored).replaceFirst("\\.txt$", ".yaml")))) {
                alone.add(stored);
            }
        }
        return alone;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name(file).endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Whether it comes to what is stored, whatever the line ends. */
    public boolean passed() {
        return expected.map(StoryRun::lines).filter(lines(output)::equals).isPresent();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    /** What differs: lines that are gone with a minus, new ones with a plus, and some that stayed around them. */
    public List<String> difference() {
        return Difference.between(lines(expected.orElse("")), lines(output));
    }

    /**
     * Stores what comes of it now.
     *
     * @return false if somebody else stored something in the meantime, which is left as it is
     * @throws IOException if it cannot be written
     */
    public boolean accept() throws IOException {
        return new KnownFile(stored, expected).replace(output);
    }
}
