package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.Stories;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

class FactsCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_list_holds_every_kind_of_fact_with_every_property() {
        Run run = Run.of("facts", "list");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        for (Kind kind : Vocabulary.kinds()) {
            assertThat(run.out()).contains(kind.key());
            kind.ownProperties().forEach(property -> assertThat(run.out()).contains(property.name()));
        }
    }

    @Test
    void one_kind_is_listed_by_the_word_of_a_fact_file_or_of_a_rule() {
        Run run = Run.of("facts", "list", "certificate");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("certificate", "notAfter", "validity").doesNotContain("services");
        assertThat(Run.of("facts", "list", "Certificate")).isEqualTo(run);
    }

    @Test
    void the_dialogs_are_listed_with_the_words_they_are_known_by() {
        Run run = Run.of("facts", "list", "dialogs");

        assertThat(run.code()).isZero();
        Vocabulary.messages().keySet().forEach(id -> assertThat(run.out()).contains("  " + id + ": "));
        assertThat(run.out()).contains("  cannot-connect: This computer can't connect to the remote computer\n");
        assertThat(Run.of("facts", "list", "dialog").errors())
                .containsExactly("there is no kind of fact \"dialog\"; did you mean \"dialogs\"?");
    }

    @Test
    void the_schema_is_json_and_the_one_beside_the_samples() throws IOException {
        Run run = Run.of("facts", "schema");

        JsonNode schema = new ObjectMapper().readTree(run.out());
        assertThat(run.code()).isZero();
        assertThat(schema.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(run.out()).isEqualTo(Files.readString(Path.of("facts-samples/facts.schema.json")));
    }

    @Test
    void a_file_that_is_right_is_said_to_be() {
        Run run = Run.of("facts", "check", Stories.file("firewall-blocks-rdp").toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("INC-50333: \\d+ facts, nothing wrong\\R");
    }

    @Test
    void a_file_that_is_wrong_is_refused_with_everything_that_is_wrong() throws IOException {
        Path wrong = Files.writeString(folder.resolve("a.yaml"), "hots: {}\nattempt: { error: many }\n");
        String right = Stories.file("firewall-blocks-rdp").toString();

        Run run = Run.of("facts", "check", wrong.toString(), right);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("INC-50333");
        assertThat(run.errors())
                .satisfiesExactly(
                        key -> assertThat(key).startsWith(wrong + ":1:1  unknown key \"hots\"; did you mean \"host\""),
                        type -> assertThat(type).startsWith(wrong + ":2:19  \"error\" must be a code"));
    }

    @Test
    void standard_input_is_checked_for_a_hyphen() {
        assertThat(Run.with("case: X\nattempt: { error: 0x904 }\n", "facts", "check", "-"))
                .isEqualTo(new Run(0, "X: 1 facts, nothing wrong" + System.lineSeparator(), ""));
    }

    @Test
    void a_template_can_be_filled_in_and_is_right_as_it_is() {
        Run template = Run.of("facts", "template");

        assertThat(template.code()).isZero();
        assertThat(template.err()).isEmpty();
        assertThat(Run.with(template.out(), "facts", "check", "-").code()).isZero();
        assertThat(template.out()).contains("# attempt:", "# host:", "#   certificate:");
    }

    static Iterable<String> causes() {
        return Stories.CAUSES;
    }

    @ParameterizedTest
    @MethodSource("causes")
    void a_template_for_a_diagnosis_holds_what_its_rules_read(String id) {
        Run template = Run.of("facts", "template", "--for", id);

        assertThat(template.code()).isZero();
        assertThat(template.out()).contains(id);
        assertThat(template.out().lines().count())
                .isLessThan(Run.of("facts", "template").out().lines().count());
        assertThat(Run.with(template.out(), "facts", "check", "-").code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("causes")
    void a_script_for_a_diagnosis_names_it_and_the_machine_that_it_is_for(String id) {
        Run host = Run.of("facts", "script", "--for", id);
        Run client = Run.of("facts", "script", "--for", id, "--on", "client");

        assertThat(host.code()).isZero();
        assertThat(host.err()).isEmpty();
        assertThat(host.out()).contains(id, "$here = 'host'");
        assertThat(client.out()).contains(id, "$here = 'client'");
        assertThat(Run.of("facts", "script", "--for", id, "--on", "host")).isEqualTo(host);
    }

    @Test
    void a_script_without_a_diagnosis_collects_all_that_it_can() {
        Run all = Run.of("facts", "script");

        assertThat(all.code()).isZero();
        assertThat(all.out()).contains("-Kind 'boot'", "-Kind 'certificate'", "-Kind 'events'");
    }
}
