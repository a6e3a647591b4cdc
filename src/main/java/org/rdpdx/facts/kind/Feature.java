// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Windows role, feature or capability by its internal name (RDS-RD-Server, RDS-Connection-Broker, RDS-Gateway, RDS-Web-Access, RDS-Licensing, AD-Domain-Services, FS-FileServer, Media.MediaFeaturePack).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param name internal name
 */
public record Feature(
        String viewpoint,
        Boolean present,
        @Nullable String name)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("features");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> name;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
