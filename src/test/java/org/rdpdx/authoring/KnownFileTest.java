package org.rdpdx.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void one_that_nobody_else_wrote_is_written() throws IOException {
        Path file = Files.writeString(folder.resolve("rule.drl"), "old");

        assertThat(new KnownFile(file, Optional.of("old")).replace("new")).isTrue();

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("rule.drl");
    }

    @Test
    void one_that_somebody_wrote_in_the_meantime_is_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("rule.drl"), "theirs");

        assertThat(new KnownFile(file, Optional.of("old")).replace("new")).isFalse();

        assertThat(file).hasContent("theirs");
        assertThat(names()).containsExactly("rule.drl");
    }

    @Test
    void one_that_somebody_deleted_in_the_meantime_is_not_made_again() throws IOException {
        Path file = folder.resolve("rule.drl");

        assertThat(new KnownFile(file, Optional.of("old")).replace("new")).isFalse();

        assertThat(names()).isEmpty();
    }

    @Test
    void one_that_was_not_there_is_made() throws IOException {
        Path file = folder.resolve("case.txt");

        assertThat(new KnownFile(file, Optional.empty()).replace("new")).isTrue();

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("case.txt");
    }

    @Test
    void one_that_somebody_made_in_the_meantime_is_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("case.txt"), "theirs");

        assertThat(new KnownFile(file, Optional.empty()).replace("new")).isFalse();

        assertThat(file).hasContent("theirs");
        assertThat(names()).containsExactly("case.txt");
    }

    @Test
    void who_may_read_it_stays_as_it_was() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Path file = Files.writeString(folder.resolve("rule.drl"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

        new KnownFile(file, Optional.of("old")).replace("new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path file = Files.writeString(folder.resolve("rule.drl"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.drl"), file);

        assertThat(new KnownFile(link, Optional.of("old")).replace("new")).isTrue();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
