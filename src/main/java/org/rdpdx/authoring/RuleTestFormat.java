package org.rdpdx.authoring;

import java.io.IOException;

/** Writes what testing rules gave. */
public interface RuleTestFormat {

    /** Writes it. */
    void write(RuleTests tests, Appendable out) throws IOException;

    /** For people. */
    static RuleTestFormat text() {
        return new TextTests();
    }

    /** For programs. */
    static RuleTestFormat json() {
        return new JsonTests();
    }

    /** For build servers: JUnit's XML, one suite for each diagnosis or deduction. */
    static RuleTestFormat junit() {
        return new JunitTests();
    }
}
