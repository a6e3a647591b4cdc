// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * What is seen besides or instead of a message.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param kind what is seen
 * @param afterSeconds time from session start (or from the click) until it shows (s)
 * @param lastsSeconds how long it lasts; the longest seen (s)
 * @param everyMinutes rhythm (min)
 * @param atLocalTime time of day at which it comes
 * @param trigger what went just before
 * @param affects who sees it
 * @param inputWorks mouse and keyboard still reach the host
 */
public record Symptom(
        String viewpoint,
        Boolean present,
        @Nullable String kind,
        @Nullable Integer afterSeconds,
        @Nullable Integer lastsSeconds,
        @Nullable Integer everyMinutes,
        @Nullable String atLocalTime,
        @Nullable String trigger,
        @Nullable String affects,
        @Nullable Boolean inputWorks)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("symptoms");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> kind;
            case 3 -> afterSeconds;
            case 4 -> lastsSeconds;
            case 5 -> everyMinutes;
            case 6 -> atLocalTime;
            case 7 -> trigger;
            case 8 -> affects;
            case 9 -> inputWorks;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
