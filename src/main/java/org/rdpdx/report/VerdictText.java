package org.rdpdx.report;

import java.util.List;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Evidence;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.diagnosis.Verdict;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.LookAlike;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.report.Page.Style;

/** The first part of a report: the verdict, why, and what else it may be. */
final class VerdictText {

    /** Columns before what was seen: sign and number, strength. */
    private static final int MARGIN = 21;

    private static final int NUMBER = 7;

    private static final int MOST_CANDIDATES = 5;

    private final Report report;
    private final Page page;

    VerdictText(Report report, Page page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        List<Diagnosis> likely = report.standing(Likelihood.LIKELY);
        verdict(likely);
        about();
        List<Diagnosis> told = likely.isEmpty() ? nearestPossible() : likely;
        for (Diagnosis cause : told) {
            why(cause, heading(cause, likely));
        }
        others(told);
    }

    private List<Diagnosis> nearestPossible() {
        return report.nearest()
                .filter(nearest -> nearest.likelihood().atLeast(Likelihood.POSSIBLE))
                .map(List::of)
                .orElse(List.of());
    }

    private static String heading(Diagnosis cause, List<Diagnosis> likely) {
        if (likely.isEmpty()) {
            return Messages.text("text.why.nearest", cause.id());
        }
        return likely.size() == 1 ? Messages.text("text.why") : Messages.text("text.why.of", cause.id());
    }

    /** The verdict alone. */
    void verdict() {
        verdict(report.standing(Likelihood.LIKELY));
    }

    private void verdict(List<Diagnosis> likely) {
        if (likely.isEmpty()) {
            page.wrapped(Style.WARNING, "", 0, undetermined());
            return;
        }
        for (int i = 0; i < likely.size(); i++) {
            Diagnosis cause = likely.get(i);
            boolean confirmed = cause.likelihood() == Likelihood.CONFIRMED;
            String key = confirmed ? "text.verdict.confirmed" : "text.verdict.likely";
            page.heading(Messages.text(i == 0 ? key : "text.verdict.also", named(cause)));
        }
    }

    private String undetermined() {
        if (report.attemptWorks()) {
            return Messages.text("text.verdict.works");
        }
        return report.nearest()
                .map(diagnosis -> Messages.text("text.verdict.undetermined", named(diagnosis)))
                .orElseGet(() -> littleOrNothing(report.ranking()));
    }

    /** Where the first cause is first for being common alone. */
    static String littleOrNothing(Ranking ranking) {
        boolean little = ranking.standing().stream().anyMatch(Diagnosis::spokenFor);
        return Messages.text(little ? "text.verdict.little" : "text.verdict.nothing");
    }

    /** {@code The certificate has expired (host-certificate-expired), likely, 73 %}. */
    static String named(Diagnosis diagnosis) {
        return Messages.text(
                "text.cause",
                diagnosis.cause().title(),
                diagnosis.id(),
                diagnosis.likelihood().word(),
                percent(diagnosis.confidence()));
    }

    /** Never 0 and never 100: nothing here is certain. */
    static long percent(double confidence) {
        return Math.max(1, Math.min(99, Math.round(confidence * 100)));
    }

    private void about() {
        CaseFacts facts = report.facts();
        String observed = facts.observedAt()
                .map(time -> Messages.text("text.observed", time))
                .orElseGet(() -> Messages.text("text.undated"));
        String from = String.join(", ", facts.files());
        String about =
                Messages.text(facts.files().size() > 1 ? "text.case.files" : "text.case", facts.name(), observed, from);
        page.wrapped(0, about);
        report.findings().reached().ifPresent(phase -> page.wrapped(0, Messages.text("text.reached", phase.word())));
        if (facts.observedAt().isEmpty() && facts.value("attempt.at").isEmpty()) {
            page.wrapped(0, Messages.text("text.timeless"));
        }
        Notices.of(facts, report.rulebook()).forEach(notice -> page.wrapped(Style.WARNING, "", 0, notice));
    }

    private void why(Diagnosis cause, String heading) {
        page.blank();
        page.heading(heading);
        page.wrapped(2, report.rulebook().card(cause.id()).why());
        page.blank();
        double sum = cause.prior();
        for (Evidence evidence : cause.evidence()) {
            evidence(evidence);
            sum += evidence.contribution();
        }
        String frequency = cause.cause().frequency().word();
        weighed(cause.prior(), frequency, Messages.text("text.prior"));
        weighed(sum, "", Messages.text("text.sum", percent(cause.confidence())));
    }

    private void evidence(Evidence evidence) {
        String against = evidence.contribution() < 0 ? Messages.text("text.against") + " " : "";
        List<String> seen = Seen.lines(evidence.conditions(), report.findings());
        String strength = evidence.strength().word();
        if (evidence.isStageGate()) {
            String reached = report.findings().reached().map(Phase::word).orElse("");
            weighed(evidence.contribution(), strength, Messages.text("text.gate", reached));
            seen.forEach(this::below);
            return;
        }
        boolean first = true;
        for (String line : seen) {
            if (first) {
                weighed(evidence.contribution(), strength, against + line);
            } else {
                below(Messages.text("text.and", line));
            }
            first = false;
        }
        if (seen.isEmpty()) {
            weighed(
                    evidence.contribution(),
                    strength,
                    against + evidence.ruleName().orElse(""));
        }
        evidence.countedAs().ifPresent(stronger -> below(Messages.text("text.not-counted", stronger)));
    }

    private void weighed(double contribution, String word, String words) {
        String number = decimal(contribution);
        String front = " ".repeat(Math.max(2, NUMBER - number.length())) + number + "  " + word;
        page.wrapped(Style.PLAIN, front + " ".repeat(Math.max(2, MARGIN - front.length())), MARGIN, words);
    }

    /** With its sign and one decimal; a dash for nothing. Not by a format: that is slow the first time. */
    static String decimal(double number) {
        long tenths = Math.round(Math.abs(number) * 10);
        if (tenths == 0) {
            return "-";
        }
        return (number < 0 ? "-" : "+") + tenths / 10 + "." + tenths % 10;
    }

    private void below(String words) {
        page.wrapped(MARGIN, words);
    }

    /** Where no cause is likely, whatever something speaks for is a candidate, however little. */
    private List<Diagnosis> candidates() {
        if (report.ranking().verdict() == Verdict.DETERMINED) {
            return report.standing(Likelihood.POSSIBLE);
        }
        return report.ranking().standing().stream()
                .filter(diagnosis -> diagnosis.likelihood().atLeast(Likelihood.POSSIBLE) || diagnosis.spokenFor())
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private void others(List<Diagnosis> told) {
        List<Diagnosis> possible = candidates().stream()
                .skip(told.size()) // those are the first
                .toList();
        List<Diagnosis> folded = report.ranking().diagnoses().stream()
                .filter(diagnosis -> diagnosis.explainedBy().isPresent()
                        && diagnosis.likelihood().atLeast(Likelihood.POSSIBLE))
                .toList();
        if (possible.isEmpty() && folded.isEmpty()) {
            return;
        }
        page.blank();
        page.heading(Messages.text("text.others"));
        for (Diagnosis diagnosis : possible) {
            page.wrapped(Style.PLAIN, "  ", 4, named(diagnosis));
            told.stream().findFirst().ifPresent(best -> tellApart(diagnosis, best));
        }
        for (Diagnosis diagnosis : folded) {
            String by = diagnosis.explainedBy().orElseThrow();
            page.wrapped(Style.PLAIN, "  ", 4, Messages.text("text.folded", named(diagnosis), by));
        }
    }

    private void tellApart(Diagnosis diagnosis, Diagnosis best) {
        report.lookAlikes(diagnosis, List.of(best)).stream()
                .filter(like -> like.id().equals(best.id()))
                .map(LookAlike::tellApart)
                .findFirst()
                .ifPresent(how -> page.wrapped(6, Messages.text("text.tell-apart", how)));
    }
}
