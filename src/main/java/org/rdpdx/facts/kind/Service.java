// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Service or kernel driver by its service name (TermService, SessionEnv, UmRdpService, CertPropSvc, KeyIso, CryptSvc, Netlogon, nsi, TSSDis, RDMS, IndirectKmd).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param name service name
 * @param state now
 * @param startType configured start
 * @param accountIsDefault account is the one Windows ships
 * @param exitCode why it did not start or ended (5, 1053, 1058, 1067, 1068, 1069)
 * @param dll ServiceDll it loads
 */
public record Service(
        String viewpoint,
        Boolean present,
        @Nullable String name,
        @Nullable String state,
        @Nullable String startType,
        @Nullable Boolean accountIsDefault,
        @Nullable Integer exitCode,
        @Nullable String dll)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("services");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> name;
            case 3 -> state;
            case 4 -> startType;
            case 5 -> accountIsDefault;
            case 6 -> exitCode;
            case 7 -> dll;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
