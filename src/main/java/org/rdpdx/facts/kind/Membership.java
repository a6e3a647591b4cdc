// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Groups of the failing account, as its token has them (nested groups included).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param group the group
 */
public record Membership(
        String viewpoint,
        Boolean present,
        @Nullable String group)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("memberships");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> group;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
