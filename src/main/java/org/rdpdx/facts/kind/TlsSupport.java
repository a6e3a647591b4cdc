// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One protocol version or algorithm family that Schannel (or another TLS library) may use.
 *
 * @param viewpoint where it was observed
 * @param item what
 * @param side role of the machine in the handshake; on the host that is server
 * @param enabled usable
 * @param setBy who decided; default = no value written
 * @param policyFrom which kind of policy
 */
public record TlsSupport(
        String viewpoint,
        @Nullable String item,
        @Nullable String side,
        @Nullable Boolean enabled,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("tls");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> item;
            case 2 -> side;
            case 3 -> enabled;
            case 4 -> setBy;
            case 5 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
