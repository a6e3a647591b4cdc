package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import org.rdpdx.inquiry.Verification;

/** {@link ReportFormat#json}: one object for one report, an array for several. */
final class JsonFormat implements ReportFormat {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes one document. */
    interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        write(out, json -> new JsonReport(report, json).write());
    }

    static void write(Appendable out, Document document) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer());
            document.write(json);
        }
        out.append(text.getBuffer()).append('\n');
    }

    @Override
    public void write(Verification verification, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(printer());
            new JsonVerification(verification, json).write();
        }
        out.append(text.getBuffer()).append('\n');
    }

    @Override
    public void begin(Appendable out) throws IOException {
        out.append("[\n");
    }

    @Override
    public void between(Appendable out) throws IOException {
        out.append(",\n");
    }

    @Override
    public void end(Appendable out) throws IOException {
        out.append("]\n");
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
