package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.RuleCase;

/** Fired by Drools exactly where every condition is judged true, with the units that were chosen and with all. */
class AgreementTest {

    private static final int RANDOM_CASES = 3_000;

    @Test
    void drools_and_the_judge_agree_on_every_story() {
        List<CaseFacts> stories = Samples.stories();

        assertThat(stories).hasSizeGreaterThan(8);
        stories.forEach(facts -> assertAgreement(Samples.rulebook(), facts));
    }

    @Test
    void drools_and_the_judge_agree_on_every_real_case() {
        List<CaseFacts> real = Samples.real();

        assertThat(real).hasSizeGreaterThan(180);
        real.forEach(facts -> assertAgreement(Samples.rulebook(), facts));
    }

    @Test
    void drools_and_the_judge_agree_on_every_case_beside_a_rule() {
        for (Rulebook rulebook : List.of(Samples.rulebook(), Samples.zoo())) {
            List<RuleCase> cases = rulebook.cases();

            assertThat(cases).isNotEmpty();
            cases.forEach(one -> assertAgreement(rulebook, one.facts()));
        }
    }

    @Test
    void drools_and_the_judge_agree_on_random_cases_about_the_real_rules() {
        assertAgreementOnRandomCases(Samples.rulebook());
    }

    @Test
    void drools_and_the_judge_agree_on_random_cases_about_every_form_of_rule() {
        assertAgreementOnRandomCases(Samples.zoo());
    }

    private static void assertAgreementOnRandomCases(Rulebook rulebook) {
        RandomCases cases = new RandomCases(rulebook.rules());
        Map<String, Map<RuleState, Integer>> seen = new TreeMap<>();

        for (int i = 0; i < RANDOM_CASES; i++) {
            Findings findings = assertAgreement(rulebook, cases.of(i));
            findings.verdicts().forEach(verdict -> seen.computeIfAbsent(
                            verdict.rule().name(), name -> new EnumMap<>(RuleState.class))
                    .merge(verdict.state(), 1, Integer::sum));
        }

        assertThat(seen).allSatisfy((rule, states) -> assertThat(states)
                .as("the cases put %s to the test", rule)
                .containsKeys(RuleState.FIRED, RuleState.UNDECIDED));
    }

    private static Findings assertAgreement(Rulebook rulebook, CaseFacts facts) {
        String about = facts.name() + " " + facts.facts();
        Findings findings = rulebook.consider(facts);

        Set<String> fired = names(findings, RuleState.FIRED);
        assertThat(names(findings, RuleState.ERROR)).as(about).isEmpty();
        assertThat(names(rulebook.considerWithAllUnits(facts), RuleState.FIRED))
                .as(about)
                .isEqualTo(fired);
        List<Fact> deduced = rulebook.judgeDeductions(facts);
        for (boolean everything : List.of(false, true)) {
            Engine.Fired byDrools = rulebook.fire(facts, everything);
            Set<String> firedByDrools = new TreeSet<>();
            byDrools.findings().forEach(finding -> firedByDrools.add(finding.rule()));
            assertThat(firedByDrools).as(about).isEqualTo(withoutDeductions(findings, fired));
            assertThat(new HashSet<>(byDrools.deduced())).as(about).isEqualTo(new HashSet<>(deduced));
        }
        for (Kind kind : Vocabulary.kinds()) {
            if (kind.deduced()) {
                assertThat(deduced).as(about).containsAll(findings.deduced(kind));
            }
        }
        assertThat(findings.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(rulebook.rules().size());
        findings.verdicts().forEach(verdict -> assertConditionsExplain(findings, verdict, about));
        return findings;
    }

    /** The conditions shown for a rule have to say the same as its state. */
    private static void assertConditionsExplain(Findings findings, RuleVerdict verdict, String about) {
        Set<Truth> truths = new HashSet<>();
        findings.conditions(verdict.rule()).forEach(judged -> truths.add(judged.truth()));
        String rule = verdict.rule().name() + " in " + about;
        switch (verdict.state()) {
            case FIRED -> assertThat(truths).as(rule).containsExactly(Truth.TRUE);
            case UNDECIDED ->
                assertThat(truths).as(rule).contains(Truth.UNKNOWN).doesNotContain(Truth.FALSE);
            case CONTRADICTED -> assertThat(truths).as(rule).contains(Truth.FALSE);
            case NOT_APPLICABLE, ERROR -> assertThat(truths).as(rule).isNotEmpty();
        }
    }

    private static Set<String> withoutDeductions(Findings findings, Set<String> fired) {
        Set<String> findingRules = new TreeSet<>(fired);
        findings.verdicts().stream()
                .map(RuleVerdict::rule)
                .filter(Rule::isDeduction)
                .forEach(rule -> findingRules.remove(rule.name()));
        return findingRules;
    }

    private static Set<String> names(Findings findings, RuleState state) {
        Set<String> names = new TreeSet<>();
        for (RuleVerdict verdict : findings.verdicts()) {
            if (verdict.state() == state) {
                names.add(verdict.rule().name()
                        + verdict.failure().map(why -> " " + why).orElse(""));
            }
        }
        return names;
    }

    @Test
    void a_unit_with_many_equalities_on_one_whole_number_fires() {
        int[] builds = {9600, 14393, 17763, 20348, 26100};
        for (int build : builds) {
            CaseFacts facts = Samples.facts("host: { operatingSystem: { build: " + build + " } }");

            Set<String> fired = new TreeSet<>();
            Samples.zoo().fire(facts, true).findings().forEach(finding -> fired.add(finding.rule()));

            assertThat(fired)
                    .filteredOn(rule -> rule.startsWith("values/build-2"))
                    .hasSize(1);
        }
    }

    @Test
    void every_property_of_every_kind_can_be_named_in_a_rule() {
        List<String> leftSides = new ArrayList<>();
        for (Kind kind : Vocabulary.kinds()) {
            if (!kind.deduced()) {
                String presence = kind.absentable() ? ", present == true" : "";
                kind.properties()
                        .forEach(property ->
                                leftSides.add(kind.typeName() + "( " + property.name() + " != null" + presence + " )"));
            } else {
                kind.properties()
                        .forEach(property -> leftSides.add(kind.typeName() + "( " + property.name() + " != null )"));
            }
        }

        try (Rulebook rulebook = new SmallRulebook()
                .diagnosis("all", leftSides.toArray(String[]::new))
                .open()) {
            CaseFacts everything = Samples.everyFact();
            Findings findings = rulebook.considerWithAllUnits(everything);

            assertThat(findings.verdicts()).hasSizeGreaterThan(380).hasSameSizeAs(leftSides);
            assertThat(names(findings, RuleState.ERROR)).isEmpty();
            assertThat(Arrays.asList(RuleState.values())).contains(RuleState.FIRED);
            assertThat(names(findings, RuleState.FIRED)).hasSizeGreaterThan(350);
        }
    }
}
