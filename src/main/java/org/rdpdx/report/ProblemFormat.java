package org.rdpdx.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rdpdx.input.Problem;

/** A way to write what is wrong with files. The same problems give the same bytes. */
public sealed interface ProblemFormat permits TextProblems, JsonProblems, SarifProblems {

    /** One line for each, with the place first, as editors and terminals know them. */
    static ProblemFormat text() {
        return new TextProblems();
    }

    /** One JSON object with all of them. */
    static ProblemFormat json() {
        return new JsonProblems();
    }

    /**
     * SARIF 2.1.0, for services that show problems beside changed lines.
     *
     * @param root folder from which the names of files are written
     */
    static ProblemFormat sarif(Path root) {
        return new SarifProblems(root);
    }

    /**
     * Writes all of them, in the order given.
     *
     * @throws IOException if what it writes is not taken
     */
    void write(List<Problem> problems, Appendable out) throws IOException;
}
