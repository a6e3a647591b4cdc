// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * The host seen from outside.
 *
 * @param viewpoint where it was observed
 * @param provider what it runs on
 * @param power power state
 * @param screenShows screen content
 */
public record Machine(
        String viewpoint,
        @Nullable String provider,
        @Nullable String power,
        @Nullable String screenShows)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("machine");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> provider;
            case 2 -> power;
            case 3 -> screenShows;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
