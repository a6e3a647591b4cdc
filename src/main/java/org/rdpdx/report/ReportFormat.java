package org.rdpdx.report;

import java.io.IOException;
import java.util.List;
import org.rdpdx.inquiry.Verification;

/**
 * A way to write reports. The same report gives the same bytes, whatever the machine, its language and the time.
 *
 * <p>One report is written by {@link #write} alone. Several are written as {@code begin, write, between, write, end}, each
 * as soon as it is there.
 */
public sealed interface ReportFormat permits TextFormat, JsonFormat {

    /** Columns of a terminal that does not say how many it has. */
    int USUAL_WIDTH = 100;

    /** The words by which formats are asked for, the usual one first. */
    static List<String> words() {
        return List.of("text", "json");
    }

    /**
     * The format of that word; text in the usual width and without colour.
     *
     * @throws IllegalArgumentException if it is none of {@link #words()}
     */
    static ReportFormat of(String word) {
        return switch (word) {
            case "text" -> text(USUAL_WIDTH, false);
            case "json" -> json();
            default -> throw new IllegalArgumentException("no format " + word);
        };
    }

    /**
     * For a terminal. Lines are wrapped at words, except commands, which can be copied as they are.
     *
     * @param width columns of the terminal; taken as 60 if it is less
     * @param colour whether it understands colour codes; without it there are none
     */
    static ReportFormat text(int width, boolean colour) {
        return new TextFormat(width, colour);
    }

    /** JSON as {@code report.schema.json} beside this class describes it. */
    static ReportFormat json() {
        return new JsonFormat();
    }

    /**
     * Writes one report, ended by a line end.
     *
     * @throws IOException if it is not taken
     */
    void write(Report report, Appendable out) throws IOException;

    /**
     * Writes whether a cure worked, ended by a line end; as JSON it is what {@code verify.schema.json} beside this class
     * describes.
     *
     * @throws IOException if it is not taken
     */
    void write(Verification verification, Appendable out) throws IOException;

    /** Begins several reports. */
    default void begin(Appendable out) throws IOException {}

    /** Stands between two reports. */
    default void between(Appendable out) throws IOException {}

    /** Ends several reports. */
    default void end(Appendable out) throws IOException {}

    /**
     * Writes reports: one as {@link #write} does, none or several with what begins, parts and ends them.
     *
     * @throws IOException if they are not taken
     */
    default void writeAll(List<Report> reports, Appendable out) throws IOException {
        if (reports.size() == 1) {
            write(reports.get(0), out);
            return;
        }
        begin(out);
        boolean first = true;
        for (Report report : reports) {
            if (!first) {
                between(out);
            }
            first = false;
            write(report, out);
        }
        end(out);
    }
}
