package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:14:00Z, 2026-11-20T09:14:00Z, 2026-11-20T09:14:00Z",
        "2026-11-20t09:14:00z, 2026-11-20T09:14:00Z, 2026-11-20T09:14:00Z",
        "2026-11-20 09:14:00Z, 2026-11-20T09:14:00Z, 2026-11-20T09:14:00Z",
        "2026-11-20T09:14:00.25+01:00, 2026-11-20T08:14:00.250Z, 2026-11-20T08:14:00.250Z",
        "2026-11-20T09:14:00-05:30, 2026-11-20T14:44:00Z, 2026-11-20T14:44:00Z",
        "2026-11-20T09:14Z, 2026-11-20T09:14:00Z, 2026-11-20T09:14:59.999999999Z",
        "2026-11-20, 2026-11-20T00:00:00Z, 2026-11-20T23:59:59.999999999Z",
        "2024-02, 2024-02-01T00:00:00Z, 2024-02-29T23:59:59.999999999Z",
        "2026, 2026-01-01T00:00:00Z, 2026-12-31T23:59:59.999999999Z",
    })
    void a_time_is_as_exact_as_it_is_written(String text, Instant earliest, Instant latest) {
        TimeSpan span = TimeSpan.parse(text).orElseThrow();

        assertThat(span).isEqualTo(new TimeSpan(earliest, latest, text)).hasToString(text);
        assertThat(span.exact()).isEqualTo(earliest.equals(latest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-1",
                "2026-13",
                "2026-02-30",
                "2026-11-20T",
                "2026-11-20T09",
                "2026-11-20T09:14:00",
                "2026-11-20T09:14",
                "2026-11-20T25:00:00Z",
                "2026-11-20T09:60:00Z",
                "2026-11-20T09:14:60Z",
                "2026-11-20T09:14:00.Z",
                "2026-11-20T09:14:00+1:00",
                "2026-11-20T09:14:00+19:00",
                "2026-11-20T09:14:00ZZ",
                "20.11.2026",
                "2026/11/20",
                "yesterday",
                "2026-11-20T09:14:00+01:75",
                "-2026"
            })
    void what_is_no_time_is_not_read(String text) {
        assertThat(TimeSpan.parse(text)).isEmpty();
    }

    @Test
    void exact_times_are_read_as_java_reads_them() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            Instant instant = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1000) * 1_000_000L);
            OffsetDateTime time = instant.atOffset(ZoneOffset.ofTotalSeconds((random.nextInt(30 * 60) - 15 * 60) * 60));
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.withNano(time.getNano()));

            assertThat(TimeSpan.parse(text).map(TimeSpan::earliest)).as(text).contains(instant);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-21, -1",
        "2026-11-21, 2026-11-20, 1",
        "2026-11-20, 2026-11-20, 0",
        "2026-11, 2026-11-20, 0",
        "2026-11-20T09:14:00Z, 2026-11-20, 0",
        "2026-11-19T23:59:59Z, 2026-11-20, -1",
        "2026-11-21T00:00:00Z, 2026-11-20, 1",
        "2025, 2026-01-01T00:00:00Z, -1",
        "2026-11-20T09:14:00Z, 2026-11-20T10:14:00+01:00, 0",
    })
    void one_is_before_another_only_if_wholly_so(String left, String right, int order) {
        TimeSpan first = TimeSpan.parse(left).orElseThrow();
        TimeSpan second = TimeSpan.parse(right).orElseThrow();

        assertThat(first.compareTo(second)).isEqualTo(order);
        assertThat(second.compareTo(first)).isEqualTo(-order);
    }

    @Test
    void a_stretch_that_holds_two_times_is_the_same_from_either_side() {
        TimeSpan early = TimeSpan.parse("2026-11-20T09:00:00Z").orElseThrow();
        TimeSpan late = TimeSpan.parse("2026-11-20T11:00:00Z").orElseThrow();
        TimeSpan day = TimeSpan.parse("2026-11-20").orElseThrow();

        assertThat(early.hull(late))
                .isEqualTo(late.hull(early))
                .hasToString("2026-11-20T09:00:00Z/2026-11-20T11:00:00Z");
        assertThat(early.hull(day)).isEqualTo(day.hull(early)).isEqualTo(day);
    }

    @Test
    void ends_may_not_be_swapped() {
        assertThatThrownBy(() -> new TimeSpan(Instant.MAX, Instant.MIN, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_missing_offset_is_recognised_as_that() {
        assertThat(TimeText.lacksOffset("2026-11-20T09:14:00")).isTrue();
        assertThat(TimeText.lacksOffset("2026-11-20 09:14")).isTrue();
        assertThat(TimeText.lacksOffset("2026-11-20T09:14:00Z")).isFalse();
        assertThat(TimeText.lacksOffset("2026-11-20")).isFalse();
        assertThat(TimeText.lacksOffset("noon")).isFalse();
    }
}
