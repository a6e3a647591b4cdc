package org.rdpdx.rulebook;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One condition of a rule: what stands between two commas of a pattern.
 *
 * @param text as the author wrote it
 * @param line where it stands in its file, from 1
 * @param column where it stands in its line, from 1
 * @param expression what it says
 */
public record Condition(String text, int line, int column, Expression expression) {

    /** The properties it reads, in the order in which they are written. */
    public Set<String> properties() {
        Set<String> names = new LinkedHashSet<>();
        expression.properties(read -> names.add(read.name()));
        return names;
    }

    /** Whether it compares with a value of another pattern. */
    boolean joins() {
        boolean[] found = new boolean[1];
        expression.variables(variable -> found[0] = true);
        return found[0];
    }
}
