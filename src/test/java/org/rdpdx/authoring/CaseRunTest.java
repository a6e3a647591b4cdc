package org.rdpdx.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.RuleCase.Expected;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.rulebook.Truth;

class CaseRunTest {

    private static final String RUNNING = "{ host: { services: [ { name: A, state: running } ] } }";
    private static final String STOPPED = "{ host: { services: [ { name: A, state: stopped } ] } }";
    private static final String NOTHING = "{ attempt: { port: 3389 } }";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private SmallRulebook small() {
        return SmallRulebook.in(folder)
                .cause("alpha", List.of(), Way.of("strong", "A"), Way.of("weak", "B"))
                .cause("beta", List.of(), Way.of("strong", "A"));
    }

    /** Runs the cases of beta, which has one way, written like this besides one of each kind that comes as expected. */
    private List<CaseRun> runs(String... cases) {
        String written = String.join("\n", cases) + "\n" + one(RUNNING, "fires") + one(STOPPED, "silent")
                + one(NOTHING, "cannot-tell");
        try (Rulebook rulebook = small().file("area/beta/cases.yaml", written).open()) {
            return CaseRun.of(rulebook, Set.of("beta")).subList(0, cases.length);
        }
    }

    private static String one(String facts, String expect) {
        return "- { name: one, facts: " + facts + ", expect: " + expect + ", because: host.services.state }\n";
    }

    @Test
    void a_case_passes_if_it_comes_as_expected() {
        assertThat(runs(one(RUNNING, "fires"), one(STOPPED, "silent"), one(NOTHING, "cannot-tell")))
                .allMatch(CaseRun::passed)
                .extracting(run -> run.got().orElseThrow())
                .containsExactly(Expected.FIRES, Expected.SILENT, Expected.CANNOT_TELL);
    }

    @Test
    void a_case_fails_if_it_comes_otherwise_and_shows_what_does_not_hold() {
        CaseRun run = runs(one(STOPPED, "fires")).get(0);

        assertThat(run.passed()).isFalse();
        assertThat(run.got()).contains(Expected.SILENT);
        assertThat(run.deciding())
                .singleElement()
                .satisfies(judged ->
                        assertThat(judged.condition().map(Condition::text)).contains("state == \"running\""))
                .satisfies(judged -> assertThat(judged.truth()).isEqualTo(Truth.FALSE));
    }

    @Test
    void a_case_that_fires_and_must_not_shows_all_that_holds() {
        CaseRun run = runs(one(RUNNING, "cannot-tell")).get(0);

        assertThat(run.passed()).isFalse();
        assertThat(run.got()).contains(Expected.FIRES);
        assertThat(run.deciding()).hasSize(3).extracting(JudgedCondition::truth).containsOnly(Truth.TRUE);
    }

    @Test
    void what_nobody_observed_is_shown_as_unknown() {
        CaseRun run = runs(one(NOTHING, "fires")).get(0);

        assertThat(run.got()).contains(Expected.CANNOT_TELL);
        assertThat(run.deciding())
                .isNotEmpty()
                .extracting(JudgedCondition::truth)
                .containsOnly(Truth.UNKNOWN);
    }

    @Test
    void a_case_that_means_one_way_is_not_answered_by_another() {
        String cases = """
                - { name: the other way, rule: alpha/b, facts: %s, expect: cannot-tell, because: attempt.outcome }
                - { name: any way, facts: %s, expect: fires, because: attempt.outcome }
                - { name: silent, rule: alpha/a, facts: %s, expect: silent, because: attempt.outcome }
                """.formatted(RUNNING, RUNNING, STOPPED);
        try (Rulebook rulebook = small().file("area/alpha/cases.yaml", cases).open()) {
            assertThat(CaseRun.of(rulebook, Set.of("alpha"))).hasSize(3).allMatch(CaseRun::passed);
        }
    }

    @Test
    void without_a_name_all_cases_are_run() {
        try (Rulebook rulebook = small().open()) {
            assertThat(CaseRun.of(rulebook, Set.of()))
                    .hasSize(9)
                    .allMatch(CaseRun::passed)
                    .extracting(CaseRun::rule)
                    .extracting(RuleCase::owner)
                    .containsOnly("alpha", "beta", "reached");
        }
    }
}
