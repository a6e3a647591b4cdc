// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Licensing as the session host sees it.
 *
 * @param viewpoint where it was observed
 * @param mode LicensingMode 2, 4, 5; administration = role not installed, two sessions
 * @param modeSetBy who owns it
 * @param policyFrom which kind of policy
 * @param servers license servers named; empty set = looked, none named
 * @param serversSetBy who owns the list
 * @param serverReachable at least one of them answers
 * @param graceDaysLeft days; 0 = over (d)
 * @param certificateDamaged X509 values under the key cannot be used
 */
public record Licensing(
        String viewpoint,
        @Nullable String mode,
        @Nullable String modeSetBy,
        @Nullable String policyFrom,
        @Nullable List<String> servers,
        @Nullable String serversSetBy,
        @Nullable Boolean serverReachable,
        @Nullable Integer graceDaysLeft,
        @Nullable Boolean certificateDamaged)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("licensing");

    /** Copies what it is given. */
    public Licensing {
        servers = servers == null ? null : List.copyOf(servers);
    }

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> mode;
            case 2 -> modeSetBy;
            case 3 -> policyFrom;
            case 4 -> servers;
            case 5 -> serversSetBy;
            case 6 -> serverReachable;
            case 7 -> graceDaysLeft;
            case 8 -> certificateDamaged;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
