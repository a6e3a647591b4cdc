package org.rdpdx.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> WORDS = List.of("running", "stopped", "paused", "start-pending", "stop-pending");

    @Test
    void a_slip_finds_its_word() {
        assertThat(Nearest.to("runing", WORDS)).containsExactly("running");
        assertThat(Nearest.to("RUNNING", WORDS)).containsExactly("running");
        assertThat(Nearest.to("puased", WORDS)).containsExactly("paused");
    }

    @Test
    void the_nearest_comes_first_and_the_alphabet_decides_between_equals() {
        assertThat(Nearest.to("stap-pending", WORDS)).containsExactly("stop-pending", "start-pending");
        assertThat(Nearest.to("bat", List.of("rat", "cat", "bat-man"))).containsExactly("cat", "rat");
    }

    @Test
    void a_beginning_finds_the_whole() {
        assertThat(Nearest.to("start", WORDS)).containsExactly("start-pending");
    }

    @Test
    void what_is_far_from_all_finds_nothing() {
        assertThat(Nearest.to("hibernating", WORDS)).isEmpty();
        assertThat(Nearest.to("", WORDS)).isEmpty();
    }

    @Test
    void distance_counts_a_swap_as_one() {
        assertThat(Nearest.distance("abcd", "abdc")).isEqualTo(1);
        assertThat(Nearest.distance("abcd", "abcd")).isZero();
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
