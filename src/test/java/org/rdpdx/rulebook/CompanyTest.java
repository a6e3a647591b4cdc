package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.Layer;

/**
 * A rule does the same alone and in company: Drools keeps what rules share once, and has let rules of other packages change
 * what fires (apache/incubator-kie#7115).
 */
class CompanyTest {

    private static final int CASES_OF_EACH = 20;
    private static final int GROUPS = 40;
    private static final int MEMBERS = 12;

    /** The zoo amid the rules that are shipped. */
    @SuppressWarnings("NullAway.Init")
    private static Rulebook all;

    @BeforeAll
    static void putTheZooAmidTheShippedRules() {
        SortedMap<String, byte[]> files = new TreeMap<>(files(Samples.ZOO));
        files.putAll(files(Samples.RULES));
        String header = new String(Objects.requireNonNull(files.get("rulebook.yaml")), StandardCharsets.UTF_8);
        String withZoo = header.replace("\nareas:\n", "\nareas:\n  zoo: { title: Zoo, stages: [tcp] }\n");
        files.put("rulebook.yaml", withZoo.getBytes(StandardCharsets.UTF_8));
        all = Samples.open(new Layer("all", files));
    }

    private static SortedMap<String, byte[]> files(Path folder) {
        return Layer.of(folder, new ArrayList<>()).files();
    }

    @AfterAll
    static void close() {
        all.close();
    }

    @Test
    void each_rule_of_the_zoo_does_alone_what_it_does_among_all() {
        List<Rule> zoo = Samples.zoo().rules();
        RandomCases cases = new RandomCases(zoo);

        assertThat(all.rules()).hasSize(zoo.size() + Samples.rulebook().rules().size());
        for (int r = 0; r < zoo.size(); r++) {
            Rule rule = zoo.get(r);
            Set<String> resting = Deductions.closure(all.rules(), rule);
            try (Rulebook alone = all.only(one -> resting.contains(one.name()))) {
                for (int i = 0; i < CASES_OF_EACH; i++) {
                    assertSame(alone, Set.of(rule.name()), cases.of(r + (long) i * zoo.size()));
                }
            }
        }
    }

    @Test
    void each_rule_does_in_any_company_what_it_does_among_all() {
        List<Rule> rules = new ArrayList<>(all.rules());
        Random random = new Random(7115);

        for (int g = 0; g < GROUPS; g++) {
            Collections.shuffle(rules, random);
            List<Rule> members = rules.subList(0, MEMBERS);
            Set<String> group = new TreeSet<>();
            members.forEach(rule -> group.addAll(Deductions.closure(all.rules(), rule)));
            RandomCases cases = new RandomCases(all.rules().stream()
                    .filter(rule -> group.contains(rule.name()))
                    .toList());
            try (Rulebook company = all.only(rule -> group.contains(rule.name()))) {
                for (int i = 0; i < 2 * MEMBERS; i++) {
                    assertSame(company, group, cases.of(i));
                }
            }
        }
    }

    /** Of these rules the same state and the same findings, on the same facts. */
    private static void assertSame(Rulebook fewer, Set<String> rules, CaseFacts facts) {
        Agreement agreement = Agreement.on(fewer, facts);
        String about = rules + " in " + facts.name() + " " + facts.facts();

        assertThat(agreement.wrong()).as(about).isEmpty();
        assertThat(states(agreement.findings(), rules)).as(about).isEqualTo(states(all.consider(facts), rules));
        assertThat(findings(fewer, facts, rules)).as(about).isEqualTo(findings(all, facts, rules));
    }

    private static SortedMap<String, RuleState> states(Findings findings, Set<String> rules) {
        SortedMap<String, RuleState> states = new TreeMap<>();
        findings.verdicts().stream()
                .filter(verdict -> rules.contains(verdict.rule().name()))
                .forEach(verdict -> states.put(verdict.rule().name(), verdict.state()));
        return states;
    }

    private static Set<Finding> findings(Rulebook rulebook, CaseFacts facts, Set<String> rules) {
        Set<Finding> findings = new HashSet<>(rulebook.compare(facts).ofAll().findings());
        findings.removeIf(finding -> !rules.contains(finding.rule()));
        return findings;
    }
}
