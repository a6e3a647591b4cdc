package org.rdpdx.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rdpdx.rulebook.Rulebook;

/** The rulebook is right about the real cases as often as {@link Bar} asks. */
class AccuracyBarsTest {

    private static Measured measured;

    @BeforeAll
    static void measure() {
        List<RealCase> all = RealCase.all();
        List<RealCase> scored = all.stream().filter(RealCase::scored).toList();
        try (Rulebook rulebook = Rulebook.bundled()) {
            Accuracy accuracy = new Accuracy(rulebook);
            measured = Measured.of(
                    accuracy.withAllRules(scored),
                    accuracy.withoutItsSource(scored),
                    accuracy.withAllRules(
                            all.stream().filter(real -> real.cause().isEmpty()).toList()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_bar_is_held(Bar bar) {
        assertThat(bar.isHeldBy(measured))
                .as(
                        "%s: %.3f, must be %s %.3f",
                        bar.words(), bar.figure(measured), bar.least() ? "at least" : "at most", bar.held())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void every_bar_asks_for_what_is_aimed_at_or_more(Bar bar) {
        assertThat(bar.least() ? bar.held() >= bar.aim() : bar.held() <= bar.aim())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_rulebook_that_is_always_wrong_and_sure_fails_it(Bar bar) {
        Figures bad = new Figures(143, 0, 0, 0, 1, 108);

        assertThat(bar.isHeldBy(new Measured(bad, bad, 1, 6))).isFalse();
    }

    @Test
    void a_rulebook_that_is_always_right_holds_them_all() {
        Figures best = new Figures(143, 1, 1, 0, 0, 1);

        assertThat(Bar.values()).allMatch(bar -> bar.isHeldBy(new Measured(best, best, 0, 0)));
    }

    @Test
    void the_aims_are_those_that_were_set() {
        assertThat(Bar.values()).extracting(Bar::aim).containsExactly(0.75, 0.90, 0.98, 0.02, 0.12, 0.0);
    }
}
