package org.rdpdx.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.rulebook.Rulebook;

/** Where two faults are at work at once, both are found: one does not hide the other. */
class TwoFaultsTest {

    /** Causes of these cases that have no diagnosis yet: not asked for. It only ever gets shorter. */
    private static final Set<String> TO_COME = Set.of();

    private static Rulebook bundled;

    @BeforeAll
    static void open() {
        bundled = Rulebook.bundled();
    }

    @AfterAll
    static void close() {
        bundled.close();
    }

    static List<TwoFaults> cases() {
        return TwoFaults.all();
    }

    private static Set<String> withoutDiagnosis() {
        Set<String> missing = new TreeSet<>();
        cases().forEach(two -> missing.addAll(two.causes()));
        missing.removeIf(id -> bundled.cause(id).isPresent());
        return missing;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void both_causes_are_at_least_likely(TwoFaults two) {
        Ranking ranking = Ranking.of(bundled.consider(two.facts()), bundled);

        assertThat(two.missedIn(ranking)).as("causes that are not likely").isSubsetOf(TO_COME);
        assumeTrue(two.causes().stream().noneMatch(TO_COME::contains), "a diagnosis is still to come");
    }

    @Test
    void what_is_to_come_is_what_has_no_diagnosis() {
        assertThat(withoutDiagnosis()).containsExactlyInAnyOrderElementsOf(TO_COME);
    }

    @Test
    void each_case_names_two_causes_and_there_are_enough_of_them() {
        List<TwoFaults> cases = cases();

        assertThat(cases).hasSizeGreaterThanOrEqualTo(32).allSatisfy(two -> assertThat(two.causes())
                .hasSize(2));
        assertThat(cases.stream().flatMap(two -> two.causes().stream()).collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(52);
    }

    @Test
    void every_file_of_causes_has_its_case() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/two-faults-causes"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(cases().stream()
                            .map(TwoFaults::facts)
                            .map(CaseFacts::name)
                            .toList());
        }
    }
}
