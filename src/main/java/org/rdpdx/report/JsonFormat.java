package org.rdpdx.report;

import java.io.IOException;
import org.rdpdx.inquiry.Verification;

/** {@link ReportFormat#json}: one object for one report, an array for several. */
final class JsonFormat implements ReportFormat {

    @Override
    public void write(Report report, Appendable out) throws IOException {
        JsonText.write(out, json -> new JsonReport(report, json).write());
    }

    @Override
    public void write(Verification verification, Appendable out) throws IOException {
        JsonText.write(out, json -> new JsonVerification(verification, json).write());
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
}
