package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;

/** In which order facts and files come must not matter. */
class OrderTest {

    private static Diagnostician diagnostician;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeAll
    static void open() {
        diagnostician = Diagnostician.withRules(Rulebook.bundled());
    }

    @AfterAll
    static void close() {
        diagnostician.close();
    }

    static List<Path> stories() {
        return Stories.files();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void a_story_in_several_files_gives_the_same_json_in_whatever_order_they_are_given(Path story) throws IOException {
        Random random = new Random(story.toString().hashCode());
        List<String> pieces = pieces(story);
        assertThat(pieces).hasSizeGreaterThan(3);
        Collections.shuffle(pieces, random);
        List<Path> files = files(pieces, random);

        String first = json(read(files));

        for (int i = 0; i < 5; i++) {
            Collections.shuffle(files, random);
            assertThat(json(read(files))).isEqualTo(first);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void a_story_told_in_another_order_has_the_same_ranking_and_plan(Path story) throws IOException {
        Random random = new Random(story.toString().hashCode());
        List<String> pieces = pieces(story);
        Report told = diagnostician.diagnose(Stories.read(story));

        for (int i = 0; i < 5; i++) {
            Collections.shuffle(pieces, random);
            Report again = diagnostician.diagnose(read(files(pieces, random)));

            assertThat(again.facts().facts()).isEqualTo(told.facts().facts());
            assertThat(again.ranking()).isEqualTo(told.ranking());
            assertThat(again.plan()).isEqualTo(told.plan());
            assertThat(again.findings().counts()).isEqualTo(told.findings().counts());
        }
    }

    /** Every entry of the story as a document of its own. */
    private static List<String> pieces(Path story) throws IOException {
        List<String> pieces = new ArrayList<>();
        String name = "";
        String top = "";
        for (String line : Files.readAllLines(story)) {
            boolean begins = !line.isEmpty() && " #".indexOf(line.charAt(0)) < 0;
            boolean begin = line.matches("  [^ #].*");
            if (line.startsWith("case:")) {
                name = line + "\n";
            } else if (begins && line.endsWith(":")) {
                top = line + "\n";
            } else if (begins) {
                pieces.add(name + line + "\n");
            } else if (begin) {
                pieces.add(name + top + line + "\n");
            } else if (line.startsWith("    ")) {
                int last = pieces.size() - 1;
                pieces.set(last, pieces.get(last) + line + "\n");
            }
        }
        return pieces;
    }

    /** The pieces, in their order, as the documents of three files. */
    private List<Path> files(List<String> pieces, Random random) throws IOException {
        int one = random.nextInt(pieces.size());
        int two = one + random.nextInt(pieces.size() - one);
        List<List<String>> parts =
                List.of(pieces.subList(0, one), pieces.subList(one, two), pieces.subList(two, pieces.size()));
        List<Path> files = new ArrayList<>();
        for (List<String> part : parts) {
            if (!part.isEmpty()) {
                Path file = folder.resolve("part-" + files.size() + ".yaml");
                files.add(Files.writeString(file, String.join("---\n", part)));
            }
        }
        return files;
    }

    private static CaseFacts read(List<Path> files) {
        FactFile.ReadResult read = FactFile.readAll(files, InputStream.nullInputStream());
        assertThat(read.problems()).isEmpty();
        assertThat(read.cases()).hasSize(1);
        return read.cases().get(0);
    }

    private static String json(CaseFacts facts) throws IOException {
        StringBuilder json = new StringBuilder();
        ReportFormat.json().write(diagnostician.diagnose(facts), json);
        return json.toString();
    }
}
