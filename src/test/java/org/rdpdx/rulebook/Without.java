package org.rdpdx.rulebook;

import java.util.function.Predicate;

/** A rulebook with some of its rules taken away, for tests outside this room. */
public final class Without {

    private Without() {}

    /** The same rulebook without the rules that are not wanted; closing it is left to the owner of the whole. */
    public static Rulebook rules(Rulebook whole, Predicate<Rule> wanted) {
        return whole.only(wanted);
    }
}
