// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * User profile on the host.
 *
 * @param viewpoint where it was observed
 * @param kind container = FSLogix, disk = user profile disk
 * @param state Status bit 1 temporary, 8 corrupt
 */
public record Profile(
        String viewpoint,
        @Nullable String kind,
        @Nullable String state)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("profile");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> kind;
            case 2 -> state;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
