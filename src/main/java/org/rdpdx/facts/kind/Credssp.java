// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * CredSSP update of 2018 and its policy.
 *
 * @param viewpoint where it was observed
 * @param patched TSpkg.dll is at or above the fixed version of its build; every build from 17763 on is
 * @param oraclePolicy AllowEncryptionOracle 0, 1, 2
 * @param setBy who set it
 * @param policyFrom which kind of policy
 */
public record Credssp(
        String viewpoint,
        @Nullable Boolean patched,
        @Nullable String oraclePolicy,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("credssp");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> patched;
            case 2 -> oraclePolicy;
            case 3 -> setBy;
            case 4 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
