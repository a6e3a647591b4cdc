package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.plan.PlanStep;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;

/** What the README shows to those who embed the library is this method. */
final class EmbeddingExampleTest {

    private final StringBuilder log = new StringBuilder();

    @Test
    void the_example_of_the_readme_runs() throws IOException {
        // [example]
        try (Diagnostician diagnostician = Diagnostician.withRules(Rulebook.bundled())) {
            CaseFacts facts = CaseFacts.named("INC-48213")
                    .observedAt("2026-11-20T09:20:00Z")
                    .put("attempt.at", "2026-11-20T09:14:00Z")
                    .put("attempt.error", 0x904)
                    .put("attempt.extendedError", 0x7)
                    .put("host.certificate.selfSigned", true)
                    .put("host.certificate.notAfter", "2026-11-01T00:00:00Z")
                    .build();
            Report report = diagnostician.diagnose(facts);
            for (Diagnosis cause : report.ranking().standing()) {
                log(cause.id() + " " + cause.likelihood().word() + " " + cause.confidence());
            }
            for (PlanStep step : report.plan().steps()) {
                log(step.number() + " " + step.id());
            }
            ReportFormat.json().write(report, log);
        }
        // [example]

        assertThat(log.toString())
                .startsWith("host-certificate-expired likely 0.9")
                .contains("renew-listener-certificate")
                .contains("\"verdict\": \"determined\"");
    }

    private void log(String line) {
        log.append(line).append('\n');
    }
}
