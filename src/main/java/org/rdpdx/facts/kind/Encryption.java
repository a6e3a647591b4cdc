// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Minimum encryption level of the listener, and FIPS.
 *
 * @param viewpoint where it was observed
 * @param minimumLevel 1, 2, 3, 4
 * @param setBy who owns the level
 * @param policyFrom which kind of policy
 * @param fipsOnly system-wide FIPS policy on
 * @param fipsSetBy who owns it
 */
public record Encryption(
        String viewpoint,
        @Nullable String minimumLevel,
        @Nullable String setBy,
        @Nullable String policyFrom,
        @Nullable Boolean fipsOnly,
        @Nullable String fipsSetBy)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("encryption");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> minimumLevel;
            case 2 -> setBy;
            case 3 -> policyFrom;
            case 4 -> fipsOnly;
            case 5 -> fipsSetBy;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
