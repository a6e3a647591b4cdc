// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Quality of the way to a target.
 *
 * @param viewpoint where it was observed
 * @param to target
 * @param over kind of link
 * @param latencyMs mean round trip (ms)
 * @param jitterMs mean change between neighbouring round trips (ms)
 * @param lossPercent lost of 50 or more (%)
 * @param mtuBytes largest IP packet that passes with don't-fragment (payload + 28) (bytes)
 * @param mtuConsistent both ends and the devices between use the same MTU
 * @param slow judgement where no latency is known
 * @param lossy judgement where no loss is known
 */
public record PathQuality(
        String viewpoint,
        @Nullable String to,
        @Nullable String over,
        @Nullable Double latencyMs,
        @Nullable Double jitterMs,
        @Nullable Double lossPercent,
        @Nullable Integer mtuBytes,
        @Nullable Boolean mtuConsistent,
        @Nullable Boolean slow,
        @Nullable Boolean lossy)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("paths");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> to;
            case 2 -> over;
            case 3 -> latencyMs;
            case 4 -> jitterMs;
            case 5 -> lossPercent;
            case 6 -> mtuBytes;
            case 7 -> mtuConsistent;
            case 8 -> slow;
            case 9 -> lossy;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
