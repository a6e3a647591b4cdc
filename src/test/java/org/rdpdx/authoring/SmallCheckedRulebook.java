package org.rdpdx.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the small rulebook of {@code src/test/resources/check/_rulebook} into a folder, with some files exchanged. */
public final class SmallCheckedRulebook {

    private static final Path SMALL = Path.of("src/test/resources/check/_rulebook");

    private SmallCheckedRulebook() {}

    /** Writes it. */
    public static void write(Path folder, Map<String, String> laidOver) throws IOException {
        try (Stream<Path> files = Files.walk(SMALL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(folder.resolve(SMALL.relativize(file).toString()), Files.readString(file));
            }
        }
        for (Map.Entry<String, String> entry : laidOver.entrySet()) {
            put(folder.resolve(entry.getKey()), entry.getValue());
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
