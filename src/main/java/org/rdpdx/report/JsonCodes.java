package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.rulebook.Condition;

/** What is known about codes, in JSON. */
final class JsonCodes extends JsonValues {

    JsonCodes(JsonGenerator json) {
        super(json);
    }

    void write(CodeLookup lookup, Optional<Report> report) throws IOException {
        json.writeArrayFieldStart("asked");
        for (CodeLookup.Asked asked : lookup.asked()) {
            asked(asked);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("together");
        texts(
                "notes",
                lookup.notes().stream().map(note -> note.meaning().says()).toList());
        json.writeArrayFieldStart("causes");
        for (Codes.Pair pair : lookup.together()) {
            json.writeStartObject();
            json.writeStringField("basis", pair.basis());
            meaning(pair.meaning());
            optional("look", Optional.of(pair.look()).filter(look -> !look.isEmpty()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayFieldStart("readers");
        for (CodeLookup.Reader reader : lookup.readers()) {
            json.writeStartObject();
            texts("asked", reader.words());
            json.writeStringField("rule", reader.rule().name());
            json.writeStringField("of", reader.rule().owner());
            optional("strength", reader.rule().speaks().map(Strength::word));
            json.writeBooleanField("against", reader.rule().against());
            json.writeBooleanField("deduction", reader.rule().isDeduction());
            texts(
                    "conditions",
                    reader.conditions().stream().map(Condition::text).toList());
            texts("others", reader.others());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("next");
        for (ToCollect one :
                report.map(found -> found.collectNext(CodeText.MOST_TO_COLLECT)).orElse(List.of())) {
            JsonAnswers.toCollect(one, json);
        }
        json.writeEndArray();
    }

    private void asked(CodeLookup.Asked asked) throws IOException {
        json.writeStartObject();
        json.writeStringField("asked", asked.word());
        number("number", asked.number());
        json.writeBooleanField("known", asked.isKnown());
        optional("meant", Optional.ofNullable(asked.meant()));
        codes("codes", asked.found());
        events("events", asked.events());
        json.writeArrayFieldStart("families");
        for (CodeLookup.Kin kin : asked.families()) {
            json.writeStartObject();
            json.writeStringField("table", kin.table().id());
            meaning(kin.family().meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        codes("near", asked.near());
        events("nearEvents", asked.nearEvents());
        json.writeEndObject();
    }

    private void codes(String key, List<CodeLookup.Found> codes) throws IOException {
        json.writeArrayFieldStart(key);
        for (CodeLookup.Found found : codes) {
            json.writeStartObject();
            json.writeStringField("table", found.table().id());
            number("number", found.code().number());
            optional("symbol", Optional.of(found.code().symbol()).filter(symbol -> !symbol.isEmpty()));
            number("carriedIn", found.carriedIn());
            meaning(found.code().meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void events(String key, List<Codes.Event> events) throws IOException {
        json.writeArrayFieldStart(key);
        for (Codes.Event event : events) {
            json.writeStartObject();
            json.writeNumberField("id", event.id());
            json.writeStringField("provider", event.provider());
            json.writeStringField("channel", event.channel());
            json.writeStringField("on", event.on());
            json.writeStringField("level", event.level());
            meaning(event.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void meaning(Codes.Meaning meaning) throws IOException {
        json.writeStringField("says", meaning.says());
        optional("stage", Optional.of(meaning.stage()).filter(stage -> !stage.isEmpty()));
        json.writeStringField("surety", meaning.surety().word());
        texts("sources", meaning.sources());
        optional("note", Optional.of(meaning.note()).filter(note -> !note.isEmpty()));
    }

    private void number(String key, OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeStringField(key, Codes.hexadecimal(number.getAsLong()));
        }
    }
}
