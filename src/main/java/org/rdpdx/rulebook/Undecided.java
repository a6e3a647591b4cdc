package org.rdpdx.rulebook;

/**
 * Tells Drools that a {@code not} must not hold: a fact that it forbids may yet be deduced, from facts that nobody collected.
 * Compiled rules ask for it beside each {@code not}, nobody else needs to.
 *
 * @param pattern name of the rule and index of the pattern
 */
public record Undecided(String pattern) {

    /** For one pattern of a rule. */
    static Undecided of(String rule, int index) {
        return new Undecided(rule + "#" + index);
    }

    /** What stands in the rule as Drools has it. */
    String drl() {
        return "not " + Undecided.class.getName() + "( pattern == \"" + pattern + "\" )";
    }
}
