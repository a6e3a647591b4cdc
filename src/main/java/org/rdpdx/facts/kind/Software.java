// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Program that touches the path of the connection.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param name our name for the product (rdp-wrapper, eset, kaspersky, trend-micro-wfbs, evlwatcher, rustdesk, xrdp, nps-mfa-extension, aad-login-for-windows, powertoys)
 * @param category what it is
 * @param version version
 * @param running active now
 * @param blocksClient its log, ban list or quarantine shows that it stopped this client or RDP
 * @param clientExempted the client's address is on its allow list
 * @param detection name it gave to what it stopped
 */
public record Software(
        String viewpoint,
        Boolean present,
        @Nullable String name,
        @Nullable String category,
        @Nullable String version,
        @Nullable Boolean running,
        @Nullable Boolean blocksClient,
        @Nullable Boolean clientExempted,
        @Nullable String detection)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("software");

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
            case 3 -> category;
            case 4 -> version;
            case 5 -> running;
            case 6 -> blocksClient;
            case 7 -> clientExempted;
            case 8 -> detection;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
