// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Sessions on the host.
 *
 * @param viewpoint where it was observed
 * @param active active; write the smallest number that was seen
 * @param disconnected disconnected ones
 * @param limit how many are allowed; 2 in administration mode
 * @param limitSetBy who set it
 * @param policyFrom which kind of policy
 * @param ofThisUser sessions the failing user already has
 * @param deadSessionActive the session whose connection broke is still shown as active
 * @param consoleLocked console is in use and locked
 */
public record Sessions(
        String viewpoint,
        @Nullable Integer active,
        @Nullable Integer disconnected,
        @Nullable Integer limit,
        @Nullable String limitSetBy,
        @Nullable String policyFrom,
        @Nullable Integer ofThisUser,
        @Nullable Boolean deadSessionActive,
        @Nullable Boolean consoleLocked)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("sessions");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> active;
            case 2 -> disconnected;
            case 3 -> limit;
            case 4 -> limitSetBy;
            case 5 -> policyFrom;
            case 6 -> ofThisUser;
            case 7 -> deadSessionActive;
            case 8 -> consoleLocked;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
