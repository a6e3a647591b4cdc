package org.rdpdx.report;

import java.io.IOException;
import org.rdpdx.inquiry.Verification;

/** {@link ReportFormat#text}. */
final class TextFormat implements ReportFormat {

    private static final int LEAST_WIDTH = 60;

    private final int width;
    private final boolean colour;

    TextFormat(int width, boolean colour) {
        this.width = Math.max(LEAST_WIDTH, width);
        this.colour = colour;
    }

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        new VerdictText(report, page).write();
        new PlanText(report, page).write();
        new OpenText(report, page).write();
        out.append(page.toString());
    }

    @Override
    public void write(Verification verification, Appendable out) throws IOException {
        Page page = new Page(width, colour);
        new VerificationText(verification, page).write();
        out.append(page.toString());
    }

    @Override
    public void between(Appendable out) throws IOException {
        out.append("\n").append("=".repeat(width)).append("\n\n");
    }
}
