package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.LookAlike;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.Source;
import org.rdpdx.knowledge.Step;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What {@link RuleSheets} tells, as JSON. */
final class JsonRules {

    /** Grows when a key goes away or changes its meaning. */
    private static final String SCHEMA_VERSION = "1";

    private final Rulebook rulebook;
    private final JsonGenerator json;

    JsonRules(Rulebook rulebook, JsonGenerator json) {
        this.rulebook = rulebook;
        this.json = json;
    }

    private void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("schemaVersion", SCHEMA_VERSION);
        json.writeObjectFieldStart("rulebook");
        json.writeStringField("version", rulebook.version());
        json.writeStringField("hash", rulebook.hash());
        json.writeEndObject();
    }

    void list(Optional<String> wanted) throws IOException {
        begin();
        json.writeArrayFieldStart("areas");
        for (Area area : rulebook.areas()) {
            if (wanted.isEmpty() || wanted.get().equals(area.id())) {
                json.writeStartObject();
                json.writeStringField("id", area.id());
                json.writeStringField("title", area.title());
                json.writeArrayFieldStart("diagnoses");
                for (Cause cause : rulebook.causes()) {
                    if (cause.area().equals(area.id())) {
                        entry(cause);
                    }
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        if (wanted.isEmpty()) {
            json.writeArrayFieldStart("deductions");
            for (String id : RuleSheets.deductions(rulebook)) {
                json.writeStartObject();
                json.writeStringField("id", id);
                counts(id);
                json.writeEndObject();
            }
            json.writeEndArray();
            JsonValues.texts("steps", rulebook.stepIds(), json);
            json.writeArrayFieldStart("retired");
            for (Retired retired : rulebook.retired()) {
                retired(retired);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void entry(Cause cause) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", cause.id());
        json.writeStringField("title", cause.title());
        json.writeStringField("frequency", cause.frequency().word());
        json.writeNumberField("steps", rulebook.card(cause.id()).remedies().size());
        counts(cause.id());
        json.writeEndObject();
    }

    private void counts(String owner) throws IOException {
        json.writeNumberField("ways", RuleSheets.rules(rulebook, owner).size());
        json.writeNumberField("cases", RuleSheets.cases(rulebook, owner).size());
    }

    private void retired(Retired retired) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", retired.id());
        json.writeStringField("why", retired.why());
        if (retired.replacedBy().isPresent()) {
            json.writeStringField("replacedBy", retired.replacedBy().get());
        }
        json.writeEndObject();
    }

    void show(String id) throws IOException {
        begin();
        String shown = id;
        Optional<Retired> retired = RuleSheets.retired(rulebook, id);
        if (retired.isPresent()) {
            json.writeFieldName("retired");
            retired(retired.get());
            shown = retired.get().replacedBy().orElse("");
        }
        if (rulebook.cause(shown).isPresent()) {
            json.writeFieldName("diagnosis");
            diagnosis(rulebook.card(shown));
        } else if (RuleSheets.deductions(rulebook).contains(shown)) {
            json.writeObjectFieldStart("deduction");
            json.writeStringField("id", shown);
            ways(shown);
            cases(shown);
            json.writeEndObject();
        } else if (rulebook.stepIds().contains(shown)) {
            json.writeFieldName("step");
            step(rulebook.step(shown));
        }
        json.writeEndObject();
    }

    private void diagnosis(Card card) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", card.id());
        json.writeStringField("title", card.title());
        json.writeStringField("area", card.area());
        json.writeStringField("why", card.why());
        json.writeStringField("frequency", card.frequency().word());
        JsonValues.texts("phases", card.phases().stream().map(Phase::word).toList(), json);
        json.writeStringField("since", card.since());
        json.writeStringField("status", card.status());
        ways(card.id());
        json.writeArrayFieldStart("steps");
        for (Card.Remedy remedy : card.remedies()) {
            json.writeStartObject();
            json.writeStringField("id", remedy.stepId());
            Step inline = remedy.inline();
            json.writeStringField(
                    "title", inline == null ? rulebook.step(remedy.stepId()).title() : inline.title());
            if (remedy.curing().isPresent()) {
                json.writeStringField("cures", remedy.curing().get().word());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lookAlikes");
        for (LookAlike like : card.lookAlikes()) {
            json.writeStartObject();
            json.writeStringField("id", like.id());
            json.writeStringField("tellApart", like.tellApart());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonValues.texts("falsePositives", card.falsePositives(), json);
        JsonValues.texts("explains", card.explains(), json);
        cases(card.id());
        sources(card.sources());
        json.writeEndObject();
    }

    private void ways(String owner) throws IOException {
        json.writeArrayFieldStart("ways");
        for (Rule rule : RuleSheets.strongestFirst(RuleSheets.rules(rulebook, owner))) {
            RuleWords words = RuleWords.of(rule);
            json.writeStartObject();
            json.writeStringField("rule", rule.name());
            if (rule.speaks().isPresent()) {
                json.writeStringField("strength", rule.speaks().get().word());
                json.writeBooleanField("against", rule.against());
            }
            String sees = rule.sees();
            if (sees != null) {
                json.writeStringField("sees", sees);
            }
            json.writeArrayFieldStart("firesIf");
            for (List<String> sentences : words.alternatives()) {
                json.writeStartArray();
                for (String sentence : sentences) {
                    json.writeString(sentence);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            if (words.deduces().isPresent()) {
                json.writeStringField("then", words.deduces().get());
            }
            json.writeObjectFieldStart("meaning");
            for (Map.Entry<String, String> one : words.glossary().entrySet()) {
                json.writeStringField(one.getKey(), one.getValue());
            }
            json.writeEndObject();
            json.writeStringField("file", rule.file());
            json.writeNumberField("line", rule.line());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void cases(String owner) throws IOException {
        json.writeArrayFieldStart("cases");
        for (RuleCase one : RuleSheets.cases(rulebook, owner)) {
            json.writeStartObject();
            json.writeStringField("name", one.name());
            json.writeStringField("expect", one.expect().word());
            if (one.rule().isPresent()) {
                json.writeStringField("rule", one.rule().get());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void sources(List<Source> sources) throws IOException {
        json.writeArrayFieldStart("sources");
        for (Source source : sources) {
            json.writeStartObject();
            json.writeStringField("url", source.url());
            json.writeStringField("checked", source.checked().toString());
            json.writeStringField("says", source.says());
            JsonValues.texts("ways", source.ways(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void step(Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", step.id());
        json.writeStringField("title", step.title());
        json.writeStringField("where", step.where());
        json.writeStringField("class", step.kind().word());
        json.writeStringField("action", step.action());
        if (step.command().isPresent()) {
            json.writeStringField("command", step.command().get());
        }
        json.writeStringField("privilege", step.privilege());
        json.writeNumberField("minutes", step.minutes());
        json.writeNumberField("downtimeMinutes", step.downtimeMinutes());
        json.writeBooleanField("cutsAccess", step.cutsAccess());
        json.writeStringField("verify", step.verify());
        if (step.undo().isPresent()) {
            json.writeStringField("undo", step.undo().get());
        }
        JsonValues.texts("needs", step.needs(), json);
        json.writeArrayFieldStart("usedBy");
        for (Cause cause : rulebook.causes()) {
            for (Card.Remedy remedy : rulebook.card(cause.id()).remedies()) {
                if (remedy.stepId().equals(step.id())) {
                    json.writeString(cause.id());
                }
            }
        }
        json.writeEndArray();
        sources(step.sources());
        json.writeEndObject();
    }
}
