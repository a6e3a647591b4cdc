package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** {@link ProblemFormat#json}. */
final class JsonProblems implements ProblemFormat {

    /** Grows when a key goes away or changes its meaning. */
    private static final String SCHEMA_VERSION = "1";

    @Override
    public void write(List<Problem> problems, Appendable out) throws IOException {
        JsonText.write(out, json -> {
            json.writeStartObject();
            json.writeStringField("schemaVersion", SCHEMA_VERSION);
            json.writeObjectFieldStart("counts");
            for (ProblemCode.Severity severity : ProblemCode.Severity.values()) {
                long count = problems.stream()
                        .filter(problem -> problem.code().severity() == severity)
                        .count();
                json.writeNumberField(severity.word(), count);
            }
            json.writeEndObject();
            json.writeArrayFieldStart("problems");
            for (Problem problem : problems) {
                problem(problem, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void problem(Problem problem, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", problem.code().key());
        json.writeStringField("severity", problem.code().severity().word());
        json.writeStringField("file", problem.place().file());
        json.writeNumberField("line", problem.place().line());
        json.writeNumberField("column", problem.place().column());
        json.writeStringField("message", Messages.sentence(problem));
        JsonValues.texts("remedy", problem.remedy(), json);
        json.writeEndObject();
    }
}
