// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Network adapter.
 *
 * @param viewpoint where it was observed
 * @param id ifIndex, or main for the one that carries RDP
 * @param state AdminStatus and MediaConnectionState
 * @param driver driver file without .sys (netkvm, e1g6032e, vmxnet3)
 * @param driverVersion version
 * @param addressSetBy how it got its address
 * @param addressMatchesPlatform the address is the one the hypervisor or cloud assigned
 * @param dot1x authMode of 802.1X on its port
 */
public record Adapter(
        String viewpoint,
        @Nullable String id,
        @Nullable String state,
        @Nullable String driver,
        @Nullable String driverVersion,
        @Nullable String addressSetBy,
        @Nullable Boolean addressMatchesPlatform,
        @Nullable String dot1x)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("adapters");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> id;
            case 2 -> state;
            case 3 -> driver;
            case 4 -> driverVersion;
            case 5 -> addressSetBy;
            case 6 -> addressMatchesPlatform;
            case 7 -> dot1x;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
