package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rdpdx.facts.ValueType;
import org.rdpdx.input.Place;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;

/** Conditions as JSON: what the author wrote, what was read, and what a deduced fact rests on. */
final class JsonConditions {

    private final Findings findings;
    private final JsonGenerator json;

    JsonConditions(Findings findings, JsonGenerator json) {
        this.findings = findings;
        this.json = json;
    }

    void write(String key, List<JudgedCondition> conditions) throws IOException {
        json.writeArrayFieldStart(key);
        for (JudgedCondition judged : conditions) {
            json.writeStartObject();
            json.writeStringField("kind", judged.pattern().kind().typeName());
            json.writeStringField("text", text(judged));
            json.writeNumberField(
                    "ruleLine",
                    judged.condition()
                            .map(Condition::line)
                            .orElse(judged.pattern().line()));
            json.writeArrayFieldStart("reads");
            for (Read read : Read.by(judged, findings.facts())) {
                read(read);
            }
            json.writeEndArray();
            because(judged);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** As the author wrote it. */
    static String text(JudgedCondition judged) {
        if (judged.condition().isPresent()) {
            return judged.condition().get().text();
        }
        Pattern pattern = judged.pattern();
        String conditions = pattern.conditions().stream().map(Condition::text).collect(Collectors.joining(", "));
        String word = pattern.presence() == Pattern.Presence.MATCH
                ? ""
                : pattern.presence().name().toLowerCase(Locale.ROOT) + " ";
        return word + pattern.kind().typeName() + "( " + conditions + " )";
    }

    private void read(Read read) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", read.path());
        json.writeFieldName("value");
        value(read);
        Optional<Place> place = read.place();
        if (place.isPresent()) {
            json.writeStringField("file", place.get().file());
            json.writeNumberField("line", place.get().line());
            json.writeNumberField("column", place.get().column());
        }
        if (read.from() != null) {
            json.writeStringField("derivedFrom", read.from().name());
        }
        json.writeEndObject();
    }

    private void value(Read read) throws IOException {
        Object value = read.value();
        if (value instanceof List<?> values) {
            json.writeStartArray();
            for (Object one : values) {
                json.writeString(ValueText.of(read.property(), one));
            }
            json.writeEndArray();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number && read.property().type() != ValueType.CODE) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(read.text());
        }
    }

    /** A deduced fact rests on the deduction that made it. */
    private void because(JudgedCondition judged) throws IOException {
        Pattern pattern = judged.pattern();
        if (!pattern.kind().deduced() || pattern.presence() == Pattern.Presence.NOT) {
            return;
        }
        for (RuleVerdict verdict : findings.verdicts()) {
            boolean made = verdict.state() == RuleState.FIRED
                    && verdict.rule().deduces() != null
                    && verdict.rule().deduces().makes(pattern);
            if (made) {
                json.writeStringField("deducedBy", verdict.rule().name());
                write("because", findings.conditions(verdict.rule()));
                return;
            }
        }
    }
}
