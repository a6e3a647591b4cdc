package org.rdpdx.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Problem LATER = Problem.of(ProblemCode.UNKNOWN_KEY, new Place("a.yaml", 3, 5), "adress")
            .remedy(List.of("address"));
    private static final Problem EARLIER = Problem.of(ProblemCode.TAB, new Place("a.yaml", 3, 1));

    @Test
    void a_problem_shows_its_place_code_and_arguments() {
        assertThat(LATER).hasToString("a.yaml:3:5 unknown-key [adress] [address]");
    }

    @Test
    void a_refusal_holds_each_problem_once_and_by_place() {
        InvalidInputException refused = new Refused(List.of(LATER, EARLIER, LATER));

        assertThat(refused.problems()).containsExactly(EARLIER, LATER);
        assertThat(refused).hasMessage("a.yaml:3:1 tab [] [] (and 1 more)");
    }

    @Test
    void a_refusal_without_a_problem_is_a_bug_of_ours() {
        assertThatThrownBy(() -> new Refused(List.of())).isInstanceOf(IllegalStateException.class);
    }

    private static final class Refused extends InvalidInputException {
        private static final long serialVersionUID = 1L;

        Refused(List<Problem> problems) {
            super(problems);
        }
    }
}
