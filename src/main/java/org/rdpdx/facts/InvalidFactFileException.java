package org.rdpdx.facts;

import java.util.List;
import org.rdpdx.input.InvalidInputException;
import org.rdpdx.input.Problem;

/** Facts are refused, with everything that is wrong with them. */
public final class InvalidFactFileException extends InvalidInputException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses facts.
     *
     * @param problems what is wrong, at least one
     */
    public InvalidFactFileException(List<Problem> problems) {
        super(problems);
    }
}
