package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.inquiry.RulebookDiff;
import org.rdpdx.inquiry.RulebookDiff.CaseChange;
import org.rdpdx.inquiry.RulebookDiff.Fate;
import org.rdpdx.inquiry.RulebookDiff.FieldChange;
import org.rdpdx.inquiry.RulebookDiff.LikelihoodChange;
import org.rdpdx.inquiry.RulebookDiff.Part;
import org.rdpdx.inquiry.RulebookDiff.Reason;
import org.rdpdx.inquiry.RulebookDiff.RuleChange;
import org.rdpdx.inquiry.RulebookDiff.Sort;
import org.rdpdx.inquiry.RulebookDiff.Sure;
import org.rdpdx.inquiry.WhyNot;
import org.rdpdx.report.Page.Style;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Truth;

/** What a new edition of a rulebook changes, for the person who reviews it. */
public final class DiffText {

    /** Grows when a key goes away or changes its meaning. */
    private static final String SCHEMA_VERSION = "1";

    private final RulebookDiff diff;
    private final Page page;

    private DiffText(RulebookDiff diff, Page page) {
        this.diff = diff;
        this.page = page;
    }

    /**
     * Writes it for a terminal.
     *
     * @throws IOException if it is not taken
     */
    public static void text(RulebookDiff diff, int width, boolean colour, Appendable out) throws IOException {
        DiffText text = new DiffText(diff, new Page(width, colour));
        text.write();
        out.append(text.page.toString());
    }

    private void write() {
        page.wrapped(
                0,
                Messages.text(
                        "diff.editions",
                        diff.before().version(),
                        shortened(diff.before().hash()),
                        diff.after().version(),
                        shortened(diff.after().hash())));
        if (diff.sameRules()) {
            boolean sameFiles = diff.before().hash().equals(diff.after().hash());
            page.wrapped(0, Messages.text(sameFiles ? "diff.same-files" : "diff.same-rules"));
        }
        if (!diff.general().isEmpty()) {
            page.blank();
            page.heading(Messages.text("diff.general"));
            diff.general().forEach(field -> field(field, 2, ""));
        }
        diff.parts().forEach(this::part);
        if (diff.looked() > 0) {
            page.blank();
            page.heading(Messages.text("diff.cases", diff.looked(), diff.cases().size()));
            diff.cases().forEach(this::changed);
        }
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    // ------------------------------------------------------------------ the rules

    private void part(Part part) {
        page.blank();
        String kind =
                switch (part.kind()) {
                    case DIAGNOSIS -> Messages.text("diff.diagnosis");
                    case DEDUCTION -> Messages.text("diff.deduction");
                    case STEP -> Messages.text("diff.step");
                };
        String what =
                switch (part.fate()) {
                    case ADDED -> Messages.text("diff.added", kind, part.id());
                    case REMOVED ->
                        Messages.text(
                                switch (part.kind()) {
                                    case DIAGNOSIS -> "diff.removed";
                                    case DEDUCTION -> "diff.removed.deduction";
                                    case STEP -> "diff.removed.step";
                                },
                                part.id());
                    case RETIRED -> Messages.text("diff.retired", kind, part.id(), part.why());
                    case RENAMED -> Messages.text("diff.renamed", kind, part.oldId(), part.id(), part.why());
                    case CHANGED -> Messages.text("diff.changed", kind, part.id());
                };
        page.heading(what);
        if (!part.title().isEmpty()) {
            page.wrapped(2, part.title());
        }
        if (!part.insteadId().isEmpty()) {
            page.wrapped(2, Messages.text("diff.instead", part.insteadId()));
        }
        fields(part, Sort.WORDS, "diff.words");
        fields(part, Sort.WEIGHT, "diff.weight");
        fields(part, Sort.STEPS, "diff.steps");
        boolean whole = part.fate() != Fate.CHANGED && part.fate() != Fate.RENAMED;
        part.rules().forEach(rule -> rule(rule, whole));
    }

    private void fields(Part part, Sort sort, String key) {
        List<FieldChange> fields =
                part.fields().stream().filter(field -> field.sort() == sort).toList();
        if (!fields.isEmpty()) {
            page.wrapped(2, Messages.text(key));
            for (int i = 0; i < fields.size(); i++) {
                FieldChange field = fields.get(i);
                boolean sameList = i > 0 && fields.get(i - 1).field().equals(field.field());
                if (sameList) {
                    lines(field, "    ", 8);
                } else {
                    field(field, 4, "");
                }
            }
        }
    }

    private void field(FieldChange field, int indent, String before) {
        String start = " ".repeat(indent);
        String name = before + field.field();
        boolean listed = field.before().isEmpty() || field.after().isEmpty();
        if (!listed && field.before().length() + field.after().length() + name.length() < 80) {
            page.wrapped(
                    Style.PLAIN,
                    start,
                    indent + 4,
                    Messages.text("diff.field", name, Shown.line(field.before()), Shown.line(field.after())));
            return;
        }
        page.wrapped(Style.PLAIN, start, indent + 4, Messages.text("diff.field.name", name));
        lines(field, start, indent + 4);
    }

    private void lines(FieldChange field, String start, int hanging) {
        for (String line : field.before().lines().toList()) {
            page.wrapped(Style.PLAIN, start + "  - ", hanging, line);
        }
        for (String line : field.after().lines().toList()) {
            page.wrapped(Style.PLAIN, start + "  + ", hanging, line);
        }
    }

    private void rule(RuleChange rule, boolean whole) {
        if (rule.fate() == Fate.CHANGED) {
            page.wrapped(2, Messages.text("diff.rule", rule.name()));
        } else if (whole) {
            page.wrapped(2, Messages.text("diff.rule.whole", rule.name()));
        } else {
            boolean added = rule.fate() == Fate.ADDED;
            page.wrapped(2, Messages.text(added ? "diff.rule.added" : "diff.rule.removed", rule.name()));
        }
        rule.marks().forEach(mark -> field(mark, 4, "@"));
        rule.gone().forEach(condition -> page.wrapped(Style.PLAIN, "    - ", 8, condition));
        rule.added().forEach(condition -> page.wrapped(Style.PLAIN, "    + ", 8, condition));
    }

    // ------------------------------------------------------------------ the cases

    private void changed(CaseChange change) {
        page.blank();
        page.wrapped(
                Style.HEADING,
                "  ",
                4,
                Messages.text(
                        "diff.case",
                        change.facts().name(),
                        String.join(", ", change.facts().files())));
        if (!change.verdictBefore().equals(change.verdictAfter())) {
            said("diff.verdict", change.verdictBefore(), change.verdictAfter());
        }
        if (!change.firstBefore().equals(change.firstAfter())) {
            said(
                    "diff.first",
                    change.firstBefore().orElse("-"),
                    change.firstAfter().orElse("-"));
        }
        for (LikelihoodChange likelihood : change.likelihoods()) {
            page.wrapped(
                    Style.PLAIN,
                    "    ",
                    8,
                    Messages.text(
                            "diff.likelihood", likelihood.id(), sure(likelihood.before()), sure(likelihood.after())));
        }
        plan(change);
        List<String> weights = weights(change);
        if (!change.because().isEmpty() || !weights.isEmpty()) {
            page.wrapped(4, Messages.text("diff.because"));
            weights.forEach(line -> page.wrapped(Style.PLAIN, "      ", 10, line));
            change.because().forEach(reason -> reason(reason, change.facts()));
        }
    }

    /** Causes that count otherwise before anything is known, and the table of weights. */
    private List<String> weights(CaseChange change) {
        List<String> lines = new ArrayList<>();
        for (LikelihoodChange moved : change.likelihoods()) {
            if (moved.before().isPresent() && moved.after().isPresent()) {
                Sure was = moved.before().get();
                Sure is = moved.after().get();
                if (was.prior() != is.prior()) {
                    lines.add(Messages.text(
                            "diff.prior",
                            moved.id(),
                            was.frequency(),
                            VerdictText.decimal(was.prior()),
                            is.frequency(),
                            VerdictText.decimal(is.prior())));
                }
            }
        }
        diff.general().stream()
                .filter(field -> field.sort() == Sort.WEIGHT && !field.field().startsWith("weights.prior"))
                .forEach(field -> lines.add(Messages.text("diff.field", field.field(), field.before(), field.after())));
        return lines;
    }

    private void said(String key, String before, String after) {
        page.wrapped(Style.PLAIN, "    ", 8, Messages.text(key, before, after));
    }

    private static String sure(Optional<Sure> sure) {
        return sure.map(one -> Messages.text("diff.sure", one.word(), VerdictText.percent(one.confidence())))
                .orElseGet(() -> Messages.text("diff.not-there"));
    }

    private void plan(CaseChange change) {
        List<String> moves = new ArrayList<>();
        change.stepsGone().forEach(id -> moves.add(Messages.text("diff.without", id)));
        change.stepsAdded().forEach(id -> moves.add(Messages.text("diff.with", id)));
        if (change.reordered()) {
            moves.add(Messages.text("diff.reordered"));
        }
        if (!moves.isEmpty()) {
            page.wrapped(Style.PLAIN, "    ", 8, Messages.text("diff.plan", String.join(", ", moves)));
        }
    }

    private void reason(Reason reason, CaseFacts facts) {
        page.wrapped(Style.PLAIN, "      ", 10, moved(reason));
        reason.deciding().ifPresent(deciding -> {
            WhyNot.Way way = deciding.way();
            JudgedCondition stop = way.stop().orElseThrow();
            page.wrapped(
                    Style.PLAIN,
                    "        ",
                    10,
                    Messages.text(
                            deciding.inNew() ? "diff.stops.new" : "diff.stops.old",
                            JsonConditions.text(stop),
                            deciding.file() + ":" + deciding.line()));
            page.wrapped(Style.PLAIN, "        ", 10, actual(facts, stop));
        });
    }

    private static String actual(CaseFacts facts, JudgedCondition stop) {
        Optional<Fact> fact = stop.fact().filter(one -> !one.factKind().deduced());
        if (stop.truth() != Truth.UNKNOWN || fact.isEmpty()) {
            return TextAnswers.actual(facts, stop);
        }
        List<String> unknown = stop.condition().stream()
                .flatMap(condition -> condition.properties().stream())
                .filter(name -> fact.get().value(name) == null)
                .map(name -> FactPaths.of(fact.get()) + "." + name)
                .toList();
        return Messages.text("diff.unknown", String.join(", ", unknown));
    }

    private static String moved(Reason reason) {
        if (reason.before().isEmpty()) {
            return Messages.text(
                    "diff.reason.new", reason.rule(), reason.after().orElse(""), speech(reason.strengthAfter()));
        }
        if (reason.after().isEmpty()) {
            return Messages.text(
                    "diff.reason.gone", reason.rule(), reason.before().orElse(""), speech(reason.strengthBefore()));
        }
        if (reason.before().equals(reason.after())) {
            return Messages.text(
                    "diff.reason.strength", reason.rule(), reason.strengthBefore(), reason.strengthAfter());
        }
        return Messages.text(
                "diff.reason",
                reason.rule(),
                speech(reason.strengthAfter()),
                reason.before().get(),
                reason.after().get());
    }

    private static String speech(String strength) {
        return strength.isEmpty() ? Messages.text("diff.deduces") : strength;
    }

    // ------------------------------------------------------------------ JSON

    /**
     * Writes it as JSON.
     *
     * @throws IOException if it is not taken
     */
    public static void json(RulebookDiff diff, Appendable out) throws IOException {
        JsonText.write(out, json -> {
            json.writeStartObject();
            json.writeStringField("schemaVersion", SCHEMA_VERSION);
            edition("before", diff.before(), json);
            edition("after", diff.after(), json);
            json.writeBooleanField("sameRules", diff.sameRules());
            fields("general", diff.general(), json);
            json.writeArrayFieldStart("parts");
            for (Part part : diff.parts()) {
                part(part, json);
            }
            json.writeEndArray();
            json.writeNumberField("casesLooked", diff.looked());
            json.writeArrayFieldStart("cases");
            for (CaseChange change : diff.cases()) {
                changed(change, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void edition(String key, RulebookDiff.Edition edition, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("version", edition.version());
        json.writeStringField("hash", edition.hash());
        json.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void fields(String key, List<FieldChange> fields, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(key);
        for (FieldChange field : fields) {
            json.writeStartObject();
            json.writeStringField("sort", word(field.sort()));
            json.writeStringField("field", field.field());
            json.writeStringField("before", field.before());
            json.writeStringField("after", field.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void part(Part part, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", word(part.kind()));
        json.writeStringField("fate", word(part.fate()));
        json.writeStringField("id", part.id());
        json.writeStringField("oldId", part.oldId());
        json.writeStringField("title", part.title());
        if (!part.why().isEmpty()) {
            json.writeStringField("why", part.why());
        }
        if (!part.insteadId().isEmpty()) {
            json.writeStringField("instead", part.insteadId());
        }
        fields("fields", part.fields(), json);
        json.writeArrayFieldStart("rules");
        for (RuleChange rule : part.rules()) {
            json.writeStartObject();
            json.writeStringField("name", rule.name());
            json.writeStringField("fate", word(rule.fate()));
            fields("marks", rule.marks(), json);
            JsonValues.texts("gone", rule.gone(), json);
            JsonValues.texts("added", rule.added(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void changed(CaseChange change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("case", change.facts().name());
        JsonValues.texts("files", change.facts().files(), json);
        json.writeStringField("verdictBefore", change.verdictBefore());
        json.writeStringField("verdictAfter", change.verdictAfter());
        json.writeStringField("firstBefore", change.firstBefore().orElse(""));
        json.writeStringField("firstAfter", change.firstAfter().orElse(""));
        json.writeArrayFieldStart("likelihoods");
        for (LikelihoodChange likelihood : change.likelihoods()) {
            json.writeStartObject();
            json.writeStringField("id", likelihood.id());
            sure("before", likelihood.before(), json);
            sure("after", likelihood.after(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonValues.texts("stepsGone", change.stepsGone(), json);
        JsonValues.texts("stepsAdded", change.stepsAdded(), json);
        json.writeBooleanField("reordered", change.reordered());
        json.writeArrayFieldStart("because");
        for (Reason reason : change.because()) {
            json.writeStartObject();
            json.writeStringField("rule", reason.rule());
            json.writeStringField("before", reason.before().orElse(""));
            json.writeStringField("after", reason.after().orElse(""));
            json.writeStringField("strengthBefore", reason.strengthBefore());
            json.writeStringField("strengthAfter", reason.strengthAfter());
            if (reason.deciding().isPresent()) {
                deciding(reason.deciding().get(), change.facts(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void sure(String key, Optional<Sure> sure, JsonGenerator json) throws IOException {
        if (sure.isPresent()) {
            json.writeObjectFieldStart(key);
            json.writeStringField("likelihood", sure.get().word());
            JsonValues.fraction("confidence", sure.get().confidence(), json);
            json.writeEndObject();
        }
    }

    private static void deciding(RulebookDiff.Deciding deciding, CaseFacts facts, JsonGenerator json)
            throws IOException {
        JudgedCondition stop = deciding.way().stop().orElseThrow();
        json.writeObjectFieldStart("deciding");
        json.writeStringField("edition", deciding.inNew() ? "after" : "before");
        json.writeStringField("condition", JsonConditions.text(stop));
        json.writeStringField("file", deciding.file());
        json.writeNumberField("line", deciding.line());
        json.writeStringField("actual", actual(facts, stop));
        json.writeEndObject();
    }
}
