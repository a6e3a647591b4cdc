// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * How name resolution is set up.
 *
 * @param viewpoint where it was observed
 * @param searchSuffixes suffix search list in force
 */
public record Dns(
        String viewpoint,
        @Nullable List<String> searchSuffixes)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("dns");

    /** Copies what it is given. */
    public Dns {
        searchSuffixes = searchSuffixes == null ? null : List.copyOf(searchSuffixes);
    }

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> searchSuffixes;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
