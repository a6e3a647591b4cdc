// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Something that several rules ask for and that follows from facts; what it means is said where it is deduced.
 *
 * @param name name of the deduction
 */
public record Deduced(
        @Nullable String name)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("deduced");

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
        return other instanceof Deduced that
                && Objects.equals(name, that.name);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        hash = 31 * hash + Objects.hashCode(name);
        return hash;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> name;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
