// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Something that the connection runs through.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param kind what it is
 * @param product product (tailscale, azure-bastion, haproxy, kemp-loadmaster, rustdesk, tp4a-teleport, xrdp-neutrinordp)
 * @param version version
 * @param addressFamily what it carries
 * @param startedBy who keeps it up; a VPN that lives in a user session dies with it
 * @param endsAt machine that holds the near end
 */
public record Intermediary(
        String viewpoint,
        Boolean present,
        @Nullable String kind,
        @Nullable String product,
        @Nullable String version,
        @Nullable String addressFamily,
        @Nullable String startedBy,
        @Nullable String endsAt)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("intermediaries");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> kind;
            case 3 -> product;
            case 4 -> version;
            case 5 -> addressFamily;
            case 6 -> startedBy;
            case 7 -> endsAt;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
