package org.rdpdx.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rdpdx.authoring.MutantRun.Outcome;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What the rules that come with this project are held to; judged, not fired, so that it stays quick. */
class ShippedRulesTest {

    @SuppressWarnings("NullAway.Init")
    private static Rulebook rulebook;

    @BeforeAll
    static void open() {
        rulebook = Rulebook.bundled();
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    @Test
    void every_case_comes_out_as_it_expects() {
        Judgements judgements = new Judgements(rulebook);

        for (Rule rule : rulebook.rules()) {
            for (RuleCase one : judgements.casesOf(rule)) {
                assertThat(judgements.verdict(one, rule))
                        .as("%s %s", one.place(), one.name())
                        .contains(one.expect());
            }
        }
    }

    @Test
    void every_condition_is_seen_with_every_value_it_can_take() {
        Coverage coverage = Coverage.of(rulebook, Set.of());

        assertThat(coverage.gaps())
                .extracting(gap -> gap.rule().name() + ":" + gap.line() + " never " + gap.truth())
                .isEmpty();
        assertThat(coverage.percent()).isEqualTo(RuleTests.Bars.USUAL.coverage());
    }

    @Test
    void at_least_ninety_five_of_a_hundred_changes_are_noticed() {
        List<MutantRun> runs = MutantRun.of(rulebook, Set.of());

        assertThat(runs).hasSizeGreaterThan(1000);
        assertThat(MutantRun.percent(runs))
                .as(
                        "%s",
                        runs.stream()
                                .filter(run -> run.outcome() == Outcome.SURVIVED)
                                .map(run -> run.mutant().rule().name() + ":"
                                        + run.mutant().line() + " "
                                        + run.mutant().instead())
                                .toList())
                .isGreaterThanOrEqualTo(RuleTests.Bars.USUAL.mutants());
    }
}
