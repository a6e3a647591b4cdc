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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.Stories;
import org.rdpdx.report.Report;

/** Questions about a case: next, why, why-not, what-if. */
class AnswersTest {

    private static final String EXPIRED = "facts-samples/stories/host-certificate-expired.yaml";
    private static final String OPEN = "facts-samples/stories/error-code-not-conclusive.yaml";

    private static Run done(String... arguments) {
        Run run = Run.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    @Test
    void next_says_what_each_answer_decides_about_how_to_get_it_and_who_can() {
        assertThat(done("next", OPEN).out())
                .startsWith("UNDETERMINED: ")
                .contains(
                        "To collect next, best first",
                        ". client.probes[host,tcp,3389].result",
                        "Decides about: ",
                        "firewall-blocks-rdp (8 %)",
                        "[user, as user, 3 s]",
                        "Net.Sockets.TcpClient");
    }

    @Test
    void next_is_silent_where_nothing_would_change_what_is_done_first() {
        JsonAssert next = new JsonAssert(done("next", "facts-samples/healthy.yaml", "--format", "json"));
        for (JsonNode one : next.at("/next")) {
            assertThat(one.at("/decides")).isNotEmpty();
        }
        assertThat(done("next", "facts-samples/every-fact.yaml").out()).doesNotContain("  6. ");
    }

    @Test
    void why_goes_from_the_facts_to_the_confidence() {
        assertThat(done("why", EXPIRED).out())
                .startsWith("The host's Remote Desktop certificate has expired (host-certificate-expired), confirmed")
                .contains(
                        "-3.4  3 %  before anything is known: this cause is occasional",
                        "+7.0  3 % -> 97 %  decisive: host-certificate-expired/not-replaced-now",
                        "(so: refused-while-connecting)",
                        EXPIRED + ":37",
                        "50 minutes after the attempt",
                        "Together +6.1, that is 99 %.",
                        "It stands before: ");
        assertThat(done("why", EXPIRED, "firewall-blocks-rdp").out()).contains("It stands behind: ");
    }

    @Test
    void why_tells_what_showed_a_fact_where_the_file_says_so() {
        assertThat(done("why", "facts-samples/every-fact.yaml").out()).contains("observed ");
    }

    @Test
    void why_not_names_the_condition_that_stops_each_way_what_is_there_and_what_is_wanted() {
        assertThat(done("why-not", EXPIRED, "security-layer-mismatch").out())
                .contains(
                        "security-layer-mismatch/host-set-to-rdp (moderate): contradicted, 0 of 1 conditions hold",
                        "stops at: value == \"rdp\"  negotiation/security-layer-mismatch/rule.drl:39",
                        "now: host.securityLayer.value is negotiate",
                        EXPIRED + ":31",
                        "wanted: value rdp");
        assertThat(done("why-not", OPEN, "host-certificate-expired").out())
                .contains("undecided", "missing: host.certificate.validity", "[host-admin, as administrator, 2 s]");
        assertThat(done("why-not", OPEN, "--all").out())
                .contains("(firewall-blocks-rdp), ", "(host-certificate-expired), ")
                .containsPattern("([0-9]+)\\. of \\1\\b");
    }

    @Test
    void what_if_shows_how_causes_and_rules_move_and_changes_no_file() throws IOException {
        String before = Files.readString(Path.of(EXPIRED));

        assertThat(done("what-if", EXPIRED, "--set", "host.certificate.notAfter=2027-11-01T00:00:00Z")
                        .out()
                        // how many causes stand before it now depends on all the other rules
                        .replaceAll("place 1 -> [0-9]+", "place 1 -> later"))
                .isEqualTo("""
                        Verdict: determined, then undetermined
                          host-certificate-expired: 99 % -> 5 %, confirmed -> unlikely, place 1 -> later

                        Rules that change: 6
                          certificate-services-stopped/disabled-and-expired: undecided -> contradicted
                          host-certificate-expired/expired: fired -> contradicted
                          host-certificate-expired/refused: fired -> contradicted
                          host-certificate-expired/still-valid: contradicted -> fired
                          host-certificate-expired/works-when-ignored: undecided -> contradicted
                          host-certificate-expired/works-without-tls: undecided -> contradicted
                        """);
        assertThat(done("what-if", EXPIRED, "--unset", "attempt.message").out()).contains("Verdict: ");
        assertThat(Files.readString(Path.of(EXPIRED))).isEqualTo(before);
    }

    @Test
    void flip_finds_what_would_make_a_cause_likely_or_not() {
        assertThat(done("what-if", EXPIRED, "--flip", "firewall-blocks-rdp").out())
                .startsWith("""
                        firewall-blocks-rdp would be likely if
                          host.firewall.admitsRdp were false (now true)
                          client.probes[host,tcp,3389].result were timed-out (now open)
                        """);
        assertThat(done("what-if", EXPIRED, "--flip", "host-certificate-expired")
                        .out())
                .startsWith("host-certificate-expired would no longer be likely if\n")
                .doesNotContain("attempt.outcome");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "why-not " + EXPIRED
                        + " firewall-block-rdp @ there is no diagnosis \"firewall-block-rdp\"; did you mean \"firewall-blocks-rdp\"?",
                "why " + EXPIRED
                        + " host-certificate-expird @ there is no diagnosis \"host-certificate-expird\"; did you mean \"host-certificate-expired\"?",
                "what-if " + EXPIRED
                        + " --flip firewal-blocks-rdp @ there is no diagnosis \"firewal-blocks-rdp\"; did you mean \"firewall-blocks-rdp\"?",
                "what-if " + EXPIRED + " @ say what is otherwise by --set and --unset, or name a diagnosis by --flip",
                "what-if " + EXPIRED
                        + " --set host.nla.required @ \"host.nla.required\" sets nothing; write PATH=VALUE, such as host.nla.required=false",
                "why-not " + EXPIRED + " @ name a diagnosis, or --all",
                "next --format jsn " + EXPIRED + " @ there is no format \"jsn\"; the formats are text, json",
            })
    void a_slip_is_named_with_what_may_have_been_meant(String command, String said) {
        Run run = Run.of(command.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).containsExactly(said);
    }

    @Test
    void a_path_that_is_none_is_a_slip_of_the_command() {
        Run run = Run.of("what-if", EXPIRED, "--set", "host.nla.requird=false");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors()).singleElement().asString().contains("host.nla.requird", "host.nla.required");
    }

    @Test
    void a_file_of_several_cases_is_one_too_many(@TempDir Path folder) throws IOException {
        Path two = folder.resolve("two.yaml");
        Files.writeString(two, "case: A\nattempt: { error: 0x904 }\n---\ncase: B\nattempt: { error: 0x904 }\n");

        Run run = Run.of("next", two.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors()).containsExactly(two + " holds 2 cases; name a file that holds one");
    }

    /** All stories, and of the real cases so many that it ends soon. */
    static Stream<List<String>> questions() {
        List<Path> all = Stories.everything();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).toString().contains("stories") || i % 12 == 0)
                .mapToObj(i -> all.get(i).toString())
                .flatMap(file -> Stream.of(
                        List.of("next", file),
                        List.of("why", file),
                        List.of("why-not", file, "--all"),
                        List.of("what-if", file, "--set", "host.nla.required=false")))
                .filter(arguments ->
                        !arguments.get(0).equals("what-if") || arguments.get(1).contains("stories"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void the_json_of_every_answer_is_what_its_schema_says(List<String> question) throws IOException {
        String[] arguments =
                Stream.concat(question.stream(), Stream.of("--format", "json")).toArray(String[]::new);
        assertThat(Schema.ANSWERS.validate(new JsonAssert(done(arguments)).json))
                .isEmpty();
    }

    @Test
    void the_json_of_a_flip_is_what_its_schema_says() throws IOException {
        for (String id : List.of("firewall-blocks-rdp", "host-certificate-expired", "client-program-fault")) {
            Run run = done("what-if", EXPIRED, "--flip", id, "--format", "json");
            assertThat(Schema.ANSWERS.validate(new JsonAssert(run).json)).isEmpty();
        }
    }

    @Test
    void a_script_collects_what_a_case_needs_next() {
        assertThat(done("facts", "script", "--next", OPEN, "--on", "host").out())
                .contains("Facts that case ", "-Kind 'remoteDesktop'", "-Kind 'listeners'");
        assertThat(done("facts", "script", "--next", EXPIRED, "--on", "gateway").out())
                .startsWith("# Untried on Windows");
        Run both = Run.of("facts", "script", "--next", OPEN, "--for", "host-certificate-expired");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.errors()).containsExactly("give --for or --next, not both");
    }

    private static final class Schema {
        private static final JsonSchema ANSWERS = read();

        private static JsonSchema read() {
            try (InputStream in = Report.class.getResourceAsStream("answers.schema.json")) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(in);
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }
    }

    private static final class JsonAssert {
        private final JsonNode json;

        JsonAssert(Run run) {
            try {
                this.json = new ObjectMapper().readTree(run.out());
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }

        JsonNode at(String path) {
            return json.at(path);
        }
    }
}
