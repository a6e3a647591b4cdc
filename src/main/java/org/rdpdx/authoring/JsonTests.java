package org.rdpdx.authoring;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.authoring.MutantRun.Outcome;
import org.rdpdx.input.Place;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.report.CaseText;
import org.rdpdx.report.JsonText;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Mutant;
import org.rdpdx.rulebook.Pattern;

/** {@link RuleTestFormat#json}. */
final class JsonTests implements RuleTestFormat {

    /** Grows when a key goes away or changes its meaning. */
    private static final String SCHEMA_VERSION = "1";

    @Override
    public void write(RuleTests tests, Appendable out) throws IOException {
        JsonText.write(out, json -> {
            json.writeStartObject();
            json.writeStringField("schemaVersion", SCHEMA_VERSION);
            json.writeBooleanField("passed", tests.passed());
            long failed = tests.cases().stream().filter(run -> !run.passed()).count();
            json.writeObjectFieldStart("cases");
            json.writeNumberField("asExpected", tests.cases().size() - failed);
            json.writeNumberField("notAsExpected", failed);
            json.writeEndObject();
            if (tests.seen() != null) {
                json.writeObjectFieldStart("coverage");
                json.writeNumberField("percent", tests.seen().percent());
                json.writeNumberField("bar", tests.bars().coverage());
                json.writeEndObject();
            }
            if (tests.changed() != null) {
                json.writeObjectFieldStart("mutants");
                counts(tests.changed(), json);
                json.writeNumberField("bar", tests.bars().mutants());
                json.writeEndObject();
            }
            json.writeArrayFieldStart("folders");
            for (Map.Entry<String, List<CaseRun>> folder : tests.byOwner().entrySet()) {
                folder(tests, folder.getKey(), folder.getValue(), json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void folder(RuleTests tests, String owner, List<CaseRun> runs, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", owner);
        json.writeArrayFieldStart("cases");
        for (CaseRun run : runs) {
            run(run, json);
        }
        json.writeEndArray();
        Optional<Coverage.Folder> coverage = tests.coverageOf(owner);
        if (coverage.isPresent()) {
            coverage(tests, coverage.get(), json);
        }
        if (tests.changed() != null) {
            json.writeObjectFieldStart("mutants");
            counts(tests.mutantsOf(owner), json);
            json.writeArrayFieldStart("notKilled");
            for (MutantRun run : tests.mutantsOf(owner)) {
                if (run.outcome() != Outcome.KILLED) {
                    mutant(tests, run, json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void run(CaseRun run, JsonGenerator json) throws IOException {
        RuleCase rule = run.rule();
        json.writeStartObject();
        json.writeStringField("name", rule.name());
        place(rule.place(), json);
        if (rule.rule().isPresent()) {
            json.writeStringField("rule", rule.rule().get());
        }
        json.writeStringField("expect", rule.expect().word());
        if (run.got().isPresent()) {
            json.writeStringField("got", run.got().get().word());
        }
        if (run.failure().isPresent()) {
            json.writeStringField("failure", run.failure().get());
        }
        json.writeBooleanField("passed", run.passed());
        if (!run.passed()) {
            json.writeArrayFieldStart("decided");
            for (JudgedCondition judged : run.deciding()) {
                CaseText.Deciding told = CaseText.deciding(judged, rule.facts());
                json.writeStartObject();
                json.writeStringField("text", told.written());
                json.writeNumberField("ruleLine", told.line());
                json.writeStringField("truth", told.truth().name().toLowerCase(Locale.ROOT));
                text("there", told.there(), json);
                text("wanted", told.wanted(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void coverage(RuleTests tests, Coverage.Folder folder, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeNumberField("conditions", folder.conditions());
        json.writeNumberField("values", folder.wanted());
        json.writeNumberField("seen", folder.seen());
        json.writeNumberField("percent", folder.percent());
        json.writeArrayFieldStart("gaps");
        for (Coverage.Gap gap : folder.gaps()) {
            json.writeStartObject();
            json.writeStringField("rule", gap.rule().name());
            place(tests.placeOf(gap.rule(), gap.line(), gap.column()), json);
            json.writeStringField("text", written(gap.pattern(), gap.condition()));
            json.writeStringField("never", gap.truth().name().toLowerCase(Locale.ROOT));
            idea(gap.idea(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void counts(List<MutantRun> runs, JsonGenerator json) throws IOException {
        json.writeNumberField("all", runs.size());
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(outcome.name().toLowerCase(Locale.ROOT), MutantRun.count(runs, outcome));
        }
        json.writeNumberField("percent", MutantRun.percent(runs));
    }

    private static void mutant(RuleTests tests, MutantRun run, JsonGenerator json) throws IOException {
        Mutant mutant = run.mutant();
        json.writeStartObject();
        json.writeStringField("rule", mutant.rule().name());
        place(tests.placeOf(mutant.rule(), mutant.line(), mutant.column()), json);
        json.writeStringField("outcome", run.outcome().name().toLowerCase(Locale.ROOT));
        json.writeStringField("change", mutant.change().name().toLowerCase(Locale.ROOT));
        json.writeStringField("text", written(mutant.pattern(), mutant.condition()));
        json.writeStringField("instead", mutant.instead());
        idea(run.idea(), json);
        json.writeEndObject();
    }

    private static void idea(Optional<CaseIdea> idea, JsonGenerator json) throws IOException {
        if (idea.isPresent()) {
            json.writeStringField("case", String.join("\n", idea.get().yaml()) + "\n");
        }
    }

    private static String written(Pattern pattern, Optional<Condition> condition) {
        String kind = pattern.kind().typeName();
        return condition.map(one -> kind + ": " + one.text()).orElse(kind);
    }

    private static void place(Place place, JsonGenerator json) throws IOException {
        json.writeStringField("file", place.file());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
    }

    private static void text(String key, String value, JsonGenerator json) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(key, value);
        }
    }
}
