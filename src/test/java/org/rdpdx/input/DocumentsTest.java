package org.rdpdx.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    private static final String CASE = "case: Büro-1\nhost:\n  nla: { required: true }\n";

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void every_key_and_value_knows_its_place() {
        Node document = readOne(CASE);

        assertThat(shown(document)).isEqualTo("""
                case@1:1 = Büro-1@1:7
                host@2:1 = map@3:3
                  nla@3:3 = map@3:8
                    required@3:10 = true@3:20
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void an_encoding_is_recognised_without_a_byte_order_mark(String charset) {
        List<Node> documents = Documents.read("f", CASE.getBytes(Charset.forName(charset)), problems);

        assertThat(problems).isEmpty();
        assertThat(documents).map(DocumentsTest::shown).containsExactly(shown(readOne(CASE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void an_encoding_is_recognised_by_its_byte_order_mark_and_places_do_not_count_it(String charset) {
        byte[] bytes = ("\uFEFF" + CASE).getBytes(Charset.forName(charset));

        List<Node> documents = Documents.read("f", bytes, problems);

        assertThat(problems).isEmpty();
        assertThat(documents).map(DocumentsTest::shown).containsExactly(shown(readOne(CASE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void line_ends_may_be_of_any_system(String end) {
        assertThat(shown(readOne(CASE.replace("\n", end)))).isEqualTo(shown(readOne(CASE)));
    }

    @Test
    void bytes_that_are_no_text_are_told_with_their_place() {
        Documents.read("f", "case: one\nhost: M\u00fcller".getBytes(StandardCharsets.ISO_8859_1), problems);

        assertThat(problems).map(Problem::toString).containsExactly("f:2:8 not-text [UTF-8] []");
    }

    @Test
    void half_a_character_of_two_bytes_is_told() {
        byte[] whole = "case: one".getBytes(StandardCharsets.UTF_16LE);
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        cut.write(whole, 0, whole.length - 1);

        Documents.read("f", cut.toByteArray(), problems);

        assertThat(problems).map(Problem::code).containsExactly(ProblemCode.NOT_TEXT);
    }

    @Test
    void scalars_keep_their_source_text() {
        Node document = readOne("a: 26100.10\nb: off\nc: 007\nd: 0x904\ne: 2026-11-20\nf: '22.04'\ng: !!str 5\nh:\n");

        assertThat(shown(document)).isEqualTo("""
                a@1:1 = 26100.10@1:4
                b@2:1 = off@2:4
                c@3:1 = 007@3:4
                d@4:1 = 0x904@4:4
                e@5:1 = 2026-11-20@5:4
                f@6:1 = '22.04'@6:4
                g@7:1 = '5'@7:4
                h@8:1 = @8:3
                """);
    }

    @Test
    void several_documents_are_read_and_empty_ones_left_out() {
        List<Node> documents = read("---\na: 1\n---\n# nothing\n---\nb: 2\n...\n");

        assertThat(problems).isEmpty();
        assertThat(documents).map(document -> document.place().line()).containsExactly(2, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a remark\n", "---\n---\n", "null", "~"})
    void a_file_without_any_content_is_a_problem(String text) {
        assertThat(read(text)).isEmpty();

        assertThat(problems).map(Problem::toString).containsExactly("f:1:1 empty-file [] []");
    }

    @Test
    void json_gives_the_same_tree_as_yaml() {
        Node yaml = readOne("{ \"a\": [1, 2.50, \"x\"], \"b\": { \"c\": true, \"d\": null } }");
        Node json = readOne("\t{ \"a\": [1, 2.50, \"x\"], \"b\": { \"c\": true, \"d\": null } }");

        assertThat(shown(json).replaceAll("@\\d+:\\d+", ""))
                .isEqualTo(shown(yaml).replaceAll("@\\d+:\\d+", ""))
                .contains("2.50", "'x'", "d = null");
    }

    @Test
    void json_may_be_indented_by_tabs_and_hold_several_values() {
        List<Node> documents = read("{\n\t\"a\": 1\n}\n{\n\t\"b\": 2\n}\n");

        assertThat(problems).isEmpty();
        assertThat(documents).map(DocumentsTest::shown).containsExactly("a@2:2 = 1@2:7\n", "b@5:2 = 2@5:7\n");
    }

    @Test
    void braces_without_quotes_are_yaml() {
        assertThat(shown(readOne("{ case: x, host: [a] }"))).contains("case@1:3 = x@1:9");
    }

    @Test
    void what_is_written_twice_counts_once_and_is_told() {
        Node document = readOne("a: 1\nb: { c: 1, c: 2 }\na: 3\n");

        assertThat(problems)
                .map(Problem::toString)
                .containsExactly("f:2:12 duplicate-key [c, 2] []", "f:3:1 duplicate-key [a, 1] []");
        assertThat(shown(document)).contains("a@1:1 = 1", "c@2:6 = 1").doesNotContain("= 3");
    }

    @Test
    void a_reference_stands_for_what_it_refers_to() {
        Node document = readOne("a: &x { k: v }\nb: *x\n");

        assertThat(problems).isEmpty();
        assertThat(shown(document)).isEqualTo("""
                a@1:1 = map@1:4
                  k@1:9 = v@1:12
                b@2:1 = map@1:4
                  k@1:9 = v@1:12
                """);
    }

    @Test
    void references_that_multiply_are_stopped() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String before = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(9) + before + "]\n");
        }

        read(bomb.toString());

        assertThat(problems).map(Problem::code).containsExactly(ProblemCode.TOO_MANY_VALUES);
    }

    @Test
    void a_reference_to_itself_is_unknown_where_it_stands() {
        read("a: &a [*a]\n");

        assertThat(problems).map(Problem::toString).containsExactly("f:1:8 unknown-anchor [a] []");
    }

    @Test
    void depth_has_a_limit_in_both_languages() {
        read("a: " + "[".repeat(100_000));
        read("[".repeat(100_000));

        assertThat(problems).map(Problem::code).containsExactly(ProblemCode.TOO_DEEP, ProblemCode.TOO_DEEP);
    }

    @Test
    void size_has_a_limit() {
        Documents.read("f", new byte[Documents.MOST_BYTES + 1], problems);

        assertThat(problems).map(Problem::toString).containsExactly("f:1:1 too-large [16777216] []");
    }

    @Test
    void documents_before_an_error_are_still_there() {
        List<Node> documents = read("a: 1\n---\nb: [\n");

        assertThat(documents).hasSize(1);
        assertThat(problems).map(Problem::code).containsExactly(ProblemCode.BAD_SYNTAX);
    }

    @Test
    void an_escape_that_is_none_is_told() {
        read("a: \"\\xzz\"\n");

        assertThat(problems).map(Problem::code).containsExactly(ProblemCode.BAD_SYNTAX);
    }

    @Test
    void no_bytes_whatever_make_it_throw() {
        Random random = new Random(20261122);
        String alphabet = "{}[]:,-#&*!|>'\"%@`~ \t\n\r\\abc019.\u0000\u0085\uFEFF\ud83d\ude00xn?";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<Problem> found = new ArrayList<>();

            List<Node> documents = Documents.read("f", text.toString().getBytes(StandardCharsets.UTF_8), found);

            assertThat(documents.isEmpty() && found.isEmpty()).isFalse();
            assertThat(found).allSatisfy(problem -> {
                assertThat(problem.place().line()).isPositive();
                assertThat(problem.place().column()).isPositive();
            });
        }
    }

    @Test
    void no_random_bytes_make_it_throw_either() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(30)];
            random.nextBytes(bytes);
            List<Problem> found = new ArrayList<>();

            List<Node> documents = Documents.read("f", bytes, found);

            assertThat(documents.isEmpty() && found.isEmpty()).isFalse();
        }
    }

    private List<Node> read(String text) {
        return Documents.read("f", text.getBytes(StandardCharsets.UTF_8), problems);
    }

    private Node readOne(String text) {
        List<Node> documents = read(text);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static String shown(Node node) {
        StringBuilder out = new StringBuilder();
        show(out, "", node);
        return out.toString();
    }

    private static void show(StringBuilder out, String indent, Node node) {
        if (node instanceof MappingNode map) {
            for (MappingNode.Entry entry : map.entries()) {
                out.append(indent)
                        .append(entry.key())
                        .append(at(entry.keyPlace()))
                        .append(" = ");
                out.append(value(entry.value()))
                        .append(at(entry.value().place()))
                        .append('\n');
                show(out, indent + "  ", entry.value());
            }
        } else if (node instanceof SequenceNode list) {
            for (Node item : list.items()) {
                out.append(indent)
                        .append("- ")
                        .append(value(item))
                        .append(at(item.place()))
                        .append('\n');
                show(out, indent + "  ", item);
            }
        }
    }

    private static String value(Node node) {
        return node instanceof ScalarNode scalar && !scalar.plain() ? "'" + scalar.text() + "'" : node.shown();
    }

    private static String at(Place place) {
        return "@" + place.line() + ":" + place.column();
    }
}
