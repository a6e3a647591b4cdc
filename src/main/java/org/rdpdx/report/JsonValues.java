package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.inquiry.Wanted;

/** Values that are written the same way in every JSON. */
abstract class JsonValues {

    /** Where to write. */
    final JsonGenerator json;

    JsonValues(JsonGenerator json) {
        this.json = json;
    }

    final void beside(Wanted wanted) throws IOException {
        if (!wanted.beside().isEmpty()) {
            json.writeStringField("beside", wanted.beside());
        }
    }

    final void way(Optional<CollectWay> way) throws IOException {
        way(way, json);
    }

    final void optional(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        }
    }

    final void texts(String key, Collection<String> texts) throws IOException {
        texts(key, texts, json);
    }

    final void fraction(String key, double value) throws IOException {
        fraction(key, value, json);
    }

    static void way(Optional<CollectWay> way, JsonGenerator json) throws IOException {
        if (way.isEmpty()) {
            return;
        }
        CollectWay how = way.get();
        if (how.command().isEmpty()) {
            json.writeStringField("ask", how.ask());
        } else {
            json.writeStringField("command", how.command());
        }
        json.writeNumberField("seconds", how.seconds());
        json.writeStringField("privilege", how.privilege());
        json.writeStringField("who", how.who());
        if (!how.changes().isEmpty()) {
            json.writeStringField("changes", how.changes());
        }
    }

    static void texts(String key, Collection<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static void fraction(String key, double value, JsonGenerator json) throws IOException {
        json.writeFieldName(key);
        json.writeNumber(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP));
    }
}
