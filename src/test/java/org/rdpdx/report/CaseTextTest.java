package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Place;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rule;

class CaseTextTest {

    private static String failure(CaseFacts facts, Optional<RuleCase.Expected> got) {
        RuleCase expected = new RuleCase(
                "expired",
                "an expired certificate",
                new Place("rules/v1/certificate/expired/cases.yaml", 3, 3),
                facts,
                Optional.of("expired/seen"),
                RuleCase.Expected.FIRES,
                "host.certificate.validity");
        Rule rule = Sample.RULEBOOK.rules().stream()
                .filter(one -> one.name().equals("expired/seen"))
                .findFirst()
                .orElseThrow();
        Findings findings = Sample.RULEBOOK.consider(facts);
        List<JudgedCondition> deciding = findings.conditions(rule);
        return CaseText.failure(expected, got, deciding);
    }

    @Test
    void a_case_that_failed_names_the_conditions_that_decided() {
        CaseFacts facts =
                CaseFacts.named("x").put("host.certificate.validity", "valid").build();

        assertThat(failure(facts, Optional.of(RuleCase.Expected.SILENT))).isEqualTo("""
                        rules/v1/certificate/expired/cases.yaml:3:3  case "an expired certificate" expects "fires" and came as "silent"
                            line 10  Certificate: viewpoint == "host"  holds
                            line 10  Certificate: validity == "expired"  does not hold (host.certificate.validity valid)""");
    }

    @Test
    void what_nobody_looked_at_is_said_to_be_so() {
        CaseFacts facts = CaseFacts.named("x").put("attempt.error", 0x904).build();

        assertThat(failure(facts, Optional.of(RuleCase.Expected.CANNOT_TELL)))
                .contains("validity == \"expired\"  cannot be told, nobody looked");
        assertThat(failure(facts, Optional.empty())).contains("came as \"error\"");
    }
}
