// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Whether the machine lets anybody in by RDP.
 *
 * @param viewpoint where it was observed
 * @param allowed what is in force (policy first, then local)
 * @param setBy who decides
 * @param policyFrom which kind of policy
 * @param allowedLocally the local value fDenyTSConnections is 0, whether or not a policy overrides it
 * @param draining SessionBrokerDrainMode (registry TSServerDrainMode) is not 0: reconnect yes, new logon no
 */
public record RemoteDesktop(
        String viewpoint,
        @Nullable Boolean allowed,
        @Nullable String setBy,
        @Nullable String policyFrom,
        @Nullable Boolean allowedLocally,
        @Nullable Boolean draining)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("remoteDesktop");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> allowed;
            case 2 -> setBy;
            case 3 -> policyFrom;
            case 4 -> allowedLocally;
            case 5 -> draining;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
