// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * The domain controller that serves this logon.
 *
 * @param viewpoint where it was observed
 * @param readOnly RODC: the locator's flags lack WRITABLE
 * @param cachesPasswords the RODC holds this user's password
 */
public record DomainController(
        String viewpoint,
        @Nullable Boolean readOnly,
        @Nullable Boolean cachesPasswords)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("controller");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> readOnly;
            case 2 -> cachesPasswords;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
