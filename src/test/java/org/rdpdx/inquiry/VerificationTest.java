package org.rdpdx.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.Diagnostician;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.inquiry.Verification.Outcome;
import org.rdpdx.inquiry.Verification.Result;
import org.rdpdx.inquiry.Verification.Warning;

/** What became of causes that are seen when services of the host run. */
class VerificationTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static CaseFacts.Builder services(String running, String stopped) {
        CaseFacts.Builder facts = CaseFacts.named("case");
        for (String service : running.split(" ", -1)) {
            facts.put("host.services[" + service + "].state", "running");
        }
        for (String service : stopped.split(" ", -1)) {
            facts.put("host.services[" + service + "].state", "stopped");
        }
        return facts;
    }

    /** Alpha is seen by two services, and one speaks against it; beta by one. */
    private SmallRulebook rules() {
        return SmallRulebook.in(folder)
                .cause("alpha", List.of(), Way.of("decisive", "A"), Way.of("weak", "B"), Way.of("moderate", "C"))
                .cause("beta", List.of(), Way.of("strong", "D"), Way.against("decisive", "E"));
    }

    private static Verification verify(SmallRulebook rules, CaseFacts.Builder before, CaseFacts.Builder after) {
        try (Diagnostician diagnostician = Diagnostician.withRules(rules.open())) {
            return diagnostician.verify(before.build(), after.build());
        }
    }

    private static Outcome only(Verification verification) {
        assertThat(verification.outcomes()).hasSize(1);
        assertThat(verification.result())
                .isEqualTo(verification.outcomes().get(0).result());
        return verification.outcomes().get(0);
    }

    private static List<String> paths(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::path).toList();
    }

    @Test
    void what_no_longer_speaks_is_gone() {
        Outcome alpha = only(verify(rules(), services("A B", "X"), services("X", "A B")));

        assertThat(alpha.result()).isEqualTo(Result.GONE);
        assertThat(alpha.id()).isEqualTo("alpha");
        assertThat(alpha.missing()).isEmpty();
        assertThat(alpha.stillSpeaking()).isEmpty();
    }

    @Test
    void what_was_not_looked_at_again_cannot_be_told_and_is_named() {
        Verification verification = verify(rules(), services("A B", "X"), services("X", "B"));

        Outcome alpha = only(verification);
        assertThat(alpha.result()).isEqualTo(Result.CANNOT_TELL);
        assertThat(paths(alpha.missing())).containsExactly("host.services[A].state");
        assertThat(verification.toCollect()).singleElement().satisfies(one -> {
            assertThat(one.shown()).isEqualTo("host.services[A].state");
            assertThat(one.way()).isPresent();
            assertThat(one.decides()).containsExactly("alpha");
        });
    }

    @Test
    void that_the_attempt_works_does_not_tell_what_was_not_looked_at_again() {
        Outcome alpha =
                only(verify(rules(), services("A", "X"), services("X", "B").put("attempt.outcome", "works")));

        assertThat(alpha.result()).isEqualTo(Result.CANNOT_TELL);
    }

    @Test
    void what_still_speaks_but_could_not_make_it_possible_does_not_keep_it() {
        Outcome alpha = only(verify(rules(), services("A B", "X"), services("B", "A")));

        assertThat(alpha.result()).isEqualTo(Result.GONE);
        assertThat(alpha.stillSpeaking()).containsExactly("alpha/b");
    }

    @Test
    void what_still_speaks_and_could_make_it_possible_cannot_be_told_unless_the_attempt_works() {
        SmallRulebook rules = rules();
        CaseFacts.Builder before = services("A C", "X");

        Outcome unsaid = only(verify(rules, before, services("C", "A")));
        Outcome fails = only(verify(rules, before, services("C", "A").put("attempt.outcome", "fails")));
        Outcome works = only(verify(rules, before, services("C", "A").put("attempt.outcome", "works")));

        assertThat(unsaid.result()).isEqualTo(Result.CANNOT_TELL);
        assertThat(paths(unsaid.missing())).containsExactly("attempt.outcome");
        assertThat(fails.result()).isEqualTo(Result.CANNOT_TELL);
        assertThat(fails.missing()).isEmpty();
        assertThat(fails.stillSpeaking()).containsExactly("alpha/c");
        assertThat(works.result()).isEqualTo(Result.GONE);
    }

    @Test
    void what_only_more_evidence_against_it_made_unlikely_is_not_gone() {
        Outcome beta = only(verify(rules(), services("D", "X"), services("D E", "X")));

        assertThat(beta.result()).isEqualTo(Result.CANNOT_TELL);
        assertThat(beta.stillSpeaking()).containsExactly("beta/d");
    }

    @Test
    void a_new_cause_was_not_ruled_out_if_nobody_had_looked() {
        SmallRulebook rules = rules();

        Outcome unknown = only(verify(rules, services("X", "Y"), services("D", "X")));
        Outcome ruledOut = only(verify(rules, services("X", "D"), services("D", "X")));

        assertThat(unknown.result()).isEqualTo(Result.NEW);
        assertThat(paths(unknown.unknownBefore())).containsExactly("host.services[D].state");
        assertThat(ruledOut.result()).isEqualTo(Result.NEW);
        assertThat(ruledOut.unknownBefore()).isEmpty();
    }

    @Test
    void the_worst_comes_first_and_is_the_result() {
        SmallRulebook rules = rules().cause("gamma", List.of(), Way.of("decisive", "G"));

        Verification verification = verify(rules, services("A G", "D"), services("D G", "A"));

        assertThat(verification.outcomes()).extracting(Outcome::id).containsExactly("beta", "gamma", "alpha");
        assertThat(verification.outcomes())
                .extracting(Outcome::result)
                .containsExactly(Result.NEW, Result.STILL_THERE, Result.GONE);
        assertThat(verification.result()).isEqualTo(Result.NEW);
    }

    @Test
    void a_cause_that_is_now_explained_by_another_is_still_there() {
        SmallRulebook rules = rules().cause("above", List.of("explains: [ beta ]"), Way.of("decisive", "G"));

        Verification verification = verify(rules, services("D", "G"), services("D G", "X"));

        Outcome beta = verification.outcomes().get(1);
        assertThat(verification.outcomes()).extracting(Outcome::id).containsExactly("above", "beta");
        assertThat(beta.result()).isEqualTo(Result.STILL_THERE);
        assertThat(beta.after().explainedBy()).contains("above");
    }

    @Test
    void a_cause_that_was_explained_by_another_and_goes_with_it_is_not_told() {
        SmallRulebook rules = rules().cause("above", List.of("explains: [ beta ]"), Way.of("decisive", "G"));

        Verification verification = verify(rules, services("D G", "X"), services("X", "D G"));

        assertThat(only(verification).id()).isEqualTo("above");
    }

    @Test
    void nothing_that_was_likely_before_is_said_to_be_so() {
        Verification verification = verify(rules(), services("X", "Y"), services("X", "Y"));

        assertThat(verification.outcomes()).isEmpty();
        assertThat(verification.result()).isEqualTo(Result.GONE);
        assertThat(verification.warnings()).containsExactly(Warning.NOTHING_LIKELY_BEFORE, Warning.OUTCOME_NOT_SAID);
    }

    @Test
    void times_that_may_be_the_same_are_not_known_to_be_later() {
        SmallRulebook rules = rules();
        CaseFacts.Builder before = services("A", "X").observedAt("2026-11-20T10:00:00Z");

        assertThat(verify(rules, before, services("X", "A").observedAt("2026-11-20"))
                        .warnings())
                .contains(Warning.NOT_LATER);
        assertThat(verify(rules, before, services("X", "A").observedAt("2026-11-21"))
                        .warnings())
                .doesNotContain(Warning.NOT_LATER);
        assertThat(verify(rules, before, services("X", "A")).warnings()).doesNotContain(Warning.NOT_LATER);
    }
}
