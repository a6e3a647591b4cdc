package org.rdpdx.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.rulebook.Rulebook;

class RankingTest {

    private static final List<String> COMMON = List.of();
    private static final List<String> OCCASIONAL = List.of("frequency: occasional");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Ranking rank(SmallRulebook written, CaseFacts facts) {
        try (Rulebook rulebook = written.open()) {
            return Ranking.of(rulebook.consider(facts), rulebook);
        }
    }

    private Ranking rank(SmallRulebook written, String... services) {
        return rank(written, SmallRulebook.running(services));
    }

    private static Diagnosis of(Ranking ranking, String id) {
        return ranking.of(id).orElseThrow();
    }

    @Test
    void confidence_is_the_logistic_function_of_prior_and_contributions() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause(
                        "alpha",
                        OCCASIONAL,
                        Way.of("strong", "A"),
                        Way.of("moderate", "B"),
                        Way.against("weak", "C"),
                        Way.of("decisive", "D"));

        Diagnosis alpha = of(rank(written, "A", "B", "C"), "alpha");

        assertThat(alpha.prior()).isEqualTo(-3.5);
        assertThat(alpha.evidence()).extracting(Evidence::contribution).containsExactly(3.0, 1.5, -0.5);
        assertThat(alpha.confidence()).isCloseTo(1 / (1 + Math.exp(-(-3.5 + 3 + 1.5 - 0.5))), within(1e-15));
    }

    @Test
    void a_cause_of_which_nothing_is_known_has_its_prior_and_no_evidence() {
        SmallRulebook written = SmallRulebook.in(folder).cause("alpha", COMMON, Way.of("strong", "A"));

        Ranking ranking = rank(written);

        assertThat(ranking.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(of(ranking, "alpha").evidence()).isEmpty();
        assertThat(of(ranking, "alpha").confidence()).isCloseTo(0.0759, within(0.0001));
    }

    @Test
    void a_rule_counts_once_however_many_facts_it_matches() {
        SmallRulebook written = SmallRulebook.in(folder).cause("alpha", COMMON, Way.of("strong", "A"));
        CaseFacts once =
                CaseFacts.named("case").put("host.services[A].state", "running").build();
        CaseFacts oftener = CaseFacts.named("case")
                .put("host.services[A].state", "running")
                .put("host.services[a].startType", "manual")
                .put("host.services[B].state", "running")
                .put("client.services[A].state", "running")
                .build();

        assertThat(of(rank(written, oftener), "alpha").confidence())
                .isEqualTo(of(rank(written, once), "alpha").confidence());
    }

    @Test
    void of_ways_that_see_the_same_only_the_strongest_counts_and_the_others_name_it() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause(
                        "alpha",
                        COMMON,
                        Way.of("moderate", "A").sees("key"),
                        Way.of("strong", "B").sees("key"),
                        Way.of("weak", "C").sees("key"),
                        Way.of("weak", "D"));

        Diagnosis alpha = of(rank(written, "A", "B", "C", "D"), "alpha");

        assertThat(alpha.evidence())
                .extracting(Evidence::ruleName, Evidence::contribution, Evidence::countedAs)
                .containsExactly(
                        tuple(Optional.of("alpha/b"), 3.0, Optional.empty()),
                        tuple(Optional.of("alpha/d"), 0.5, Optional.empty()),
                        tuple(Optional.of("alpha/a"), 0.0, Optional.of("alpha/b")),
                        tuple(Optional.of("alpha/c"), 0.0, Optional.of("alpha/b")));
        assertThat(alpha.confidence()).isCloseTo(1 / (1 + Math.exp(2.5 - 3.5)), within(1e-15));
    }

    @Test
    void of_equally_strong_ways_that_see_the_same_the_first_by_name_counts() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause(
                        "alpha",
                        COMMON,
                        Way.of("strong", "B").sees("key"),
                        Way.of("strong", "A").sees("key"));

        assertThat(of(rank(written, "A", "B"), "alpha").evidence())
                .extracting(Evidence::ruleName, Evidence::countedAs)
                .containsExactly(
                        tuple(Optional.of("alpha/a"), Optional.empty()),
                        tuple(Optional.of("alpha/b"), Optional.of("alpha/a")));
    }

    @Test
    void what_speaks_against_never_stands_in_for_what_speaks_for() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause(
                        "alpha",
                        COMMON,
                        Way.of("strong", "A").sees("key"),
                        Way.against("decisive", "B").sees("key"));

        assertThat(of(rank(written, "A", "B"), "alpha").evidence())
                .extracting(Evidence::contribution)
                .containsExactly(-7.0, 3.0);
    }

    @Test
    void the_same_token_in_two_diagnoses_is_two_tokens() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("alpha", COMMON, Way.of("strong", "A").sees("key"))
                .cause("beta", COMMON, Way.of("moderate", "A").sees("key"));

        Ranking ranking = rank(written, "A");

        assertThat(of(ranking, "alpha").evidence())
                .extracting(Evidence::contribution)
                .containsExactly(3.0);
        assertThat(of(ranking, "beta").evidence())
                .extracting(Evidence::contribution)
                .containsExactly(1.5);
    }

    @Test
    void an_attempt_that_got_further_than_a_cause_allows_speaks_against_it_in_a_line_of_its_own() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("early", COMMON, Way.of("strong", "A"))
                .cause("late", List.of("stages: [tls, later]"), Way.of("strong", "A"));
        CaseFacts facts = CaseFacts.named("case")
                .put("host.services[A].state", "running")
                .put("attempt.outcome", "works")
                .build();

        Ranking ranking = rank(written, facts);

        List<Evidence> evidence = of(ranking, "early").evidence();
        assertThat(evidence).extracting(Evidence::contribution).containsExactlyInAnyOrder(3.0, -3.0);
        Evidence gate =
                evidence.stream().filter(Evidence::isStageGate).findFirst().orElseThrow();
        assertThat(gate.ruleName()).isEmpty();
        assertThat(gate.strength()).isEqualTo(Strength.STRONG);
        assertThat(gate.contribution()).isEqualTo(-3.0);
        assertThat(gate.conditions()).singleElement().satisfies(condition -> assertThat(
                        condition.fact().orElseThrow().value("outcome"))
                .isEqualTo("works"));
        assertThat(of(ranking, "late").evidence()).noneMatch(Evidence::isStageGate);
        assertThat(ranking.diagnoses()).extracting(Diagnosis::id).containsExactly("late", "early");
    }

    @Test
    void how_far_an_attempt_got_speaks_for_nothing() {
        SmallRulebook written =
                SmallRulebook.in(folder).cause("late", List.of("stages: [later]"), Way.of("strong", "A"));

        Ranking ranking = rank(
                written, CaseFacts.named("case").put("attempt.outcome", "works").build());

        assertThat(of(ranking, "late").evidence()).isEmpty();
    }

    @Test
    void a_decisive_finding_for_and_none_against_confirms() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("alpha", COMMON, Way.of("decisive", "A"), Way.of("strong", "B"), Way.of("strong", "C"));

        assertThat(of(rank(written, "A"), "alpha").likelihood()).isEqualTo(Likelihood.CONFIRMED);
    }

    @Test
    void without_a_decisive_finding_nothing_is_confirmed_however_sure() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("alpha", COMMON, Way.of("strong", "A"), Way.of("strong", "B"), Way.of("strong", "C"));

        Diagnosis alpha = of(rank(written, "A", "B", "C"), "alpha");

        assertThat(alpha.confidence()).isGreaterThan(0.99);
        assertThat(alpha.likelihood()).isEqualTo(Likelihood.LIKELY);
    }

    @Test
    void a_decisive_finding_against_keeps_a_cause_from_being_confirmed_however_sure() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause(
                        "alpha",
                        COMMON,
                        Way.of("decisive", "A"),
                        Way.of("decisive", "B"),
                        Way.of("strong", "C"),
                        Way.against("decisive", "D"));

        Diagnosis alpha = of(rank(written, "A", "B", "C", "D"), "alpha");

        assertThat(alpha.confidence()).isGreaterThan(0.99);
        assertThat(alpha.likelihood()).isEqualTo(Likelihood.LIKELY);
    }

    @Test
    void causes_stand_by_confidence_and_then_by_id() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("delta", COMMON, Way.of("strong", "A"))
                .cause("beta", COMMON, Way.of("moderate", "A"))
                .cause("gamma", COMMON, Way.of("strong", "A"))
                .cause("alpha", COMMON, Way.of("weak", "A"));

        assertThat(rank(written, "A").diagnoses())
                .extracting(Diagnosis::id)
                .containsExactly("delta", "gamma", "beta", "alpha");
    }

    @Test
    void a_symptom_goes_under_the_likely_cause_that_makes_it_and_keeps_its_number() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("root", List.of("explains: [symptom]"), Way.of("decisive", "A"))
                .cause("symptom", COMMON, Way.of("strong", "B"));

        Ranking ranking = rank(written, "A", "B");

        assertThat(of(ranking, "symptom").explainedBy()).contains("root");
        assertThat(of(ranking, "symptom").confidence()).isCloseTo(0.6225, within(0.0001));
        assertThat(of(ranking, "symptom").likelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(ranking.standing()).extracting(Diagnosis::id).containsExactly("root");
        assertThat(ranking.diagnoses()).extracting(Diagnosis::id).containsExactly("root", "symptom");
    }

    @Test
    void a_symptom_that_is_surer_than_its_cause_stands_by_itself() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("root", List.of("explains: [symptom]"), Way.of("strong", "A"))
                .cause("symptom", COMMON, Way.of("decisive", "B"));

        assertThat(of(rank(written, "A", "B"), "symptom").explainedBy()).isEmpty();
    }

    @Test
    void a_cause_that_is_only_possible_explains_nothing() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("root", List.of("explains: [symptom]"), Way.of("moderate", "A"))
                .cause("symptom", COMMON, Way.of("weak", "B"));

        assertThat(of(rank(written, "A", "B"), "symptom").explainedBy()).isEmpty();
    }

    @Test
    void a_symptom_that_is_as_sure_as_its_cause_goes_under_it_whatever_their_names() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("root", List.of("explains: [a-symptom]"), Way.of("strong", "A"))
                .cause("a-symptom", COMMON, Way.of("strong", "B"));

        Ranking ranking = rank(written, "A", "B");

        assertThat(of(ranking, "a-symptom").explainedBy()).contains("root");
        assertThat(ranking.standing()).extracting(Diagnosis::id).containsExactly("root");
    }

    @Test
    void of_two_equally_sure_that_explain_each_other_the_first_stands() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("alpha", List.of("explains: [beta]"), Way.of("strong", "A"))
                .cause("beta", List.of("explains: [alpha]"), Way.of("strong", "A"));

        assertThat(rank(written, "A").standing()).extracting(Diagnosis::id).containsExactly("alpha");
    }

    @Test
    void of_three_equally_sure_that_explain_each_other_in_a_ring_one_stands() {
        SmallRulebook written = SmallRulebook.in(folder)
                .cause("alpha", List.of("explains: [beta]"), Way.of("strong", "A"))
                .cause("beta", List.of("explains: [gamma]"), Way.of("strong", "A"))
                .cause("gamma", List.of("explains: [alpha]"), Way.of("strong", "A"));

        assertThat(rank(written, "A").standing()).extracting(Diagnosis::id).containsExactly("alpha");
    }

    @Test
    void the_ranking_does_not_look_at_remedies() {
        List<String> easy = List.of("steps: [ { use: quick, cures: usually } ]");
        List<String> hard = List.of("steps: [ { use: slow, cures: sometimes } ]");
        Way way = Way.of("strong", "A");
        Ranking one = rank(
                SmallRulebook.in(folder.resolve("one"))
                        .step("quick", "minutes: 1")
                        .step("slow", "minutes: 900")
                        .cause("alpha", easy, way)
                        .cause("beta", hard, way),
                "A");
        Ranking other = rank(
                SmallRulebook.in(folder.resolve("other"))
                        .step("quick", "minutes: 1")
                        .step("slow", "minutes: 900", "class: weakens-security", "temporaryMinutes: 5")
                        .cause("alpha", hard, way)
                        .cause("beta", easy, way),
                "A");

        assertThat(one.verdict()).isEqualTo(other.verdict());
        assertThat(one.diagnoses())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence")
                .isEqualTo(other.diagnoses());
        assertThat(one.diagnoses()).extracting(Diagnosis::id).containsExactly("alpha", "beta");
    }
}
