package org.rdpdx;

import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.plan.Plan;
import org.rdpdx.report.Report;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rulebook;

/**
 * Tells why a Remote Desktop connection fails, how sure that is, and what to do about it.
 *
 * <p>Safe for several threads; make one and keep it. It prints nothing, ends nothing, and sets up no logging. The same facts
 * and the same rulebook give the same report: time comes from the facts, never from the clock.
 */
public final class Diagnostician implements AutoCloseable {

    private final Rulebook rulebook;

    private Diagnostician(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** One that goes by these rules. Closing it closes them. */
    public static Diagnostician withRules(Rulebook rulebook) {
        return new Diagnostician(rulebook);
    }

    /**
     * Considers one case.
     *
     * @param facts from a {@linkplain org.rdpdx.facts.FactFile file} or {@linkplain CaseFacts#named named by path}
     * @return ranked causes with their evidence, and the plan that cures the likely ones
     */
    public Report diagnose(CaseFacts facts) {
        Findings findings = rulebook.consider(facts);
        Ranking ranking = Ranking.of(findings, rulebook);
        return Report.of(facts, findings, ranking, Plan.curing(ranking, facts, rulebook), rulebook);
    }

    /** The rules it goes by. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** Lets go of the rules. */
    @Override
    public void close() {
        rulebook.close();
    }
}
