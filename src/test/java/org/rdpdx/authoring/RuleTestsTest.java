package org.rdpdx.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.authoring.MutantRun.Outcome;
import org.rdpdx.rulebook.Rulebook;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Coverage, changed rules, and how all of it is written. */
class RuleTestsTest {

    private static final String RULES = """
            package rules;
            import org.rdpdx.facts.kind.*;
            import org.rdpdx.rulebook.Finding;
            rule "slow/latency" @strength(strong)
            when
                PathQuality( viewpoint == "client", to == "host", latencyMs > 200 )
            then insertLogical(Finding.of(drools.getMatch())); end
            """;
    private static final String FIRES =
            "- { name: slow, facts: { client: { paths: [ { to: host, latencyMs: 250 } ] } }, expect: fires, because: client.paths.latencyMs }\n";
    private static final String SILENT =
            "- { name: quick, facts: { client: { paths: [ { to: host, latencyMs: 20 } ] } }, expect: silent, because: client.paths.latencyMs }\n";
    private static final String UNKNOWN =
            "- { name: nobody looked, facts: { attempt: { port: 3389 } }, expect: cannot-tell, because: client.paths.latencyMs }\n";
    private static final String AT_THE_THRESHOLD = """
            - { name: on it, facts: { client: { paths: [ { to: host, latencyMs: 200 } ] } }, expect: silent, because: client.paths.latencyMs }
            - { name: above it, facts: { client: { paths: [ { to: host, latencyMs: 201 } ] } }, expect: fires, because: client.paths.latencyMs }
            """;
    private static final String ELSEWHERE = """
            - { name: of the host, facts: { host: { paths: [ { to: host, latencyMs: 250 } ] } }, expect: cannot-tell, because: client.paths }
            - { name: to the gateway, facts: { client: { paths: [ { to: gateway, latencyMs: 250 } ] } }, expect: cannot-tell, because: client.paths }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Rulebook rulebook(String... cases) {
        return SmallRulebook.in(folder)
                .cause("slow", List.of(), Way.of("strong", "A"))
                .file("area/slow/rule.drl", RULES)
                .file("area/slow/cases.yaml", String.join("", cases))
                .open();
    }

    private RuleTests tests(RuleTests.Bars bars, String... cases) {
        try (Rulebook rulebook = rulebook(cases)) {
            Set<String> owners = Set.of("slow");
            return new RuleTests(
                    CaseRun.of(rulebook, owners),
                    Coverage.withIdeas(rulebook, owners),
                    MutantRun.of(rulebook, owners),
                    bars);
        }
    }

    private RuleTests tests(String... cases) {
        return tests(RuleTests.Bars.USUAL, cases);
    }

    private String written(RuleTestFormat format, RuleTests tests) throws IOException {
        StringBuilder text = new StringBuilder();
        format.write(tests, text);
        return text.toString().replace(folder.toString(), "rules");
    }

    @Test
    void each_value_that_a_condition_takes_in_no_case_is_a_gap() {
        Coverage coverage = tests(FIRES, SILENT, UNKNOWN).coverage().orElseThrow();

        assertThat(coverage.percent()).isEqualTo(71.4);
        assertThat(coverage.gaps())
                .extracting(gap -> gap.condition().orElseThrow().text() + " " + gap.truth())
                .containsExactly("viewpoint == \"client\" FALSE", "to == \"host\" FALSE");
        assertThat(coverage.gaps().get(0).idea().orElseThrow().yaml())
                .containsExactly(
                        "- name: paths is of the host",
                        "  rule: slow/latency",
                        "  facts: { host: { paths: [ { to: host, latencyMs: 250 } ] } }",
                        "  expect: cannot-tell",
                        "  because: client.paths");
    }

    @Test
    void what_every_case_shows_is_no_gap() {
        Coverage coverage = tests(FIRES, SILENT, UNKNOWN, ELSEWHERE).coverage().orElseThrow();

        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.percent()).isEqualTo(100);
        assertThat(coverage.folders()).singleElement().satisfies(folder -> {
            assertThat(folder.owner()).isEqualTo("slow");
            assertThat(folder.cases()).isEqualTo(5);
            assertThat(folder.conditions()).isEqualTo(3);
            assertThat(folder.wanted()).isEqualTo(7);
        });
    }

    @Test
    void a_change_survives_if_no_case_comes_otherwise_and_a_case_that_would_is_found() {
        Map<String, String> survivors = new TreeMap<>();
        for (MutantRun run : tests(FIRES, SILENT, UNKNOWN, ELSEWHERE).mutants().orElseThrow()) {
            if (run.outcome() == Outcome.SURVIVED) {
                survivors.put(run.mutant().instead(), run.idea().orElseThrow().name());
            }
        }

        assertThat(survivors)
                .isEqualTo(Map.of(
                        "latencyMs > 199", "latencyMs is 200",
                        "latencyMs > 201", "latencyMs is 201",
                        "latencyMs >= 200", "latencyMs is 200"));
    }

    @Test
    void every_case_that_is_proposed_comes_as_it_says_and_notices_the_change() {
        List<String> proposed = new ArrayList<>();
        for (MutantRun run : tests(FIRES, SILENT, UNKNOWN).mutants().orElseThrow()) {
            run.idea().ifPresent(idea -> proposed.add(String.join("\n", idea.yaml()) + "\n"));
        }

        RuleTests then = tests(FIRES, SILENT, UNKNOWN, String.join("", new java.util.TreeSet<>(proposed)));

        assertThat(proposed).isNotEmpty();
        assertThat(then.cases()).allMatch(CaseRun::passed);
        assertThat(MutantRun.count(then.mutants().orElseThrow(), Outcome.SURVIVED))
                .isZero();
        assertThat(MutantRun.percent(then.mutants().orElseThrow())).isEqualTo(100);
    }

    @Test
    void a_change_that_says_the_same_in_other_words_does_not_count() {
        String same = RULES.replace("latencyMs > 200", "latencyMs > 200, latencyMs > 100");
        try (Rulebook rulebook = SmallRulebook.in(folder)
                .cause("slow", List.of(), Way.of("strong", "A"))
                .file("area/slow/rule.drl", same)
                .file("area/slow/cases.yaml", FIRES + SILENT + UNKNOWN + AT_THE_THRESHOLD + ELSEWHERE)
                .open()) {
            List<MutantRun> runs = MutantRun.of(rulebook, Set.of("slow"));

            assertThat(runs)
                    .filteredOn(run -> run.outcome() == Outcome.EQUIVALENT)
                    .extracting(run -> run.mutant().instead())
                    .containsExactly("", "latencyMs >= 100", "latencyMs > 99", "latencyMs > 101");
            assertThat(MutantRun.percent(runs)).isEqualTo(100);
        }
    }

    @Test
    void of_a_rule_that_no_case_fires_nothing_is_taken_for_the_same() {
        try (Rulebook rulebook = SmallRulebook.in(folder)
                .cause("slow", List.of(), Way.of("strong", "A"))
                .file(
                        "area/slow/rule.drl",
                        RULES
                                + RULES.substring(RULES.indexOf("rule \""))
                                        .replace("slow/latency", "slow/loss")
                                        .replace("latencyMs > 200", "lossPercent > 2"))
                .file(
                        "area/slow/cases.yaml",
                        (FIRES + SILENT + UNKNOWN).replace("facts:", "rule: slow/latency, facts:"))
                .open()) {
            assertThat(MutantRun.of(rulebook, Set.of("slow")))
                    .filteredOn(run -> run.mutant().rule().name().equals("slow/loss"))
                    .isNotEmpty()
                    .allSatisfy(run -> assertThat(run.outcome()).isEqualTo(Outcome.SURVIVED))
                    .allSatisfy(run -> assertThat(run.idea()).isEmpty());
        }
    }

    @Test
    void what_was_found_is_written_for_people() throws IOException {
        assertThat(written(RuleTestFormat.text(), tests(FIRES, SILENT, UNKNOWN, ELSEWHERE)))
                .isEqualTo("""
                        slow                              5 cases, 7 of 7 values seen (100 %), 6 of 9 changes noticed (66.6 %)

                        No case of slow/latency notices:
                            rules/area/slow/rule.drl:6:55  PathQuality: latencyMs > 200  could be  latencyMs >= 200
                            rules/area/slow/rule.drl:6:55  PathQuality: latencyMs > 200  could be  latencyMs > 199
                            This one would. Add it to rules/area/slow/cases.yaml, name it, and say whether the rule is right about it:
                              - name: latencyMs is 200
                                rule: slow/latency
                                facts: { client: { paths: [ { to: host, latencyMs: 200 } ] } }
                                expect: silent
                                because: client.paths.latencyMs

                        No case of slow/latency notices:
                            rules/area/slow/rule.drl:6:55  PathQuality: latencyMs > 200  could be  latencyMs > 201
                            This one would. Add it to rules/area/slow/cases.yaml, name it, and say whether the rule is right about it:
                              - name: latencyMs is 201
                                rule: slow/latency
                                facts: { client: { paths: [ { to: host, latencyMs: 201 } ] } }
                                expect: fires
                                because: client.paths.latencyMs

                        5 cases as expected, 0 not
                        3 conditions, 7 of 7 values seen: 100 %
                        9 changed rules: 6 noticed, 3 not, 0 that say the same: 66.6 %, below the bar of 95 %
                        """);
    }

    @Test
    void the_bar_decides_whether_it_passed() {
        RuleTests.Bars low = new RuleTests.Bars(71.4, 50);

        assertThat(tests(low, FIRES, SILENT, UNKNOWN).passed()).isTrue();
        assertThat(tests(new RuleTests.Bars(71.5, 50), FIRES, SILENT, UNKNOWN).passed())
                .isFalse();
        assertThat(tests(new RuleTests.Bars(71.4, 70), FIRES, SILENT, UNKNOWN).passed())
                .isFalse();
        assertThat(tests(low, FIRES, SILENT, UNKNOWN, SILENT.replace("expect: silent", "expect: fires"))
                        .passed())
                .isFalse();
    }

    @Test
    void a_build_server_reads_one_suite_for_each_folder() throws Exception {
        String wrong =
                SILENT.replace("name: quick", "name: \"<quick> & \\u0001\"").replace("expect: silent", "expect: fires");

        String xml = written(RuleTestFormat.junit(), tests(FIRES, SILENT, UNKNOWN, wrong));

        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("slow");
        assertThat(suite.getAttribute("tests"))
                .isEqualTo(String.valueOf(suite.getElementsByTagName("testcase").getLength()));
        assertThat(suite.getAttribute("failures"))
                .isEqualTo(String.valueOf(suite.getElementsByTagName("failure").getLength()));
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        Element failed = (Element) suite.getElementsByTagName("testcase").item(3);
        assertThat(failed.getAttribute("classname")).isEqualTo("slow");
        assertThat(failed.getAttribute("name")).startsWith("<quick> &");
        assertThat(failed.getTextContent()).contains("expects \"fires\" and came as \"silent\"", "latencyMs is 20");
    }

    @Test
    void what_no_build_server_can_read_is_written_as_a_sign_for_it() {
        assertThat(JunitTests.legal("a\u0001b\ud800c\uffffd\te")).isEqualTo("a\ufffdb\ufffdc\ufffdd\te");
    }

    @Test
    void a_program_reads_the_same() throws IOException {
        String json = written(RuleTestFormat.json(), tests(FIRES, SILENT, UNKNOWN));

        assertThat(json)
                .contains(
                        "\"passed\": false",
                        "\"asExpected\": 3,",
                        "\"percent\": 71.4,",
                        "\"never\": \"false\"",
                        "\"instead\": \"latencyMs > 201\"",
                        "\"file\": \"rules/area/slow/rule.drl\",",
                        "\"line\": 6,");
    }
}
