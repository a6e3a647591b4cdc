package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.Rulebook;

/** No rule gets lost: each is in one state, in every run. */
class JudgeCountTest {

    private static Diagnostician diagnostician;

    @BeforeAll
    static void open() {
        diagnostician = Diagnostician.withRules(Rulebook.bundled());
    }

    @AfterAll
    static void close() {
        diagnostician.close();
    }

    static List<Path> files() {
        return Stories.everything();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_states_in_the_json_add_up_to_the_number_of_rules(Path file) throws IOException {
        StringBuilder json = new StringBuilder();
        ReportFormat.json().write(diagnostician.diagnose(Stories.read(file)), json);
        JsonNode states = new ObjectMapper().readTree(json.toString()).get("states");

        int sum = 0;
        for (RuleState state : RuleState.values()) {
            sum += states.get(state.word()).intValue();
        }
        assertThat(states.get("total").intValue())
                .isEqualTo(sum)
                .isEqualTo(diagnostician.rulebook().rules().size());
        assertThat(states.get("error").intValue()).isZero();
        assertThat(states).hasSize(RuleState.values().length + 1);
    }
}
