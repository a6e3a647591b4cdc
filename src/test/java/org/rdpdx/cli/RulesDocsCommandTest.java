package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;

class RulesDocsCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Run docs(Path site) {
        return Run.of("rules", "docs", "--rules", rules(), "-o", site.toString());
    }

    private String rules() {
        return SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of("title: The first"), Way.of("strong", "A"))
                .written()
                .toString();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void the_site_of_a_folder_of_rules_is_written_and_can_be_written_again() throws IOException {
        Path site = folder.resolve("deep").resolve("site");

        Run first = docs(site);
        Files.delete(site.resolve("diagnosis/alpha.html"));
        Run second = docs(site);

        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .matches("\\d+ pages written to \\Q" + site + "\\E; open \\Q" + site.resolve("index.html")
                        + "\\E in a browser\\R");
        assertThat(second.code()).isZero();
        assertThat(Files.readString(site.resolve("diagnosis/alpha.html"))).contains("The first");
        assertThat(Files.readString(site.resolve("index.html"))).contains("diagnosis/alpha.html");
        try (Stream<Path> beside = Files.list(folder.resolve("deep"))) {
            assertThat(beside).containsExactly(site);
        }
    }

    @Test
    void what_is_no_longer_part_of_the_site_is_taken_away() throws IOException {
        Path site = folder.resolve("site");
        docs(site);
        Files.writeString(site.resolve("diagnosis/beta.html"), "old");
        Files.writeString(
                site.resolve("rdpdx-site.txt"),
                Files.readString(site.resolve("rdpdx-site.txt")) + "diagnosis/beta.html\n");

        Run run = docs(site);

        assertThat(run.code()).isZero();
        assertThat(site.resolve("diagnosis/beta.html")).doesNotExist();
    }

    @Test
    void a_file_of_somebody_else_is_never_lost() throws IOException {
        Path site = folder.resolve("site");
        docs(site);
        Files.writeString(site.resolve("diagnosis/notes.txt"), "mine");

        Run run = docs(site);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(site
                        + " holds diagnosis/notes.txt, which is no part of a site written before and would be lost;"
                        + " name another folder, or empty this one" + System.lineSeparator());
        assertThat(Files.readString(site.resolve("diagnosis/notes.txt"))).isEqualTo("mine");
        assertThat(site.resolve("index.html")).exists();
        assertThat(left()).containsExactly("rules", "site");
    }

    @Test
    void an_empty_folder_is_filled() throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));

        assertThat(docs(site).code()).isZero();
        assertThat(site.resolve("index.html")).exists();
    }

    @Test
    void a_link_to_a_folder_stays_a_link() throws IOException {
        Path site = Files.createDirectory(folder.resolve("site"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), site);

        assertThat(docs(link).code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(site.resolve("index.html")).exists();
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("site"), "mine");

        Run run = docs(file);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(file + " is a file; name a folder" + System.lineSeparator());
        assertThat(file).hasContent("mine");
    }

    @Test
    void below_a_file_nothing_can_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Run run = docs(file.resolve("site"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(file.resolve("site") + " cannot be written: ");
    }

    @Test
    void a_rulebook_that_is_refused_gives_no_site() throws IOException {
        Path rules = Path.of(rules());
        Files.writeString(rules.resolve("area/alpha/rule.drl"), "nonsense");

        Run run = Run.of(
                "rules",
                "docs",
                "--rules",
                rules.toString(),
                "-o",
                folder.resolve("site").toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(left()).containsExactly("rules");
    }

    @Test
    void a_folder_must_be_named() {
        Run run = Run.of("rules", "docs");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors())
                .containsExactly(
                        "Missing required option: '-o=DIR'", "\"rdpdx rules docs -h\" shows what can be given");
    }
}
