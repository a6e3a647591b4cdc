// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Certificate of one role of an RDS deployment.
 *
 * @param viewpoint where it was observed
 * @param role RDRedirector, RDPublishing, RDWebAccess, RDGateway
 * @param current thumbprint is that of the renewed certificate
 * @param setError why setting it failed
 */
public record RoleCertificate(
        String viewpoint,
        @Nullable String role,
        @Nullable Boolean current,
        @Nullable String setError)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("roleCertificates");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> role;
            case 2 -> current;
            case 3 -> setError;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
