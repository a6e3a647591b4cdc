// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * What NTLM may still do here.
 *
 * @param viewpoint where it was observed
 * @param incoming RestrictReceivingNTLMTraffic 0, 1, 2
 * @param outgoing RestrictSendingNTLMTraffic 0, 1, 2
 * @param inDomain RestrictNTLMInDomain 0; 1, 3, 5; 7
 * @param level LmCompatibilityLevel 0 to 5; below 3 a client sends NTLMv1
 * @param setBy who owns it
 * @param policyFrom which kind of policy
 */
public record Ntlm(
        String viewpoint,
        @Nullable String incoming,
        @Nullable String outgoing,
        @Nullable String inDomain,
        @Nullable Integer level,
        @Nullable String setBy,
        @Nullable String policyFrom)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("ntlm");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> incoming;
            case 2 -> outgoing;
            case 3 -> inDomain;
            case 4 -> level;
            case 5 -> setBy;
            case 6 -> policyFrom;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
