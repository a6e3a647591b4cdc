package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.Layer;

/** A rule file of which only what changed is compiled does what it would do compiled as a whole. */
class QuickCompilerTest {

    private static final String HEAD = """
            package rules;
            import org.rdpdx.facts.kind.*;
            import org.rdpdx.rulebook.Finding;
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private Path rules = Path.of("");
    private Path cache = Path.of("");

    @BeforeEach
    void write_a_rulebook() throws IOException {
        rules = temporary.resolve("rules/v1");
        cache = temporary.resolve("cache");
        write("rulebook.yaml", SmallRulebook.HEADER);
        write("steps/look.yaml", SmallRulebook.STEP);
        diagnosis("works", way("works", "outcome == \"works\"") + way("early", "message == \"cannot-connect\""));
        diagnosis("other", way("other", "outcome == \"fails\""));
    }

    @Test
    void only_a_rule_that_changed_is_compiled() throws IOException {
        verdicts("works");
        List<Path> before = units(".unit");

        diagnosis("works", way("works", "outcome == \"fails\"") + way("early", "message == \"cannot-connect\""));

        assertThat(verdicts("works")).containsEntry("works/works", RuleState.CONTRADICTED);
        assertThat(units(".unit")).isEqualTo(before);
        assertThat(units(".quick")).hasSize(1);
    }

    @Test
    void rules_that_come_go_and_change_places_do_as_if_compiled_whole() throws IOException {
        String works = way("works", "outcome == \"works\"");
        String fails = way("fails", "outcome == \"fails\"");
        String early = way("early", "message == \"cannot-connect\"");
        List<String> editions = List.of(
                works + early,
                early + works,
                early,
                early + fails,
                "\n\n// moved down\n" + fails + early + works,
                works.replace("works\" )", "works\", clientApp == \"mstsc\" )") + fails,
                works + early);
        for (String edition : editions) {
            diagnosis("works", edition);

            assertThat(verdicts("works")).isEqualTo(whole());
        }
    }

    @Test
    void a_condition_is_shown_at_its_line_though_its_rule_was_compiled_elsewhere() throws IOException {
        verdicts("works");
        diagnosis(
                "works", "\n\n" + way("works", "outcome == \"works\"") + way("early", "message == \"cannot-connect\""));

        try (Rulebook rulebook = open("works")) {
            Rule rule = rulebook.rules().stream()
                    .filter(one -> one.name().equals("works/works"))
                    .findFirst()
                    .orElseThrow();

            assertThat(rule.line()).isEqualTo(6);
        }
    }

    @Test
    void what_was_put_together_is_taken_from_the_cache() throws IOException {
        verdicts("works");
        diagnosis("works", way("works", "outcome == \"fails\"") + way("early", "message == \"cannot-connect\""));
        verdicts("works");
        FileTime longAgo = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        for (Path file : units("")) {
            Files.setLastModifiedTime(file, longAgo);
        }

        verdicts("works");

        for (Path file : units("")) {
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        }
    }

    @Test
    void a_rulebook_opened_as_a_whole_never_holds_what_was_put_together() throws IOException {
        verdicts("works");
        diagnosis("works", way("works", "outcome == \"fails\"") + way("early", "message == \"cannot-connect\""));
        verdicts("works");
        int before = units(".unit").size();

        whole();

        // works anew and other for the first time
        assertThat(units(".unit")).hasSize(before + 2);
    }

    @Test
    void a_damaged_predecessor_only_costs_time() throws IOException {
        verdicts("works");
        for (Path file : units(".latest")) {
            Files.writeString(file, "damaged");
        }
        diagnosis("works", way("works", "outcome == \"fails\"") + way("early", "message == \"cannot-connect\""));

        assertThat(verdicts("works")).containsEntry("works/works", RuleState.CONTRADICTED);
        assertThat(units(".quick")).isEmpty();
    }

    @Test
    void a_comment_that_spans_two_rules_is_compiled_as_a_whole() throws IOException {
        verdicts("works");

        diagnosis(
                "works",
                way("works", "outcome == \"works\"") + "/* on\n two lines */ "
                        + way("early", "message == \"internal-error\""));

        assertThat(verdicts("works")).isEqualTo(whole());
    }

    @Test
    void other_diagnoses_are_not_read() throws IOException {
        write("area/other/cases.yaml", "not: a list\n");
        write("area/other/rule.drl", "half a ru");

        assertThat(verdicts("works")).containsEntry("works/works", RuleState.FIRED);
    }

    @Test
    void what_is_wrong_with_the_one_is_told_with_all_else_that_is_wrong() throws IOException {
        write("area/other/cases.yaml", "not: a list\n");
        write("area/works/rule.drl", "half a ru");

        assertThatThrownBy(() -> verdicts("works"))
                .isInstanceOfSatisfying(InvalidRulebookException.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> temporary
                                .relativize(Path.of(problem.place().file()))
                                .toString())
                        .contains("rules/v1/area/other/cases.yaml", "rules/v1/area/works/rule.drl"));
    }

    private Map<String, RuleState> verdicts(String id) {
        try (Rulebook rulebook = open(id)) {
            return verdicts(rulebook);
        }
    }

    private Rulebook open(String id) {
        return RulebookLoader.openToTry(false, List.of(rules), Set.of(id), cache);
    }

    private Map<String, RuleState> whole() {
        try (Rulebook rulebook =
                RulebookLoader.open(List.of(Layer.of(rules, new ArrayList<>())), UnitCache.in(cache))) {
            return verdicts(rulebook);
        }
    }

    private static Map<String, RuleState> verdicts(Rulebook rulebook) {
        Map<String, RuleState> states = new TreeMap<>();
        rulebook.consider(Samples.facts("attempt: { outcome: works }"))
                .verdicts("works")
                .forEach(verdict -> states.put(verdict.rule().name(), verdict.state()));
        return states;
    }

    private static String way(String name, String condition) {
        return "rule \"works/" + name + "\" @strength(strong)\nwhen\n    Attempt( " + condition
                + " )\nthen\n    insertLogical(Finding.of(drools.getMatch()));\nend\n";
    }

    private void diagnosis(String id, String text) throws IOException {
        write("area/" + id + "/rule.drl", HEAD + text.replace("rule \"works/", "rule \"" + id + "/"));
        write("area/" + id + "/diagnosis.yaml", SmallRulebook.CARD);
        write("area/" + id + "/cases.yaml", SmallRulebook.CASES);
    }

    private void write(String path, String text) throws IOException {
        Path file = rules.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Path> units(String ending) throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
