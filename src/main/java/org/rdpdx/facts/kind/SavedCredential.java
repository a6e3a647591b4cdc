// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Stored password for this host in the client's credential manager.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param olderThanPassword stored before the password was last changed
 */
public record SavedCredential(
        String viewpoint,
        Boolean present,
        @Nullable Boolean olderThanPassword)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("savedCredential");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> olderThanPassword;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
