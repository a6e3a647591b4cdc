// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One property of a cloud resource, for all that has no kind of its own.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param resource bastion, host-pool, session-host, conditional-access, vm-extension
 * @param name property name (enableTunneling, allowNewSession, maxSessionLimit)
 * @param number numeric value
 * @param text text value; true and false as text
 */
public record CloudSetting(
        String viewpoint,
        Boolean present,
        @Nullable String resource,
        @Nullable String name,
        @Nullable Integer number,
        @Nullable String text)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("cloudSettings");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> resource;
            case 3 -> name;
            case 4 -> number;
            case 5 -> text;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
