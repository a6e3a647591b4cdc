package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.inquiry.Missing;
import org.rdpdx.inquiry.Next;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.knowledge.LookAlike;
import org.rdpdx.plan.Plan;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rulebook;

/**
 * All that can be told about one case, ready for a {@link ReportFormat}. Immutable, and safe for use by several threads; the
 * rulebook must stay open until it is written.
 */
public final class Report {

    /** What one person does before looking again. */
    private static final int MOST_TO_COLLECT = 5;

    private final CaseFacts facts;
    private final Findings findings;
    private final Ranking ranking;
    private final Plan plan;
    private final Rulebook rulebook;

    private Report(CaseFacts facts, Findings findings, Ranking ranking, Plan plan, Rulebook rulebook) {
        this.facts = facts;
        this.findings = findings;
        this.ranking = ranking;
        this.plan = plan;
        this.rulebook = rulebook;
    }

    /**
     * Brings together what the stages of one case gave.
     *
     * @param facts the case
     * @param findings what became of each rule
     * @param ranking all causes, most likely first
     * @param plan steps for the likely ones
     * @param rulebook the rulebook that was asked
     */
    public static Report of(CaseFacts facts, Findings findings, Ranking ranking, Plan plan, Rulebook rulebook) {
        return new Report(facts, findings, ranking, plan, rulebook);
    }

    /** Version of this library as its jar says; {@code development} if it was not packed. */
    public static String toolVersion() {
        String version = Report.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** The case. */
    public CaseFacts facts() {
        return facts;
    }

    /** What became of each rule. */
    public Findings findings() {
        return findings;
    }

    /** All causes, most likely first. */
    public Ranking ranking() {
        return ranking;
    }

    /** Steps for the likely causes. */
    public Plan plan() {
        return plan;
    }

    /** The rulebook that was asked. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** What each undecided rule lacks, by name of the rule; worked out when it is asked for. */
    Map<String, List<Wanted>> undecided() {
        return Missing.byRule(findings);
    }

    /** What to collect next, the most telling first; worked out when it is asked for. */
    public List<ToCollect> collectNext() {
        return collectNext(MOST_TO_COLLECT);
    }

    /** As {@link #collectNext()}, but so many at most. */
    public List<ToCollect> collectNext(int most) {
        return Next.of(findings, ranking, plan, rulebook, undecided(), most);
    }

    /** The causes that stand by themselves and are at least that likely. */
    List<Diagnosis> standing(Likelihood likelihood) {
        return ranking.standing().stream()
                .filter(diagnosis -> diagnosis.likelihood().atLeast(likelihood))
                .toList();
    }

    /** The most likely cause that stands by itself, if anything speaks for it. */
    Optional<Diagnosis> nearest() {
        return ranking.nearest();
    }

    /** Whether the case is about an attempt that is said to have worked. */
    boolean attemptWorks() {
        return facts.text("attempt.outcome").filter("works"::equals).isPresent();
    }

    /** The causes worth telling: possible or more, or with something that speaks for or against them. */
    List<Diagnosis> shown() {
        return ranking.diagnoses().stream()
                .filter(diagnosis -> diagnosis.likelihood().atLeast(Likelihood.POSSIBLE)
                        || !diagnosis.evidence().isEmpty())
                .toList();
    }

    /** Look-alikes of a cause: those its card names, and those of the others that name it. */
    List<LookAlike> lookAlikes(Diagnosis diagnosis, List<Diagnosis> others) {
        List<LookAlike> all = new ArrayList<>(rulebook.card(diagnosis.id()).lookAlikes());
        for (Diagnosis other : others) {
            boolean named = all.stream().anyMatch(like -> like.id().equals(other.id()));
            if (named || other.id().equals(diagnosis.id())) {
                continue;
            }
            rulebook.card(other.id()).lookAlikes().stream()
                    .filter(like -> like.id().equals(diagnosis.id()))
                    .forEach(like -> all.add(new LookAlike(other.id(), like.tellApart())));
        }
        return all;
    }
}
