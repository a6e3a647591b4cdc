package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.authoring.SmallCheckedRulebook;

class RulesCheckCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CARD = "area/alpha/diagnosis.yaml";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        SmallCheckedRulebook.write(folder, Map.of());
    }

    private Run check(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "rules";
        arguments[1] = "check";
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        Run run = Run.of(arguments);
        return new Run(
                run.code(), run.out().replace(folder + "/", ""), run.err().replace(folder + "/", ""));
    }

    private void change(String path, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(path));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(path), text.replace(from, to));
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    @Test
    void a_rulebook_that_is_right_is_said_to_be() {
        Run run = check();

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).containsExactly("rulebook 1.0.0: 2 diagnoses, 4 rules, 9 cases, nothing wrong");
    }

    @Test
    void what_stops_it_from_being_used_is_said_all_at_once() throws IOException {
        Files.writeString(folder.resolve("area/alpha/notes.txt"), "stray");
        Files.delete(folder.resolve("area/beta/diagnosis.yaml"));

        Run run = check();

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out().lines())
                .containsExactly(
                        "area/alpha/notes.txt:1:1  error: nothing reads \"area/alpha/notes.txt\"; move it out of the rulebook",
                        "area/beta/diagnosis.yaml:1:1  error: the folder \"beta\" lacks this file; copy it from the folder"
                                + " _template and fill it in",
                        "the rulebook cannot be used; found: 2 errors");
    }

    @Test
    void a_warning_is_shown_and_does_not_fail() throws IOException {
        change(CARD, "since: next", "since: today");

        Run run = check();

        assertThat(run.code()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "area/alpha/diagnosis.yaml:6:8  warning: \"today\" is no version; write \"next\" for what is in no"
                                + " release yet",
                        "rulebook 1.0.0: 2 diagnoses, 4 rules, 9 cases; found: 1 warning");
    }

    @Test
    void an_error_of_what_can_be_used_fails_too() throws IOException {
        change("area/alpha/rule.drl", "state == \"stopped\"", "state == \"stopped\", state == \"running\"");

        Run run = check();

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).contains("no fact can ever fulfil this: state == \"stopped\", state == \"running\"");
        assertThat(run.out()).endsWith("9 cases; found: 1 error" + System.lineSeparator());
    }

    @Test
    void what_is_only_worth_knowing_is_shown_when_asked_for() throws IOException {
        change(
                "area/alpha/rule.drl",
                "    Service(",
                "    Symptom( kind == \"freeze\", present == true )\n    Service(");

        assertThat(check().out().lines())
                .containsExactly(
                        "rulebook 1.0.0: 2 diagnoses, 4 rules, 9 cases, nothing wrong",
                        "1 more are only worth knowing; --all shows them");
        assertThat(check("--all").out().lines())
                .containsExactly(
                        "area/alpha/rule.drl:9:14  worth knowing: only alpha reads \"freeze\" of symptoms.kind",
                        "rulebook 1.0.0: 2 diagnoses, 4 rules, 9 cases, nothing wrong");
    }

    @Test
    void json_holds_every_problem_with_its_place_and_severity() throws IOException {
        change(CARD, "since: next", "since: today");

        Run run = check("--format", "json");

        JsonNode json = JSON.readTree(run.out());
        assertThat(json.at("/counts/warning").asInt()).isEqualTo(1);
        assertThat(json.at("/counts/error").asInt()).isZero();
        assertThat(json.at("/problems/0").toString())
                .isEqualTo("{\"code\":\"since-no-version\",\"severity\":\"warning\","
                        + "\"file\":\"area/alpha/diagnosis.yaml\",\"line\":6,\"column\":8,"
                        + "\"message\":\"\\\"today\\\" is no version; write \\\"next\\\" for what is in no release yet\","
                        + "\"remedy\":[]}");
    }

    @Test
    void sarif_is_valid_and_its_places_are_seen_from_here() throws IOException {
        Path here = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "a b#");
        SmallCheckedRulebook.write(
                here,
                Map.of(
                        CARD,
                        read(CARD).replace("since: next", "since: today"),
                        "area/beta/rule.drl",
                        read("area/beta/rule.drl")
                                .replace("Deduced(", "Symptom( kind == \"freeze\", present == true )\n    Deduced(")));

        Run run = Run.of("rules", "check", here.toString(), "--format", "sarif");

        JsonNode sarif = JSON.readTree(run.out());
        try (InputStream schema = getClass().getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                            .getSchema(schema)
                            .validate(sarif))
                    .isEmpty();
        }
        JsonNode results = sarif.at("/runs/0/results");
        assertThat(results).hasSize(2);
        String uri = here.toString().replace(" ", "%20").replace("#", "%23") + "/" + CARD;
        assertThat(results.get(0).at("/locations/0/physicalLocation").toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"" + uri
                        + "\"},\"region\":{\"startLine\":6,\"startColumn\":8}}");
        assertThat(results.get(0).at("/level").asText()).isEqualTo("warning");
        assertThat(results.get(1).at("/kind").asText()).isEqualTo("informational");
        assertThat(results.get(1).at("/level").asText()).isEqualTo("none");
    }

    @Test
    void sarif_of_a_rulebook_that_cannot_be_used_is_valid_with_lines_from_one() throws IOException {
        Run run = Run.of("rules", "check", folder.resolve("nowhere").toString(), "--format", "sarif");

        assertThat(run.code()).isEqualTo(4);
        JsonNode sarif = JSON.readTree(run.out());
        try (InputStream schema = getClass().getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                            .getSchema(schema)
                            .validate(sarif))
                    .isEmpty();
        }
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
        assertThat(sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .startsWith("../");
    }

    @Test
    void what_can_be_mended_without_a_thought_is_and_the_rest_is_said() throws IOException {
        change(
                "area/alpha/rule.drl",
                "    Service(",
                "    Attempt( $at : at, outcome == \"fails\", $port : port == 3389, $stage : stage )  \n    Service(");
        change(CARD, "since: next", "since: today");
        change("area/alpha/cases.yaml", "# yaml-language-server: $schema=../../schema/cases.schema.json\n", "");
        String beta = read("area/beta/diagnosis.yaml");
        Files.writeString(folder.resolve("area/beta/diagnosis.yaml"), beta.stripTrailing());

        Run run = check("--fix");

        assertThat(run.code()).isZero();
        assertThat(run.errors())
                .containsExactly(
                        "area/alpha/cases.yaml:1:1  mended: editors cannot help with this file",
                        "area/alpha/rule.drl:9:14  mended: nothing reads \"$at\"",
                        "area/alpha/rule.drl:9:44  mended: nothing reads \"$port\"",
                        "area/alpha/rule.drl:9:66  mended: nothing reads \"$stage\"",
                        "area/alpha/rule.drl:9:82  mended: blanks at the end of the line",
                        "area/beta/diagnosis.yaml:7:15  mended: the last line does not end");
        assertThat(run.out().lines())
                .containsExactly(
                        "area/alpha/diagnosis.yaml:6:8  warning: \"today\" is no version; write \"next\" for what is in no"
                                + " release yet",
                        "rulebook 1.0.0: 2 diagnoses, 4 rules, 9 cases; found: 1 warning, 6 mended");
        assertThat(read("area/alpha/rule.drl"))
                .contains("    Attempt( outcome == \"fails\", port == 3389 )\n    Service(");
        assertThat(read("area/beta/diagnosis.yaml")).isEqualTo(beta);
        assertThat(check("--fix").err()).isEmpty();
    }

    @Test
    void blanks_that_are_part_of_a_text_are_left() throws IOException {
        change("steps/start-it.yaml", "action: Start it.\n", "action: |\n  Start it.  \n  Or not.\n");
        change("steps/start-it.yaml", "minutes: 5\n", "minutes: 5 \n");
        String before = read("steps/start-it.yaml");

        Run run = check("--fix");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(read("steps/start-it.yaml")).isEqualTo(before);
    }

    @Test
    void the_bundled_rules_are_checked_where_no_folder_is_given_and_cannot_be_mended() {
        Run run = Run.of("rules", "check", "--rules", "bundled");
        Run fix = Run.of("rules", "check", "--rules", "bundled", "--fix");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("rulebook ").contains("nothing wrong");
        assertThat(fix.code()).isEqualTo(2);
        assertThat(fix.errors()).containsExactly("the bundled rules cannot be changed; name a folder of your own");
    }

    @Test
    void another_format_is_refused_before_anything_is_done() {
        assertThat(check("--format", "xml", "--fix").errors())
                .containsExactly("there is no format \"xml\"; the formats are text, json, sarif");
    }
}
