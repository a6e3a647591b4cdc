// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/**
 * Client's stored RDP licence (MSLicensing).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param damaged the host or client event says that the stored licence was altered or cannot be read
 * @param writable the user who runs the client may write there (or has run it elevated once)
 * @param lastRenewed when a licence was last written
 * @param bits 64, or 32 when a 32-bit client uses WOW6432Node
 */
public record LicenseCache(
        String viewpoint,
        Boolean present,
        @Nullable Boolean damaged,
        @Nullable Boolean writable,
        @Nullable TimeSpan lastRenewed,
        @Nullable Integer bits)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("licenseCache");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> damaged;
            case 3 -> writable;
            case 4 -> lastRenewed;
            case 5 -> bits;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
