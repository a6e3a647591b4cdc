package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.rulebook.RuleState;

class TextFormatTest {

    private static final Pattern COUNTS = Pattern.compile(
            "(\\d+) rules: (\\d+) fired, (\\d+) contradicted, (\\d+) undecided(?: \\(\\d+ need \\S+\\))?, (\\d+) not applicable");

    static Stream<CaseFacts.Builder> cases() {
        return Stream.of(Sample.nothing(), Sample.expired(), Sample.confirmed(), everything(), works());
    }

    private static CaseFacts.Builder works() {
        return Sample.nothing().put("attempt.outcome", "works").put("host.certificate.validity", "expired");
    }

    /** Two likely causes, one that is explained by another, what cannot be read, and a part that does not exist. */
    private static CaseFacts.Builder everything() {
        return Sample.confirmed()
                .none("gateway")
                .unread("host.services[TermService]", "access-denied")
                .put("host.keyStore.rdpKeyReadable", false)
                .put("trials[standard-rdp-security].outcome", "works")
                .put("symptoms[blank-desktop].afterSeconds", 3)
                .put("client.paths[host].latencyMs", 310)
                .put("host.securityLayer.setBy", "policy")
                .put("host.certificate.thumbprint", "0123456789ABCDEF0123456789ABCDEF01234567");
    }

    @Test
    void the_verdict_is_the_first_line() {
        assertThat(Sample.text(Sample.expired()).lines().findFirst())
                .contains("LIKELY CAUSE: The host's certificate has expired (expired), likely, 73 %");
        assertThat(Sample.text(Sample.confirmed()).lines().findFirst())
                .contains("CAUSE: The host's certificate has expired (expired), confirmed, 99 %");
        assertThat(Sample.text(Sample.nothing()).lines().findFirst())
                .contains("UNDETERMINED: no cause is likely, and nothing that is known speaks for one");
        assertThat(Sample.text(Sample.nothing().put("host.certificate.validity", "expired"))
                        .lines()
                        .findFirst())
                .contains("UNDETERMINED: no cause is likely yet; the nearest is: "
                        + "The host's certificate has expired (expired), possible, 38 %");
        assertThat(Sample.text(works()).lines().findFirst())
                .contains("NO FAULT SEEN: the attempt worked, and no cause is likely");
    }

    @Test
    void the_report_says_when_the_facts_were_taken() {
        assertThat(Sample.text(Sample.expired()))
                .contains("\nCase INC-1, facts of 2026-11-20T09:20:00Z, from embedded.\n");
        assertThat(Sample.text(Sample.nothing()))
                .contains("facts of unknown time", "nothing that depends on it can be told");
    }

    @Test
    void evidence_names_what_was_seen_and_what_it_follows_from() {
        assertThat(Sample.text(Sample.confirmed()))
                .contains("+7.0  decisive    host event 36870 (provider Schannel): status is 0x8009030D, "
                        + "secondsFromAttempt is -3 (at least -300, at most 60, at 2026-11-20T09:13:57Z)\n")
                .contains("+3.0  strong      host certificate validity is expired (notAfter 2026-11-01)\n")
                .contains("+1.5  moderate    host certificate validity is expired (notAfter 2026-11-01)\n")
                .contains("                     and attempt message is cannot-connect (so: refused)\n")
                .contains("    -  moderate    host event 36870 (provider Schannel) is there\n")
                .contains("                     (not counted: sees the same as expired/seen)\n")
                .contains("-3.5  occasional  how common this cause is, before anything is known\n")
                .contains("+8.0              sum, that is 99 %. The weights are a judgement, not a measurement.\n");
    }

    @Test
    void of_alternatives_only_what_holds_is_told() {
        assertThat(Sample.text(everything()))
                .contains("+0.5  weak        client path quality to host: latencyMs is 310 (above 200)\n");
    }

    @Test
    void what_speaks_against_is_told_as_such() {
        String text = Sample.text(Sample.expired()
                .put("host.services[TermService].state", "running")
                .put("host.services[TermService].startType", "manual"));

        assertThat(text)
                .contains("-0.5  weak        against: host service TermService: "
                        + "state is running, startType is manual (not disabled)\n");
    }

    @Test
    void an_attempt_that_got_too_far_for_a_cause_speaks_against_it() {
        String text = Sample.text(Sample.confirmed().put("attempt.progress", "estimating"));

        assertThat(text)
                .contains("The attempt got to: credentials.")
                .contains("-3.0  strong      against: the attempt got to credentials, "
                        + "and this cause would have stopped it before\n"
                        + "                     attempt progress is estimating\n");
    }

    @Test
    void a_symptom_stands_under_the_cause_that_explains_it() {
        assertThat(Sample.text(everything()))
                .contains("  The desktop stays blank (blank-desktop), likely, 62 %: explained by expired\n");
    }

    @Test
    void another_candidate_says_how_to_tell_it_apart() {
        String text = Sample.text(Sample.nothing()
                .put("host.certificate.validity", "expired")
                .put("host.keyStore.rdpKeyReadable", false));

        assertThat(text)
                .startsWith(
                        "LIKELY CAUSE: The host cannot use the key of its certificate (key-unusable), likely, 62 %\n")
                .contains("""
                        Other candidates
                          The host's certificate has expired (expired), possible, 38 %
                              To tell apart: An expired certificate has a key that can be read.
                        """);
    }

    @Test
    void several_likely_causes_are_told_with_their_evidence() {
        String text = Sample.text(Sample.expired().put("host.keyStore.rdpKeyReadable", false));

        assertThat(text)
                .startsWith("""
                        LIKELY CAUSE: The host's certificate has expired (expired), likely, 73 %
                        ALSO LIKELY: The host cannot use the key of its certificate (key-unusable), likely, 73 %
                        """)
                .contains("\nWhy key-unusable\n", "\nWhy expired\n")
                .doesNotContain("Other candidates");
    }

    @Test
    void a_plan_that_can_cut_access_warns_before_its_first_step() {
        String text = Sample.text(Sample.expired());

        assertThat(text.indexOf("WARNING: this plan can cut the only way into the host"))
                .isPositive()
                .isLessThan(text.indexOf("1. "));
    }

    @Test
    void a_step_says_all_that_one_needs_to_know_before_doing_it() {
        assertThat(Sample.text(Sample.expired()))
                .contains("""
                          7. Renew the listener's certificate
                             [on the host, as administrator, 5 min, downtime 1 min, restarts a service, CAN CUT ACCESS]
                        """)
                .contains("     For <thumbprint> write the value of host.certificate.thumbprint.\n")
                .contains("     Check: The listener shows a certificate whose validity ends in the future.\n")
                .contains("     Undo: Import the certificate that you exported before, and bind it again.\n")
                .contains("     Cures: expired (chance 58 %)\n");
    }

    @Test
    void a_command_can_be_copied_whatever_the_width() {
        String line =
                "Remove-Item -LiteralPath \"Cert:\\LocalMachine\\Remote Desktop\\<thumbprint>\" -ErrorAction Stop "
                        + "# one long line that nobody may wrap";

        String narrow = Sample.written(ReportFormat.text(60, false), Sample.report(Sample.expired()));

        assertThat(narrow.lines()).contains("         " + line, "         Restart-Service -Name SessionEnv");
    }

    @Test
    void an_observed_value_stands_in_the_command() {
        assertThat(Sample.text(everything()))
                .contains("Remote Desktop\\0123456789ABCDEF0123456789ABCDEF01234567")
                .doesNotContain("For <thumbprint>");
    }

    @Test
    void where_a_policy_owns_the_setting_the_policy_is_changed() {
        assertThat(Sample.text(everything()))
                .contains("A policy owns this setting, so the policy is changed.")
                .contains("Change the policy \"Require use of specific security layer\"");
        assertThat(Sample.text(Sample.expired())).contains("1. Read host.securityLayer.setBy\n");
    }

    @Test
    void two_facts_that_one_command_prints_are_read_once() {
        assertThat(Sample.text(Sample.expired()))
                .contains(
                        "  1. Read host.securityLayer.setBy\n     [host-admin, as administrator, 1 s]\n         Get-Cim")
                .contains("  3. Read host.certificate.binding\n     Step 2 prints it too.\n");
    }

    @Test
    void a_step_that_weakens_security_is_temporary_and_taken_back() {
        String text = Sample.text(Sample.expired());

        assertThat(text).contains("[on the host, as administrator, 3 min, TEMPORARY TEST, at most 15 minutes, weakens");
        assertThat(text.indexOf("  9. TAKE BACK: Let the listener speak RDP's own security\n"))
                .isGreaterThan(text.indexOf("  8. Let the listener speak RDP's own security\n"));
    }

    @Test
    void undetermined_names_what_to_collect_next_and_how() {
        assertThat(Sample.text(Sample.nothing()))
                .contains("To collect next\n")
                .contains("  4. host.certificate.validity\n     [host-admin, as administrator, 2 s]\n")
                .contains("Id=36870;")
                .doesNotContain("For NAME")
                .endsWith("Next, for a file to fill in:\n  rdpdx facts template\n");
        assertThat(Sample.text(Sample.nothing().put("host.certificate.validity", "expired")))
                .endsWith("  rdpdx facts template --for expired\n");
    }

    @Test
    void a_confirmed_cause_needs_no_more_facts() {
        assertThat(Sample.text(Sample.confirmed())).doesNotContain("collect");
        assertThat(Sample.text(Sample.expired())).contains("To be surer, collect\n");
        assertThat(Sample.text(works())).doesNotContain("To collect next");
    }

    @Test
    void what_could_not_be_read_is_told_and_not_asked_for_again() {
        String text = Sample.text(Sample.nothing().unread("symptoms", "no-tool"));

        assertThat(text).contains("Could not be read: symptoms (no-tool)").doesNotContain("symptoms[blank-desktop]");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_rule_is_counted_once(CaseFacts.Builder facts) {
        Report report = Sample.report(facts);
        Matcher counts = COUNTS.matcher(Sample.written(ReportFormat.text(140, false), report));

        assertThat(counts.find()).isTrue();
        int sum = 0;
        for (int group = 2; group <= 5; group++) {
            sum += Integer.parseInt(counts.group(group));
        }
        assertThat(sum)
                .isEqualTo(Integer.parseInt(counts.group(1)))
                .isEqualTo(Sample.RULEBOOK.rules().size());
        Map<RuleState, Integer> states = report.findings().counts();
        assertThat(counts.group(2)).isEqualTo(String.valueOf(states.get(RuleState.FIRED)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_line_but_a_command_is_longer_than_the_terminal(CaseFacts.Builder facts) {
        Report report = Sample.report(facts);
        for (int width : List.of(60, 80, 100, 140)) {
            assertThat(Sample.written(ReportFormat.text(width, false), report).lines())
                    .filteredOn(line -> !line.startsWith(" ".repeat(9)) || line.startsWith(" ".repeat(10)))
                    .allMatch(line -> line.length() <= width, "is at most " + width + " columns");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void without_colour_everything_is_plain_and_with_it_the_words_are_the_same(CaseFacts.Builder facts) {
        Report report = Sample.report(facts);
        String plain = Sample.written(ReportFormat.text(100, false), report);
        String coloured = Sample.written(ReportFormat.text(100, true), report);

        assertThat(plain).matches("[\\x20-\\x7e\\n]*");
        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void a_narrower_terminal_is_taken_for_one_of_60_columns() {
        Report report = Sample.report(Sample.expired());

        assertThat(Sample.written(ReportFormat.text(10, false), report))
                .isEqualTo(Sample.written(ReportFormat.text(60, false), report));
    }

    @Test
    void several_reports_are_parted_by_a_line() throws IOException {
        Report report = Sample.report(Sample.nothing());
        String one = Sample.written(ReportFormat.text(60, false), report);
        StringBuilder out = new StringBuilder();

        ReportFormat.text(60, false).writeAll(List.of(report, report), out);

        assertThat(out).hasToString(one + "\n" + "=".repeat(60) + "\n\n" + one);
    }

    @Test
    void the_words_of_formats_name_formats() {
        assertThat(ReportFormat.words())
                .allSatisfy(word -> assertThat(ReportFormat.of(word)).isNotNull());
    }
}
