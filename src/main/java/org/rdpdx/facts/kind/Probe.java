// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Reachability, tried from the machine it stands under; `to` its own machine is allowed and tells local from remote trouble.
 *
 * @param viewpoint where it was observed
 * @param to target
 * @param protocol gateway-http = RDG_OUT_DATA, gateway-rpc = RPC_OUT_DATA; 401 there means the path is open
 * @param port 0 for icmp
 * @param result ConnectionRefused, no answer in time, ConnectionReset, HostUnreachable; denied = an answer that says no
 * @param httpStatus status of an HTTP answer
 */
public record Probe(
        String viewpoint,
        @Nullable String to,
        @Nullable String protocol,
        @Nullable Integer port,
        @Nullable String result,
        @Nullable Integer httpStatus)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("probes");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> to;
            case 2 -> protocol;
            case 3 -> port;
            case 4 -> result;
            case 5 -> httpStatus;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
