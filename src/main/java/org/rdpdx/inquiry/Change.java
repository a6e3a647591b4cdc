package org.rdpdx.inquiry;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One fact said otherwise. Immutable.
 *
 * @param path of the property, or of the thing followed by {@code .present}
 * @param value what it would be; empty if it would not be known at all
 * @param beside paths and values that say which thing is meant, where its path does not
 */
public record Change(String path, String value, Map<String, String> beside) {

    /** Copies what it is given. */
    public Change {
        beside = Map.copyOf(beside);
    }

    static Change of(String path, String value) {
        return new Change(path, value, Map.of());
    }

    static Change unknown(String path) {
        return of(path, "");
    }

    /** Whether the value is taken out instead of being another. */
    public boolean takesOut() {
        return value.isEmpty();
    }

    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(beside);
        all.put(path, value);
        return all;
    }
}
