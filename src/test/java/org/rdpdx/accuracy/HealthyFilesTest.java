package org.rdpdx.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.Stories;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.rulebook.Rulebook;

/** Where nothing fails no cause is more than possible, whatever else is out of order there. */
class HealthyFilesTest {

    private static Rulebook bundled;

    @BeforeAll
    static void open() {
        bundled = Rulebook.bundled();
    }

    @AfterAll
    static void close() {
        bundled.close();
    }

    static List<Path> files() {
        return Stories.healthy();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void no_cause_is_likely(Path file) {
        Ranking ranking = Ranking.of(bundled.consider(Stories.read(file)), bundled);

        assertThat(ranking.atLeast(Likelihood.LIKELY)).extracting(Diagnosis::id).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_file_is_named_like_its_case_and_tells_of_no_attempt_that_fails(Path file) {
        CaseFacts facts = Stories.read(file);

        assertThat(file.getFileName()).hasToString(facts.name() + ".yaml");
        assertThat(facts.text("attempt.outcome").orElse("works")).isEqualTo("works");
        assertThat(facts.text("attempt.error")).isEmpty();
        assertThat(facts.text("attempt.message")).isEmpty();
    }

    @Test
    void there_are_enough_of_each_sort() {
        List<Path> near = files().stream()
                .filter(file -> file.getFileName().toString().startsWith("near-"))
                .toList();
        long untried = files().stream()
                .filter(file -> Stories.read(file).text("attempt.outcome").isEmpty())
                .count();

        assertThat(files()).hasSizeGreaterThanOrEqualTo(70);
        assertThat(near).hasSizeGreaterThanOrEqualTo(31);
        assertThat(untried).isGreaterThanOrEqualTo(16);
    }
}
