// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * The MachineKeys folder and the RDP key in it.
 *
 * @param viewpoint where it was observed
 * @param accessible Administrators have full control and Everyone may list, read and create in the folder, as Windows ships it; nothing denies SYSTEM or NETWORK SERVICE
 * @param rdpKey the f686aace... file; damaged = size 0 or the certificate cannot open it
 * @param rdpKeyReadable SYSTEM, Administrators and NETWORK SERVICE may read that file
 */
public record KeyStore(
        String viewpoint,
        @Nullable Boolean accessible,
        @Nullable String rdpKey,
        @Nullable Boolean rdpKeyReadable)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("keyStore");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> accessible;
            case 2 -> rdpKey;
            case 3 -> rdpKeyReadable;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
