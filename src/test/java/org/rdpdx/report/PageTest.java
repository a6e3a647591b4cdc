package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rdpdx.report.Page.Style;

class PageTest {

    @Test
    void lines_are_broken_at_words() {
        Page page = new Page(20, false);

        page.wrapped(2, "one two three four five six");

        assertThat(page).hasToString("  one two three four\n  five six\n");
    }

    @Test
    void a_word_that_is_too_long_is_broken_where_it_must_be() {
        Page page = new Page(20, false);

        page.wrapped(Style.PLAIN, "- ", 2, "at Microsoft-Windows-TerminalServices-RemoteConnectionManager");

        assertThat(page.toString().lines()).allMatch(line -> line.length() <= 20);
        assertThat(page.toString().replaceAll("\\s+", ""))
                .isEqualTo("-atMicrosoft-Windows-TerminalServices-RemoteConnectionManager");
    }

    @Test
    void a_command_is_never_broken() {
        Page page = new Page(20, false);

        page.verbatim(4, "Get-Service -Name TermService, SessionEnv\r\nGet-Date\n");

        assertThat(page).hasToString("    Get-Service -Name TermService, SessionEnv\n    Get-Date\n");
    }

    @Test
    void colour_comes_only_if_wanted_and_does_not_count_as_width() {
        Page plain = new Page(20, false);
        Page coloured = new Page(20, true);

        plain.heading("one two three four fi");
        coloured.heading("one two three four fi");

        assertThat(plain.toString()).doesNotContain("\u001b");
        assertThat(coloured.toString()).contains("\u001b[1m");
        assertThat(coloured.toString().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.toString());
    }

    @Test
    void text_of_a_file_cannot_colour_a_line() {
        Page page = new Page(80, true);

        page.wrapped(0, "case \u001b[31mred\u009b31m");
        page.verbatim(0, "Get-Item 'x\u001b[31m\u009b'");

        assertThat(page.toString()).doesNotContain("\u001b", "\u009b");
    }

    @Test
    void two_blank_lines_never_follow_each_other() {
        Page page = new Page(80, false);

        page.blank();
        page.wrapped(0, "one");
        page.blank();
        page.blank();
        page.wrapped(0, "two");

        assertThat(page).hasToString("one\n\ntwo\n");
    }
}
