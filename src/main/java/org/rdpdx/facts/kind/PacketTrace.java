// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * What a capture on this machine shows.
 *
 * @param viewpoint where it was observed
 * @param from sender
 * @param to addressee
 * @param seen its first packet shows up here
 * @param answered this machine sent an answer
 */
public record PacketTrace(
        String viewpoint,
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean seen,
        @Nullable Boolean answered)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("packetTraces");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> from;
            case 2 -> to;
            case 3 -> seen;
            case 4 -> answered;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
