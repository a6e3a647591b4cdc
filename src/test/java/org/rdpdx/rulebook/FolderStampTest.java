package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a folder is the bundled rulebook, asked again and again while it changes. */
class FolderStampTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @SuppressWarnings("NullAway.Init")
    private Path rules;

    @SuppressWarnings("NullAway.Init")
    private Path cache;

    @BeforeEach
    void copies_the_rules() throws IOException {
        rules = scratch.resolve("v1");
        cache = scratch.resolve("cache");
        Path shipped = Path.of("rules", "v1");
        try (Stream<Path> walk = Files.walk(shipped)) {
            for (Path file : walk.toList()) {
                Path copy = rules.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    Files.setLastModifiedTime(copy, LONG_AGO);
                }
            }
        }
    }

    private boolean isBundled() {
        return RulebookLoader.isBundled(rules, cache);
    }

    private List<String> stamps() throws IOException {
        try (Stream<Path> kept = Files.list(cache)) {
            return kept.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void remembers_that_it_is_the_same() throws IOException {
        assertThat(isBundled()).isTrue();
        assertThat(stamps()).singleElement().asString().matches("same-[0-9a-f]+\\.stamp");
        assertThat(isBundled()).isTrue();
    }

    @Test
    void sees_a_change() throws IOException {
        assertThat(isBundled()).isTrue();
        Path weights = rules.resolve("rulebook.yaml");
        Files.writeString(weights, Files.readString(weights) + "\n");
        assertThat(isBundled()).isFalse();
    }

    @Test
    void sees_a_change_that_keeps_the_size() throws IOException {
        assertThat(isBundled()).isTrue();
        Path weights = rules.resolve("rulebook.yaml");
        Files.writeString(weights, Files.readString(weights).replaceFirst("[0-9]", "9"));
        assertThat(isBundled()).isFalse();
    }

    @Test
    void sees_a_file_more() throws IOException {
        assertThat(isBundled()).isTrue();
        Path more = Files.createDirectories(rules.resolve("network/another"));
        Files.writeString(more.resolve("rule.drl"), "package another;\n");
        assertThat(isBundled()).isFalse();
    }

    @Test
    void sees_a_file_less() throws IOException {
        assertThat(isBundled()).isTrue();
        Files.delete(rules.resolve("retired.yaml"));
        assertThat(isBundled()).isFalse();
    }

    @Test
    void does_not_remember_what_was_changed_just_now() throws IOException {
        Files.setLastModifiedTime(rules.resolve("retired.yaml"), FileTime.from(Instant.now()));
        assertThat(isBundled()).isTrue();
        assertThat(stamps()).isEmpty();
    }

    @Test
    void reads_the_files_again_where_the_stamp_is_damaged() throws IOException {
        assertThat(isBundled()).isTrue();
        Files.write(cache.resolve(stamps().get(0)), new byte[] {1, 2, 3});
        assertThat(isBundled()).isTrue();
    }
}
