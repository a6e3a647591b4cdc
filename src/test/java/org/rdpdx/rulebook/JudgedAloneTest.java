package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.Stories;
import org.rdpdx.facts.CaseFacts;

class JudgedAloneTest {

    private static final Rulebook RULEBOOK = Rulebook.open(Path.of("rules/v1"));

    @AfterAll
    static void close() {
        RULEBOOK.close();
    }

    static List<Path> files() {
        return Stories.everything();
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_judged_without_firing_is_what_is_judged_and_fired(Path file) {
        CaseFacts facts = Stories.read(file);

        assertThat(RULEBOOK.judge(facts).verdicts())
                .isEqualTo(RULEBOOK.consider(facts).verdicts());
    }
}
