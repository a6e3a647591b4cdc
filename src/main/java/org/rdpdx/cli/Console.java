package org.rdpdx.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command reads and prints.
 *
 * @param in standard input
 * @param out for what was asked for
 * @param err for what is said about it
 * @param clock says when a case that is begun was begun; nothing else may depend on the time
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, Clock clock) {

    private static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 140;

    /** Whether colours are shown; {@code NO_COLOR} and a redirected output turn them off. */
    boolean colour() {
        return isTerminal() && Ansi.AUTO.enabled();
    }

    /** The launcher knows whether the output is a terminal, and how wide. */
    static boolean isTerminal() {
        return System.getenv("RDPDX_COLUMNS") != null;
    }

    /**
     * Whether what is typed is seen on the screen anyway. Java 22 to 24 say so even where nobody types, which only costs the
     * echo; the releases before and after do not.
     */
    @SuppressWarnings("SystemConsoleNull")
    static boolean showsWhatIsTyped() {
        return System.console() != null;
    }

    /** Columns of the terminal, within what can be read. */
    int width() {
        String columns = System.getenv("RDPDX_COLUMNS");
        if (columns == null || !columns.matches("\\d{1,4}")) {
            return USUAL_WIDTH;
        }
        return Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Integer.parseInt(columns)));
    }

    static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
