package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** {@link ProblemFormat#sarif}. */
final class SarifProblems implements ProblemFormat {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Path root;

    SarifProblems(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void write(List<Problem> problems, Appendable out) throws IOException {
        TreeSet<ProblemCode> codes = new TreeSet<>();
        problems.forEach(problem -> codes.add(problem.code()));
        List<ProblemCode> rules = new ArrayList<>(codes);
        JsonText.write(out, json -> {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(rules, json);
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("results");
            for (Problem problem : problems) {
                result(problem, rules.indexOf(problem.code()), json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void tool(List<ProblemCode> rules, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "rdpdx");
        json.writeStringField("version", Report.toolVersion());
        json.writeArrayFieldStart("rules");
        for (ProblemCode rule : rules) {
            json.writeStartObject();
            json.writeStringField("id", rule.key());
            text("shortDescription", rule.key().replace('-', ' '), json);
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(String key, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private void result(Problem problem, int rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.code().key());
        json.writeNumberField("ruleIndex", rule);
        if (problem.code().severity() == ProblemCode.Severity.INFORMATION) {
            json.writeStringField("kind", "informational");
        }
        json.writeStringField("level", level(problem.code()));
        text("message", Messages.sentence(problem), json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(problem.place().file()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        // the standard counts from 1, also where a problem is with a file as a whole
        json.writeNumberField("startLine", Math.max(1, problem.place().line()));
        json.writeNumberField("startColumn", Math.max(1, problem.place().column()));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String level(ProblemCode code) {
        return switch (code.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
            case INFORMATION -> "none";
        };
    }

    /** As it is seen from the root; a file on another drive cannot be, and keeps its whole name. */
    private String uri(String file) {
        Path path = root.resolve(file).normalize();
        boolean below = path.getRoot() != null && path.getRoot().equals(root.getRoot());
        String seen = below ? root.relativize(path).toString() : file;
        try {
            String slashes = seen.replace('\\', '/');
            return new URI(null, null, slashes.contains(":") ? "./" + slashes : slashes, null).toASCIIString();
        } catch (URISyntaxException never) {
            throw new IllegalStateException(seen, never);
        }
    }
}
