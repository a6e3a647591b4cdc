package org.rdpdx.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What both readers share: limits, and maps in which no key stands twice. */
final class Tree {

    private final String fileName;
    private final List<Problem> problems;
    private int values;

    Tree(String fileName, List<Problem> problems) {
        this.fileName = fileName;
        this.problems = problems;
    }

    /** Stops the reading of a file; the problem is already told. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super("the rest of the file is not read", null, false, false);
        }
    }

    Place place(int line, int column) {
        return new Place(fileName, Math.max(1, line), Math.max(1, column));
    }

    void report(ProblemCode code, Place place, String... what) {
        problems.add(Problem.of(code, place, what));
    }

    /** Counts values, and stops if they are more than a file may hold. */
    void count(int more, Place place) {
        values += more;
        if (values > Documents.MOST_VALUES || values < 0) {
            report(ProblemCode.TOO_MANY_VALUES, place, String.valueOf(Documents.MOST_VALUES));
            throw new Stop();
        }
    }

    /** Stops if there are more maps and lists inside each other than a file may hold. */
    void descend(int depth, Place place) {
        if (depth > Documents.DEEPEST) {
            report(ProblemCode.TOO_DEEP, place, String.valueOf(Documents.DEEPEST));
            throw new Stop();
        }
    }

    /** A map that is being read. */
    final class Entries {
        private final List<MappingNode.Entry> entries = new ArrayList<>();
        private final Map<String, Place> seen = new HashMap<>();

        /** Takes an entry, and refuses the second of one key. */
        void put(String key, Place keyPlace, Node value) {
            Place first = seen.putIfAbsent(key, keyPlace);
            if (first != null) {
                report(ProblemCode.DUPLICATE_KEY, keyPlace, key, String.valueOf(first.line()));
                return;
            }
            entries.add(new MappingNode.Entry(key, keyPlace, value));
        }

        MappingNode at(Place place) {
            return new MappingNode(place, entries);
        }
    }
}
