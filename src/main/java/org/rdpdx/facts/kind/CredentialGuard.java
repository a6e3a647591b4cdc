// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Credential Guard.
 *
 * @param viewpoint where it was observed
 * @param running it runs
 * @param setBy default = switched on by Windows itself, no LsaCfgFlags
 * @param policyFrom which kind of policy
 */
public record CredentialGuard(
        String viewpoint,
        @Nullable Boolean running,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("credentialGuard");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> running;
            case 2 -> setBy;
            case 3 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
