package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Evidence;
import org.rdpdx.inquiry.Change;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.inquiry.Flip;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.inquiry.WhatIf;
import org.rdpdx.inquiry.WhyNot;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rulebook;

/** {@link AnswerFormat#json}. */
final class JsonAnswers implements AnswerFormat {

    /** Grows when a key goes away or changes its meaning. */
    private static final String SCHEMA_VERSION = "1";

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static void write(String question, Report report, Appendable out, Body body) throws IOException {
        JsonText.write(out, json -> {
            json.writeStartObject();
            json.writeStringField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("question", question);
            json.writeStringField("case", report.facts().name());
            JsonValues.texts("files", report.facts().files(), json);
            rulebook(report.rulebook(), json);
            json.writeStringField("verdict", report.ranking().verdict().word());
            body.write(json);
            json.writeEndObject();
        });
    }

    private static void rulebook(Rulebook rulebook, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("rulebook");
        json.writeStringField("version", rulebook.version());
        json.writeStringField("hash", rulebook.hash());
        json.writeEndObject();
    }

    private static void cause(Diagnosis diagnosis, JsonGenerator json) throws IOException {
        json.writeStringField("id", diagnosis.id());
        json.writeStringField("title", diagnosis.cause().title());
        weighed(diagnosis, json);
    }

    private static void weighed(Diagnosis diagnosis, JsonGenerator json) throws IOException {
        json.writeStringField("likelihood", diagnosis.likelihood().word());
        JsonValues.fraction("confidence", diagnosis.confidence(), json);
    }

    @Override
    public void next(Report report, List<ToCollect> next, Appendable out) throws IOException {
        write("next", report, out, json -> {
            json.writeArrayFieldStart("next");
            for (ToCollect one : next) {
                toCollect(one, json);
            }
            json.writeEndArray();
        });
    }

    static void toCollect(ToCollect one, JsonGenerator json) throws IOException {
        json.writeStartObject();
        JsonValues.texts("paths", one.wanted().stream().map(Wanted::path).toList(), json);
        String beside = one.wanted().get(0).beside();
        if (!beside.isEmpty()) {
            json.writeStringField("beside", beside);
        }
        JsonValues.texts("decides", one.decides(), json);
        JsonValues.fraction("worth", one.worth(), json);
        JsonValues.way(one.way(), json);
        json.writeEndObject();
    }

    @Override
    public void code(CodeLookup lookup, Rulebook rulebook, Optional<Report> report, Appendable out) throws IOException {
        JsonText.write(out, json -> {
            json.writeStartObject();
            json.writeStringField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("question", "code");
            rulebook(rulebook, json);
            new JsonCodes(json).write(lookup, report);
            json.writeEndObject();
        });
    }

    @Override
    public void why(Report report, String id, Appendable out) throws IOException {
        Diagnosis diagnosis = report.ranking().of(id).orElseThrow();
        write("why", report, out, json -> {
            json.writeObjectFieldStart("diagnosis");
            cause(diagnosis, json);
            json.writeNumberField("rank", report.ranking().diagnoses().indexOf(diagnosis) + 1);
            JsonValues.fraction("prior", diagnosis.prior(), json);
            json.writeArrayFieldStart("evidence");
            double odds = diagnosis.prior();
            for (Evidence evidence : diagnosis.evidence()) {
                odds += evidence.contribution();
                json.writeStartObject();
                if (evidence.ruleName().isPresent()) {
                    json.writeStringField("rule", evidence.ruleName().get());
                }
                json.writeBooleanField("stageGate", evidence.isStageGate());
                json.writeStringField("strength", evidence.strength().word());
                JsonValues.fraction("contribution", evidence.contribution(), json);
                JsonValues.fraction("confidenceAfter", 1 / (1 + Math.exp(-odds)), json);
                if (evidence.countedAs().isPresent()) {
                    json.writeStringField("countedAs", evidence.countedAs().get());
                }
                new JsonConditions(report.findings(), json).write("because", evidence.conditions());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    @Override
    public void whyNot(Report report, List<WhyNot> causes, Appendable out) throws IOException {
        write("why-not", report, out, json -> {
            json.writeArrayFieldStart("diagnoses");
            for (WhyNot cause : causes) {
                json.writeStartObject();
                cause(cause.diagnosis(), json);
                json.writeNumberField("rank", cause.rank());
                json.writeArrayFieldStart("ways");
                for (WhyNot.Way way : cause.ways()) {
                    way(report, way, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void way(Report report, WhyNot.Way way, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", way.rule().name());
        json.writeStringField(
                "strength", way.rule().speaks().map(Strength::word).orElse(""));
        json.writeBooleanField("against", way.rule().against());
        json.writeStringField("state", way.state().word());
        json.writeNumberField("holding", way.holding());
        json.writeNumberField("conditions", way.conditions().size());
        if (way.stop().isPresent()) {
            JudgedCondition stop = way.stop().get();
            new JsonConditions(report.findings(), json).write("stops", List.of(stop));
            String wish = stop.condition()
                    .map(Condition::expression)
                    .map(expression -> Wishes.of(stop.pattern().kind(), expression))
                    .orElse("");
            if (!wish.isEmpty()) {
                json.writeStringField("wanted", wish);
            }
        }
        json.writeArrayFieldStart("missing");
        for (Wanted wanted : way.missing()) {
            json.writeStartObject();
            json.writeStringField("path", wanted.path());
            JsonValues.way(wanted.way(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void whatIf(Report report, WhatIf whatIf, Appendable out) throws IOException {
        write("what-if", report, out, json -> effect(whatIf, json));
    }

    private static void effect(WhatIf whatIf, JsonGenerator json) throws IOException {
        json.writeStringField("verdictThen", whatIf.after().verdict().word());
        json.writeArrayFieldStart("moves");
        for (WhatIf.Move move : whatIf.moves()) {
            json.writeStartObject();
            json.writeStringField("id", move.cause().id());
            json.writeNumberField("rankBefore", move.rankBefore());
            json.writeNumberField("rankAfter", move.rankAfter());
            json.writeObjectFieldStart("before");
            weighed(move.before(), json);
            json.writeEndObject();
            json.writeObjectFieldStart("after");
            weighed(move.after(), json);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("states");
        for (WhatIf.StateChange state : whatIf.states()) {
            json.writeStartObject();
            json.writeStringField("rule", state.rule());
            json.writeStringField("before", state.before().word());
            json.writeStringField("after", state.after().word());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void flip(Report report, String id, Optional<Flip> flip, Appendable out) throws IOException {
        write("flip", report, out, json -> {
            json.writeStringField("diagnosis", id);
            json.writeBooleanField("found", flip.isPresent());
            if (flip.isEmpty()) {
                return;
            }
            json.writeBooleanField("likelyBefore", flip.get().likelyBefore());
            json.writeArrayFieldStart("changes");
            for (Change change : flip.get().changes()) {
                json.writeStartObject();
                json.writeStringField("path", change.path());
                if (!change.takesOut()) {
                    json.writeStringField("value", change.value());
                }
                Optional<String> now = report.facts().text(change.path());
                if (now.isPresent()) {
                    json.writeStringField("now", now.get());
                }
                if (!change.beside().isEmpty()) {
                    json.writeObjectFieldStart("beside");
                    for (Map.Entry<String, String> one : new java.util.TreeMap<>(change.beside()).entrySet()) {
                        json.writeStringField(one.getKey(), one.getValue());
                    }
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            effect(flip.get().effect(), json);
        });
    }
}
