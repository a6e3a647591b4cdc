// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * What the host negotiates.
 *
 * @param viewpoint where it was observed
 * @param value registry 0, 1, 2
 * @param setBy as for nla
 * @param policyFrom which kind of policy
 */
public record SecurityLayer(
        String viewpoint,
        @Nullable String value,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("securityLayer");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> value;
            case 2 -> setBy;
            case 3 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
