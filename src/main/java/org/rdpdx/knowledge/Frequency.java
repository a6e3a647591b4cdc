package org.rdpdx.knowledge;

/** How common a cause is among failing Remote Desktop connections; a judgement, turned into log-odds by the weights. */
public enum Frequency {
    /** A support desk sees it every week. */
    COMMON,
    /** It is met now and then. */
    OCCASIONAL,
    /** It is known, and few have met it. */
    RARE;

    /** The word in YAML, JSON and on screen. */
    public String word() {
        return Words.of(this);
    }
}
