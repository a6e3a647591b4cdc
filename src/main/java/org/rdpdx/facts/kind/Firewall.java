// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Windows firewall as a whole.
 *
 * @param viewpoint where it was observed
 * @param activeProfile profile of the network the client comes from
 * @param enabled on for that profile
 * @param blockAllInbound AllowInboundRules is False: rules are ignored
 * @param admitsRdp an enabled inbound allow rule for the RDP port counts in that profile and no block rule does, whatever the rules are called and whoever made them
 * @param setBy who owns it
 * @param policyFrom which kind of policy
 */
public record Firewall(
        String viewpoint,
        @Nullable String activeProfile,
        @Nullable Boolean enabled,
        @Nullable Boolean blockAllInbound,
        @Nullable Boolean admitsRdp,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("firewall");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> activeProfile;
            case 2 -> enabled;
            case 3 -> blockAllInbound;
            case 4 -> admitsRdp;
            case 5 -> setBy;
            case 6 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
