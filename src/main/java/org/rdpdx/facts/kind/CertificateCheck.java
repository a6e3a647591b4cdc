// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One fault the client finds in a certificate it was shown; present: false = checked for, not found.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param peer whose certificate
 * @param fault the fault; exit codes 0x800B0109 untrusted-issuer, 0x800B010A incomplete-chain, 0x800B0101 expired, 0x80092013 revocation-unknown; changed = other fingerprint than the stored one
 */
public record CertificateCheck(
        String viewpoint,
        Boolean present,
        @Nullable String peer,
        @Nullable String fault)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("certificateChecks");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> peer;
            case 3 -> fault;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
