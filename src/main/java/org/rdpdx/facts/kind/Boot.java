// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/**
 * How and since when the machine runs.
 *
 * @param viewpoint where it was observed
 * @param mode OptionValue none, 1, 2; offline: safeboot in the BCD
 * @param upSince last start
 * @param restartPending an update waits for a restart
 * @param setupInProgress SystemSetupInProgress is 1
 * @param oobeInProgress OOBEInProgress is 1
 */
public record Boot(
        String viewpoint,
        @Nullable String mode,
        @Nullable TimeSpan upSince,
        @Nullable Boolean restartPending,
        @Nullable Boolean setupInProgress,
        @Nullable Boolean oobeInProgress)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("boot");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> mode;
            case 2 -> upSince;
            case 3 -> restartPending;
            case 4 -> setupInProgress;
            case 5 -> oobeInProgress;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
