package org.rdpdx.report;

import java.io.IOException;
import java.nio.file.Path;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.plan.Plan;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rulebook;

/** A small rulebook that has one of everything, and reports by it. Opened once for all tests. */
final class Sample {

    static final Rulebook RULEBOOK = Rulebook.open(Path.of("src/test/resources/report/rulebook"));

    private Sample() {}

    static Report report(CaseFacts facts) {
        Findings findings = RULEBOOK.consider(facts);
        Ranking ranking = Ranking.of(findings, RULEBOOK);
        return Report.of(facts, findings, ranking, Plan.curing(ranking, facts, RULEBOOK), RULEBOOK);
    }

    static Report report(CaseFacts.Builder facts) {
        return report(facts.build());
    }

    static String written(ReportFormat format, Report report) {
        StringBuilder out = new StringBuilder();
        try {
            format.write(report, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    /** As text, so wide that nothing is wrapped. */
    static String text(CaseFacts.Builder facts) {
        return written(ReportFormat.text(1000, false), report(facts));
    }

    /** Nobody looked at anything. */
    static CaseFacts.Builder nothing() {
        return CaseFacts.named("INC-0");
    }

    /** An expired certificate, and a client that was refused: likely. */
    static CaseFacts.Builder expired() {
        return CaseFacts.named("INC-1")
                .observedAt("2026-11-20T09:20:00Z")
                .put("attempt.at", "2026-11-20T09:14:00Z")
                .put("attempt.message", "cannot-connect")
                .put("host.certificate.notAfter", "2026-11-01");
    }

    /** The same, and an event that ties it to the attempt: confirmed. */
    static CaseFacts.Builder confirmed() {
        return expired()
                .put("host.events[36870].provider", "Schannel")
                .put("host.events[36870].status", 0x8009030D)
                .put("host.events[36870].at", "2026-11-20T09:13:57Z");
    }
}
