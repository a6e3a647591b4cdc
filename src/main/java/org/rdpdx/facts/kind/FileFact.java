// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One file that matters (termsrv.dll, rdpcorets.dll, mstscax.dll, tspkg.dll, rdpwrap.dll).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param path full path
 * @param version four-part file version
 * @param signatureValid Status is Valid: the file is as its maker signed it
 */
public record FileFact(
        String viewpoint,
        Boolean present,
        @Nullable String path,
        @Nullable String version,
        @Nullable Boolean signatureValid)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("files");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> path;
            case 3 -> version;
            case 4 -> signatureValid;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
