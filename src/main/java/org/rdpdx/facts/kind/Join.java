// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * What the machine belongs to, and whether that tie holds.
 *
 * @param viewpoint where it was observed
 * @param domainJoined PartOfDomain; false = workgroup, whatever Entra says
 * @param entraJoined JoinInfo holds a key; with domainJoined true it is a hybrid join
 * @param entraRegistered WorkplaceJoined of dsregcmd /status: the user added a work account, the machine is not joined
 * @param secureChannel trust between machine and domain
 * @param domainControllerReachable exit code 0 of the locator
 * @param sameTenantAsPeer TenantId equals the other end's
 * @param machineSidSameAsPeer machine SID equals the other end's
 */
public record Join(
        String viewpoint,
        @Nullable Boolean domainJoined,
        @Nullable Boolean entraJoined,
        @Nullable Boolean entraRegistered,
        @Nullable String secureChannel,
        @Nullable Boolean domainControllerReachable,
        @Nullable Boolean sameTenantAsPeer,
        @Nullable Boolean machineSidSameAsPeer)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("join");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> domainJoined;
            case 2 -> entraJoined;
            case 3 -> entraRegistered;
            case 4 -> secureChannel;
            case 5 -> domainControllerReachable;
            case 6 -> sameTenantAsPeer;
            case 7 -> machineSidSameAsPeer;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
