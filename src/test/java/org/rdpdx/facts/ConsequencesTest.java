package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsequencesTest {

    @Test
    void an_event_is_placed_in_time_against_the_attempt() {
        CaseFacts facts = Read.one("""
                attempt: { at: 2026-11-20T09:13:55Z }
                host:
                  events:
                    - { provider: Schannel, id: 1, at: 2026-11-20T09:13:56.5Z }
                    - { provider: Schannel, id: 2, at: 2026-11-20T10:13:50+01:00 }
                    - { provider: Schannel, id: 3, at: 2026-11-20T09:13Z }
                    - { provider: Schannel, id: 4 }
                """);

        assertThat(facts.value("host.events[1].secondsFromAttempt")).contains(1.5);
        assertThat(facts.value("host.events[2].secondsFromAttempt")).contains(-5.0);
        assertThat(facts.value("host.events[3].secondsFromAttempt")).isEmpty();
        assertThat(facts.value("host.events[4].secondsFromAttempt")).isEmpty();
        Fact first = facts.facts().get(1);
        assertThat(facts.origin(first, "secondsFromAttempt")).isEqualTo(facts.origin(first, "at"));
    }

    @Test
    void without_an_exact_time_of_the_attempt_no_event_is_placed() {
        String events = "host: { events: [ { provider: Schannel, id: 1, at: 2026-11-20T09:13:56Z } ] }";

        assertThat(Read.one(events).value("host.events[1].secondsFromAttempt")).isEmpty();
        assertThat(Read.one("attempt: { at: 2026-11-20 }\n" + events).value("host.events[1].secondsFromAttempt"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft-Windows-TerminalServices-Gateway/Operational, Microsoft-Windows-TerminalServices-Gateway",
        "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Admin, Microsoft-Windows-TerminalServices-RemoteConnectionManager",
        "System,",
        "Microsoft-Windows-X/Debug,",
    })
    void the_channel_of_a_provider_names_it(String channel, String provider) {
        CaseFacts facts = Read.one("host: { events: [ { channel: " + channel + ", id: 1 } ] }");

        assertThat(facts.value("host.events[1].provider").orElse(null)).isEqualTo(provider);
    }

    @Test
    void a_provider_that_is_said_stays() {
        assertThat(Read.one("host: { events: [ { channel: A/Operational, provider: B, id: 1 } ] }")
                        .value("host.events[1].provider"))
                .contains("B");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-11-01, expired",
        "2026-01-01, 2027-01-01, valid",
        "2026-12-01, 2027-01-01, not-yet-valid",
        "2026-01-01, 2026-11-20,",
        "2026-11-20, 2027-01-01,",
        "2026, 2027-01-01,",
        "2025, 2027-01-01, valid",
    })
    void validity_follows_from_the_dates_where_they_decide_it(String from, String to, String validity) {
        CaseFacts facts = Read.one("observedAt: 2026-11-20T09:14:00Z\nhost: { certificate: { notBefore: " + from
                + ", notAfter: " + to + " } }");

        assertThat(facts.value("host.certificate.validity").orElse(null)).isEqualTo(validity);
    }

    @Test
    void validity_is_judged_at_the_attempt_and_only_else_when_the_facts_were_taken() {
        String certificate = "host: { certificate: { notAfter: 2026-11-10 } }";

        assertThat(Read.one("observedAt: 2026-11-20\n" + certificate).value("host.certificate.validity"))
                .contains("expired");
        assertThat(Read.one("observedAt: 2026-11-20\nattempt: { at: 2026-11-01 }\n" + certificate)
                        .value("host.certificate.validity"))
                .isEmpty();
        assertThat(Read.one(certificate).value("host.certificate.validity")).isEmpty();
    }

    @Test
    void a_derived_validity_has_the_origin_of_the_date_that_decides() {
        CaseFacts facts = Read.one("observedAt: 2026-11-20\nhost: { certificate: { notAfter: 2026-11-10 } }");

        Fact certificate = facts.facts().get(0);
        assertThat(facts.origin(certificate, "validity")).isEqualTo(facts.origin(certificate, "notAfter"));
        assertThat(facts.origin(certificate, "validity").orElseThrow().text()).isEqualTo("2026-11-10");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-10, 19045, workstation, true",
        "windows-10, 19045, server, true",
        "windows-11, 26100, workstation, true",
        "windows-server-2025, 26100, server, true",
        "windows-server-2022, 20348, domain-controller, true",
        "windows-server-2022, 26100, server, false",
        "windows-10, 22631, workstation, false",
        "windows-11, 19045, workstation, false",
        "windows-7, 7601, server, false",
        "windows-11, 26100, domain-controller, false",
        "linux, 6, server, true",
        "other, 1, workstation, true",
    })
    void name_build_and_type_of_a_windows_have_to_agree(String name, long build, String type, boolean right) {
        String file =
                "host: { operatingSystem: { name: " + name + ", build: " + build + ", productType: " + type + " } }";

        assertThat(Read.problems(file).isEmpty()).isEqualTo(right);
    }

    @Test
    void a_text_that_is_known_becomes_its_dialog() {
        CaseFacts facts = Read.one("attempt: { messageText: \"An internal error has occurred.\" }");

        assertThat(facts.value("attempt.message")).contains("internal-error");
        assertThat(facts.value("attempt.messageText")).contains("An internal error has occurred.");
    }

    @Test
    void a_text_that_is_not_known_stays_a_text() {
        CaseFacts facts = Read.one("attempt: { messageText: Something else }");

        assertThat(facts.value("attempt.message")).isEmpty();
    }
}
