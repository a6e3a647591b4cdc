package org.rdpdx.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time as exact as it is known: an instant, or the stretch that a coarse time such as {@code 2018-05} stands for. A time
 * without a time of day is a stretch in UTC. Immutable.
 *
 * <p>Order: a span is before another only if it is wholly before, and after it only if it is wholly after; else the
 * comparison gives 0, which means that nothing is known, not that both are equal. So {@code <} and {@code >} are safe to
 * ask, {@code <=} and {@code >=} are not, and the order is no order to sort by.
 *
 * @param earliest the first instant it can mean
 * @param latest the last instant it can mean
 * @param text as it was written
 */
public record TimeSpan(Instant earliest, Instant latest, String text) implements Comparable<TimeSpan> {

    /** Checks that the ends are not the wrong way round. */
    public TimeSpan {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException(latest + " is before " + earliest);
        }
    }

    /** An exact time. */
    public static TimeSpan at(Instant instant) {
        return new TimeSpan(instant, instant, instant.toString());
    }

    /**
     * Reads a time: RFC 3339 with an offset ({@code 2026-11-20T09:14:00Z}; seconds may be left out and are then unknown), or
     * {@code 2026-11-20}, {@code 2026-11}, {@code 2026}. Nothing if it is none, also if it has a time of day and no offset.
     */
    public static Optional<TimeSpan> parse(String text) {
        return TimeText.parse(text);
    }

    /** The stretch that holds both, written {@code a/b}; one of the two if it holds the other. */
    TimeSpan hull(TimeSpan other) {
        boolean mineFirst = !earliest.isAfter(other.earliest);
        boolean mineLast = !latest.isBefore(other.latest);
        if (mineFirst == mineLast) {
            return mineFirst ? this : other;
        }
        TimeSpan first = mineFirst ? this : other;
        TimeSpan last = mineLast ? this : other;
        return new TimeSpan(first.earliest, last.latest, first.text + "/" + last.text);
    }

    /** Whether it is known to the second or better. */
    public boolean exact() {
        return earliest.equals(latest);
    }

    @Override
    public int compareTo(TimeSpan other) {
        if (latest.isBefore(other.earliest)) {
            return -1;
        }
        return earliest.isAfter(other.latest) ? 1 : 0;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    static TimeSpan days(LocalDate first, LocalDate afterLast, String text) {
        return stretch(first.atStartOfDay(), afterLast.atStartOfDay(), 0, text);
    }

    static TimeSpan stretch(LocalDateTime first, LocalDateTime afterLast, int offsetSeconds, String text) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetSeconds);
        return new TimeSpan(first.toInstant(offset), afterLast.toInstant(offset).minusNanos(1), text);
    }
}
