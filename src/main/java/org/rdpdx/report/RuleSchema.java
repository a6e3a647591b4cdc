package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rdpdx.facts.FactSchema;
import org.rdpdx.knowledge.KnowledgeSchema;

/** Writes the JSON Schemas of the files of a rulebook, for editors. */
public final class RuleSchema {

    private static final String FACTS = "facts";

    private RuleSchema() {}

    /** The files that have a schema, by the word that names it. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(KnowledgeSchema.names());
        names.add(FACTS);
        return names;
    }

    /**
     * Writes all of them that are not there as they would be written, each whole or not at all.
     *
     * @param folder to write into; made if it is not there
     * @return the files
     * @throws IOException if they cannot be written
     */
    public static List<Path> writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (String name : names()) {
            Path file = folder.resolve(name + ".schema.json");
            StringWriter text = new StringWriter();
            write(name, text);
            if (!Files.isRegularFile(file) || !Files.readString(file).equals(text.toString())) {
                Path draft = Files.createTempFile(folder, "." + name, ".new");
                try {
                    Files.writeString(draft, text.toString());
                    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(draft);
                }
            }
            files.add(file);
        }
        return files;
    }

    /**
     * Writes a schema; the same bytes every time.
     *
     * @param name one of {@link #names}
     * @param out takes the text; neither flushed to its end nor closed
     * @throws IOException if it does not take it
     */
    public static void write(String name, Writer out) throws IOException {
        if (name.equals(FACTS)) {
            FactSchema.writeTo(out);
            return;
        }
        JsonText.write(out, json -> value(KnowledgeSchema.of(name), json));
    }

    private static void value(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                value(entry.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object one : list) {
                value(one, json);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }
}
