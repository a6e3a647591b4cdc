package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.SequenceNode;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.Knowledge;

class DoorTest {

    private static final Path TABLES = Path.of("src/test/resources/rulebook/door");

    /** What a single file does not show: that needs all deductions, or the compiler. */
    private static final Set<ProblemCode> NOT_OF_ONE_FILE =
            EnumSet.of(ProblemCode.RULE_CIRCULAR, ProblemCode.RULE_DOES_NOT_COMPILE);

    /** One row of a table. */
    private record Row(String name, String text, boolean deduction, List<String> refused, Optional<String> branches) {}

    @TestFactory
    Stream<DynamicTest> a_form_that_is_not_safe_is_refused_with_its_place_and_what_to_write_instead()
            throws IOException {
        return rows("refused.yaml").stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    List<Problem> problems = new ArrayList<>();

                    List<Rule> rules = read(row, problems);

                    assertThat(problems.stream().sorted().distinct().map(DoorTest::terse))
                            .containsExactlyElementsOf(row.refused());
                    assertThat(rules).hasSizeLessThan(2);
                }));
    }

    @Test
    void every_refusal_has_a_row() throws IOException {
        Set<ProblemCode> wanted = EnumSet.noneOf(ProblemCode.class);
        Arrays.stream(ProblemCode.values())
                .filter(code -> code.name().startsWith("RULE_"))
                .forEach(wanted::add);
        wanted.removeAll(NOT_OF_ONE_FILE);

        Set<ProblemCode> shown = EnumSet.noneOf(ProblemCode.class);
        for (Row row : rows("refused.yaml")) {
            List<Problem> problems = new ArrayList<>();
            read(row, problems);
            problems.forEach(problem -> shown.add(problem.code()));
        }

        assertThat(shown).isEqualTo(wanted);
    }

    @Test
    void what_the_door_lets_pass_compiles() throws IOException {
        List<Row> rows = rows("passed.yaml");
        String[] leftSides = rows.stream().map(Row::text).toArray(String[]::new);

        try (Rulebook rulebook =
                new SmallRulebook().diagnosis("good", leftSides).open()) {
            assertThat(rulebook.rules()).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                Rule rule = rule(rulebook, "good/" + (i + 1));
                row.branches()
                        .ifPresentOrElse(
                                branches -> assertThat(rule.branches().toString())
                                        .as(row.name())
                                        .isEqualTo(branches),
                                () -> assertThat(rule.branches()).as(row.name()).hasSize(1));
            }
        }
    }

    @Test
    void the_table_holds_each_condition_as_written_and_where() {
        String text = SmallRulebook.drl("x", """
                // first
                Service( viewpoint == "host",
                    name == "TermService" /* which */, state != null && // seen
                        state != "running" || startType in ("disabled") )
                not Deduced( name == "a" )
                """);
        List<Problem> problems = new ArrayList<>();

        List<Rule> rules = read(text, false, problems);

        assertThat(problems).isEmpty();
        Rule rule = rules.get(0);
        assertThat(rule.line()).isEqualTo(6);
        Pattern service = rule.patterns().get(0);
        assertThat(service.line()).isEqualTo(9);
        assertThat(service.column()).isEqualTo(1);
        assertThat(service.conditions())
                .extracting(Condition::line, Condition::column, Condition::properties)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(9, 10, Set.of("viewpoint")),
                        org.assertj.core.groups.Tuple.tuple(10, 5, Set.of("name")),
                        org.assertj.core.groups.Tuple.tuple(10, 40, Set.of("state", "startType")));
        assertThat(service.conditions().get(0).text()).isEqualTo("viewpoint == \"host\"");
        Pattern not = rule.patterns().get(1);
        assertThat(not.presence()).isEqualTo(Pattern.Presence.NOT);
        assertThat(not.line()).isEqualTo(12);
        assertThat(not.column()).isEqualTo(5);
    }

    @Test
    void an_editor_on_windows_may_have_written_it() {
        String text = "\uFEFF"
                + SmallRulebook.drl("x", "Nla( required == true,\n setBy == policy )")
                        .replace("\n", "\r\n");
        List<Problem> problems = new ArrayList<>();

        read(text, false, problems);

        assertThat(problems)
                .extracting(DoorTest::terse)
                .containsExactly("9:11 rule-unquoted-word [policy] [\"policy\"]");
    }

    @Test
    void what_drools_alone_refuses_is_said_with_its_words() {
        String withoutImports =
                SmallRulebook.drl("x", "Nla( required == true )").replace("import org.rdpdx.facts.kind.*;", "");
        SmallRulebook small = new SmallRulebook().diagnosisOf("x", withoutImports);

        assertThat(problems(small)).containsExactly("1:1 rule-does-not-compile [Unable to find class: Nla] []");
    }

    @Test
    void a_deduction_that_rests_on_itself_is_refused() {
        SmallRulebook small = new SmallRulebook().deduction("a", "Deduced(\"a\")", "Deduced( name == \"a\" )");

        assertThat(problems(small)).containsExactly("6:1 rule-circular [a/1] []");
    }

    @Test
    void deductions_that_rest_on_each_other_are_refused() {
        SmallRulebook small = new SmallRulebook()
                .deduction("a", "Deduced(\"a\")", "Attempt( outcome == \"works\" )", "not Deduced( name == \"b\" )")
                .deduction("b", "Reached(\"tls\")", "Deduced( name in (\"x\", \"a\") )")
                .deduction("c", "Deduced(\"b\")", "Reached( phase == \"tls\" )");

        assertThat(problems(small)).singleElement().asString().contains("rule-circular");
    }

    @Test
    void a_deduction_of_any_name_rests_on_what_can_have_its_name() {
        SmallRulebook small = new SmallRulebook()
                .deduction(
                        "a",
                        "Deduced($name)",
                        "Deduced( name == \"b\" ) Software( viewpoint == \"host\", name != null, $name : name, present == true )")
                .deduction("b", "Deduced(\"b\")", "Attempt( outcome == \"works\" )");

        assertThat(problems(small)).containsExactly("6:1 rule-circular [a/1] []");
    }

    @Test
    void deductions_in_a_row_are_no_circle() {
        SmallRulebook small = new SmallRulebook()
                .deduction("a", "Deduced(\"a\")", "not Deduced( name == \"b\" )")
                .deduction("b", "Deduced(\"b\")", "not Deduced( name == \"c\" )", "Reached( phase == \"tls\" )")
                .deduction("c", "Deduced(\"c\")", "Attempt( outcome == \"works\" )");

        try (Rulebook rulebook = small.open()) {
            assertThat(Stratification.ranks(rulebook.rules()))
                    .extracting(rank -> rank.stream().map(Rule::name).toList())
                    .containsExactly(List.of("c/1"), List.of("b/1", "b/2"), List.of("a/1"));
        }
    }

    @Test
    void no_text_makes_the_door_throw_and_every_problem_lies_inside_the_text() {
        Random random = new Random(20261122);
        List<String> texts = new ArrayList<>();
        for (String name :
                List.of("certificate/machine-keys-unusable", "deductions/reached", "session/udp-transport-failing")) {
            texts.add(text(Samples.RULES.resolve(name + "/rule.drl")));
        }
        for (int i = 0; i < 500; i++) {
            String text = damaged(texts.get(random.nextInt(texts.size())), random);
            List<Problem> problems = new ArrayList<>();

            read(text, random.nextBoolean(), problems);

            long lines = text.lines().count() + 1;
            assertThat(problems).as(text).allSatisfy(problem -> {
                assertThat(problem.place().line()).isBetween(1, (int) lines);
                assertThat(problem.place().column()).isPositive();
            });
        }
    }

    /** Takes out, doubles, swaps or writes something at a few places. */
    private static String damaged(String text, Random random) {
        String[] bits = {
            "(", ")", "\"", "'", ",", ";", " or ", " not ", " and ", "$x : ", "==", "!", "\\", "/*", "//", "\n", "null",
            "0x", ".", "-", "eval(", "from ", "{", "}", "[", "]", "?", "@", "end", "when", "ä", "\t", "exists ", "/a"
        };
        int start = random.nextInt(text.length() / 2);
        StringBuilder damaged = new StringBuilder(
                random.nextBoolean() ? text : text.substring(start, Math.min(text.length(), start + 600)));
        if (random.nextBoolean()) {
            damaged.insert(0, SmallRulebook.drl(""));
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            int length = Math.min(damaged.length() - at, 1 + random.nextInt(6));
            switch (random.nextInt(3)) {
                case 0 -> damaged.delete(at, at + length);
                case 1 -> damaged.insert(at, bits[random.nextInt(bits.length)]);
                default -> damaged.insert(at, damaged.substring(at, at + length));
            }
        }
        return damaged.toString();
    }

    private static List<String> problems(SmallRulebook small) {
        InvalidRulebookException refused = catchThrowableOfType(InvalidRulebookException.class, small::open);
        return refused.problems().stream().map(DoorTest::terse).toList();
    }

    /** Without the file, and on one line. */
    private static String terse(Problem problem) {
        String all = problem.toString().substring(problem.place().file().length() + 1);
        return all.replaceAll("\\s+", " ");
    }

    private static Rule rule(Rulebook rulebook, String name) {
        return rulebook.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Rule> read(Row row, List<Problem> problems) {
        return read(row.text(), row.deduction(), problems);
    }

    private static List<Rule> read(String text, boolean deduction, List<Problem> problems) {
        return new DrlReader(new Knowledge.RuleFile("x", "area/x/rule.drl", "x.drl", text, deduction), problems).read();
    }

    private static List<Row> rows(String table) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<Node> documents = Documents.read(table, Files.readAllBytes(TABLES.resolve(table)), problems);
        assertThat(problems).isEmpty();
        for (Node node : ((SequenceNode) documents.get(0)).items()) {
            Fields fields = Fields.of(node, problems).orElseThrow();
            rows.add(row(fields));
            fields.end();
        }
        assertThat(problems).isEmpty();
        return rows;
    }

    private static Row row(Fields fields) {
        List<String> refused =
                fields.text("refused").map(text -> text.lines().toList()).orElse(List.of());
        String when = written(fields, "when");
        String rule = written(fields, "rule");
        String text = fields.has("rule") ? SmallRulebook.drl(rule) : written(fields, "drl");
        boolean passes = refused.isEmpty();
        return new Row(
                fields.requiredText("name"),
                !fields.has("when") ? text : passes ? when : SmallRulebook.drl("x", when),
                fields.flag("deduction", false),
                refused,
                fields.node("branches").map(DoorTest::shown));
    }

    /** As it is written, which may be nothing. */
    private static String written(Fields fields, String key) {
        return fields.node(key).map(Node::shown).orElse("");
    }

    private static String shown(Node node) {
        return node instanceof SequenceNode list
                ? list.items().stream().map(DoorTest::shown).toList().toString()
                : node.shown();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
