// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Inbound rule of the platform's packet filter (NSG, security group) for a port. present: false = no rule for it, so the filter's default counts.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param port destination port
 * @param action what it does
 * @param source whom it names
 * @param sourcePortRestricted it also asks for a source port, which no client has
 * @param matchesClient it applies to packets of this client
 */
public record SecurityRule(
        String viewpoint,
        Boolean present,
        @Nullable Integer port,
        @Nullable String action,
        @Nullable String source,
        @Nullable Boolean sourcePortRestricted,
        @Nullable Boolean matchesClient)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("securityRules");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> port;
            case 3 -> action;
            case 4 -> source;
            case 5 -> sourcePortRestricted;
            case 6 -> matchesClient;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
