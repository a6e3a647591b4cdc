// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Network Level Authentication.
 *
 * @param viewpoint where it was observed
 * @param required UserAuthenticationRequired
 * @param setBy PolicySource: 0 local, 1 policy, 2 default
 * @param policyFrom which kind of policy
 */
public record Nla(
        String viewpoint,
        @Nullable Boolean required,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("nla");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> required;
            case 2 -> setBy;
            case 3 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
