package org.rdpdx.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rdpdx.rulebook.Rulebook;

/**
 * Real cases that others wrote down without having seen the rules. What they showed to be missing was mended in the rules, so
 * that they tell what is held, and no longer what to expect of a case that nobody has seen.
 */
class LaterCasesTest {

    private static List<RealCase> cases;
    private static Figures whole;
    private static Figures leftOut;

    @BeforeAll
    static void measure() {
        cases = RealCase.later();
        try (Rulebook rulebook = Rulebook.bundled()) {
            Accuracy accuracy = new Accuracy(rulebook);
            whole = Figures.of(accuracy.withAllRules(cases));
            leftOut = Figures.of(accuracy.withoutItsSource(cases));
        }
    }

    @Test
    void each_has_a_cause_and_is_none_of_those_that_the_rules_were_written_with() {
        Set<String> known =
                RealCase.all().stream().flatMap(real -> real.sources().stream()).collect(Collectors.toSet());

        assertThat(cases).hasSizeGreaterThan(80).allSatisfy(later -> {
            assertThat(later.cause()).as(later.id()).isPresent();
            assertThat(later.sources()).as(later.id()).doesNotContainAnyElementsOf(known);
        });
    }

    @Test
    void seven_in_ten_are_right_and_hardly_any_is_wrong_and_sure() {
        assertThat(whole.top1()).isGreaterThanOrEqualTo(0.70);
        assertThat(whole.wrongAndSure()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void without_their_own_sources_half_are_right() {
        assertThat(leftOut.top1()).isGreaterThanOrEqualTo(0.48);
        assertThat(leftOut.wrongAndSure()).isLessThanOrEqualTo(0.04);
    }
}
