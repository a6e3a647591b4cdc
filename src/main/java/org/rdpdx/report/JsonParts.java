package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;
import org.rdpdx.facts.CollectWay;

/** What several JSON documents write alike. */
final class JsonParts {

    private JsonParts() {}

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
