// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Address the broker hands to the client.
 *
 * @param viewpoint where it was observed
 * @param method SessionDirectoryExposeServerIP 1 or 0
 * @param addressFamily of the address handed out
 * @param matchesHost the host still has that address
 */
public record Redirection(
        String viewpoint,
        @Nullable String method,
        @Nullable String addressFamily,
        @Nullable Boolean matchesHost)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("redirection");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> method;
            case 2 -> addressFamily;
            case 3 -> matchesHost;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
