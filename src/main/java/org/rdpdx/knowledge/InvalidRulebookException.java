package org.rdpdx.knowledge;

import java.util.List;
import org.rdpdx.input.InvalidInputException;
import org.rdpdx.input.Problem;

/** A rulebook is refused, with everything that is wrong with it. */
public final class InvalidRulebookException extends InvalidInputException {

    private static final long serialVersionUID = 1;

    /** Refuses with at least one problem. */
    public InvalidRulebookException(List<Problem> problems) {
        super(problems);
    }
}
