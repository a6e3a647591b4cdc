package org.rdpdx.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.Diagnostician;
import org.rdpdx.Stories;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.rulebook.Truth;

class WhyNotTest {

    private static final Rulebook RULEBOOK = Rulebook.open(Path.of("rules/v1"));

    @AfterAll
    static void close() {
        RULEBOOK.close();
    }

    static java.util.List<Path> files() {
        return Stories.everything();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_contradicted_rule_has_a_condition_that_fails_and_every_undecided_one_something_that_is_missing(
            Path file) {
        Findings findings = RULEBOOK.consider(Stories.read(file));
        Ranking ranking = Ranking.of(findings, RULEBOOK);

        for (Cause cause : RULEBOOK.causes()) {
            WhyNot why = WhyNot.of(cause.id(), findings, ranking);

            assertThat(why.ways()).hasSameSizeAs(findings.verdicts(cause.id()));
            for (WhyNot.Way way : why.ways()) {
                String rule = way.rule().name();
                if (way.state() == RuleState.CONTRADICTED) {
                    assertThat(way.stop()).as(rule).isPresent();
                    assertThat(way.stop().orElseThrow().truth()).as(rule).isEqualTo(Truth.FALSE);
                }
                if (way.state() == RuleState.UNDECIDED) {
                    assertThat(way.stop()).as(rule).isPresent();
                    assertThat(way.missing()).as(rule).isNotEmpty();
                }
                if (way.state() == RuleState.FIRED) {
                    assertThat(way.stop()).as(rule).isEmpty();
                    assertThat(way.holding())
                            .as(rule)
                            .isEqualTo(way.conditions().size());
                }
            }
        }
    }

    @Test
    void the_ways_that_come_closest_stand_first() {
        Findings findings = RULEBOOK.consider(Stories.read(Stories.file("host-certificate-expired")));
        WhyNot why = WhyNot.of("security-layer-mismatch", findings, Ranking.of(findings, RULEBOOK));

        assertThat(why.ways()).extracting(WhyNot.Way::state).isSorted();
        assertThat(why.ways().stream()
                        .filter(way -> way.state() == RuleState.CONTRADICTED)
                        .map(way -> -(double) way.holding() / way.conditions().size())
                        .toList())
                .isSorted();
        assertThat(why.rank()).isGreaterThan(1);
    }

    @Test
    void a_cause_that_there_is_not_is_refused() {
        CaseFacts facts = Stories.read(Stories.file("host-certificate-expired"));
        try (Diagnostician diagnostician = Diagnostician.withRules(Rulebook.bundled())) {
            assertThatThrownBy(() -> diagnostician.whyNot(facts, "nothing"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no diagnosis nothing");
        }
    }
}
