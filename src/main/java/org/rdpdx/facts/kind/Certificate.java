// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/**
 * Certificate that this machine presents to RDP clients (host = listener, gateway = HTTPS binding).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param thumbprint SHA-1 of the one in use
 * @param binding SSLCertificateSHA1HashType 1, 2, 3, 0
 * @param boundInStore the thumbprint set for the listener is that of an installed certificate
 * @param selfSigned issuer equals subject
 * @param issuedByIntermediate issuer is itself issued by another CA
 * @param notBefore start of validity
 * @param notAfter end of validity
 * @param validity judgement where no date is known; must agree with the dates where both are given
 * @param namesMachine subject or alternative names hold the present computer name or FQDN
 * @param coversNameUsed they hold the name the client asked for
 * @param privateKeyPresent a key file belongs to it
 * @param privateKeyReadable NETWORK SERVICE (SDDL: NS) may read the key file
 * @param privateKeyReaders everybody who may read it
 * @param keyAlgorithm kind of key
 * @param keyProvider provider that stores it; CNG or legacy matters to old TermService
 * @param keyUsageAllowsTls key usage 2.5.29.15 is absent or allows key encipherment / agreement
 * @param serverAuthentication enhanced key usage is absent or holds 1.3.6.1.5.5.7.3.1 or 1.3.6.1.4.1.311.54.1.2
 * @param issuerUrlPresent authority information access 1.3.6.1.5.5.7.1.1 is there
 * @param recreatedAfterDeletion Windows made a new one after the old was removed
 */
public record Certificate(
        String viewpoint,
        Boolean present,
        @Nullable String thumbprint,
        @Nullable String binding,
        @Nullable Boolean boundInStore,
        @Nullable Boolean selfSigned,
        @Nullable Boolean issuedByIntermediate,
        @Nullable TimeSpan notBefore,
        @Nullable TimeSpan notAfter,
        @Nullable String validity,
        @Nullable Boolean namesMachine,
        @Nullable Boolean coversNameUsed,
        @Nullable Boolean privateKeyPresent,
        @Nullable Boolean privateKeyReadable,
        @Nullable List<String> privateKeyReaders,
        @Nullable String keyAlgorithm,
        @Nullable String keyProvider,
        @Nullable Boolean keyUsageAllowsTls,
        @Nullable Boolean serverAuthentication,
        @Nullable Boolean issuerUrlPresent,
        @Nullable Boolean recreatedAfterDeletion)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("certificate");

    /** Copies what it is given. */
    public Certificate {
        privateKeyReaders = privateKeyReaders == null ? null : List.copyOf(privateKeyReaders);
    }

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> thumbprint;
            case 3 -> binding;
            case 4 -> boundInStore;
            case 5 -> selfSigned;
            case 6 -> issuedByIntermediate;
            case 7 -> notBefore;
            case 8 -> notAfter;
            case 9 -> validity;
            case 10 -> namesMachine;
            case 11 -> coversNameUsed;
            case 12 -> privateKeyPresent;
            case 13 -> privateKeyReadable;
            case 14 -> privateKeyReaders;
            case 15 -> keyAlgorithm;
            case 16 -> keyProvider;
            case 17 -> keyUsageAllowsTls;
            case 18 -> serverAuthentication;
            case 19 -> issuerUrlPresent;
            case 20 -> recreatedAfterDeletion;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
