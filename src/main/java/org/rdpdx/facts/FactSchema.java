package org.rdpdx.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The vocabulary as JSON Schema 2020-12, so that an editor completes and checks a fact file while it is written. What the
 * schema accepts the reader may still refuse (things that contradict each other); what the reader accepts in the usual
 * spelling the schema accepts.
 */
public final class FactSchema {

    private static final String DEFS = "#/$defs/";

    private final JsonGenerator json;
    private final Function<Kind, Collecting> collecting;

    private FactSchema(JsonGenerator json, Function<Kind, Collecting> collecting) {
        this.json = json;
        this.collecting = collecting;
    }

    /**
     * Writes the schema; the same bytes every time.
     *
     * @param out takes the text; neither flushed to its end nor closed
     * @throws IOException if it does not take it
     */
    public static void writeTo(Writer out) throws IOException {
        writeTo(out, Collecting::of);
    }

    static void writeTo(Writer out, Function<Kind, Collecting> collecting) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        JsonFactory factory = JsonFactory.builder().build();
        JsonGenerator json = factory.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(printer);
        new FactSchema(json, collecting).file();
        json.flush();
        out.write("\n");
    }

    private void file() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.writeStringField("title", "Facts about a Remote Desktop connection");
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        described("case", "text", "ticket or case number; without it the name of the file");
        described("observedAt", "time", "when the facts were taken; stands in for the clock everywhere");
        kindsAt(Vocabulary.TOP);
        for (String viewpoint : Vocabulary.viewpoints()) {
            ref(viewpoint, viewpoint);
        }
        unread();
        json.writeEndObject();
        definitions();
        json.writeEndObject();
    }

    private void definitions() throws IOException {
        json.writeObjectFieldStart("$defs");
        types();
        source();
        for (Kind kind : Vocabulary.kinds()) {
            if (!kind.deduced()) {
                kind(kind);
            }
        }
        for (String viewpoint : Vocabulary.viewpoints()) {
            viewpoint(viewpoint);
        }
        json.writeEndObject();
    }

    // ------------------------------------------------------------------ types

    private void types() throws IOException {
        for (ValueType type : ValueType.values()) {
            if (type == ValueType.WORD) {
                continue; // each has words of its own
            }
            json.writeObjectFieldStart(type.key());
            type(type);
            json.writeEndObject();
        }
    }

    private void type(ValueType type) throws IOException {
        switch (type) {
            case FLAG -> json.writeStringField("type", "boolean");
            case INT -> json.writeStringField("type", "integer");
            case NUMBER -> json.writeStringField("type", "number");
            case CODE -> {
                json.writeStringField("description", "32-bit number: 0x904, 2308, or as a negative decimal");
                json.writeArrayFieldStart("anyOf");
                json.writeStartObject();
                json.writeStringField("type", "integer");
                json.writeNumberField("minimum", Integer.MIN_VALUE);
                json.writeNumberField("maximum", 0xFFFF_FFFFL);
                json.writeEndObject();
                json.writeStartObject();
                text("^(0[xX]([fF]{8})?[0-9a-fA-F]{1,8}|-?[0-9]{1,10})$");
                json.writeEndObject();
                json.writeEndArray();
            }
            case TEXT, NAME, PATH -> {
                json.writeFieldName("type");
                words(List.of("string", "number", "boolean"));
                json.writeObjectFieldStart("not");
                words("enum", List.of("", "unknown"));
                json.writeEndObject();
            }
            case TOKEN -> text("^[a-z0-9][a-z0-9.+]*(-[a-z0-9][a-z0-9.+]*)*$");
            case TIME -> {
                json.writeStringField(
                        "description",
                        "2026-11-20T09:14:00Z with an offset, or as coarse as known: 2026-11-20, 2026-11, 2026");
                json.writeFieldName("type");
                words(List.of("string", "integer"));
                json.writeStringField(
                        "pattern",
                        "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?"
                                + "([Zz]|[+-][0-9]{2}:[0-9]{2}))?)?)?$");
            }
            case CLOCK -> text("^([01][0-9]|2[0-3]):[0-5][0-9]$");
            case THUMBPRINT -> text("^([0-9a-fA-F][ :]?){40}$");
            case PRINCIPAL -> {
                json.writeStringField("description", "a SID, or one of our words for one");
                json.writeArrayFieldStart("anyOf");
                json.writeStartObject();
                words("enum", Vocabulary.principals().keySet());
                json.writeEndObject();
                json.writeStartObject();
                text("^[sS]-1(-[0-9]+)+$");
                json.writeEndObject();
                json.writeEndArray();
            }
            case MESSAGE -> {
                json.writeStringField("description", "id of a dialog, or its text");
                json.writeArrayFieldStart("anyOf");
                json.writeStartObject();
                words("enum", Vocabulary.messages().keySet());
                json.writeEndObject();
                json.writeStartObject();
                text(" ");
                json.writeEndObject();
                json.writeEndArray();
            }
            case WORD -> throw new IllegalStateException("each has words of its own");
        }
    }

    private void text(String pattern) throws IOException {
        json.writeStringField("type", "string");
        json.writeStringField("pattern", pattern);
    }

    private void source() throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("description", "where the fact came from; the nearest wins over observedAt");
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        ref("at", "time");
        ref("command", "text");
        json.writeObjectFieldStart("how");
        words("enum", Vocabulary.how());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void unread() throws IOException {
        json.writeObjectFieldStart("unread");
        json.writeStringField("description", "what was tried and could not be read; stays unknown");
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        words("required", List.of("fact", "because"));
        json.writeObjectFieldStart("properties");
        ref("fact", "text");
        json.writeObjectFieldStart("because");
        words("enum", Vocabulary.unreadReasons());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    // ------------------------------------------------------------------ kinds

    private void viewpoint(String viewpoint) throws IOException {
        json.writeObjectFieldStart(viewpoint);
        boolean canBeNone = Vocabulary.canBeNone().contains(viewpoint);
        if (canBeNone) {
            json.writeArrayFieldStart("anyOf");
            json.writeStartObject();
            json.writeStringField("const", "none");
            json.writeEndObject();
            json.writeStartObject();
        }
        json.writeStringField("type", "object");
        json.writeNumberField("minProperties", 1);
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        described("collected", "text", "program and version that wrote this, whether it ran elevated");
        kindsAt(viewpoint);
        json.writeEndObject();
        if (canBeNone) {
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void kindsAt(String viewpoint) throws IOException {
        for (Kind kind : Vocabulary.kindsAt(viewpoint)) {
            if (kind.deduced()) {
                continue;
            }
            json.writeObjectFieldStart(kind.key());
            description(collecting.apply(kind).meaning());
            if (kind.shape() == Shape.ONE) {
                json.writeStringField("$ref", DEFS + kind.typeName());
            } else {
                json.writeStringField("type", "array");
                json.writeNumberField("minItems", 1);
                ref("items", kind.typeName());
            }
            json.writeEndObject();
        }
    }

    private void property(String word, Collecting about, Property property) throws IOException {
        json.writeObjectFieldStart(word);
        description(meaning(about, property));
        value(property);
        json.writeEndObject();
    }

    private void kind(Kind kind) throws IOException {
        Collecting about = collecting.apply(kind);
        json.writeObjectFieldStart(kind.typeName());
        json.writeStringField("type", "object");
        json.writeNumberField("minProperties", 1);
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (Property property : kind.ownProperties()) {
            if (!property.derived()) {
                property(property.name(), about, property);
                if (!property.alsoWritten().isEmpty()) {
                    property(property.alsoWritten(), about, property);
                }
            }
        }
        if (kind.absentable()) {
            described(Kind.PRESENT, "flag", "false = looked for, not there; not written = there");
        }
        if (kind.indexOf("source") < 0) {
            ref("source", "source");
        }
        json.writeEndObject();
        identity(kind);
        absence(kind);
        json.writeEndObject();
    }

    private static String meaning(Collecting about, Property property) {
        String meaning = about.meaning(property.name());
        return meaning.isEmpty() || property.unit().isEmpty() ? meaning : meaning + " (" + property.unit() + ")";
    }

    private void value(Property property) throws IOException {
        if (property.name().equals("source")) {
            json.writeArrayFieldStart("anyOf");
            json.writeStartObject();
            single(property);
            json.writeEndObject();
            json.writeStartObject();
            json.writeStringField("$ref", DEFS + "source");
            json.writeEndObject();
            json.writeEndArray();
            return;
        }
        if (!property.set()) {
            single(property);
            return;
        }
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        single(property);
        json.writeEndObject();
    }

    private void single(Property property) throws IOException {
        if (property.type() == ValueType.WORD) {
            words("enum", property.words());
        } else {
            json.writeStringField("$ref", DEFS + property.type().key());
        }
    }

    private void identity(Kind kind) throws IOException {
        if (kind.shape() == Shape.ONE) {
            return;
        }
        if (kind.needsOneOf().isEmpty()) {
            words("required", kind.identity());
            return;
        }
        json.writeArrayFieldStart("anyOf");
        for (String one : kind.needsOneOf()) {
            List<String> required = new ArrayList<>(kind.identity());
            required.add(one);
            json.writeStartObject();
            words("required", required);
            json.writeEndObject();
        }
        for (String instead : kind.unnamedWith()) {
            json.writeStartObject();
            words("required", List.of(instead));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void absence(Kind kind) throws IOException {
        if (!kind.absentable()) {
            return;
        }
        List<String> beside = new ArrayList<>(kind.identity());
        beside.addAll(kind.withAbsent());
        beside.add(Kind.PRESENT);
        beside.add("source");
        json.writeObjectFieldStart("if");
        words("required", List.of(Kind.PRESENT));
        json.writeObjectFieldStart("properties");
        json.writeObjectFieldStart(Kind.PRESENT);
        json.writeBooleanField("const", false);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("then");
        json.writeObjectFieldStart("propertyNames");
        words("enum", beside);
        json.writeEndObject();
        json.writeEndObject();
    }

    // ------------------------------------------------------------------ small things

    private void described(String name, String definition, String description) throws IOException {
        json.writeObjectFieldStart(name);
        description(description);
        json.writeStringField("$ref", DEFS + definition);
        json.writeEndObject();
    }

    private void description(String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField("description", text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
        }
    }

    private void ref(String name, String definition) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("$ref", DEFS + definition);
        json.writeEndObject();
    }

    private void words(String name, Collection<String> words) throws IOException {
        json.writeFieldName(name);
        words(words);
    }

    private void words(Collection<String> words) throws IOException {
        json.writeStartArray();
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }
}
