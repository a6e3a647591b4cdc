// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One account or group that holds one logon right on this machine.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param right the right
 * @param principal who holds it
 * @param setBy who owns the assignment
 * @param policyFrom which kind of policy
 */
public record UserRight(
        String viewpoint,
        Boolean present,
        @Nullable String right,
        @Nullable String principal,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("userRights");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> right;
            case 3 -> principal;
            case 4 -> setBy;
            case 5 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
