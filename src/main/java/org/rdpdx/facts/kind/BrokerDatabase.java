// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Where the broker keeps its data.
 *
 * @param viewpoint where it was observed
 * @param kind which
 * @param logonWorks broker can open it
 * @param nameIsCurrent the machine name stored in it is the present one
 */
public record BrokerDatabase(
        String viewpoint,
        @Nullable String kind,
        @Nullable Boolean logonWorks,
        @Nullable Boolean nameIsCurrent)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("database");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> kind;
            case 2 -> logonWorks;
            case 3 -> nameIsCurrent;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
