package org.rdpdx.diagnosis;

import java.util.Locale;

/** What can be said of the case as a whole. */
public enum Verdict {
    /** One cause at least is likely or confirmed. */
    DETERMINED,
    /** No cause is likely: these facts do not tell. */
    UNDETERMINED;

    /** The word in JSON and on screen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
