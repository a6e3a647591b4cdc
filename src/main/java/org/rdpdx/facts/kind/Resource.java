// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Something that can run short.
 *
 * @param viewpoint where it was observed
 * @param name what
 * @param state judgement, where no figure is known or beside it
 * @param growing its use rises until the failure comes
 * @param process process or service that uses it up
 * @param percent used share (%)
 * @param freeMb left (MB)
 */
public record Resource(
        String viewpoint,
        @Nullable String name,
        @Nullable String state,
        @Nullable Boolean growing,
        @Nullable String process,
        @Nullable Integer percent,
        @Nullable Integer freeMb)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("resources");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> name;
            case 2 -> state;
            case 3 -> growing;
            case 4 -> process;
            case 5 -> percent;
            case 6 -> freeMb;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
