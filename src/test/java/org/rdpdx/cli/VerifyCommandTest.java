package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.Diagnostician;
import org.rdpdx.Stories;
import org.rdpdx.inquiry.Verification;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;

class VerifyCommandTest {

    private static final String BEFORE =
            Stories.file("host-certificate-expired").toString();
    private static final String UNTOLD =
            Stories.file("error-code-not-conclusive").toString();

    /** What differs in the facts after a cure: in the text of the story, and instead of it. */
    private enum Edit {
        LATER("observedAt: 2026-11-20T10:05:00Z", "observedAt: 2026-11-20T12:30:00Z"),
        WORKS(
                "outcome: fails, error: 0x904, extendedError: 0x7, message: cannot-connect,\n"
                        + "    stage: before-credentials,",
                "outcome: works,"),
        UNSAID("outcome: fails, ", ""),
        RENEWED(
                "notBefore: 2026-05-02T06:11:40Z, notAfter: 2026-11-01T06:11:40Z",
                "notBefore: 2026-11-20T11:00:00Z, notAfter: 2027-05-21T11:00:00Z"),
        NO_EVENT("id: 1058, at: 2026-11-20T09:13:58Z", "id: 1058, present: false, since: 2026-11-20T11:00:00Z"),
        OTHER_CASE("case: INC-48213", "case: INC-50502");

        private final String written;
        private final String instead;

        Edit(String written, String instead) {
            this.written = written;
            this.instead = instead;
        }
    }

    /** Only that the connection works; nobody looked at the host again. */
    private static final String ONLY_TRIED = """
            case: INC-48213
            observedAt: 2026-11-20T12:30:00Z
            attempt: { at: 2026-11-20T12:20:00Z, outcome: works }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static String edited(Edit... edits) throws IOException {
        String text = Files.readString(Path.of(BEFORE)).replace("\r\n", "\n");
        for (Edit edit : edits) {
            assertThat(text).contains(edit.written);
            text = text.replace(edit.written, edit.instead);
        }
        return text;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Run verify(String before, String textAfter, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--before", before, "--after", file("after.yaml", textAfter)));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void what_a_cure_that_was_not_enough_came_to_is_told_word_for_word() throws IOException {
        String after = edited(Edit.LATER, Edit.RENEWED, Edit.NO_EVENT);

        Run run = Run.with(after, "verify", "--before", BEFORE, "--after", "-");

        assertThat(run.out()).isEqualTo("""
                        GONE, BUT NOT CURED: what was likely before is gone, and the attempt still fails
                        Case INC-48213.
                        Before: facts of 2026-11-20T10:05:00Z, from facts-samples/stories/host-certificate-expired.yaml.
                        After: facts of 2026-11-20T12:30:00Z, from stdin.
                        After the cure the attempt failed.

                        GONE: The host's Remote Desktop certificate has expired (host-certificate-expired)
                            before confirmed, 99 %; after unlikely, 5 %
                            Is still seen, but no longer makes it likely: host-certificate-expired/code-pair

                        Next, for a plan by the facts after:
                          rdpdx diagnose -
                        """);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void a_cure_that_worked_is_done() throws IOException {
        Run run = verify(BEFORE, edited(Edit.LATER, Edit.WORKS, Edit.RENEWED, Edit.NO_EVENT));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .first()
                .isEqualTo("CURED: what was likely before is gone, and the attempt worked");
        assertThat(run.out())
                .contains("After the cure the attempt worked.", "\nGONE: ")
                .doesNotContain("WARNING", "Next", "To collect");
    }

    @Test
    void where_only_the_connection_was_tried_again_the_rest_is_asked_for() throws IOException {
        Run run = verify(BEFORE, ONLY_TRIED);

        assertThat(run.code()).isEqualTo(9);
        assertThat(run.out())
                .startsWith(
                        "CANNOT TELL: the attempt worked and no cause is likely any more, but some of what spoke for one\nbefore is open\n")
                .contains("    Not looked at again: host.certificate.validity, host.events[1058],")
                .contains("\nTo collect, so that it can be told\n  1. host.certificate.validity\n")
                .contains("Get-CimInstance", "Get-WinEvent")
                .contains("Next, when these facts are in the file:\n  rdpdx verify --before " + BEFORE + " --after ");
        assertThat(run.out()).doesNotContain("attempt.error", "attempt.message", "trials");
    }

    @Test
    void a_cause_that_is_still_there_is_told() throws IOException {
        Run run = verify(BEFORE, edited(Edit.LATER));

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out())
                .startsWith("NOT CURED: what was likely before is likely still\n")
                .contains("\nSTILL THERE: The host's Remote Desktop certificate has expired")
                .contains("    before confirmed, 99 %; after confirmed, 99 %\n")
                .contains("Speaks for it as before: host-certificate-expired/code-pair,")
                .contains("rdpdx diagnose ");
    }

    @Test
    void a_cause_that_is_now_explained_by_another_is_still_there() throws IOException {
        Run run = Run.of(
                "verify",
                "--before",
                BEFORE,
                "--after",
                Stories.file("machine-keys-unusable").toString());

        assertThat(run.code()).isEqualTo(8);
        assertThat(run.out())
                .contains("\nNEW: ", "\nSTILL THERE: ")
                .contains("    It is explained by machine-keys-unusable now, which is likely too.\n");
    }

    @Test
    void a_new_cause_is_told_with_what_nobody_had_looked_at() throws IOException {
        Run run = verify(UNTOLD, edited(Edit.OTHER_CASE));

        assertThat(run.code()).isEqualTo(8);
        assertThat(run.out())
                .startsWith("NOT CURED: a cause is likely now that was not likely before\n")
                .contains("WARNING: no cause was likely before, so none can be gone\n")
                .contains("\nNEW: The host's Remote Desktop certificate has expired")
                .contains("It was not ruled out before: nobody had looked at host.certificate.validity,");
    }

    @Test
    void where_nothing_was_likely_before_nothing_can_be_gone() throws IOException {
        Run run = verify(UNTOLD, Files.readString(Path.of(UNTOLD)));

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("NOTHING TO VERIFY: no cause was likely before, so none can be gone\n");
    }

    @Test
    void what_makes_the_comparison_doubtful_is_no_error() throws IOException {
        Run run = verify(BEFORE, edited(Edit.OTHER_CASE, Edit.UNSAID, Edit.RENEWED, Edit.NO_EVENT));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replace("\n", " "))
                .startsWith("GONE: what was likely before is gone; whether the attempt works is not said")
                .contains(
                        "WARNING: the facts before are of case INC-48213, those after of case INC-50502; write the same"
                                + " \"case:\" into both if they are one")
                .contains("WARNING: the facts after are of 2026-11-20T10:05:00Z, and that is not known to be later than"
                        + " 2026-11-20T10:05:00Z, the time of those before")
                .contains("WARNING: the facts after do not say whether the attempt worked; write \"outcome: works\" or"
                        + " \"outcome: fails\" under \"attempt\"");
    }

    @Test
    void the_json_of_every_outcome_is_what_its_schema_says() throws IOException {
        List<Run> runs = List.of(
                verify(BEFORE, edited(Edit.LATER, Edit.WORKS, Edit.RENEWED, Edit.NO_EVENT), "--format", "json"),
                verify(BEFORE, ONLY_TRIED, "--format", "json"),
                verify(BEFORE, edited(Edit.LATER), "--format", "json"),
                verify(UNTOLD, edited(), "--format", "json"));

        assertThat(runs).extracting(Run::code).containsExactly(0, 9, 7, 8);
        for (Run run : runs) {
            assertThat(schema().validate(json(run))).isEmpty();
        }
        assertThat(runs)
                .extracting(run -> json(run).get("result").asText())
                .containsExactly("gone", "cannot-tell", "still-there", "new");
        JsonNode missing = json(runs.get(1)).at("/outcomes/0/missing");
        assertThat(missing.findValuesAsText("path"))
                .containsExactly("host.certificate.validity", "host.events[1058]", "host.events[1058].at");
        assertThat(missing.get(0).get("command").asText()).contains("Get-CimInstance");
        assertThat(json(runs.get(3)).get("warnings").findValuesAsText("code"))
                .containsExactly("nothing-likely-before", "different-cases");
    }

    @Test
    void the_library_tells_what_the_command_tells() throws IOException {
        String after = file("again.yaml", ONLY_TRIED);
        StringBuilder text = new StringBuilder();
        StringBuilder json = new StringBuilder();

        try (Diagnostician diagnostician = Diagnostician.withRules(Rulebook.bundled())) {
            Verification verification =
                    diagnostician.verify(Stories.read(Path.of(BEFORE)), Stories.read(Path.of(after)));
            ReportFormat.text(100, false).write(verification, text);
            ReportFormat.json().write(verification, json);
        }

        assertThat(Run.of("verify", "--before", BEFORE, "--after", after).out()).isEqualTo(text.toString());
        assertThat(Run.of("verify", "--before", BEFORE, "--after", after, "--format", "json")
                        .out())
                .isEqualTo(json.toString());
    }

    @Test
    void documents_and_files_of_one_case_are_put_together() throws IOException {
        String tried = file("tried.yaml", ONLY_TRIED + "---\ncase: INC-48213\ngateway: none\n");
        String host = file("host.yaml", """
                case: INC-48213
                host:
                  certificate: { notBefore: 2026-11-20T11:00:00Z, notAfter: 2027-05-21T11:00:00Z }
                  events:
                    - provider: Microsoft-Windows-TerminalServices-RemoteConnectionManager
                      id: 1058
                      present: false
                      since: 2026-11-20T11:00:00Z
                """);

        Run run = Run.of("verify", "--before", BEFORE, "--after", tried, "--after", host);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("CURED: ");
    }

    @Test
    void a_refused_file_is_told_as_diagnose_tells_it() throws IOException {
        String wrong = file("wrong.yaml", "case: INC-48213\nhost: { nla: { required: perhaps } }\n");

        Run run = Run.of("verify", "--before", BEFORE, "--after", wrong);

        assertThat(run).isEqualTo(Run.of("diagnose", wrong));
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void more_than_one_case_or_none_is_a_slip() throws IOException {
        String two = file("two.yaml", "case: A-1\n---\ncase: A-2\n");
        Path none = Files.createDirectory(folder.resolve("none"));

        Run ofTwo = Run.of("verify", "--before", two, "--after", BEFORE);
        Run ofNone = Run.of("verify", "--before", BEFORE, "--after", none.toString());

        assertThat(ofTwo.code()).isEqualTo(2);
        assertThat(ofTwo.errors())
                .containsExactly("--before holds 2 cases (A-1, A-2), and one case before is compared with one after;"
                        + " name a file of one");
        assertThat(ofNone.code()).isEqualTo(2);
        assertThat(ofNone.errors()).containsExactly("there is no fact file in " + none);
        assertThat(ofTwo.out() + ofNone.out()).isEmpty();
    }

    @Test
    void of_several_outcomes_the_gravest_exit_code_counts() {
        assertThat(ExitCode.of(List.of(ExitCode.DONE, ExitCode.CANNOT_TELL, ExitCode.STILL_THERE, ExitCode.NEW_CAUSE)))
                .isEqualTo(ExitCode.NEW_CAUSE);
        assertThat(ExitCode.of(List.of(ExitCode.CANNOT_TELL, ExitCode.STILL_THERE)))
                .isEqualTo(ExitCode.STILL_THERE);
        assertThat(ExitCode.of(List.of(ExitCode.DONE, ExitCode.CANNOT_TELL))).isEqualTo(ExitCode.CANNOT_TELL);
    }

    private static JsonNode json(Run run) {
        try {
            return new ObjectMapper().readTree(run.out());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("verify.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }
}
