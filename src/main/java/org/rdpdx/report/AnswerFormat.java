package org.rdpdx.report;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.inquiry.Flip;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.WhatIf;
import org.rdpdx.inquiry.WhyNot;
import org.rdpdx.rulebook.Rulebook;

/**
 * A way to write the answers to questions about a case. The same answer gives the same bytes, whatever the machine, its
 * language and the time. Every method throws {@link IOException} if what it writes is not taken.
 */
public sealed interface AnswerFormat permits TextAnswers, JsonAnswers {

    /**
     * For a terminal.
     *
     * @param width columns of the terminal; taken as 60 if it is less
     * @param colour whether it understands colour codes
     */
    static AnswerFormat text(int width, boolean colour) {
        return new TextAnswers(width, colour);
    }

    /** JSON as {@code answers.schema.json} beside this class describes it. */
    static AnswerFormat json() {
        return new JsonAnswers();
    }

    /** What to collect next, best first. */
    void next(Report report, List<ToCollect> next, Appendable out) throws IOException;

    /**
     * Why a cause stands where it stands: from the facts to its confidence.
     *
     * @param id of a diagnosis of the report's rulebook
     */
    void why(Report report, String id, Appendable out) throws IOException;

    /**
     * What is known about codes.
     *
     * @param rulebook where it was looked up
     * @param report what can be said of a failed attempt of which only these codes are known; nothing if no fact holds them
     */
    void code(CodeLookup lookup, Rulebook rulebook, Optional<Report> report, Appendable out) throws IOException;

    /** Why causes are not more likely. */
    void whyNot(Report report, List<WhyNot> causes, Appendable out) throws IOException;

    /** How the case would move. */
    void whatIf(Report report, WhatIf whatIf, Appendable out) throws IOException;

    /** What would bring a cause among the likely ones or take it out; nothing if nothing was found. */
    void flip(Report report, String id, Optional<Flip> flip, Appendable out) throws IOException;
}
