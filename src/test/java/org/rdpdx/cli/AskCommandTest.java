package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;

class AskCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file() {
        return folder.resolve("INC-7.yaml");
    }

    /** Two causes, each seen by a service, with cures of their own. */
    private String rules() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        if (Files.exists(rules.resolve("rulebook.yaml"))) {
            return rules.toString();
        }
        return SmallRulebook.in(rules)
                .step("mend-a")
                .step("mend-b")
                .cause("alpha", List.of("steps: [ { use: mend-a, cures: usually } ]"), Way.of("strong", "A"))
                .cause(
                        "beta",
                        List.of("steps: [ { use: mend-b, cures: usually } ]", "frequency: rare"),
                        Way.of("decisive", "B"))
                .written()
                .toString();
    }

    private Run small(String... answers) throws IOException {
        return Run.with(lines(answers), "ask", file().toString(), "--rules", rules());
    }

    private Run bundled(String... answers) {
        return Run.with(lines(answers), "ask", file().toString(), "--rules", "bundled");
    }

    private static String lines(String... answers) {
        return Stream.of(answers).map(answer -> answer + "\n").reduce("", String::concat);
    }

    /** What was said from the first thing to collect on. */
    private static String dialogue(Run run) {
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out().substring(run.out().indexOf("To find out: "));
    }

    private String written() throws IOException {
        return Files.readString(file());
    }

    private CaseFacts facts() {
        return FactFile.read(List.of(file())).get(0);
    }

    @Test
    void a_dialogue_asks_what_tells_most_until_nothing_more_does() throws IOException {
        Run run = small("fails", "stopped", "running");

        assertThat(dialogue(run).replace(folder.toString(), "FOLDER")).isEqualToNormalizingNewlines("""
                To find out: attempt.outcome
                     [user, no special rights, 60 s]
                     Ask: Which program, which name typed, which user, what does the box say? Press 'Show details'
                     and read both codes.
                attempt.outcome (one of works, fails): whether it came to a session; works = a healthy connection,
                taken for comparison
                > fails

                To find out: host.services[A].state
                     [host-admin, as user, 1 s]
                         Get-CimInstance Win32_Service -Filter "Name='A'" | Select-Object Name,State,StartMode,StartName,ExitCode,ServiceSpecificExitCode
                host.services[A].state (one of running, stopped, start-pending, stop-pending, paused): now
                > stopped

                To find out: host.services[B].state
                     [host-admin, as user, 1 s]
                         Get-CimInstance Win32_Service -Filter "Name='B'" | Select-Object Name,State,StartMode,StartName,ExitCode,ServiceSpecificExitCode
                host.services[B].state (one of running, stopped, start-pending, stop-pending, paused): now
                > running
                First now: The cause beta (beta), confirmed, 92 %

                That is enough.
                CAUSE: The cause beta (beta), confirmed, 92 %

                Next, for the evidence and the plan:
                  rdpdx diagnose FOLDER/INC-7.yaml --rules FOLDER/rules
                """);
        assertThat(written()).isEqualTo("""
                case: INC-7
                observedAt: 2026-11-20T09:30:00Z
                ---
                case: INC-7
                attempt:
                  source: { how: told }
                  outcome: fails
                ---
                case: INC-7
                host:
                  services:
                    - source: { how: measured }
                      name: A
                      state: stopped
                ---
                case: INC-7
                host:
                  services:
                    - source: { how: measured }
                      name: B
                      state: running
                """);
    }

    @Test
    void what_is_typed_wrongly_is_asked_again_with_what_may_have_been_meant() throws IOException {
        Run run = bundled("mtsc", "banana", "mstsc", "quit");

        assertThat(run.out()).contains("""
                > mtsc
                "mtsc" is no word for "clientApp"; did you mean "mstsc"?
                > banana
                "banana" is none of the words to choose from; write one of them, or "d" if you do not know it
                > mstsc
                """);
        assertThat(facts().text("attempt.clientApp")).contains("mstsc");
    }

    @Test
    void a_dialog_that_is_not_known_is_told_where_to_look_it_up() {
        Run run = bundled("d", "d", "It does not work", "quit");

        assertThat(run.out().replace("\n", " "))
                .contains(
                        "no dialog is known by \"It does not work\"; \"rdpdx facts list dialogs\" shows those that are, \"d\" leaves it out > quit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "why"})
    void why_names_the_causes_that_a_question_decides_between(String why) throws IOException {
        Run run = small("fails", why);

        assertThat(run.out()).contains("> " + why + "\n" + """
                host.services[A].state decides between
                  The cause alpha (alpha), unlikely, 8 %
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "don't know"})
    void what_is_not_known_is_left_out_and_not_asked_again(String answer) throws IOException {
        Run run = small("fails", answer, answer);

        assertThat(facts().facts()).hasSize(1);
        assertThat(run.out())
                .containsOnlyOnce("To find out: host.services[A].state")
                .containsOnlyOnce("To find out: host.services[B].state")
                .contains("Nothing more is left to ask. 2 things were left out; begin again to be asked for them.");
        assertThat(small().out()).contains("To find out: host.services[A].state");
    }

    @Test
    void back_takes_the_last_answer_out_of_the_file_and_asks_again() throws IOException {
        small("fails", "running", "back", "stopped", "quit");

        assertThat(facts().text("host.services[A].state")).contains("stopped");
        assertThat(small("back").out()).contains("there is no answer to take back");
    }

    @Test
    void back_goes_all_the_way() throws IOException {
        Run run = small("fails", "d", "back", "back", "back", "works");

        assertThat(run.out())
                .contains("taken back: host.services[A].state", "taken back: attempt.outcome", "there is no answer");
        assertThat(facts().text("attempt.outcome")).contains("works");
    }

    @Test
    void what_cannot_be_read_is_written_with_its_reason() throws IOException {
        Run run = small("fails", "cannot", "acces-denied", "access-denied", "cannot no-tool");

        assertThat(run.out())
                .contains("Why not? (one of access-denied, ")
                .contains("\"acces-denied\" is none of the words to choose from; did you mean \"access-denied\"?");
        assertThat(facts().unread())
                .extracting(unread -> unread.path() + " " + unread.because())
                .containsExactly("host.services[A].state access-denied", "host.services[B].state no-tool");
        assertThat(small().out()).doesNotContain("host.services[A].state");
    }

    @Test
    void what_is_not_there_is_written_as_absent() throws IOException {
        small("fails", "absent", "quit");

        assertThat(facts().facts()).anyMatch(fact -> fact.absent() && "A".equals(fact.value("name")));
    }

    @Test
    void what_is_always_there_cannot_be_absent() throws IOException {
        Run run = small("absent");

        assertThat(run.out()).contains("\"attempt\" is always there; answer with a value, or \"d\"");
    }

    @Test
    void help_is_shown_at_first_and_when_asked_for() throws IOException {
        assertThat(small("help").out().split("  back      take the last answer back", -1))
                .hasSize(3);
    }

    @Test
    void at_the_end_of_input_what_was_said_is_kept_and_going_on_asks_the_rest() throws IOException {
        Run run = Run.with("fails\nstopped", "ask", file().toString(), "--rules", rules());
        String first = written();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("> \nStopped. What was said is in ");

        Run resumed = small("running");

        assertThat(resumed.out())
                .startsWith("The answers are added to ")
                .doesNotContain("attempt.outcome (", "host.services[A].state (")
                .contains("CAUSE: The cause beta");
        assertThat(written()).startsWith(first);
    }

    @Test
    void what_a_file_held_before_is_not_touched() throws IOException {
        String before = "# a remark\nattempt: { outcome: fails }   # no end of line";
        Files.writeString(file(), before);

        small("stopped", "back", "running", "quit");

        assertThat(written()).startsWith(before + "\n---\n").doesNotContain("case:", "stopped");
        assertThat(facts().text("host.services[A].state")).contains("running");
    }

    @Test
    void of_several_things_of_one_name_all_that_is_said_stays_together() throws IOException {
        Files.writeString(file(), "case: E\nattempt: { outcome: fails }\n");
        String rule = """
                package rules;
                import org.rdpdx.facts.kind.*;
                import org.rdpdx.rulebook.Finding;
                rule "alpha/a" @strength(strong)
                when Event( viewpoint == "host", id == 7, provider in ("P", "Q"), status == 5, reason == 6 )
                then insertLogical(Finding.of(drools.getMatch())); end
                """;
        Path rules = SmallRulebook.in(Files.createDirectories(folder.resolve("events")))
                .step("mend-a")
                .cause("alpha", List.of("steps: [ { use: mend-a, cures: usually } ]"), Way.of("strong", "A"))
                .file("area/alpha/rule.drl", rule)
                .file("area/alpha/cases.yaml", """
                        - { name: fires, rule: alpha/a, facts: { host: { events: [ { id: 7, provider: P, status: 5, reason: 6 } ] } }, expect: fires, because: host.events }
                        - { name: silent, rule: alpha/a, facts: { host: { events: [ { id: 7, provider: P, present: false }, { id: 7, provider: Q, present: false } ] } }, expect: silent, because: host.events }
                        - { name: nobody looked, rule: alpha/a, facts: { attempt: { port: 3389 } }, expect: cannot-tell, because: host.events }
                        """)
                .written();

        Run run = Run.with("R\nQ\n6\n5\n", "ask", file().toString(), "--rules", rules.toString());

        assertThat(run.out())
                .contains("host.events[7].provider (one of P, Q)", "\"R\" is none of the words to choose from")
                .contains("First now: The cause alpha (alpha)");
        assertThat(facts().facts().stream().filter(fact -> fact.factKind().key().equals("events")))
                .singleElement()
                .satisfies(event -> assertThat(event.value("provider")).isEqualTo("Q"))
                .satisfies(event -> assertThat(event.value("reason")).isEqualTo(6));
    }

    @Test
    void a_file_that_is_refused_is_left_as_it_is() throws IOException {
        Files.writeString(file(), "atempt: { error: 1 }\n");

        Run run = small("fails");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).containsExactly(file() + ":1:1  unknown key \"atempt\"; did you mean \"attempt\"?");
        assertThat(written()).isEqualTo("atempt: { error: 1 }\n");
    }

    @Test
    void a_file_that_cannot_be_written_is_one_sentence() throws IOException {
        Path nowhere = folder.resolve("no/such/folder/case.yaml");

        Run run = Run.with("", "ask", nowhere.toString(), "--rules", rules());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors())
                .containsExactly(nowhere + " cannot be written; check the folder, the disk and your rights to it");
    }

    @Test
    void what_is_no_file_of_one_case_is_refused() throws IOException {
        Files.writeString(file(), "case: A\nattempt: { port: 1 }\n---\ncase: B\nattempt: { port: 1 }\n");
        Path json = Files.writeString(folder.resolve("case.json"), "{ \"attempt\": { \"port\": 1 } }");

        assertThat(small().errors()).containsExactly(file() + " holds 2 cases; name a file that holds one");
        assertThat(Run.of("ask", json.toString(), "--rules", rules()).errors())
                .containsExactly(json + " is JSON, and answers are added as YAML; name another file");
        assertThat(Run.of("ask", folder.toString(), "--rules", rules()).errors())
                .containsExactly(folder + " is a folder; name a file");
        assertThat(Run.of("ask", "-", "--rules", rules()).errors())
                .containsExactly("answers are read from standard input, so name a file to write them to");
    }

    @Test
    void the_file_is_read_by_the_other_commands_and_gives_the_same_cause() throws IOException {
        Run asked = small("fails", "stopped", "running");

        Run checked = Run.of("facts", "check", file().toString());
        Run diagnosed = Run.of("diagnose", file().toString(), "--rules", rules());

        assertThat(checked.code()).isZero();
        assertThat(checked.out()).startsWith("INC-7: 3 facts, nothing wrong");
        String cause = diagnosed.out().lines().findFirst().orElseThrow();
        assertThat(cause).startsWith("CAUSE: The cause beta (beta), confirmed, ");
        assertThat(asked.out()).contains("\n" + cause + "\n");
    }

    @Test
    void a_value_in_quotes_is_never_a_command() throws IOException {
        Run run = small("\"quit\"", "fails");

        assertThat(run.out()).contains("\"quit\" is no word for \"outcome\"");
        assertThat(facts().text("attempt.outcome")).contains("fails");
    }
}
