// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * How far the attempt got; a phase is reached when it has begun, and with it all before it.
 *
 * @param phase the phase, in the order of a connection
 */
public record Reached(
        @Nullable String phase)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("reached");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public String viewpoint() {
        return Vocabulary.TOP;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reached that
                && Objects.equals(phase, that.phase);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        hash = 31 * hash + Objects.hashCode(phase);
        return hash;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> phase;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
