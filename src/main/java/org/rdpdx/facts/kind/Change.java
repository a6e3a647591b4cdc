// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/**
 * What was changed lately, and whether the failure began with it.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param what kind of change
 * @param where on which side
 * @param at when
 * @param followedByFailure the failure began with it and had not been seen before
 * @param kb update number without the letters
 * @param product software, tool or script concerned
 * @param version version it went to
 */
public record Change(
        String viewpoint,
        Boolean present,
        @Nullable String what,
        @Nullable String where,
        @Nullable TimeSpan at,
        @Nullable Boolean followedByFailure,
        @Nullable Integer kb,
        @Nullable String product,
        @Nullable String version)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("changes");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> what;
            case 3 -> where;
            case 4 -> at;
            case 5 -> followedByFailure;
            case 6 -> kb;
            case 7 -> product;
            case 8 -> version;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
