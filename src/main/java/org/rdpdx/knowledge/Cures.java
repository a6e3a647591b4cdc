package org.rdpdx.knowledge;

/** How often a step cures its cause; a judgement, turned into a chance by the weights. */
public enum Cures {
    /** Most of the time. */
    USUALLY,
    /** About every second time. */
    OFTEN,
    /** Now and then. */
    SOMETIMES;

    /** The word in YAML, JSON and on screen. */
    public String word() {
        return Words.of(this);
    }
}
