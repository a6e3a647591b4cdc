package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.diagnosis.Verdict;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;

/**
 * Each story comes to what it tells, and its output stands beside it to be read. {@code mvn test -Drewrite=true} writes the
 * outputs anew; read what has changed before you keep it.
 */
class StoriesTest {

    private static final boolean REWRITE = Boolean.getBoolean("rewrite");

    private static Diagnostician diagnostician;

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

    static List<String> causes() {
        return Stories.CAUSES;
    }

    private static Report report(Path file) {
        return diagnostician.diagnose(Stories.read(file));
    }

    private static String text(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        ReportFormat.text(100, false).write(report(file), text);
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void the_output_of_a_story_is_the_one_beside_it(Path story) throws IOException {
        Path stored = story.resolveSibling(story.getFileName().toString().replace(".yaml", ".txt"));
        String output = masked(text(story));
        if (REWRITE) {
            Files.writeString(stored, output);
        }

        assertThat(output).isEqualTo(Files.readString(stored));
    }

    /** What differs whenever a diagnosis is added: no stored output has to change for it. */
    private static String masked(String output) {
        return output.replaceAll("rulebook \\S+ \\([0-9a-f]+\\)", "rulebook VERSION (HASH)")
                .replaceAll("(?m)^\\d+ rules: .*$", "N rules: ...");
    }

    @Test
    void every_stored_output_has_its_story() throws IOException {
        assumeFalse(REWRITE, "they are being written");
        try (Stream<Path> files = Files.list(Stories.FOLDER)) {
            TreeSet<String> outputs = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(outputs)
                    .containsExactlyElementsOf(Stories.files().stream()
                            .map(file -> file.getFileName().toString().replace(".yaml", ".txt"))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("causes")
    void the_story_of_a_cause_has_it_first_and_at_least_likely(String id) {
        Ranking ranking = report(Stories.file(id)).ranking();

        assertThat(ranking.verdict()).isEqualTo(Verdict.DETERMINED);
        assertThat(ranking.standing().get(0).id()).isEqualTo(id);
        assertThat(ranking.diagnoses().get(0).id()).isEqualTo(id);
        assertThat(ranking.diagnoses().get(0).likelihood().atLeast(Likelihood.LIKELY))
                .isTrue();
    }

    /** Which of two is right shows only if the other is not likely as well. */
    @ParameterizedTest
    @MethodSource("causes")
    void in_the_story_of_a_cause_no_other_stands_beside_it_as_likely(String id) {
        List<String> likely = report(Stories.file(id)).ranking().standing().stream()
                .filter(diagnosis -> diagnosis.likelihood().atLeast(Likelihood.LIKELY))
                .map(Diagnosis::id)
                .toList();

        assertThat(likely).containsExactly(id);
    }

    @Test
    void the_story_of_another_program_as_a_way_round_has_the_client_program_first() {
        Ranking ranking = report(Stories.file("store-client-workaround")).ranking();

        assertThat(ranking.standing().get(0).id()).isEqualTo("client-program-fault");
        assertThat(ranking.standing().get(0).likelihood().atLeast(Likelihood.LIKELY))
                .isTrue();
    }

    @Test
    void two_codes_alone_are_not_enough_and_what_to_collect_is_told() throws IOException {
        Path story = Stories.file("error-code-not-conclusive");

        Ranking ranking = report(story).ranking();

        assertThat(ranking.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(ranking.atLeast(Likelihood.LIKELY)).isEmpty();
        assertThat(report(story).plan().steps()).isEmpty();
        assertThat(text(story)).startsWith("UNDETERMINED").contains("To collect next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "expired-certificate-but-works"})
    void where_the_connection_works_no_cause_is_even_possible(String sample) throws IOException {
        Path file = Stories.SAMPLES.resolve(sample + ".yaml");

        assertThat(report(file).ranking().atLeast(Likelihood.POSSIBLE)).isEmpty();
        assertThat(text(file)).startsWith("NO FAULT SEEN: the attempt worked");
    }
}
