package org.rdpdx.input;

import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong with what somebody wrote. It holds no sentence: the words stand in the message catalogue, and
 * this gives their arguments. Ordered by place, then by code and arguments.
 *
 * @param code what kind of problem it is
 * @param place where it is
 * @param what arguments of the sentence that says what is wrong; {@link ProblemCode} names them in order
 * @param remedy arguments of the sentence that says what to do, such as the nearest words; empty if there are none
 */
public record Problem(ProblemCode code, Place place, List<String> what, List<String> remedy)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::place)
            .thenComparing(Problem::code)
            .thenComparing(problem -> problem.what().toString())
            .thenComparing(problem -> problem.remedy().toString());

    /** Copies what it is given. */
    public Problem {
        what = List.copyOf(what);
        remedy = List.copyOf(remedy);
    }

    /** A problem that names things and has no remedy of its own. */
    public static Problem of(ProblemCode code, Place place, String... what) {
        return new Problem(code, place, List.of(what), List.of());
    }

    /** The same problem with these arguments for what to do. */
    public Problem remedy(List<String> arguments) {
        return new Problem(code, place, what, arguments);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** Terse, for logs and tests: {@code file:3:5 unknown-key [adress] [address]}. */
    @Override
    public String toString() {
        return place + " " + code.key() + " " + what + " " + remedy;
    }
}
