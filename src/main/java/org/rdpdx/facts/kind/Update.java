// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One update; absent only when asked for by number. Cumulative updates supersede each other: prefer operatingSystem.revision where there is one.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param kb number without KB
 */
public record Update(
        String viewpoint,
        Boolean present,
        @Nullable Integer kb)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("updates");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> kb;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
