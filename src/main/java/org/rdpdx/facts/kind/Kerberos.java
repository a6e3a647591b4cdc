// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Whether Kerberos can carry this logon.
 *
 * @param viewpoint where it was observed
 * @param ticketForHost client can get a service ticket for TERMSRV/host under the name used
 * @param encryptionTypesRestricted a value is set
 * @param setBy who set it
 * @param policyFrom which kind of policy
 */
public record Kerberos(
        String viewpoint,
        @Nullable Boolean ticketForHost,
        @Nullable Boolean encryptionTypesRestricted,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("kerberos");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> ticketForHost;
            case 2 -> encryptionTypesRestricted;
            case 3 -> setBy;
            case 4 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
