package org.rdpdx.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.Retold;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.Stories;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/** What holds of every ranking, tried with many made-up and real cases; the seeds are fixed. */
class RankingPropertiesTest {

    @Test
    void one_more_finding_for_never_lowers_a_cause_and_one_more_against_never_raises_it(@TempDir Path folder) {
        Random random = new Random(20261122);
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ways.add(anyWay("S" + i, random));
        }
        try (Rulebook rulebook = SmallRulebook.in(folder)
                .cause("alpha", List.of("frequency: occasional"), ways.toArray(Way[]::new))
                .open()) {
            for (int i = 0; i < 2000; i++) {
                List<Way> some = new ArrayList<>(ways);
                Collections.shuffle(some, random);
                List<Way> before = some.subList(0, random.nextInt(12));
                List<Way> after = some.subList(0, before.size() + 1);
                Way more = after.get(before.size());

                double without = confidence(rulebook, before);
                double with = confidence(rulebook, after);

                if (more.marks().contains("against")) {
                    assertThat(with).as("%s after %s", more, before).isLessThanOrEqualTo(without);
                } else {
                    assertThat(with).as("%s after %s", more, before).isGreaterThanOrEqualTo(without);
                }
            }
        }
    }

    private static Way anyWay(String service, Random random) {
        String strength = Strength.values()[random.nextInt(4)].word();
        Way way = random.nextInt(3) == 0 ? Way.against(strength, service) : Way.of(strength, service);
        return random.nextBoolean() ? way.sees("token-" + random.nextInt(4)) : way;
    }

    private static double confidence(Rulebook rulebook, List<Way> running) {
        String[] services = running.stream().map(Way::service).toArray(String[]::new);
        return Ranking.of(rulebook.consider(SmallRulebook.running(services)), rulebook)
                .of("alpha")
                .orElseThrow()
                .confidence();
    }

    @Test
    void a_fact_of_a_real_case_that_only_makes_rules_for_a_cause_fire_never_lowers_it() {
        Random random = new Random(904);
        List<CaseFacts> cases = new ArrayList<>();
        Stories.files().forEach(file -> cases.add(Stories.read(file)));
        Stories.real().forEach(file -> cases.add(Stories.read(file)));
        int tried = 0;
        try (Rulebook bundled = Rulebook.bundled()) {
            for (int i = 0; i < 20_000 && tried < 500; i++) {
                CaseFacts whole = cases.get(random.nextInt(cases.size()));
                List<Fact> facts = new ArrayList<>(whole.facts());
                Collections.shuffle(facts, random);
                int kept = random.nextInt(facts.size());

                Findings before = bundled.consider(Retold.of(whole, facts.subList(0, kept)));
                Findings after = bundled.consider(Retold.of(whole, facts.subList(0, kept + 1)));

                tried += compare(before, after, bundled);
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(500);
    }

    /** Compares the causes for which only more rules for them fire; how many those were. */
    private static int compare(Findings before, Findings after, Rulebook rulebook) {
        Ranking first = Ranking.of(before, rulebook);
        Ranking second = Ranking.of(after, rulebook);
        int compared = 0;
        for (Diagnosis diagnosis : first.diagnoses()) {
            String id = diagnosis.id();
            Diagnosis with = second.of(id).orElseThrow();
            Set<Rule> firedBefore = fired(before, id);
            Set<Rule> firedAfter = fired(after, id);
            Set<Rule> more = new HashSet<>(firedAfter);
            more.removeAll(firedBefore);
            boolean onlyMoreFor = !more.isEmpty()
                    && more.stream().noneMatch(Rule::against)
                    && firedAfter.containsAll(firedBefore)
                    && gate(diagnosis).equals(gate(with));
            if (onlyMoreFor) {
                assertThat(with.confidence())
                        .as("%s of %s with %s", id, after.facts(), more)
                        .isGreaterThanOrEqualTo(diagnosis.confidence());
                compared++;
            }
        }
        return compared;
    }

    private static Set<Rule> fired(Findings findings, String id) {
        return findings.verdicts(id).stream()
                .filter(verdict -> verdict.state() == RuleState.FIRED)
                .map(RuleVerdict::rule)
                .collect(Collectors.toSet());
    }

    private static Optional<Double> gate(Diagnosis diagnosis) {
        return diagnosis.evidence().stream()
                .filter(Evidence::isStageGate)
                .map(Evidence::contribution)
                .findFirst();
    }
}
