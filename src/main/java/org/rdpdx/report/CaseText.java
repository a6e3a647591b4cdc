package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.input.Place;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Truth;

/** What an author reads of the cases beside the rules. */
public final class CaseText {

    private CaseText() {}

    /**
     * A condition that decided, in words.
     *
     * @param line where it stands in the file of its rule, from 1
     * @param written as the author wrote it, behind the kind of fact it looks at
     * @param truth whether it holds
     * @param there what it found, with the place; empty if there is nothing to tell
     * @param wanted what would satisfy it; empty if it holds, or if that hangs on another fact
     */
    public record Deciding(int line, String written, Truth truth, String there, String wanted) {

        /** What it found as part of a line: whether it holds, and on what. */
        public String judged() {
            String key =
                    switch (truth) {
                        case TRUE -> "case.true";
                        case FALSE -> "case.false";
                        case UNKNOWN -> "case.unknown";
                    };
            String judged = Messages.text(key);
            return there.isEmpty() ? judged : Messages.text("case.because", judged, there);
        }
    }

    /**
     * Tells that a case came otherwise than it must, and which conditions decided.
     *
     * @param rule case as written
     * @param got what came; empty if the rule could not be judged
     * @param failure why it could not be
     * @param closest the rule that was meant or came closest to firing
     * @param deciding its conditions that decided, each with the fact it was judged on
     * @return lines parted by {@code \n}, without one at the end
     */
    public static String failure(
            RuleCase rule,
            Optional<RuleCase.Expected> got,
            Optional<String> failure,
            Optional<Rule> closest,
            List<JudgedCondition> deciding) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.place(rule.place()) + "  " + headline(rule, got));
        closest.ifPresent(meant -> lines.add("    " + Messages.text("case.rule", meant.name(), place(rule, meant))));
        failure.ifPresent(thrown -> lines.add("    " + Messages.text("case.left-out", Messages.failure(thrown))));
        for (JudgedCondition one : deciding) {
            Deciding told = deciding(one, rule.facts());
            lines.add("    " + Messages.text("case.decided", told.line(), told.written(), told.judged()));
            if (!told.wanted().isEmpty() && rule.expect() == RuleCase.Expected.FIRES) {
                lines.add("        " + Messages.text("why-not.wanted", told.wanted()));
            }
        }
        got.ifPresent(came -> lines.add("    " + advice(rule.expect(), came)));
        return String.join("\n", lines);
    }

    /** The case, what it expects and what came. */
    public static String headline(RuleCase rule, Optional<RuleCase.Expected> got) {
        String came = got.map(RuleCase.Expected::word).orElseGet(() -> Messages.text("case.error"));
        return Messages.text(
                "case.failed", Shown.brief(rule.name()), rule.expect().word(), came);
    }

    /** Where a rule stands: in the folder of its case. */
    public static String place(RuleCase rule, Rule meant) {
        return Messages.place(beside(rule.place(), "rule.drl", meant.line()));
    }

    private static Place beside(Place place, String name, int line) {
        int slash = place.file().lastIndexOf('/');
        return new Place(place.file().substring(0, slash + 1) + name, line, 1);
    }

    private static String advice(RuleCase.Expected expected, RuleCase.Expected came) {
        return switch (expected) {
            case FIRES -> Messages.text(came == RuleCase.Expected.SILENT ? "case.to-fire" : "case.to-fire-collect");
            case SILENT -> Messages.text(came == RuleCase.Expected.FIRES ? "case.too-much" : "case.to-be-silent");
            case CANNOT_TELL ->
                Messages.text(came == RuleCase.Expected.FIRES ? "case.too-much" : "case.to-be-undecided");
        };
    }

    /** A condition in words. */
    public static Deciding deciding(JudgedCondition judged, CaseFacts facts) {
        int line =
                judged.condition().map(Condition::line).orElse(judged.pattern().line());
        String written = judged.condition()
                .map(condition -> judged.pattern().kind().typeName() + ": " + condition.text())
                .orElseGet(() -> JsonConditions.text(judged));
        String wanted = judged.truth() == Truth.TRUE
                ? ""
                : judged.condition()
                        .map(condition -> Wishes.of(judged.pattern().kind(), condition.expression()))
                        .orElse("");
        return new Deciding(line, Shown.line(written), judged.truth(), there(judged, facts), wanted);
    }

    private static String there(JudgedCondition judged, CaseFacts facts) {
        List<String> reads = new ArrayList<>();
        for (Read read : Read.by(judged, facts)) {
            String said = Messages.text("seen.is", read.path(), read.text());
            reads.add(said + read.place().map(place -> "  " + brief(place)).orElse(""));
        }
        if (!reads.isEmpty()) {
            return String.join(", ", reads);
        }
        Fact fact = judged.looked();
        Kind kind = judged.pattern().kind();
        if (kind.deduced()) {
            return "";
        }
        if (fact == null) {
            return judged.truth() == Truth.UNKNOWN ? Messages.text("case.no-fact", kind.typeName()) : "";
        }
        if (judged.truth() != Truth.UNKNOWN) {
            boolean absent = fact.absent() && judged.truth() == Truth.FALSE;
            return absent ? Messages.text("seen.absent", FactPaths.of(fact)) : "";
        }
        List<String> missing = new ArrayList<>();
        judged.condition()
                .ifPresent(condition ->
                        condition.properties().forEach(name -> missing.add(FactPaths.of(fact) + "." + name)));
        return missing.isEmpty() ? "" : Messages.text("case.nobody-noted", String.join(", ", missing));
    }

    private static String brief(Place place) {
        int slash = place.file().lastIndexOf('/');
        return Shown.line(place.file().substring(slash + 1)) + ":" + place.line();
    }
}
