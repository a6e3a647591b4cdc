package org.rdpdx.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Vocabulary;

class WantedTest {

    private static String command(Wanted wanted) {
        return wanted.way().map(CollectWay::command).orElseThrow();
    }

    private static Wanted event(String beside) {
        return new Wanted("host.events[36870].at", "host", Vocabulary.require("events"), "at", beside);
    }

    @Test
    void the_command_asks_for_the_very_thing_that_is_wanted() {
        assertThat(command(Wanted.at("host.services[TermService].state").orElseThrow()))
                .startsWith("Get-CimInstance Win32_Service -Filter \"Name='TermService'\" |");
        assertThat(command(event("provider Schannel")))
                .startsWith("Get-WinEvent -FilterHashtable @{ProviderName='Schannel';Id=36870;StartTime=");
    }

    @Test
    void what_is_not_known_or_one_of_several_is_left_to_the_person() {
        assertThat(command(Wanted.at("host.services.state").orElseThrow())).contains("\"Name='NAME'\"");
        assertThat(command(event("provider Schannel, TermDD"))).contains("ProviderName='VALUE';Id=36870;");
    }

    @Test
    void a_name_that_could_end_its_quotes_is_not_written_into_a_command() {
        assertThat(command(Wanted.at("host.services[a'; b].state").orElseThrow()))
                .contains("\"Name='NAME'\"");
    }
}
