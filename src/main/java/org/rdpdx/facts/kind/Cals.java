// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One stock of client access licences.
 *
 * @param viewpoint where it was observed
 * @param mode ProductType
 * @param version ProductVersionID
 * @param free AvailableLicenses
 */
public record Cals(
        String viewpoint,
        @Nullable String mode,
        @Nullable String version,
        @Nullable Integer free)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("cals");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> mode;
            case 2 -> version;
            case 3 -> free;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
