package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.RuleCase;

/** Fired by Drools exactly where every condition is judged true, with the units that were chosen and with all. */
class AgreementTest {

    private static final int RANDOM_CASES = 10_000;

    /** So often more is a rule tried that the random cases did not meet by chance. */
    private static final int MOST_TURNS = 10;

    /** Cutting down takes its time. */
    private static final int MOST_CUT_DOWN = 5;

    /** None of their conditions can be false for sure: the thing that would meet it may be one that nobody listed. */
    private static final Set<String> NEVER_CONTRADICTED = Set.of(
            "alternatives/with-joins",
            "joins/other-port",
            "joins/same-port",
            "joins/same-with",
            "negations/joined",
            "repeats/elsewhere",
            "repeats/where",
            "types/anything",
            "types/path-by-pattern");

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
            cases.forEach(one ->
                    assertAgreement(rulebook, one.facts(), rule -> rule.owner().equals(one.owner())));
        }
    }

    @Test
    void drools_and_the_judge_agree_on_random_cases_about_the_real_rules() {
        Map<String, Set<RuleState>> seen = assertAgreementOnRandomCases(Samples.rulebook());

        // that two things drawn by chance fit together, or five conditions of one, is too rare to be asked for, and
        // what
        // every fact file has to say is never unknown
        Set<String> rare = new TreeSet<>();
        for (Rule rule : Samples.rulebook().rules()) {
            boolean alwaysKnown = rule.patterns().size() == 1
                    && rule.patterns().get(0).conditions().stream()
                            .allMatch(condition -> condition.properties().equals(Set.of("purpose")));
            boolean intricate = !rule.variables().isEmpty()
                    || rule.patterns().size() > 2
                    || rule.patterns().stream()
                            .anyMatch(pattern -> pattern.conditions().size() > 4);
            if (intricate || alwaysKnown) {
                rare.add(rule.name());
            }
        }
        assertThat(rare.size()).isLessThan(seen.size() / 4);
        assertThat(seen).allSatisfy((rule, states) -> assertThat(states)
                .as("the cases put %s to the test", rule)
                .hasSizeGreaterThan(1));
        seen.keySet().removeAll(rare);
        assertThat(seen).allSatisfy((rule, states) -> assertThat(states)
                .as("the cases put %s to the test", rule)
                .contains(RuleState.FIRED, RuleState.UNDECIDED));
    }

    @Test
    void drools_and_the_judge_agree_on_random_cases_about_every_form_of_rule() {
        Map<String, Set<RuleState>> seen = assertAgreementOnRandomCases(Samples.zoo());

        assertThat(seen).allSatisfy((rule, states) -> assertThat(states)
                .as("the cases put %s to the test", rule)
                .contains(RuleState.FIRED, RuleState.UNDECIDED));
        seen.values().removeIf(states -> states.contains(RuleState.CONTRADICTED));
        assertThat(seen.keySet()).isEqualTo(NEVER_CONTRADICTED);
    }

    /** Which states each rule was seen in. */
    private static Map<String, Set<RuleState>> assertAgreementOnRandomCases(Rulebook rulebook) {
        RandomCases cases = new RandomCases(rulebook.rules());
        Map<String, Set<RuleState>> seen = new TreeMap<>();
        rulebook.rules().forEach(rule -> seen.put(rule.name(), EnumSet.noneOf(RuleState.class)));
        List<CaseFacts> wrong = new ArrayList<>();
        int met = 0;

        for (int i = 0; i < RANDOM_CASES + MOST_TURNS * rulebook.rules().size(); i++) {
            String about = cases.about(i).name();
            Set<RuleState> ofIt = Objects.requireNonNull(seen.get(about));
            if (i >= RANDOM_CASES && ofIt.contains(RuleState.FIRED) && ofIt.contains(RuleState.UNDECIDED)) {
                continue;
            }
            Agreement agreement = Agreement.on(rulebook, cases.of(i));
            if (!agreement.wrong().isEmpty()) {
                wrong.add(agreement.findings().facts());
            }
            for (RuleVerdict verdict : agreement.findings().verdicts()) {
                String rule = verdict.rule().name();
                Objects.requireNonNull(seen.get(rule)).add(verdict.state());
                met += i < RANDOM_CASES && rule.equals(about) && verdict.state() == RuleState.FIRED ? 1 : 0;
            }
        }

        if (!wrong.isEmpty()) {
            fail(smallest(rulebook, wrong));
        }
        assertThat(met).as("cases that meet what they are about").isBetween(RANDOM_CASES / 3, RANDOM_CASES * 2 / 3);
        return seen;
    }

    /** The smallest of some cases that go wrong, as it can be written into a test of its own. */
    private static String smallest(Rulebook rulebook, List<CaseFacts> wrong) {
        SmallestCase smallest = wrong.stream()
                .limit(MOST_CUT_DOWN)
                .map(facts -> SmallestCase.of(
                        facts, fewer -> !Agreement.on(rulebook, fewer).wrong().isEmpty()))
                .min(Comparator.comparingInt(SmallestCase::size))
                .orElseThrow();
        String what = smallest.facts()
                .map(facts -> String.join("\n", Agreement.on(rulebook, facts).wrong()))
                .orElse("");
        return "cases that go wrong: " + wrong.size() + ", such as " + smallest.name() + ":\n" + what
                + "\nOf it matters:\n" + smallest.yaml();
    }

    private static void assertAgreement(Rulebook rulebook, CaseFacts facts) {
        assertAgreement(rulebook, facts, rule -> true);
    }

    private static void assertAgreement(Rulebook rulebook, CaseFacts facts, Predicate<Rule> lookedInto) {
        if (!Agreement.on(rulebook, facts, lookedInto).wrong().isEmpty()) {
            fail(smallest(rulebook, List.of(facts)));
        }
    }

    private static Set<String> names(Findings findings, RuleState state) {
        Set<String> names = new TreeSet<>();
        for (RuleVerdict verdict : findings.verdicts()) {
            if (verdict.state() == state) {
                names.add(verdict.rule().name());
            }
        }
        return names;
    }

    @Test
    void a_case_that_goes_wrong_is_cut_down_to_what_matters() {
        SmallestCase smallest = SmallestCase.of(
                Samples.everyFact(),
                facts -> facts.value("host.services[TermService].state").isPresent()
                        && facts.value("attempt.at").isPresent());

        assertThat(smallest.yaml()).isEqualTo("""
                host:
                  services: [ { name: 'TermService', state: 'running' } ]
                attempt: { at: 2026-11-20T09:13:55Z }
                """);
    }

    @Test
    void a_case_is_written_so_that_it_can_be_read_again() {
        RandomCases cases = new RandomCases(Samples.zoo().rules());

        for (int i = 0; i < 100; i++) {
            CaseFacts facts = cases.of(i);

            CaseFacts again =
                    Samples.facts(SmallestCase.of(facts, fewer -> false).yaml());

            assertThat(again.facts()).isEqualTo(facts.facts());
            assertThat(again.none()).isEqualTo(facts.none());
        }
    }

    @Test
    void a_unit_with_many_equalities_on_one_whole_number_fires() {
        int[] builds = {9600, 14393, 17763, 20348, 26100};
        for (int build : builds) {
            CaseFacts facts = Samples.facts("host: { operatingSystem: { build: " + build + " } }");

            Set<String> fired = new TreeSet<>();
            Samples.zoo().compare(facts).ofAll().findings().forEach(finding -> fired.add(finding.rule()));

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
