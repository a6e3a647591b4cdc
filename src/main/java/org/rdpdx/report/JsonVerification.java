package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.inquiry.Verification;
import org.rdpdx.inquiry.Verification.Outcome;
import org.rdpdx.inquiry.Verification.Warning;
import org.rdpdx.inquiry.Wanted;

/** Whether a cure worked, as JSON; {@code verify.schema.json} describes it. */
final class JsonVerification extends JsonValues {

    /** Grows when a key goes away or changes its meaning. */
    private static final String SCHEMA_VERSION = "1";

    private final Verification verification;

    JsonVerification(Verification verification, JsonGenerator json) {
        super(json);
        this.verification = verification;
    }

    void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("case", verification.after().name());
        side("before", verification.before());
        side("after", verification.after());
        json.writeStringField("result", verification.result().word());
        json.writeArrayFieldStart("outcomes");
        for (Outcome outcome : verification.outcomes()) {
            outcome(outcome);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("warnings");
        for (Warning warning : verification.warnings()) {
            json.writeStartObject();
            json.writeStringField("code", warning.word());
            json.writeStringField("text", VerificationText.sentence(warning, verification));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void side(String key, CaseFacts facts) throws IOException {
        json.writeObjectFieldStart(key);
        texts("files", facts.files());
        optional("observedAt", facts.observedAt().map(Object::toString));
        optional("outcome", facts.text("attempt.outcome"));
        json.writeEndObject();
    }

    private void outcome(Outcome outcome) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", outcome.id());
        json.writeStringField("title", outcome.after().cause().title());
        json.writeStringField("outcome", outcome.result().word());
        weighed("before", outcome.before());
        weighed("after", outcome.after());
        json.writeArrayFieldStart("missing");
        for (Wanted wanted : outcome.missing()) {
            json.writeStartObject();
            json.writeStringField("path", wanted.path());
            beside(wanted);
            way(wanted.way());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("stillSpeaking", outcome.stillSpeaking());
        texts("failed", outcome.failed());
        texts(
                "unknownBefore",
                outcome.unknownBefore().stream().map(Wanted::path).toList());
        json.writeEndObject();
    }

    private void weighed(String key, Diagnosis diagnosis) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("likelihood", diagnosis.likelihood().word());
        fraction("confidence", diagnosis.confidence());
        optional("explainedBy", diagnosis.explainedBy());
        json.writeEndObject();
    }
}
