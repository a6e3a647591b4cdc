package org.rdpdx.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void what_is_asked_for_is_read() {
        Fields fields = fields("""
                title: Renew it
                minutes: 5
                share: 0.25
                cutsAccess: true
                class: check
                needs: [a, b]
                stages: tls
                words: [x]
                where: { of: host }
                sources: [ { url: u } ]
                """);

        assertThat(fields.requiredText("title")).isEqualTo("Renew it");
        assertThat(fields.integer("minutes")).hasValue(5);
        assertThat(fields.requiredInteger("minutes")).isEqualTo(5);
        assertThat(fields.number("share")).contains(0.25);
        assertThat(fields.flag("cutsAccess", false)).isTrue();
        assertThat(fields.requiredWord("class", List.of("check", "reboot"))).isEqualTo("check");
        assertThat(fields.texts("needs")).containsExactly("a", "b");
        assertThat(fields.textOrTexts("stages")).containsExactly("tls");
        assertThat(fields.words("words", List.of("x", "y"))).containsExactly("x");
        assertThat(fields.map("where").orElseThrow().requiredText("of")).isEqualTo("host");
        assertThat(fields.maps("sources")).singleElement().satisfies(source -> assertThat(source.requiredText("url"))
                .isEqualTo("u"));
        fields.end();
        assertThat(problems).isEmpty();
    }

    @Test
    void what_may_be_left_out_is_empty() {
        Fields fields = fields("a: 1\n");

        assertThat(fields.text("b")).isEmpty();
        assertThat(fields.integer("b")).isEqualTo(OptionalInt.empty());
        assertThat(fields.number("b")).isEmpty();
        assertThat(fields.flag("b")).isEmpty();
        assertThat(fields.word("b", List.of("x"))).isEmpty();
        assertThat(fields.texts("b")).isEmpty();
        assertThat(fields.textOrTexts("b")).isEmpty();
        assertThat(fields.maps("b")).isEmpty();
        assertThat(fields.map("b")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_told_with_its_place() {
        Fields fields = fields("""
                title: [a]
                minutes: five
                share: 1,5
                cutsAccess: yes
                class: chekc
                needs: a
                where: b
                sources: [ c, [d] ]
                empty: ""
                nothing:
                """);

        fields.requiredText("title");
        fields.requiredInteger("minutes");
        fields.number("share");
        fields.flag("cutsAccess", false);
        fields.requiredWord("class", List.of("check", "reboot"));
        fields.texts("needs");
        fields.map("where");
        fields.maps("sources");
        fields.text("empty");
        fields.text("nothing");
        fields.requiredText("why");
        fields.end();

        assertThat(problems)
                .map(Problem::toString)
                .containsExactly(
                        "f:1:8 wrong-type [title, text, list] []",
                        "f:2:10 wrong-type [minutes, int, five] []",
                        "f:3:8 wrong-type [share, number, 1,5] []",
                        "f:4:13 wrong-type [cutsAccess, flag, yes] []",
                        "f:5:8 unknown-word [class, chekc] [check]",
                        "f:6:8 wrong-type [needs, list, a] []",
                        "f:7:8 wrong-type [where, map, b] []",
                        "f:8:12 wrong-type [sources, map, c] []",
                        "f:8:15 wrong-type [sources, map, list] []",
                        "f:9:8 empty-value [empty] []",
                        "f:10:9 empty-value [nothing] []",
                        "f:1:1 missing-key [why] []");
    }

    @Test
    void a_key_that_nobody_asks_for_is_unknown_and_the_nearest_is_offered() {
        Fields fields = fields("titel: x\nzzz: y\n");

        fields.text("title");
        fields.text("why");
        fields.end();

        assertThat(problems)
                .map(Problem::toString)
                .containsExactly("f:1:1 unknown-key [titel] [title]", "f:2:1 unknown-key [zzz] []");
    }

    @Test
    void few_words_are_all_offered_where_none_is_near() {
        fields("class: quick\n").word("class", List.of("check", "reboot"));

        assertThat(problems)
                .map(Problem::toString)
                .containsExactly("f:1:8 unknown-word [class, quick] [check, reboot]");
    }

    @Test
    void a_document_that_is_no_map_is_told() {
        Node list = Documents.read("f", "- a".getBytes(StandardCharsets.UTF_8), problems)
                .get(0);

        assertThat(Fields.of(list, problems)).isEmpty();
        assertThat(problems).map(Problem::toString).containsExactly("f:1:1 wrong-type [f, map, list] []");
    }

    private Fields fields(String text) {
        Node node = Documents.read("f", text.getBytes(StandardCharsets.UTF_8), problems)
                .get(0);
        return Fields.of(node, problems).orElseThrow();
    }
}
