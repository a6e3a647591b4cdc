package org.rdpdx.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.knowledge.Cures;
import org.rdpdx.knowledge.Frequency;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.knowledge.Weights;
import org.rdpdx.rulebook.Rulebook;

class WeightsTest {

    private static final List<String> WAYS = List.of(
            "decisive",
            "decisive2",
            "strong",
            "strong2",
            "moderate",
            "weak",
            "-decisive",
            "-strong",
            "-moderate",
            "-weak");

    private static Rulebook rulebook;

    @BeforeAll
    static void open(@TempDir Path folder) {
        SmallRulebook written = SmallRulebook.in(folder);
        Way[] ways = WAYS.stream().map(WeightsTest::way).toArray(Way[]::new);
        for (Frequency frequency : Frequency.values()) {
            written.cause(frequency.word(), List.of("frequency: " + frequency.word()), ways);
        }
        rulebook = written.open();
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    private static Way way(String word) {
        String strength = word.replaceAll("[-2]", "");
        return word.startsWith("-") ? Way.against(strength, service(word)) : Way.of(strength, service(word));
    }

    private static String service(String word) {
        return word.replace("-", "not-");
    }

    /** What each sum of weights comes to, and the word for it: the table an author goes by. */
    @ParameterizedTest(name = "{0} and {1}: {3}")
    @CsvSource({
        "common,     '',                             0.0759, unlikely",
        "common,     'weak',                         0.1192, unlikely",
        "common,     'moderate',                     0.2689, possible",
        "common,     'strong',                       0.6225, likely",
        "common,     'strong strong2',               0.9707, likely",
        "common,     'decisive',                     0.9890, confirmed",
        "common,     'decisive -strong',             0.8176, likely",
        "common,     'decisive -moderate',           0.9526, confirmed",
        "common,     'decisive -decisive',           0.0759, unlikely",
        "common,     'decisive decisive2 -decisive', 0.9890, likely",
        "occasional, '',                             0.0293, unlikely",
        "occasional, 'moderate',                     0.1192, unlikely",
        "occasional, 'strong',                       0.3775, possible",
        "occasional, 'strong weak',                  0.5000, possible",
        "occasional, 'strong moderate',              0.7311, likely",
        "occasional, 'decisive',                     0.9707, confirmed",
        "rare,       '',                             0.0110, unlikely",
        "rare,       'strong',                       0.1824, unlikely",
        "rare,       'strong weak',                  0.2689, possible",
        "rare,       'strong moderate',              0.5000, possible",
        "rare,       'decisive',                     0.9241, confirmed",
        "rare,       'decisive -weak',               0.8808, likely",
    })
    void a_sum_of_weights_is_a_confidence_and_a_word(String frequency, String spoken, double confidence, String word) {
        String[] services = Stream.of(spoken.split(" "))
                .filter(way -> !way.isEmpty())
                .map(WeightsTest::service)
                .toArray(String[]::new);

        Diagnosis diagnosis = Ranking.of(rulebook.consider(SmallRulebook.running(services)), rulebook)
                .of(frequency)
                .orElseThrow();

        assertThat(diagnosis.confidence()).isCloseTo(confidence, within(0.00005));
        assertThat(diagnosis.likelihood().word()).isEqualTo(word);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "confirmed, '{ confirmed: 0.5, likely: 0.4, possible: 0.3 }'",
        "likely,    '{ confirmed: 0.6, likely: 0.5, possible: 0.3 }'",
        "possible,  '{ confirmed: 0.7, likely: 0.6, possible: 0.5 }'",
        "unlikely,  '{ confirmed: 0.8, likely: 0.7, possible: 0.6 }'",
    })
    void a_confidence_that_just_reaches_a_threshold_has_its_word(String word, String thresholds, @TempDir Path even) {
        String weights = """
                weights:
                  prior: { common: -1, occasional: -1, rare: -1 }
                  strength: { decisive: 1, strong: 1, moderate: 1, weak: 1 }
                  stageGate: strong
                  cures: { usually: 0.8, often: 0.5, sometimes: 0.2 }
                  likelihood: %s
                """.formatted(thresholds);
        try (Rulebook evens = SmallRulebook.in(even)
                .weights(weights)
                .cause("alpha", List.of(), Way.of("decisive", "A"))
                .open()) {
            Diagnosis alpha = Ranking.of(evens.consider(SmallRulebook.running("A")), evens)
                    .of("alpha")
                    .orElseThrow();

            assertThat(alpha.confidence()).isEqualTo(0.5);
            assertThat(alpha.likelihood().word()).isEqualTo(word);
        }
    }

    @Test
    void the_bundled_weights_are_those_that_authors_are_told() {
        try (Rulebook bundled = Rulebook.bundled()) {
            Weights weights = bundled.weights();

            assertThat(List.of(Frequency.values())).extracting(weights::of).containsExactly(-2.4, -3.4, -4.4);
            assertThat(List.of(Strength.values())).extracting(weights::of).containsExactly(7.0, 3.5, 2.0, 0.5);
            assertThat(List.of(Cures.values())).extracting(weights::of).containsExactly(0.8, 0.5, 0.2);
            assertThat(weights.stageGate()).isEqualTo(Strength.MODERATE);
            assertThat(weights.confirmed()).isEqualTo(0.9);
            assertThat(weights.likely()).isEqualTo(0.6);
            assertThat(weights.possible()).isEqualTo(0.2);
        }
    }

    @ParameterizedTest
    @EnumSource(Likelihood.class)
    void each_word_is_at_least_itself_and_all_below_it(Likelihood likelihood) {
        for (Likelihood other : Likelihood.values()) {
            assertThat(likelihood.atLeast(other)).isEqualTo(likelihood.ordinal() >= other.ordinal());
        }
    }
}
