package org.rdpdx.rulebook;

/** What can be said of a condition: it holds, it does not, or nobody knows. */
public enum Truth {
    /** A needed value was observed and does not satisfy the condition. */
    FALSE,
    /** A needed value was not observed. */
    UNKNOWN,
    /** The condition holds for what was observed. */
    TRUE;

    /** Both: the weaker of the two. */
    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Either: the stronger of the two. */
    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The contrary; what is unknown stays unknown. */
    Truth negated() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }
}
