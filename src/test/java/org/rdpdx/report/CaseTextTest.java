package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Place;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.RuleCase.Expected;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Truth;

class CaseTextTest {

    private static String failure(CaseFacts facts, Expected expected, Optional<Expected> got) {
        RuleCase one = new RuleCase(
                "expired",
                "an expired certificate",
                new Place("rules/v1/certificate/expired/cases.yaml", 3, 3),
                facts,
                Optional.of("expired/seen"),
                expected,
                "host.certificate.validity");
        Rule rule = Sample.RULEBOOK.rules().stream()
                .filter(candidate -> candidate.name().equals("expired/seen"))
                .findFirst()
                .orElseThrow();
        Findings findings = Sample.RULEBOOK.consider(facts);
        List<JudgedCondition> all = findings.conditions(rule);
        List<JudgedCondition> open =
                all.stream().filter(judged -> judged.truth() != Truth.TRUE).toList();
        return CaseText.failure(one, got, Optional.empty(), Optional.of(rule), open.isEmpty() ? all : open);
    }

    private static CaseFacts validity(String word) {
        return CaseFacts.named("x").put("host.certificate.validity", word).build();
    }

    @Test
    void a_case_that_failed_names_the_conditions_that_decided_and_what_would_satisfy_them() {
        assertThat(failure(validity("valid"), Expected.FIRES, Optional.of(Expected.SILENT)))
                .isEqualTo("""
                        rules/v1/certificate/expired/cases.yaml:3:3  case "an expired certificate" expects "fires" and came as "silent"
                            of expired/seen  rules/v1/certificate/expired/rule.drl:6:1
                            line 10  Certificate: validity == "expired"  does not hold: host.certificate.validity is valid
                                wanted: validity expired
                            To fire, every condition has to hold: is the case right, or the rule?""");
    }

    @Test
    void what_the_case_does_not_say_is_told_by_its_path() {
        CaseFacts selfSigned =
                CaseFacts.named("x").put("host.certificate.selfSigned", true).build();

        assertThat(failure(selfSigned, Expected.SILENT, Optional.of(Expected.CANNOT_TELL)))
                .contains("validity == \"expired\"  cannot be told: the case does not say host.certificate.validity")
                .endsWith(
                        "    To be silent, a condition has to be false; what nobody noted is never false. Say in the case"
                                + " what contradicts it, or expect \"cannot-tell\".");
    }

    @Test
    void a_thing_of_which_nothing_is_said_is_told_by_its_kind() {
        CaseFacts code = CaseFacts.named("x").put("attempt.error", 0x904).build();

        assertThat(failure(code, Expected.FIRES, Optional.of(Expected.CANNOT_TELL)))
                .contains("cannot be told: the case has no Certificate that could be meant")
                .endsWith("To fire, every condition has to hold: say more in the case, or ask for less in the rule.");
    }

    @Test
    void a_case_that_is_contradicted_and_should_be_undecided_is_told_what_to_take_out() {
        assertThat(failure(validity("valid"), Expected.CANNOT_TELL, Optional.of(Expected.SILENT)))
                .endsWith("To be undecided, no condition may be false: take the value that contradicts out of the case,"
                        + " or expect \"silent\".")
                .doesNotContain("wanted:");
    }

    @Test
    void a_case_that_fires_and_should_not_shows_what_holds() {
        assertThat(failure(validity("expired"), Expected.SILENT, Optional.of(Expected.FIRES)))
                .contains(
                        "line 10  Certificate: viewpoint == \"host\"  holds\n",
                        "line 10  Certificate: validity == \"expired\"  holds: host.certificate.validity is expired\n")
                .endsWith("Every condition holds: the case says too much, or the rule asks for too little.");
    }

    @Test
    void a_rule_that_threw_came_as_an_error() {
        assertThat(failure(validity("valid"), Expected.FIRES, Optional.empty())).contains("came as \"error\"");
    }
}
