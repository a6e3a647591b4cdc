package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.JudgedCondition;

/** What an author reads of the cases beside the rules. */
public final class CaseText {

    private CaseText() {}

    /**
     * Tells that a case came otherwise than it must, and which conditions decided.
     *
     * @param rule case as written
     * @param got what came; empty if the rule could not be judged
     * @param deciding the conditions that decided, each with the fact it was judged on
     * @return lines parted by {@code \n}, without one at the end
     */
    public static String failure(RuleCase rule, Optional<RuleCase.Expected> got, List<JudgedCondition> deciding) {
        List<String> lines = new ArrayList<>();
        String came = got.map(RuleCase.Expected::word).orElseGet(() -> Messages.text("case.error"));
        String name = Shown.brief(rule.name());
        lines.add(Messages.place(rule.place()) + "  "
                + Messages.text("case.failed", name, rule.expect().word(), came));
        for (JudgedCondition one : deciding) {
            lines.add("    " + decided(one, rule));
        }
        return String.join("\n", lines);
    }

    private static String decided(JudgedCondition one, RuleCase rule) {
        int line = one.condition().map(Condition::line).orElse(one.pattern().line());
        String written = one.pattern().kind().typeName() + ": "
                + one.condition().map(Condition::text).orElseGet(() -> JsonConditions.text(one));
        List<Read> reads = Read.by(one, rule.facts());
        String truth =
                switch (one.truth()) {
                    case TRUE -> Messages.text("case.true");
                    case FALSE -> Messages.text("case.false");
                    case UNKNOWN -> Messages.text("case.unknown");
                };
        String values =
                reads.stream().map(read -> read.path() + " " + read.text()).collect(Collectors.joining(", "));
        String judged = Messages.text("case.decided", line, Shown.line(written), truth);
        return values.isEmpty() ? judged : judged + " (" + values + ")";
    }
}
