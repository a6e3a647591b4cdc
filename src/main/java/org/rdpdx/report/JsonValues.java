package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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
        JsonParts.way(way, json);
    }

    final void optional(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        }
    }

    final void texts(String key, Collection<String> texts) throws IOException {
        JsonParts.texts(key, texts, json);
    }

    final void fraction(String key, double value) throws IOException {
        JsonParts.fraction(key, value, json);
    }
}
