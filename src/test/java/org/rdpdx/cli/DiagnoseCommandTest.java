package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.Stories;
import org.rdpdx.report.Report;

class DiagnoseCommandTest {

    private static final String EXPIRED =
            Stories.file("host-certificate-expired").toString();
    private static final String UNTOLD =
            Stories.file("error-code-not-conclusive").toString();

    private static final String FIVE_MISTAKES = """
            case: INC-5
            attempt: { at: 2026-11-20T09:14:00, erorr: 0x904 }
            host:
              nla: { required: perhaps }
              services:
                - { state: running }
              securityLayer: { value: negotiated }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    static List<Path> stories() {
        return Stories.files();
    }

    @Test
    void a_case_is_diagnosed_and_the_run_is_done() {
        Run run = Run.of("diagnose", EXPIRED);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("CAUSE: The host's Remote Desktop certificate has expired")
                .endsWith("\n");
        assertThat(run.out()).doesNotContain("\u001b", "\r");
    }

    @Test
    void a_case_that_cannot_be_told_is_no_failure() {
        Run run = Run.of("diagnose", UNTOLD);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("UNDETERMINED");
    }

    @Test
    void all_mistakes_of_a_file_are_told_at_once_each_with_its_place() throws IOException {
        String wrong = file("case-5.yaml", FIVE_MISTAKES);

        Run run = Run.of("diagnose", wrong);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors())
                .containsExactly(
                        wrong + ":2:16  the time \"2026-11-20T09:14:00\" of \"at\" does not say its time zone; write"
                                + " 2026-11-20T09:14:00Z if it is UTC, else the offset at its end, such as +01:00",
                        wrong + ":2:37  unknown key \"erorr\"; did you mean \"error\"?",
                        wrong
                                + ":4:20  \"required\" must be true or false, not \"perhaps\"; correct it, or take it out",
                        wrong + ":6:7  an entry of \"services\" does not say which one it is; add name",
                        wrong + ":7:27  \"negotiated\" is no word for \"value\"; did you mean \"negotiate\"?");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        Run run = Run.of("diagnose", "no-such-file.yaml");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("no-such-file.yaml").contains("there is no such file or folder");
    }

    @Test
    void standard_input_is_read_for_a_hyphen() throws IOException {
        Run run = Run.with(Files.readString(Path.of(EXPIRED)), "diagnose", "-");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("CAUSE: ").contains("from stdin.", "stdin:34");
    }

    @Test
    void json_is_read_as_yaml_is() throws IOException {
        String json = file(
                "case.json", "{ \"case\": \"J-1\", \"host\": { \"certificate\": { \"validity\": \"expired\" } } }");

        Run run = Run.of("diagnose", json);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Case J-1");
    }

    @Test
    void letters_of_any_language_come_out_as_they_went_in() {
        Run run = Run.with("case: Z\u00fcrich \u6771\u4eac\n", "diagnose", "-");

        assertThat(run.out()).contains("Case Z\u00fcrich \u6771\u4eac");
    }

    @Test
    void several_cases_are_reported_one_after_the_other() {
        Run run = Run.of("diagnose", EXPIRED, UNTOLD);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Case INC-48213", "\n\n" + "=".repeat(100) + "\n\n", "Case INC-50502");
        assertThat(run.out().indexOf("INC-48213")).isLessThan(run.out().indexOf("INC-50502"));
    }

    @Test
    void several_cases_are_one_json_array_in_the_order_given() throws IOException {
        Run run = Run.of("diagnose", "--format", "json", UNTOLD, EXPIRED);

        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.isArray()).isTrue();
        assertThat(json.findValuesAsText("case")).containsExactly("INC-50502", "INC-48213");
        assertThat(schema().validate(json)).isEmpty();
    }

    @Test
    void a_folder_is_read_with_the_folders_in_it() {
        Run run = Run.of("diagnose", "--format", "json", Stories.FOLDER.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> line.startsWith("  \"case\"")))
                .hasSize(Stories.files().size());
    }

    @Test
    void files_of_one_case_are_put_together() throws IOException {
        String client = file("client.yaml", "case: INC-2\nclient: { operatingSystem: { name: windows-11 } }\n");
        String host = file("host.yaml", "case: INC-2\nhost: { certificate: { validity: expired } }\n");

        Run run = Run.of("diagnose", "--format", "json", client, host);

        JsonNode json = read(run);
        assertThat(json.isObject()).isTrue();
        assertThat(json.get("files")).hasSize(2);
        assertThat(Run.of("diagnose", client, host).out().replaceAll("\\s+", " "))
                .contains("Case INC-2, facts of unknown time, put together from " + client + ", " + host + ".");
        assertThat(Run.of("facts", "check", client, host).out())
                .isEqualToNormalizingNewlines(
                        "INC-2: 2 facts, put together from " + client + ", " + host + ", nothing wrong\n");
    }

    private String noticesOf(String attempt) throws IOException {
        String file = file("notice.yaml", "observedAt: 2026-11-20T09:20:00Z\nattempt: { " + attempt + " }\n");
        String text = Run.of("diagnose", file, "--rules", "bundled").out();
        return text.substring(0, text.indexOf("\n\n")).replace('\n', ' ').replaceFirst(".*?(NOTICE|$)", "$1");
    }

    @Test
    void a_decimal_code_that_means_nothing_and_would_in_hexadecimal_is_noticed() throws IOException {
        assertThat(noticesOf("error: 904"))
                .isEqualTo(
                        "NOTICE: attempt.error is written as 904, which is decimal and means 0x388; write 0x904 if that was meant.");
        assertThat(noticesOf("error: 2308, extendedError: 7")).isEmpty();
        assertThat(noticesOf("error: 0x388")).isEmpty();
        assertThat(noticesOf("error: 3335")).isEmpty();
    }

    @Test
    void an_attempt_after_the_facts_were_taken_is_noticed() throws IOException {
        assertThat(noticesOf("at: 2026-11-20T09:21:00Z"))
                .isEqualTo("NOTICE: the attempt of 2026-11-20T09:21:00Z is later than the facts, which are of "
                        + "2026-11-20T09:20:00Z; what they say may have been otherwise at it.");
        assertThat(noticesOf("at: 2026-11-20")).isEmpty();
    }

    @Test
    void a_bad_file_among_good_ones_is_refused_and_the_good_ones_are_diagnosed() throws IOException {
        String wrong = file("case-5.yaml", FIVE_MISTAKES);

        Run run = Run.of("diagnose", EXPIRED, wrong, UNTOLD);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("Case INC-48213", "Case INC-50502").doesNotContain("INC-5,");
        assertThat(run.errors()).hasSize(5).allMatch(line -> line.startsWith(wrong + ":"));
    }

    @ParameterizedTest
    @CsvSource({
        "possible, host-certificate-expired, 6",
        "likely, host-certificate-expired, 6",
        "confirmed, host-certificate-expired, 6",
        "possible, error-code-not-conclusive, 0",
        "likely, error-code-not-conclusive, 0",
    })
    void fail_on_is_reached_or_not(String likelihood, String story, int code) {
        Run run =
                Run.of("diagnose", "--fail-on", likelihood, Stories.file(story).toString());

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isNotEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void fail_on_counts_the_word_and_not_only_the_confidence() throws IOException {
        String likely = file("likely.yaml", "host: { services: [ { name: A, state: running } ] }\n");
        String rules = SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of(), Way.of("strong", "A"))
                .written()
                .toString();

        assertThat(Run.of("diagnose", "--rules", rules, "--fail-on", "likely", likely)
                        .code())
                .isEqualTo(6);
        assertThat(Run.of("diagnose", "--rules", rules, "--fail-on", "confirmed", likely)
                        .code())
                .isZero();
    }

    @Test
    void of_several_files_the_gravest_exit_code_counts() throws IOException {
        String wrong = file("case-5.yaml", FIVE_MISTAKES);

        assertThat(Run.of("diagnose", "--fail-on", "likely", UNTOLD, EXPIRED).code())
                .isEqualTo(6);
        assertThat(Run.of("diagnose", "--fail-on", "likely", UNTOLD, EXPIRED, wrong)
                        .code())
                .isEqualTo(3);
        assertThat(ExitCode.of(List.of(ExitCode.DONE, ExitCode.FAIL_ON, ExitCode.FACTS_REFUSED, ExitCode.BUG)))
                .isEqualTo(ExitCode.BUG);
        assertThat(ExitCode.of(List.of())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_bug_of_ours_is_called_one_and_shows_where() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("seventeen");
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                return read();
            }
        };

        Run run = Run.reading(broken, "diagnose", "-");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("This is a bug in rdpdx. Please report it with the lines below.\n")
                .contains("IllegalStateException: seventeen", "\tat ");
    }

    @Test
    void a_rulebook_that_is_refused_ends_the_run() throws IOException {
        Path rules = SmallRulebook.in(folder)
                .cause("alpha", List.of("frequency: often"), Way.of("strong", "A"))
                .written();

        Run run = Run.of("diagnose", "--rules", rules.toString(), EXPIRED);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors())
                .singleElement()
                .asString()
                .startsWith(rules + "/area/alpha/diagnosis.yaml:3:12  \"often\" is no word for \"frequency\"");
    }

    @Test
    void a_rulebook_that_is_not_there_is_refused() {
        Run run = Run.of("diagnose", "--rules", "no-such-folder", EXPIRED);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("no-such-folder").contains("there is no such file or folder");
    }

    @Test
    void the_rules_that_come_with_it_can_be_named() {
        assertThat(Run.of("diagnose", "--rules", "bundled", EXPIRED)).isEqualTo(Run.of("diagnose", EXPIRED));
    }

    @Test
    void a_folder_given_as_rules_is_used_instead() throws IOException {
        String rules = SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of(), Way.of("decisive", "A"))
                .written()
                .toString();
        String facts = file("case.yaml", "host: { services: [ { name: A, state: running } ] }\n");

        Run run = Run.of("diagnose", "--rules", rules, facts);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("CAUSE: The cause alpha (alpha), confirmed, 99 %");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void the_json_of_a_story_is_what_its_schema_says(Path story) throws IOException {
        Run run = Run.of("diagnose", "--format", "json", story.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(schema().validate(read(run))).isEmpty();
    }

    private static JsonNode read(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("report.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
