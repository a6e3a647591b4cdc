// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Who listens on a port, seen on the machine itself.
 *
 * @param viewpoint where it was observed
 * @param port number
 * @param protocol protocol
 * @param state closed = looked, nobody listens
 * @param service owning service
 * @param process owning process
 */
public record Port(
        String viewpoint,
        @Nullable Integer port,
        @Nullable String protocol,
        @Nullable String state,
        @Nullable String service,
        @Nullable String process)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("ports");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> port;
            case 2 -> protocol;
            case 3 -> state;
            case 4 -> service;
            case 5 -> process;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
