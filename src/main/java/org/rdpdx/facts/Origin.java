package org.rdpdx.facts;

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
        String text) {}
