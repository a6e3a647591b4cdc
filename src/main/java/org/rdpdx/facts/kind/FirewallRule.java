// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One rule by its internal name (RemoteDesktop-UserMode-In-TCP, RemoteDesktop-UserMode-In-UDP, RemoteDesktop-Shadow-In-TCP, RemoteDesktop-In-TCP-WS, RemoteDesktop-In-TCP-WSS).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param id Name of the rule
 * @param enabled on
 * @param action what it does
 * @param profiles where it counts
 * @param coversClient its remote addresses hold the client
 * @param setBy PolicyStoreSourceType: Local = local, GroupPolicy = policy
 * @param policyFrom which kind of policy
 */
public record FirewallRule(
        String viewpoint,
        Boolean present,
        @Nullable String id,
        @Nullable Boolean enabled,
        @Nullable String action,
        @Nullable List<String> profiles,
        @Nullable Boolean coversClient,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("firewallRules");

    /** Copies what it is given. */
    public FirewallRule {
        profiles = profiles == null ? null : List.copyOf(profiles);
    }

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> id;
            case 3 -> enabled;
            case 4 -> action;
            case 5 -> profiles;
            case 6 -> coversClient;
            case 7 -> setBy;
            case 8 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
