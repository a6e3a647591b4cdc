package org.rdpdx.input;

import java.util.List;

/** Somebody's text is refused, with everything that is wrong with it. */
public abstract class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Refuses the input.
     *
     * @param problems what is wrong, at least one
     */
    protected InvalidInputException(List<Problem> problems) {
        super(terse(problems));
        this.problems = problems.stream().sorted().distinct().toList();
    }

    /** What is wrong, by place; never empty. */
    public final List<Problem> problems() {
        return problems;
    }

    private static String terse(List<Problem> problems) {
        List<Problem> different = problems.stream().sorted().distinct().toList();
        if (different.isEmpty()) {
            throw new IllegalStateException("refused without a problem");
        }
        String first = different.get(0).toString();
        return different.size() == 1 ? first : first + " (and " + (different.size() - 1) + " more)";
    }
}
