package org.rdpdx.diagnosis;

import java.util.Locale;

/** How sure a cause is, in a word; least first. */
public enum Likelihood {
    /** Nothing speaks for it, or more against it. */
    UNLIKELY,
    /** Something speaks for it. */
    POSSIBLE,
    /** More speaks for it than against it. */
    LIKELY,
    /** A decisive finding ties it to this attempt, and none speaks decisively against it. */
    CONFIRMED;

    /** The word in JSON, on screen and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is at least as sure as another. */
    public boolean atLeast(Likelihood other) {
        return compareTo(other) >= 0;
    }
}
