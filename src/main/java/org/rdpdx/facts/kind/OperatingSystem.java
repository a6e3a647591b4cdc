// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/**
 * What runs there.
 *
 * @param viewpoint where it was observed
 * @param name family; on Windows it follows from build and productType, and the reader checks that they agree
 * @param build CurrentBuildNumber, 26100
 * @param revision UBR, the part after the dot; kept apart because 19041.10 is not 19041.1
 * @param release 22H2, 1709, SP1, 22.04
 * @param updateLevel month of the newest cumulative update in force: from build and revision by the release table, else date of the newest installed package
 * @param edition EditionID as in the registry (ProfessionalN, ServerDatacenter)
 * @param productType 1, 3, 2 of Win32_OperatingSystem
 * @param clonedWithoutGeneralize copied from another machine without Sysprep
 */
public record OperatingSystem(
        String viewpoint,
        @Nullable String name,
        @Nullable Integer build,
        @Nullable Integer revision,
        @Nullable String release,
        @Nullable TimeSpan updateLevel,
        @Nullable String edition,
        @Nullable String productType,
        @Nullable Boolean clonedWithoutGeneralize)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("operatingSystem");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> name;
            case 2 -> build;
            case 3 -> revision;
            case 4 -> release;
            case 5 -> updateLevel;
            case 6 -> edition;
            case 7 -> productType;
            case 8 -> clonedWithoutGeneralize;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
