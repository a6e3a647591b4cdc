package org.rdpdx.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.facts.CaseFacts;

/** A value of a case is data in a command, whatever it holds. */
class CommandTextTest {

    private static final String THUMBPRINT = "9F2C41D07B8E6A53C1D94E07A2B6F8835D0E71CA";

    private static CaseFacts saying(String value) {
        return CaseFacts.named("case").put("attempt.messageText", value).build();
    }

    private static String filled(String command, String value) {
        return CommandText.of(command, saying(value)).text();
    }

    @Test
    void a_value_standing_bare_gets_single_quotes() {
        CaseFacts facts = CaseFacts.named("case")
                .put("host.certificate.thumbprint", THUMBPRINT)
                .build();

        assertThat(CommandText.of("$thumbprint = {host.certificate.thumbprint}", facts)
                        .text())
                .isEqualTo("$thumbprint = '" + THUMBPRINT + "'");
    }

    @Test
    void a_value_between_quotes_gets_none_of_its_own() {
        assertThat(filled("Get-Item 'Cert:\\{attempt.messageText}\\x'", "My")).isEqualTo("Get-Item 'Cert:\\My\\x'");
        assertThat(filled("Get-Item \"Cert:\\{attempt.messageText}\\x\"", "My")).isEqualTo("Get-Item \"Cert:\\My\\x\"");
    }

    @Test
    void which_quote_is_open_is_read_as_powershell_reads_it() {
        assertThat(filled("'it''s' {attempt.messageText}", "v")).isEqualTo("'it''s' 'v'");
        assertThat(filled("\"a `\" b\" {attempt.messageText}", "v")).isEqualTo("\"a `\" b\" 'v'");
        assertThat(filled("\"it's {attempt.messageText}\"", "$v")).isEqualTo("\"it's `$v\"");
        assertThat(filled("'say \"{attempt.messageText}\"'", "o'k")).isEqualTo("'say \"o''k\"'");
        assertThat(filled("'C:\\`' {attempt.messageText}", "v")).isEqualTo("'C:\\`' 'v'");
        assertThat(filled("\u2018it\u2019 {attempt.messageText}", "v")).isEqualTo("\u2018it\u2019 'v'");
        assertThat(filled("\u201cit's {attempt.messageText}\u201d", "$v")).isEqualTo("\u201cit's `$v\u201d");
    }

    @Test
    void an_apostrophe_in_a_remark_opens_no_string() {
        assertThat(filled("# don't\nf {attempt.messageText}", "v")).isEqualTo("# don't\nf 'v'");
        assertThat(filled("g a#'b' # don't {attempt.messageText}", "v")).isEqualTo("g a#'b' # don't 'v'");
        assertThat(filled("g '#' {attempt.messageText}", "v")).isEqualTo("g '#' 'v'");
    }

    @Test
    void several_values_of_one_command_are_each_quoted_where_they_stand() {
        assertThat(filled("a {attempt.messageText} 'b {attempt.messageText}' \"c {attempt.messageText}\"", "x'\"y"))
                .isEqualTo("a 'x''\"y' 'b x''\"y' \"c x'`\"y\"");
    }

    @Test
    void a_thing_of_several_is_named_in_brackets() {
        CaseFacts facts = CaseFacts.named("case")
                .put("host.services[TermService].state", "stopped")
                .put("host.services[SessionEnv].state", "running")
                .build();

        assertThat(CommandText.of("# {host.services[TermService].state}", facts).text())
                .isEqualTo("# 'stopped'");
    }

    @Test
    void codes_are_written_in_hexadecimal_digits() {
        CaseFacts facts =
                CaseFacts.named("case").put("attempt.status", 0x8009030D).build();

        assertThat(CommandText.of("certutil.exe -error {attempt.status}", facts).text())
                .isEqualTo("certutil.exe -error '0x8009030D'");
    }

    @Test
    void what_nobody_observed_stays_to_be_filled_in_quoted_as_its_value_would_be_and_is_named_once() {
        CommandText text = CommandText.of(
                "{host.certificate.thumbprint} '{host.certificate.thumbprint}' \"{host.nla.required}\"", saying("x"));

        assertThat(text.text()).isEqualTo("'<thumbprint>' '<thumbprint>' \"<required>\"");
        assertThat(text.unobserved()).containsExactly("host.certificate.thumbprint", "host.nla.required");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void braces_that_are_no_path_of_a_fact_stay_as_they_are(String script) {
        CommandText text = CommandText.of(script, saying("x"));

        assertThat(text.text()).isEqualTo(script);
        assertThat(text.unobserved()).isEmpty();
    }

    static List<String> scripts() {
        return List.of(
                "Where-Object { $_.Name }",
                "'{0} {1}' -f $a,$b",
                "& { $x = 1 }",
                "@{ n = 'Data'; e = { $_.Properties.Value } }",
                "${env:Path}",
                "{foo.bar}",
                "{host}",
                "{}",
                "{{}}");
    }

    static List<String> nasty() {
        return List.of(
                "'; Remove-Item -Recurse C:\\ #",
                "\"; Remove-Item -Recurse C:\\ #",
                "$(Remove-Item -Recurse C:\\)",
                "$env:USERPROFILE",
                "${x}",
                "@(1)",
                "`",
                "``",
                "`'",
                "`\"",
                "a`nb",
                "''",
                "'''",
                "\"\"",
                "\u2018; Remove-Item C:\\ #",
                "\u2019; Remove-Item C:\\ #",
                "\u201a; Remove-Item C:\\ #",
                "\u201b; Remove-Item C:\\ #",
                "\u201c; Remove-Item C:\\ #",
                "\u201d; Remove-Item C:\\ #",
                "\u201e; Remove-Item C:\\ #",
                "'\u2018\u2019'\"\u201c",
                "{attempt.messageText}",
                "{host.certificate.thumbprint}",
                "<thumbprint>",
                "$1 \\1 $0",
                "C:\\Program Files\\x\\",
                "--%",
                "#",
                "| Out-Null",
                "ein \u00fcberlanger Name \ud83d\ude00");
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void a_nasty_value_comes_out_as_itself_and_as_nothing_else(String value) {
        assertStaysData(value);
    }

    @Test
    void values_made_up_of_everything_that_means_something_stay_data() {
        String[] parts = {
            "'", "\"", "`", "$", "(", ")", "{", "}", ";", "#", "|", "&", "\\", " ", "a", "\u2018", "\u2019", "\u201a",
            "\u201b", "\u201c", "\u201d", "\u201e", "$(", "@'", "'@", "@\"", "\"@", "$1"
        };
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            StringBuilder value = new StringBuilder("x");
            for (int n = random.nextInt(12); n >= 0; n--) {
                value.append(parts[random.nextInt(parts.length)]);
            }
            assertStaysData(value.append("x").toString());
        }
    }

    private static void assertStaysData(String value) {
        assertThat(PowerShellText.read(filled("f {attempt.messageText} -End", value)))
                .containsExactly("f ", "=" + value, " -End");
        assertThat(PowerShellText.read(filled("f 'a{attempt.messageText}b' -End", value)))
                .containsExactly("f ", "=a" + value + "b", " -End");
        assertThat(PowerShellText.read(filled("f \"a{attempt.messageText}b\" -End", value)))
                .containsExactly("f ", "=a" + value + "b", " -End");
    }

    @Test
    void a_line_end_or_another_control_character_becomes_a_space() {
        assertThat(filled("f {attempt.messageText}", "a\r\nRemove-Item C:\\\tb"))
                .isEqualTo("f 'a  Remove-Item C:\\ b'");
        assertThat(filled("f {attempt.messageText}", "a\nb")).isEqualTo("f 'a b'");
    }

    @Test
    void characters_that_only_move_the_cursor_or_turn_the_line_around_are_not_shown() {
        assertThat(filled("f {attempt.messageText}", "a\u202eb\u2028c\u0085d\u009b2Je"))
                .isEqualTo("f 'a b c d 2Je'");
    }
}
