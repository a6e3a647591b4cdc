package org.rdpdx.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Verdict;
import org.rdpdx.facts.Unread;
import org.rdpdx.inquiry.Missing;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.report.Page.Style;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;

/** The last part of a report: what is still open, and how to go on. */
final class OpenText {

    /** What to collect beside a cause that is likely already. */
    private static final int FEW = 2;

    private final Report report;
    private final Page page;

    OpenText(Report report, Page page) {
        this.report = report;
        this.page = page;
    }

    void write() {
        collectNext();
        unread();
        counts();
        page.blank();
        String next = NextCommand.of(report);
        boolean determined = report.ranking().verdict() == Verdict.DETERMINED;
        page.wrapped(0, Messages.text(determined ? "text.next.determined" : "text.next.undetermined"));
        page.verbatim(2, next);
    }

    private void collectNext() {
        boolean enough =
                report.attemptWorks() || !report.standing(Likelihood.CONFIRMED).isEmpty();
        boolean determined = report.ranking().verdict() == Verdict.DETERMINED;
        List<ToCollect> all = enough ? List.of() : report.collectNext();
        List<ToCollect> next = determined ? all.subList(0, Math.min(all.size(), FEW)) : all;
        if (next.isEmpty()) {
            return;
        }
        page.blank();
        page.heading(Messages.text(determined ? "text.collect.surer" : "text.collect"));
        new CollectText(page).write(next);
    }

    private void unread() {
        List<Unread> unread = report.facts().unread();
        if (!unread.isEmpty()) {
            page.blank();
            String all = unread.stream()
                    .map(one -> one.path() + " (" + one.because() + ")")
                    .collect(Collectors.joining(", "));
            page.wrapped(0, Messages.text("text.unread", all));
        }
    }

    private void counts() {
        Map<RuleState, Integer> counts = report.findings().counts();
        page.blank();
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        String errors = count(counts, RuleState.ERROR) == 0
                ? ""
                : Messages.text("text.counts.error", count(counts, RuleState.ERROR));
        page.wrapped(
                0,
                Messages.text(
                        "text.counts",
                        total,
                        count(counts, RuleState.FIRED),
                        count(counts, RuleState.CONTRADICTED),
                        count(counts, RuleState.UNDECIDED),
                        mostNeeded().orElse(""),
                        count(counts, RuleState.NOT_APPLICABLE),
                        errors));
        for (RuleVerdict verdict : report.findings().verdicts()) {
            if (verdict.state() == RuleState.ERROR) {
                String failure = verdict.failure().orElse("");
                page.wrapped(
                        Style.WARNING,
                        "  ",
                        4,
                        Messages.text("text.error", verdict.rule().name(), Messages.failure(failure)));
            }
        }
    }

    private static int count(Map<RuleState, Integer> counts, RuleState state) {
        return counts.getOrDefault(state, 0);
    }

    /** The kind of fact that most undecided rules lack. */
    private Optional<String> mostNeeded() {
        return Missing.mostNeeded(report.findings())
                .map(most -> " " + Messages.text("text.counts.need", most.rules(), most.family()));
    }
}
