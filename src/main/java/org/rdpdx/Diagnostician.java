package org.rdpdx;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.inquiry.Flip;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Verification;
import org.rdpdx.inquiry.WhatIf;
import org.rdpdx.inquiry.WhyNot;
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
        return report(rulebook.consider(facts));
    }

    /**
     * Considers one case and makes something of the report while the rules are still being fired: quicker for the first case,
     * and of no use after it.
     *
     * @param use what to make of the report, without effects; where it is called twice, the first answer is thrown away
     * @param beside runs the firing
     */
    public <T> T diagnose(CaseFacts facts, Function<Report, T> use, Executor beside) {
        return rulebook.consider(facts, findings -> use.apply(report(findings)), beside);
    }

    private Report report(Findings findings) {
        CaseFacts facts = findings.facts();
        Ranking ranking = Ranking.of(findings, rulebook);
        return Report.of(facts, findings, ranking, Plan.curing(ranking, facts, rulebook), rulebook);
    }

    /** What to collect next, best first; empty if nothing would change what is done first. */
    public List<ToCollect> next(CaseFacts facts) {
        return diagnose(facts).collectNext();
    }

    /**
     * Why a cause is not more likely than it is.
     *
     * @throws IllegalArgumentException if there is no such diagnosis
     */
    public WhyNot whyNot(CaseFacts facts, String id) {
        Report report = diagnose(facts);
        return WhyNot.of(id, report.findings(), report.ranking());
    }

    /**
     * How causes would move if some facts were otherwise.
     *
     * @param set values by path, as for {@link CaseFacts#changed}
     * @param unset paths that are taken out
     * @throws org.rdpdx.facts.InvalidFactFileException if that cannot be said
     */
    public WhatIf whatIf(CaseFacts facts, Map<String, ?> set, Collection<String> unset) {
        Report now = diagnose(facts);
        Report then = diagnose(facts.changed(set, unset));
        return WhatIf.of(now.findings(), now.ranking(), then.findings(), then.ranking());
    }

    /**
     * A smallest change of facts that brings a cause among the likely ones, or takes it out.
     *
     * @throws IllegalArgumentException if there is no such diagnosis
     */
    public Optional<Flip> flip(CaseFacts facts, String id) {
        Report report = diagnose(facts);
        return Flip.of(id, report.findings(), report.ranking(), rulebook);
    }

    /**
     * Compares a case before and after a cure.
     *
     * @param before the case as it was diagnosed
     * @param after the same case, observed again
     * @return what became of each cause that was likely before or is likely after
     */
    public Verification verify(CaseFacts before, CaseFacts after) {
        Findings found = rulebook.consider(before);
        Findings foundAgain = rulebook.consider(after);
        return Verification.of(
                found, Ranking.of(found, rulebook), foundAgain, Ranking.of(foundAgain, rulebook), rulebook);
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
