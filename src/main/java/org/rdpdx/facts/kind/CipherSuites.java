// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Cipher suites as a whole.
 *
 * @param viewpoint where it was observed
 * @param enabled IANA names in order
 * @param setBy policy when Functions is present
 * @param policyFrom which kind of policy
 * @param commonWithPeer at least one suite is on both lists and fits the certificate's key
 */
public record CipherSuites(
        String viewpoint,
        @Nullable List<String> enabled,
        @Nullable String setBy,
        @Nullable String policyFrom,
        @Nullable Boolean commonWithPeer)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("cipherSuites");

    /** Copies what it is given. */
    public CipherSuites {
        enabled = enabled == null ? null : List.copyOf(enabled);
    }

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> enabled;
            case 2 -> setBy;
            case 3 -> policyFrom;
            case 4 -> commonWithPeer;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
