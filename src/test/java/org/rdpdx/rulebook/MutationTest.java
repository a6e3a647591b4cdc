package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.rulebook.Mutant.Change;

class MutationTest {

    private static Rule rule(String leftSide) {
        List<Problem> problems = new ArrayList<>();
        String drl = SmallRulebook.drl("small/way", leftSide);
        Rule rule = new DrlReader(new Knowledge.RuleFile("small", "rule.drl", "rule.drl", drl, false), problems)
                .read()
                .get(0);
        assertThat(problems).isEmpty();
        return rule;
    }

    /** Each change with what stands there afterwards. */
    private static List<String> mutants(String leftSide) {
        return rule(leftSide).mutants().stream()
                .map(mutant -> mutant.change() + " " + mutant.instead())
                .toList();
    }

    @Test
    void each_condition_is_taken_out_and_turned_round_with_a_guard_where_it_needs_one() {
        assertThat(mutants("Nla( required == true, setBy == \"policy\" )"))
                .containsExactly(
                        "DROPPED ",
                        "FLIPPED required == false",
                        "DROPPED ",
                        "FLIPPED setBy != null && setBy != \"policy\"");
    }

    @Test
    void a_guard_that_another_condition_needs_stays() {
        assertThat(mutants("SecurityLayer( value != null, value != \"tls\" )"))
                .containsExactly("DROPPED ", "FLIPPED value == \"tls\"");
        assertThat(mutants("Attempt( negotiationFailure != null )")).containsExactly("DROPPED ");
    }

    @Test
    void a_threshold_over_whole_numbers_is_shifted_by_one_both_ways() {
        assertThat(mutants("OperatingSystem( build >= 20348 )"))
                .containsExactly(
                        "DROPPED ", "FLIPPED build < 20348", "SHIFTED build >= 20347", "SHIFTED build >= 20349");
    }

    @Test
    void a_threshold_over_measured_numbers_also_falls_on_its_other_side() {
        assertThat(mutants("PathQuality( latencyMs > 200 )"))
                .containsExactly(
                        "DROPPED ",
                        "FLIPPED latencyMs <= 200",
                        "SHIFTED latencyMs >= 200",
                        "SHIFTED latencyMs > 199",
                        "SHIFTED latencyMs > 201");
    }

    @Test
    void each_of_several_values_is_taken_out() {
        assertThat(mutants("Attempt( error in (0xB09, 0xD09) )"))
                .containsExactly(
                        "DROPPED ",
                        "FLIPPED error != null && error not in (0xB09, 0xD09)",
                        "NARROWED error in (0xD09)",
                        "NARROWED error in (0xB09)");
    }

    @Test
    void each_alternative_is_taken_out_and_changed_and_or_becomes_and() {
        assertThat(mutants("Attempt( error == 0x304 || occurs == \"sometimes\" )"))
                .containsExactly(
                        "DROPPED ",
                        "DROPPED occurs == \"sometimes\"",
                        "FLIPPED (error != null && error != 0x304) || occurs == \"sometimes\"",
                        "DROPPED error == 0x304",
                        "FLIPPED error == 0x304 || (occurs != null && occurs != \"sometimes\")",
                        "FLIPPED error == 0x304 && occurs == \"sometimes\"");
    }

    @Test
    void not_becomes_exists_and_the_other_way_round() {
        assertThat(mutants("Attempt( error == 0x904 )\n not Reached( phase == \"session\" )"))
                .contains("FLIPPED exists Reached( phase == \"session\" )");
        assertThat(mutants("exists Reached( phase == \"session\" )"))
                .contains("FLIPPED not Reached( phase == \"session\" )");
    }

    @Test
    void a_binding_stays_where_its_condition_goes() {
        assertThat(mutants("Attempt( $code : error == 0x904 )"))
                .containsExactly("DROPPED $code : error", "FLIPPED $code : error != null && error != 0x904");
    }

    @Test
    void times_are_turned_round_as_times_can_be_asked() {
        assertThat(mutants("Attempt( $at : at )\n Change( at < $at )")).containsExactly("DROPPED ", "FLIPPED at > $at");
    }

    @Test
    void a_mutant_says_where_it_is_and_leaves_the_rule_as_it_was() {
        Rule rule = rule("Nla( required == true,\n    setBy == \"policy\" )");

        Mutant last = rule.mutants().get(2);

        assertThat(last.rule()).isSameAs(rule);
        assertThat(last.change()).isEqualTo(Change.DROPPED);
        assertThat(last.line()).isEqualTo(9);
        assertThat(last.column()).isEqualTo(5);
        assertThat(last.condition().orElseThrow().text()).isEqualTo("setBy == \"policy\"");
        assertThat(last.changed().patterns().get(0).conditions()).hasSize(1);
        assertThat(rule.patterns().get(0).conditions()).hasSize(2);
        assertThat(last.changed().name()).isEqualTo(rule.name());
    }
}
