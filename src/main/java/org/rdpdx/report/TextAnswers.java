package org.rdpdx.report;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Evidence;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Origin;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.inquiry.Change;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.inquiry.Flip;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.inquiry.WhatIf;
import org.rdpdx.inquiry.WhyNot;
import org.rdpdx.knowledge.LookAlike;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.report.Page.Style;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.Rulebook;

/** {@link AnswerFormat#text}. */
final class TextAnswers implements AnswerFormat {

    private static final int LEAST_WIDTH = 60;

    /** Missing facts of one rule that are told with the way to collect them. */
    private static final int MOST_MISSING = 3;

    /** Causes that are named beside what is to be collected. */
    private static final int MOST_DECIDED = 3;

    private final int width;
    private final boolean colour;

    TextAnswers(int width, boolean colour) {
        this.width = Math.max(LEAST_WIDTH, width);
        this.colour = colour;
    }

    // ------------------------------------------------------------------ next

    @Override
    public void next(Report report, List<ToCollect> next, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        new VerdictText(report, page).verdict();
        page.blank();
        if (next.isEmpty()) {
            page.wrapped(0, Messages.text("next.nothing"));
        } else {
            page.heading(Messages.text("next.best-first"));
        }
        new CollectText(page).write(next, one -> Messages.text("next.decides", decides(report, one)));
        out.append(page.toString());
    }

    private static String decides(Report report, ToCollect one) {
        String named = one.decides().stream()
                .limit(MOST_DECIDED)
                .map(id -> report.ranking().of(id).orElseThrow())
                .map(diagnosis ->
                        Messages.text("next.cause", diagnosis.id(), VerdictText.percent(diagnosis.confidence())))
                .collect(Collectors.joining(", "));
        int more = one.decides().size() - MOST_DECIDED;
        return more > 0 ? named + " " + Messages.text("next.more", more) : named;
    }

    // ------------------------------------------------------------------ code

    @Override
    public void code(CodeLookup lookup, Rulebook rulebook, Optional<Report> report, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        new CodeText(lookup, page).write(report);
        out.append(page.toString());
    }

    // ------------------------------------------------------------------ why

    @Override
    public void why(Report report, String id, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        Diagnosis cause = report.ranking().of(id).orElseThrow();
        page.heading(VerdictText.named(cause));
        page.blank();
        double odds = cause.prior();
        moved(
                page,
                cause.prior(),
                "",
                percent(odds),
                Messages.text("why.prior", cause.cause().frequency().word()));
        for (Evidence evidence : cause.evidence()) {
            String before = percent(odds);
            odds += evidence.contribution();
            moved(page, evidence.contribution(), before, percent(odds), said(report, evidence));
            for (String line : Seen.lines(evidence.conditions(), report.findings())) {
                page.wrapped(Style.PLAIN, "        ", 10, line);
            }
            for (String line : origins(report, evidence)) {
                page.wrapped(Style.QUIET, "          ", 12, line);
            }
        }
        page.blank();
        page.wrapped(0, Messages.text("why.sum", decimal(odds), VerdictText.percent(cause.confidence())));
        cause.explainedBy().ifPresent(by -> page.wrapped(0, Messages.text("why.folded", by)));
        beforeNext(report, cause, page);
        out.append(page.toString());
    }

    private static void moved(Page page, double contribution, String before, String after, String words) {
        String move = before.isEmpty() ? after : before + " -> " + after;
        String number = decimal(contribution);
        page.wrapped(Style.PLAIN, " ".repeat(Math.max(1, 6 - number.length())) + number + "  ", 8, move + "  " + words);
    }

    private static String percent(double odds) {
        return VerdictText.percent(1 / (1 + Math.exp(-odds))) + " %";
    }

    private static String decimal(double number) {
        return VerdictText.decimal(number);
    }

    private static String said(Report report, Evidence evidence) {
        if (evidence.isStageGate()) {
            String reached = report.findings().reached().map(Phase::word).orElse("");
            return Messages.text("text.gate", reached);
        }
        String rule = evidence.ruleName().orElse("");
        String strength = evidence.strength().word();
        String said = Messages.text(evidence.contribution() < 0 ? "why.against" : "why.for", strength, rule);
        return evidence.countedAs()
                .map(other -> said + " " + Messages.text("text.not-counted", other))
                .orElse(said);
    }

    /** What showed the facts and when, as far as the files say so. */
    private static Set<String> origins(Report report, Evidence evidence) {
        Map<String, Set<String>> paths = new LinkedHashMap<>();
        for (JudgedCondition judged : evidence.conditions()) {
            for (Read read : Read.by(judged, report.facts())) {
                boolean naming = judged.pattern()
                        .kind()
                        .naming()
                        .contains(read.property().name());
                origin(report, read).filter(said -> !naming).ifPresent(said -> paths.computeIfAbsent(
                                said, unused -> new LinkedHashSet<>())
                        .add(read.path()));
            }
        }
        Set<String> lines = new LinkedHashSet<>();
        paths.forEach((said, of) -> lines.add(Messages.text("why.seen", said, String.join(", ", of))));
        return lines;
    }

    /** What showed it, and when: the same words for what was observed together. */
    private static Optional<String> origin(Report report, Read read) {
        Origin origin = read.origin();
        if (origin == null) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (origin.how() != null) {
            parts.add(origin.how());
        }
        if (origin.command() != null) {
            parts.add(Messages.text("why.command", Shown.brief(origin.command())));
        }
        if (origin.at() != null) {
            parts.add(age(report, origin.at()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static String age(Report report, TimeSpan at) {
        Optional<TimeSpan> attempt = report.facts()
                .value("attempt.at")
                .filter(TimeSpan.class::isInstance)
                .map(TimeSpan.class::cast)
                .filter(TimeSpan::exact);
        if (attempt.isEmpty() || !at.exact()) {
            return Messages.text("why.at", at);
        }
        Duration after = Duration.between(attempt.get().earliest(), at.earliest());
        String key = after.isNegative() ? "why.before-attempt" : "why.after-attempt";
        return Messages.text(key, duration(after.abs()));
    }

    private static String duration(Duration duration) {
        if (duration.toDays() > 1) {
            return Messages.text("why.days", duration.toDays());
        }
        return duration.toMinutes() > 1
                ? Messages.text("why.minutes", duration.toMinutes())
                : Messages.text("why.seconds", duration.toSeconds());
    }

    private static void beforeNext(Report report, Diagnosis cause, Page page) {
        List<Diagnosis> all = report.ranking().standing();
        int place = all.indexOf(cause);
        if (place < 0 || all.size() < 2) {
            return;
        }
        // of the first, why it stands before the second; of any other, why it stands behind the first
        Diagnosis other = all.get(place == 0 ? 1 : 0);
        double apart = odds(cause) - odds(other);
        page.blank();
        page.wrapped(
                0,
                Messages.text(
                        place == 0 ? "why.before" : "why.behind", VerdictText.named(other), decimal(Math.abs(apart))));
        for (Evidence evidence : other.evidence()) {
            if (evidence.contribution() != 0) {
                page.wrapped(2, decimal(evidence.contribution()) + "  " + said(report, evidence));
            }
        }
        if (other.evidence().isEmpty()) {
            page.wrapped(2, Messages.text("why.no-evidence"));
        }
        report.lookAlikes(cause, List.of(other)).stream()
                .filter(like -> like.id().equals(other.id()))
                .map(LookAlike::tellApart)
                .findFirst()
                .ifPresent(how -> page.wrapped(2, Messages.text("text.tell-apart", how)));
    }

    private static double odds(Diagnosis diagnosis) {
        double odds = diagnosis.prior();
        for (Evidence evidence : diagnosis.evidence()) {
            odds += evidence.contribution();
        }
        return odds;
    }

    // ------------------------------------------------------------------ why not

    @Override
    public void whyNot(Report report, List<WhyNot> causes, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        for (WhyNot cause : causes) {
            page.blank();
            page.heading(Messages.text(
                    "why-not.heading",
                    VerdictText.named(cause.diagnosis()),
                    cause.rank(),
                    report.ranking().diagnoses().size()));
            for (WhyNot.Way way : cause.ways()) {
                way(report, way, page);
            }
        }
        out.append(page.toString());
    }

    private static void way(Report report, WhyNot.Way way, Page page) {
        page.blank();
        String strength = way.rule().speaks().map(Strength::word).orElse("");
        page.wrapped(
                Style.PLAIN,
                "  ",
                4,
                Messages.text(
                        way.rule().against() ? "why-not.against" : "why-not.for",
                        way.rule().name(),
                        strength,
                        way.state().word(),
                        way.holding(),
                        way.conditions().size()));
        way.stop().ifPresent(stop -> stop(report, way, stop, page));
        if (way.state() == RuleState.UNDECIDED) {
            way.missing().stream().limit(MOST_MISSING).forEach(wanted -> missing(wanted, page));
            if (way.missing().size() > MOST_MISSING) {
                page.wrapped(6, Messages.text("why-not.more", way.missing().size() - MOST_MISSING));
            }
        }
    }

    private static void stop(Report report, WhyNot.Way way, JudgedCondition stop, Page page) {
        int line = stop.condition().map(Condition::line).orElse(stop.pattern().line());
        page.wrapped(
                Style.PLAIN,
                "      ",
                8,
                Messages.text(
                        "why-not.stops", JsonConditions.text(stop), way.rule().file() + ":" + line));
        if (way.state() == RuleState.UNDECIDED) {
            return;
        }
        page.wrapped(Style.PLAIN, "      ", 8, actual(report.facts(), stop));
        stop.condition()
                .map(condition -> Wishes.of(stop.pattern().kind(), condition.expression()))
                .filter(wish -> !wish.isEmpty())
                .ifPresent(wish -> page.wrapped(Style.PLAIN, "      ", 8, Messages.text("why-not.wanted", wish)));
    }

    /** What the facts say where a condition stops a rule. */
    static String actual(CaseFacts facts, JudgedCondition stop) {
        List<String> reads = Read.by(stop, facts).stream()
                .map(read -> Messages.text("seen.is", read.path(), read.text())
                        + read.place()
                                .map(place -> "  " + Shown.line(place.file()) + ":" + place.line())
                                .orElse(""))
                .toList();
        if (!reads.isEmpty()) {
            return Messages.text("why-not.is", String.join(", ", reads));
        }
        Fact fact = stop.looked();
        if (fact == null) {
            return Messages.text("why-not.no-fact", stop.pattern().kind().typeName());
        }
        return fact.factKind().deduced()
                ? Messages.text("why-not.deduced", fact.factKind().typeName())
                : Messages.text(
                        "why-not.is",
                        Messages.text(fact.absent() ? "seen.absent" : "seen.present", FactPaths.of(fact)));
    }

    private static void missing(Wanted wanted, Page page) {
        Optional<CollectWay> way = wanted.way();
        page.wrapped(Style.PLAIN, "   ", 5, Messages.text("why-not.missing", wanted.path()));
        way.ifPresent(how -> PlanText.collecting(page, how));
    }

    // ------------------------------------------------------------------ what if

    @Override
    public void whatIf(Report report, WhatIf whatIf, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        moves(whatIf, page);
        out.append(page.toString());
    }

    private static void moves(WhatIf whatIf, Page page) {
        page.heading(Messages.text(
                "what-if.verdict",
                whatIf.before().verdict().word(),
                whatIf.after().verdict().word()));
        if (whatIf.moves().isEmpty()) {
            page.wrapped(0, Messages.text("what-if.nothing"));
        }
        List<WhatIf.Move> told =
                whatIf.moves().stream().filter(TextAnswers::isSeen).toList();
        for (WhatIf.Move move : told) {
            page.wrapped(
                    Style.PLAIN,
                    "  ",
                    6,
                    Messages.text(
                            "what-if.move",
                            move.cause().id(),
                            VerdictText.percent(move.before().confidence()),
                            VerdictText.percent(move.after().confidence()),
                            move.before().likelihood().word(),
                            move.after().likelihood().word(),
                            move.rankBefore(),
                            move.rankAfter()));
        }
        if (told.size() < whatIf.moves().size()) {
            page.wrapped(2, Messages.text("what-if.others", whatIf.moves().size() - told.size()));
        }
        if (!whatIf.states().isEmpty()) {
            page.blank();
            page.wrapped(0, Messages.text("what-if.rules", whatIf.states().size()));
        }
        for (WhatIf.StateChange state : whatIf.states()) {
            page.wrapped(
                    Style.PLAIN,
                    "  ",
                    6,
                    Messages.text(
                            "what-if.rule",
                            state.rule(),
                            state.before().word(),
                            state.after().word()));
        }
    }

    /** Whether anybody would notice. */
    private static boolean isSeen(WhatIf.Move move) {
        return move.before().likelihood() != move.after().likelihood()
                || VerdictText.percent(move.before().confidence())
                        != VerdictText.percent(move.after().confidence());
    }

    @Override
    public void flip(Report report, String id, Optional<Flip> flip, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        if (flip.isEmpty()) {
            page.wrapped(0, Messages.text("flip.nothing", id, Flip.MOST_CHANGES));
        } else {
            page.heading(Messages.text(flip.get().likelyBefore() ? "flip.out" : "flip.in", id));
            for (Change change : flip.get().changes()) {
                page.wrapped(Style.PLAIN, "  ", 6, change(report, change));
            }
            page.blank();
            moves(flip.get().effect(), page);
        }
        out.append(page.toString());
    }

    private static String change(Report report, Change change) {
        String now = report.facts().text(change.path()).orElse("");
        if (change.takesOut()) {
            return Messages.text("flip.unknown", change.path(), now);
        }
        return now.isEmpty()
                ? Messages.text("flip.said", change.path(), change.value())
                : Messages.text("flip.otherwise", change.path(), change.value(), now);
    }
}
