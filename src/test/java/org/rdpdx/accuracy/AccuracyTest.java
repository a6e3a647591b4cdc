package org.rdpdx.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rdpdx.Stories;
import org.rdpdx.facts.CaseFacts;

/** What the figures of accuracy rest on. */
class AccuracyTest {

    private static final CaseFacts NOTHING = CaseFacts.named("nothing").build();

    @Test
    void every_real_case_has_a_cause_with_a_label() {
        Map<String, String> labels = RealCase.labels();
        List<RealCase> cases = RealCase.all();
        Set<String> unknown = new TreeSet<>();
        cases.stream()
                .map(RealCase::label)
                .filter(label -> !labels.containsKey(label))
                .forEach(unknown::add);

        assertThat(labels).hasSize(150);
        assertThat(cases).hasSize(Stories.real().size()).hasSizeGreaterThan(190);
        assertThat(unknown).containsExactly(RealCase.UNRESOLVED);
        assertThat(cases.stream().filter(RealCase::scored)).hasSize(143);
    }

    @Test
    void an_incident_told_twice_counts_once_with_the_pages_of_both() {
        List<RealCase> twice = RealCase.all().stream()
                .filter(real -> real.incident().equals("case-179"))
                .toList();

        assertThat(twice).extracting(RealCase::id).containsExactly("case-179", "case-180");
        assertThat(twice).extracting(RealCase::scored).containsExactly(true, false);
        assertThat(twice.get(0).sources()).hasSize(2).isEqualTo(twice.get(1).sources());
    }

    @Test
    void shares_are_those_of_the_cases() {
        List<Scored> scored = List.of(scored(1, 0.9), scored(1, 0.6), scored(2, 0.85), scored(3, 0.5), scored(7, 0.1));

        Figures figures = Figures.of(scored);

        assertThat(figures).isEqualTo(new Figures(5, 0.4, 0.8, 0.2, 0.2, 2.8));
        assertThat(Figures.brier(scored)).isCloseTo((0.01 + 0.16 + 0.7225 + 0.25 + 0.01) / 5, within(1e-9));
    }

    @Test
    void the_calibration_error_is_the_distance_in_bins_of_equal_count() {
        List<Scored> perfect = IntStream.range(0, 100)
                .mapToObj(i -> scored(i % 10 < (i / 20) * 2 + 1 ? 1 : 2, ((i / 20) * 2 + 1) / 10.0))
                .toList();
        List<Scored> sureAndWrong =
                IntStream.range(0, 50).mapToObj(i -> scored(2, 1.0)).toList();

        assertThat(Figures.bins(perfect)).hasSize(5).allSatisfy(bin -> assertThat(bin.cases())
                .isEqualTo(20));
        assertThat(Figures.calibrationError(perfect)).isCloseTo(0, within(1e-9));
        assertThat(Figures.calibrationError(sureAndWrong)).isEqualTo(1);
        assertThat(Figures.calibrationInterval(perfect)[1]).isBetween(0.0, 0.4);
    }

    private static Scored scored(int rank, double confidence) {
        RealCase real =
                new RealCase("case", NOTHING, "label", Optional.of("cause"), "user-confirmed", Set.of(), "case");
        return new Scored(real, rank == 1 ? "cause" : "other", confidence, rank, confidence >= 0.2);
    }
}
