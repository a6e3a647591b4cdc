package org.rdpdx.facts;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Place;

/**
 * Where a value came from. A value that was worked out from others has the origin of what it came from.
 *
 * @param place where it is written
 * @param command what printed it; null if the file does not say so
 * @param at when it was observed, from the {@code source} beside it or else {@code observedAt}; null if the file does not
 *     say so
 * @param how {@code measured}, {@code seen} or {@code told}; null if the file does not say so
 * @param text its source text, as it was written
 */
public record Origin(
        Place place,
        @Nullable String command,
        @Nullable TimeSpan at,
        @Nullable String how,
        String text) {

    // what Java makes for a record costs 10 ms when it is first asked for, which every start would pay

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin origin
                && place.equals(origin.place)
                && Objects.equals(command, origin.command)
                && Objects.equals(at, origin.at)
                && Objects.equals(how, origin.how)
                && text.equals(origin.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(place, command, at, how, text);
    }
}
