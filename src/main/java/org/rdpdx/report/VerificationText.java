package org.rdpdx.report;

import java.util.List;
import java.util.stream.Collectors;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Verification;
import org.rdpdx.inquiry.Verification.Outcome;
import org.rdpdx.inquiry.Verification.Result;
import org.rdpdx.inquiry.Verification.Warning;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.report.Page.Style;

/** Whether a cure worked, for a terminal. */
final class VerificationText {

    private static final int INDENT = 4;

    private final Verification verification;
    private final Page page;

    VerificationText(Verification verification, Page page) {
        this.verification = verification;
        this.page = page;
    }

    void write() {
        page.wrapped(verification.result() == Result.GONE ? Style.HEADING : Style.WARNING, "", 0, headline());
        about();
        warnings();
        for (Outcome outcome : verification.outcomes()) {
            page.blank();
            outcome(outcome);
        }
        collect();
        next();
    }

    private String headline() {
        return switch (verification.result()) {
            case NEW -> Messages.text("verify.head.new");
            case STILL_THERE -> Messages.text("verify.head.still-there");
            case CANNOT_TELL ->
                Messages.text(
                        verification.attemptWorks().orElse(false)
                                ? "verify.head.cannot-tell.works"
                                : "verify.head.cannot-tell");
            case GONE ->
                nothingBefore()
                        ? Messages.text("verify.head.nothing")
                        : verification
                                .attemptWorks()
                                .map(works -> Messages.text(works ? "verify.head.works" : "verify.head.fails"))
                                .orElseGet(() -> Messages.text("verify.head.gone"));
        };
    }

    private boolean nothingBefore() {
        return verification.warnings().contains(Warning.NOTHING_LIKELY_BEFORE);
    }

    private void about() {
        page.wrapped(0, Messages.text("verify.case", verification.after().name()));
        page.wrapped(0, of("verify.before", verification.before()));
        page.wrapped(0, of("verify.after", verification.after()));
        verification
                .attemptWorks()
                .ifPresent(works -> page.wrapped(0, Messages.text(works ? "verify.works" : "verify.fails")));
    }

    private static String of(String key, CaseFacts facts) {
        String observed = facts.observedAt()
                .map(time -> Messages.text("text.observed", time))
                .orElseGet(() -> Messages.text("text.undated"));
        return Messages.text(key, observed, String.join(", ", facts.files()));
    }

    private void warnings() {
        for (Warning warning : verification.warnings()) {
            boolean said = warning == Warning.NOTHING_LIKELY_BEFORE && verification.result() == Result.GONE;
            if (!said) {
                page.wrapped(Style.WARNING, "", 0, Messages.text("verify.warned", sentence(warning, verification)));
            }
        }
    }

    /** What makes the comparison doubtful, in words. */
    static String sentence(Warning warning, Verification verification) {
        CaseFacts before = verification.before();
        CaseFacts after = verification.after();
        return switch (warning) {
            case NOTHING_LIKELY_BEFORE -> Messages.text("verify.warning.nothing-likely-before");
            case DIFFERENT_CASES -> Messages.text("verify.warning.different-cases", before.name(), after.name());
            case NOT_LATER ->
                Messages.text(
                        "verify.warning.not-later",
                        after.observedAt().orElseThrow(),
                        before.observedAt().orElseThrow());
            case OUTCOME_NOT_SAID -> Messages.text("verify.warning.outcome-not-said");
        };
    }

    private void outcome(Outcome outcome) {
        Diagnosis before = outcome.before();
        Diagnosis after = outcome.after();
        page.wrapped(
                Style.HEADING,
                "",
                INDENT,
                Messages.text(key(outcome), after.cause().title(), outcome.id()));
        line(Messages.text(
                "verify.numbers",
                before.likelihood().word(),
                VerdictText.percent(before.confidence()),
                after.likelihood().word(),
                VerdictText.percent(after.confidence())));
        if (outcome.result() == Result.STILL_THERE) {
            before.explainedBy().ifPresent(cause -> line(Messages.text("verify.folded-before", cause)));
            after.explainedBy().ifPresent(cause -> line(Messages.text("verify.folded-after", cause)));
        }
        if (!outcome.unknownBefore().isEmpty()) {
            line(Messages.text("verify.unknown-before", paths(outcome.unknownBefore())));
        }
        if (!outcome.stillSpeaking().isEmpty() && outcome.result() != Result.NEW) {
            boolean gone = outcome.result() == Result.GONE;
            String rules = String.join(", ", outcome.stillSpeaking());
            line(Messages.text(gone ? "verify.still-speaking.gone" : "verify.still-speaking", rules));
        }
        if (!outcome.missing().isEmpty()) {
            // what else names them stands below, beside the command
            String paths = outcome.missing().stream().map(Wanted::path).collect(Collectors.joining(", "));
            line(Messages.text("verify.missing", paths));
        }
        if (!outcome.failed().isEmpty()) {
            line(Messages.text("verify.failed", String.join(", ", outcome.failed())));
        }
    }

    private static String key(Outcome outcome) {
        return switch (outcome.result()) {
            case NEW -> "verify.new";
            case STILL_THERE -> "verify.still-there";
            case CANNOT_TELL -> "verify.cannot-tell";
            case GONE -> "verify.gone";
        };
    }

    private void line(String words) {
        page.wrapped(INDENT, words);
    }

    private static String paths(List<Wanted> wanted) {
        return wanted.stream()
                .map(one -> one.beside().isEmpty() ? one.path() : one.path() + " (" + one.beside() + ")")
                .collect(Collectors.joining(", "));
    }

    private void collect() {
        List<ToCollect> all = verification.toCollect();
        if (all.isEmpty()) {
            return;
        }
        page.blank();
        page.heading(Messages.text("verify.collect"));
        new CollectText(page).write(all);
    }

    private void next() {
        if (!verification.toCollect().isEmpty()) {
            page.blank();
            page.wrapped(0, Messages.text("verify.next.again"));
            page.verbatim(2, NextCommand.again(verification));
        }
        boolean likely = verification.result() == Result.NEW || verification.result() == Result.STILL_THERE;
        boolean fails = verification.attemptWorks().filter(works -> !works).isPresent();
        if (likely || fails) {
            page.blank();
            page.wrapped(0, Messages.text("verify.next.diagnose"));
            page.verbatim(
                    2,
                    "rdpdx diagnose " + NextCommand.files(verification.after().files()));
        }
    }
}
