// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * How far the clock is off.
 *
 * @param viewpoint where it was observed
 * @param offsetSeconds own clock minus the other; sign kept (s)
 * @param against what it was compared with
 */
public record Clock(
        String viewpoint,
        @Nullable Double offsetSeconds,
        @Nullable String against)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("clock");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> offsetSeconds;
            case 2 -> against;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
