package org.rdpdx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;

/** Fact files that the project keeps: those to learn from, the real cases, and those made up to try the rules on. */
public final class Stories {

    /** Fact files to learn from. */
    public static final Path SAMPLES = Path.of("facts-samples");

    /** One for each cause and some more, each with its output beside it. */
    public static final Path FOLDER = SAMPLES.resolve("stories");

    /** The causes that have a story of their own, named like it. */
    public static final List<String> CAUSES = List.of(
            "firewall-blocks-rdp",
            "host-certificate-expired",
            "license-cache-corrupt",
            "machine-keys-unusable",
            "nla-requirement-mismatch",
            "os-upgrade-raised-security",
            "security-layer-mismatch",
            "udp-transport-failing",
            "vpn-slow-or-unstable");

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Stories() {}

    /** The fact files of all stories, sorted. */
    public static List<Path> files() {
        return files(FOLDER);
    }

    /** The file of one story. */
    public static Path file(String id) {
        return FOLDER.resolve(id + ".yaml");
    }

    /** The fact files of all real cases, sorted. */
    public static List<Path> real() {
        return files(RESOURCES.resolve("real"));
    }

    /** The fact files of real cases that were written down after the rules, by others than these were written by; sorted. */
    public static List<Path> later() {
        return files(RESOURCES.resolve("later"));
    }

    /**
     * The fact files of connections that work and of machines with nothing wrong, sorted. Where a name begins with
     * {@code near-}, a fault is there that is not the cause of anything.
     */
    public static List<Path> healthy() {
        return files(RESOURCES.resolve("healthy"));
    }

    /** The fact files in which two faults are at work at once, sorted. */
    public static List<Path> twoFaults() {
        return files(RESOURCES.resolve("two-faults"));
    }

    /** Every fact file that must be read without a problem: stories, other samples, real cases. */
    public static List<Path> everything() {
        List<Path> all = new ArrayList<>(files());
        all.addAll(files(SAMPLES));
        all.addAll(real());
        all.addAll(later());
        return all;
    }

    /** Every fact file there is: those of {@link #everything} and those made up to try the rules on. */
    public static List<Path> everythingAndMadeUp() {
        List<Path> all = new ArrayList<>(everything());
        all.addAll(healthy());
        all.addAll(twoFaults());
        return all;
    }

    /** The one case in a file. */
    public static CaseFacts read(Path file) {
        List<CaseFacts> cases = FactFile.read(List.of(file));
        if (cases.size() != 1) {
            throw new IllegalStateException(file + " holds " + cases);
        }
        return cases.get(0);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
