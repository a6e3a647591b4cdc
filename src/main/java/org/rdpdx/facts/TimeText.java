package org.rdpdx.facts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads times by hand: {@code java.time.format} takes longer to start than the rest of reading a fact file. */
final class TimeText {

    /** What is wrong with a text that looks like a time of day without an offset. */
    private static final int NO_OFFSET = Integer.MIN_VALUE;

    private final String text;
    private int at;

    private TimeText(String text) {
        this.text = text;
    }

    static Optional<TimeSpan> parse(String text) {
        TimeText reader = new TimeText(text);
        try {
            return Optional.ofNullable(reader.span());
        } catch (DateTimeException e) {
            return Optional.empty(); // a 31st of June
        }
    }

    /** Whether only the offset is missing. */
    static boolean lacksOffset(String text) {
        return parse(text).isEmpty() && parse(text + "Z").isPresent() && text.indexOf(':') > 0;
    }

    private @Nullable TimeSpan span() {
        int year = digits(4);
        if (year < 0) {
            return null;
        }
        if (ended()) {
            return TimeSpan.days(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), text);
        }
        int month = after('-');
        if (month < 0) {
            return null;
        }
        if (ended()) {
            LocalDate first = LocalDate.of(year, month, 1);
            return TimeSpan.days(first, first.plusMonths(1), text);
        }
        int day = after('-');
        if (day < 0) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        return ended() ? TimeSpan.days(date, date.plusDays(1), text) : timeOfDay(date);
    }

    private @Nullable TimeSpan timeOfDay(LocalDate date) {
        char separator = text.charAt(at++);
        int hour = separator == 'T' || separator == 't' || separator == ' ' ? digits(2) : -1;
        int minute = hour < 0 ? -1 : after(':');
        if (minute < 0) {
            return null;
        }
        boolean seconds = at < text.length() && text.charAt(at) == ':';
        int second = seconds ? after(':') : 0;
        if (second < 0) {
            return null;
        }
        int nanos = seconds ? fraction() : 0;
        int offset = offset();
        if (nanos < 0 || offset == NO_OFFSET || !ended()) {
            return null;
        }
        LocalDateTime time = date.atTime(hour, minute, second, nanos);
        if (!seconds) {
            return TimeSpan.stretch(time, time.plusMinutes(1), offset, text);
        }
        Instant instant = time.toInstant(ZoneOffset.ofTotalSeconds(offset));
        return new TimeSpan(instant, instant, text);
    }

    private int fraction() {
        if (ended() || text.charAt(at) != '.') {
            return 0;
        }
        at++;
        int from = at;
        int nanos = 0;
        int scale = 100_000_000;
        while (!ended() && Character.digit(text.charAt(at), 10) >= 0) {
            nanos += scale * Character.digit(text.charAt(at), 10);
            scale /= 10;
            at++;
        }
        return at == from ? -1 : nanos;
    }

    private int offset() {
        if (ended()) {
            return NO_OFFSET;
        }
        char sign = text.charAt(at++);
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        int hours = sign == '+' || sign == '-' ? digits(2) : -1;
        int minutes = hours < 0 ? -1 : after(':');
        if (minutes < 0 || minutes > 59 || hours > 18) {
            return NO_OFFSET;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    /** Two digits after that character, or -1. */
    private int after(char separator) {
        if (ended() || text.charAt(at) != separator) {
            return -1;
        }
        at++;
        return digits(2);
    }

    private int digits(int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = Character.digit(text.charAt(at + i), 10);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        at += count;
        return number;
    }

    private boolean ended() {
        return at >= text.length();
    }
}
