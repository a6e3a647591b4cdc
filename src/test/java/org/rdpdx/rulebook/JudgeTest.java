package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rdpdx.rulebook.RuleState.CONTRADICTED;
import static org.rdpdx.rulebook.RuleState.FIRED;
import static org.rdpdx.rulebook.RuleState.NOT_APPLICABLE;
import static org.rdpdx.rulebook.RuleState.UNDECIDED;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Vocabulary;

/** Three values, on small facts. Drools fires beside the judge in every one of them and has to agree. */
class JudgeTest {

    private static final String OPERATORS = rule("equal", "OperatingSystem( viewpoint == \"host\", build == 17763 )")
            + rule("unequal", "OperatingSystem( viewpoint == \"host\", build != null, build != 17763 )")
            + rule("less", "OperatingSystem( viewpoint == \"host\", build < 17763 )")
            + rule("at-most", "OperatingSystem( viewpoint == \"host\", build <= 17763 )")
            + rule("greater", "OperatingSystem( viewpoint == \"host\", build > 17763 )")
            + rule("at-least", "OperatingSystem( viewpoint == \"host\", build >= 17763 )")
            + rule("observed", "OperatingSystem( viewpoint == \"host\", build != null )")
            + rule("in", "Nla( setBy in (\"local\", \"policy\") )")
            + rule("not-in", "Nla( setBy != null, setBy not in (\"local\", \"policy\") )")
            + rule("flag", "Nla( required == true )")
            + rule("code", "Attempt( status == 0x8009030D )")
            + rule("number", "PathQuality( viewpoint == \"client\", to == \"host\", latencyMs > 200 )")
            + rule("matches", "RdpSetting( name == \"gatewayhostname\", text matches \"gw\\\\d+\\\\..*\" )")
            + rule("not-matches", "RdpSetting( name == \"gatewayhostname\", text not matches \"gw\\\\d+\\\\..*\" )")
            + rule("contains", "Certificate( viewpoint == \"host\", privateKeyReaders contains \"network-service\" )")
            + rule(
                    "not-contains",
                    "Certificate( viewpoint == \"host\", privateKeyReaders != null, privateKeyReaders not contains \"network-service\" )")
            + rule(
                    "before",
                    "Attempt( $at : at ) Certificate( viewpoint == \"host\", notAfter < $at, selfSigned == true )")
            + rule(
                    "after",
                    "Attempt( $at : at ) Certificate( viewpoint == \"host\", notAfter > $at, selfSigned == true )")
            + rule("either", "Nla( required == true || setBy == \"policy\" )")
            + rule("both", "Nla( required == true && setBy == \"policy\" )");

    private static final String PATTERNS = rule(
                    "stopped", "Service( viewpoint == \"host\", name == \"TermService\", state == \"stopped\" )")
            + rule("gone", "Service( viewpoint == \"host\", name == \"TermService\", present == false )")
            + rule("anywhere", "Service( name == \"TermService\", state == \"stopped\" )")
            + rule("any", "Service( viewpoint == \"host\", state == \"stopped\" )")
            + rule(
                    "one-of-two",
                    "Service( viewpoint == \"host\", name in (\"TermService\", \"UmRdpService\"), state == \"stopped\" )")
            + rule("like", "Service( viewpoint == \"host\", name matches \"Term.*\", state == \"stopped\" )")
            + rule(
                    "event",
                    "Event( viewpoint == \"host\", provider == \"Schannel\", id == 36870, status == 0x8009030D )")
            + rule(
                    "no-event",
                    "Event( viewpoint == \"host\", provider == \"Schannel\", id == 36870, present == false )")
            + rule("any-provider", "Event( viewpoint == \"host\", id == 36870, status == 0x8009030D )")
            + rule("gateway", "Certificate( viewpoint == \"gateway\", validity == \"expired\" )")
            + rule("host-or-gateway", "Certificate( viewpoint in (\"host\", \"gateway\"), validity == \"expired\" )")
            + rule(
                    "branches",
                    "( Certificate( viewpoint == \"gateway\", validity == \"expired\" ) or Nla( required == true ) ) Attempt( outcome == \"fails\" )");

    private static final String DEDUCED = rule("deduced", "Deduced( name == \"stopped\" )")
            + rule("not-deduced", "not Deduced( name == \"stopped\" )")
            + rule("exists-deduced", "exists Deduced( name in (\"stopped\", \"other\") )")
            + rule("not-second", "not Deduced( name == \"second\" )")
            + rule("not-any", "not Deduced()")
            + rule("product", "Deduced( name == \"eset\" )")
            + rule(
                    "not-product",
                    "Software( viewpoint == \"client\", name != null, $n : name, running == true ) not Deduced( name != null, name == $n )");

    private static final String JOINS = rule(
                    "same-port",
                    "Port( viewpoint == \"gateway\", protocol == \"tcp\", port != null, $p : port, state == \"listening\" ) "
                            + "Port( viewpoint == \"host\", protocol == \"tcp\", port != null, port == $p, state == \"closed\" )")
            + rule(
                    "same-service",
                    "Port( viewpoint == \"host\", port == 3389, protocol == \"tcp\", service != null, $s : service ) "
                            + "Service( viewpoint == \"host\", name != null, name == $s, state == \"stopped\" )")
            + rule(
                    "other-mode",
                    "Licensing( mode != null, $m : mode ) Cals( version == \"windows-server-2022\", mode != null, mode != $m )")
            + rule("fewer", "Attempt( $tries : tries ) Trial( with == \"fqdn\", successes < $tries )");

    @SuppressWarnings("NullAway.Init")
    private static Rulebook rulebook;

    @BeforeAll
    static void compile() {
        rulebook = new SmallRulebook()
                .diagnosisOf("j", SmallRulebook.drl(OPERATORS + PATTERNS + DEDUCED + JOINS))
                .deduction(
                        "stopped",
                        "Deduced(\"stopped\")",
                        "Service( viewpoint == \"host\", name == \"TermService\", state == \"stopped\" )",
                        "Port( viewpoint == \"gateway\", port == 3389, protocol == \"tcp\", state == \"closed\" )")
                .deduction(
                        "second", "Deduced(\"second\")", "not Deduced( name == \"stopped\" )\n Nla( required == true )")
                .deduction(
                        "product",
                        "Deduced($name)",
                        "Software( viewpoint == \"host\", name != null, $name : name, running == true )")
                .open();
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    @Test
    void a_whole_number_is_compared() {
        String less = "host: { operatingSystem: { build: 14393 } }";
        String same = "host: { operatingSystem: { build: 17763 } }";
        String more = "host: { operatingSystem: { build: 20348 } }";

        assertThat(states("equal", less, same, more)).containsExactly(CONTRADICTED, FIRED, CONTRADICTED);
        assertThat(states("unequal", less, same, more)).containsExactly(FIRED, CONTRADICTED, FIRED);
        assertThat(states("less", less, same, more)).containsExactly(FIRED, CONTRADICTED, CONTRADICTED);
        assertThat(states("at-most", less, same, more)).containsExactly(FIRED, FIRED, CONTRADICTED);
        assertThat(states("greater", less, same, more)).containsExactly(CONTRADICTED, CONTRADICTED, FIRED);
        assertThat(states("at-least", less, same, more)).containsExactly(CONTRADICTED, FIRED, FIRED);
        assertThat(states("observed", less, same, more)).containsExactly(FIRED, FIRED, FIRED);
    }

    @Test
    void what_was_not_observed_decides_nothing() {
        String unseen = """
                host: { operatingSystem: { name: windows-server-2022 }, nla: { policyFrom: local }, certificate: { selfSigned: true } }
                client: { rdpSettings: [ { name: gatewayhostname } ], paths: [ { to: host, over: vpn } ] }
                attempt: { at: 2026-11-20T09:00:00Z }
                """;

        assertThat(rulebook.rules().stream()
                        .filter(rule -> OPERATORS.contains("\"" + rule.name() + "\""))
                        .map(rule -> state(rule.name().substring(2), unseen)))
                .hasSize(20)
                .containsOnly(UNDECIDED);
    }

    @Test
    void nothing_at_all_decides_nothing() {
        assertThat(rulebook.consider(Samples.facts("attempt: { occurs: always }"))
                        .counts())
                .containsEntry(UNDECIDED, rulebook.rules().size());
    }

    @Test
    void a_word_is_looked_up_in_a_list() {
        String local = "host: { nla: { setBy: local } }";
        String standard = "host: { nla: { setBy: default } }";

        assertThat(states("in", local, standard)).containsExactly(FIRED, CONTRADICTED);
        assertThat(states("not-in", local, standard)).containsExactly(CONTRADICTED, FIRED);
    }

    @Test
    void flags_codes_and_measured_numbers_are_compared() {
        assertThat(states("flag", "host: { nla: { required: true } }", "host: { nla: { required: false } }"))
                .containsExactly(FIRED, CONTRADICTED);
        assertThat(states(
                        "code",
                        "attempt: { status: 0x8009030D }",
                        "attempt: { status: -2146893043 }",
                        "attempt: { status: 2148074253 }",
                        "attempt: { status: 0x8009030E }"))
                .containsExactly(FIRED, FIRED, FIRED, CONTRADICTED);
        assertThat(states(
                        "number",
                        "client: { paths: [ { to: host, latencyMs: 200.5 } ] }",
                        "client: { paths: [ { to: host, latencyMs: 200 } ] }",
                        "client: { paths: [ { to: gateway, latencyMs: 300 } ] }"))
                .containsExactly(FIRED, CONTRADICTED, UNDECIDED);
    }

    @Test
    void a_text_matches_as_a_whole() {
        String like = "client: { rdpSettings: [ { name: gatewayhostname, text: gw12.example.org } ] }";
        String unlike = "client: { rdpSettings: [ { name: gatewayhostname, text: my-gw12.example.org } ] }";
        String absent = "client: { rdpSettings: [ { name: gatewayhostname, present: false } ] }";

        assertThat(states("matches", like, unlike, absent)).containsExactly(FIRED, CONTRADICTED, CONTRADICTED);
        assertThat(states("not-matches", like, unlike, absent)).containsExactly(CONTRADICTED, FIRED, CONTRADICTED);
    }

    @Test
    void a_set_is_always_the_whole_answer() {
        String with = "host: { certificate: { privateKeyReaders: [local-system, network-service] } }";
        String without = "host: { certificate: { privateKeyReaders: [local-system] } }";
        String empty = "host: { certificate: { privateKeyReaders: [] } }";

        assertThat(states("contains", with, without, empty)).containsExactly(FIRED, CONTRADICTED, CONTRADICTED);
        assertThat(states("not-contains", with, without, empty)).containsExactly(CONTRADICTED, FIRED, FIRED);
    }

    @Test
    void a_coarse_time_is_before_another_only_if_all_of_it_is() {
        String wholly = certificateUntil("2026-10", "2026-11-20T09:00:00Z");
        String overlapping = certificateUntil("2026-11", "2026-11-20T09:00:00Z");
        String wholyAfter = certificateUntil("2026-12", "2026-11-20T09:00:00Z");
        String atOnce = certificateUntil("2026-11-20T09:00:00Z", "2026-11-20T09:00:00Z");
        String unknown = "attempt: { outcome: fails }\nhost: { certificate: { notAfter: 2026-11, selfSigned: true } }";

        assertThat(states("before", wholly, overlapping, wholyAfter, atOnce, unknown))
                .containsExactly(FIRED, UNDECIDED, CONTRADICTED, CONTRADICTED, UNDECIDED);
        assertThat(states("after", wholly, overlapping, wholyAfter, atOnce, unknown))
                .containsExactly(CONTRADICTED, UNDECIDED, FIRED, CONTRADICTED, UNDECIDED);
    }

    @Test
    void one_true_alternative_is_enough_and_one_false_part_too_much() {
        String trueAndUnknown = "host: { nla: { required: true } }";
        String falseAndUnknown = "host: { nla: { required: false } }";
        String falseAndTrue = "host: { nla: { required: false, setBy: policy } }";
        String bothFalse = "host: { nla: { required: false, setBy: local } }";

        assertThat(states("either", trueAndUnknown, falseAndUnknown, falseAndTrue, bothFalse))
                .containsExactly(FIRED, UNDECIDED, FIRED, CONTRADICTED);
        assertThat(states("both", trueAndUnknown, falseAndUnknown, falseAndTrue, bothFalse))
                .containsExactly(UNDECIDED, CONTRADICTED, CONTRADICTED, CONTRADICTED);
        assertThat(state("both", "host: { nla: { required: true, setBy: policy } }"))
                .isEqualTo(FIRED);
    }

    @Test
    void what_is_stated_absent_has_no_property_that_could_be_found_out() {
        String absent =
                "host: { certificate: { present: false }, services: [ { name: TermService, present: false } ] }";

        assertThat(state("contains", absent)).isEqualTo(CONTRADICTED);
        assertThat(state("not-contains", absent)).isEqualTo(CONTRADICTED);
        assertThat(state("stopped", absent)).isEqualTo(CONTRADICTED);
        assertThat(state("gone", absent)).isEqualTo(FIRED);
    }

    @Test
    void a_thing_that_is_named_and_seen_is_decided() {
        String stopped = "host: { services: [ { name: TermService, state: stopped } ] }";
        String running = "host: { services: [ { name: TermService, state: running } ] }";
        String otherService = "host: { services: [ { name: UmRdpService, state: stopped } ] }";
        String otherPlace = "gateway: { services: [ { name: TermService, state: stopped } ] }";

        assertThat(states("stopped", stopped, running, otherService, otherPlace))
                .containsExactly(FIRED, CONTRADICTED, UNDECIDED, UNDECIDED);
        assertThat(states("gone", stopped, running, otherService, otherPlace))
                .containsExactly(CONTRADICTED, CONTRADICTED, UNDECIDED, UNDECIDED);
    }

    @Test
    void a_thing_that_is_not_named_can_only_be_there_or_unknown() {
        String running = "host: { services: [ { name: TermService, state: running } ] }";
        String stopped = "host: { services: [ { name: TermService, state: stopped } ] }";
        String absent = "host: { services: [ { name: TermService, present: false } ] }";

        assertThat(states("any", running, stopped, absent)).containsExactly(UNDECIDED, FIRED, UNDECIDED);
        assertThat(states("anywhere", running, stopped, absent)).containsExactly(UNDECIDED, FIRED, UNDECIDED);
        assertThat(states("like", running, stopped, absent)).containsExactly(UNDECIDED, FIRED, UNDECIDED);
    }

    @Test
    void one_of_several_named_things_is_false_only_when_all_were_seen() {
        String first = "host: { services: [ { name: TermService, state: running } ] }";
        String both =
                "host: { services: [ { name: TermService, state: running }, { name: UmRdpService, state: running } ] }";
        String bothOneGone =
                "host: { services: [ { name: TermService, state: running }, { name: UmRdpService, present: false } ] }";
        String bothOneUnknown =
                "host: { services: [ { name: TermService, state: running }, { name: UmRdpService, startType: manual } ] }";
        String secondStopped =
                "host: { services: [ { name: TermService, state: running }, { name: UmRdpService, state: stopped } ] }";

        assertThat(states("one-of-two", first, both, bothOneGone, bothOneUnknown, secondStopped))
                .containsExactly(UNDECIDED, CONTRADICTED, CONTRADICTED, UNDECIDED, FIRED);
        assertThat(states(
                        "host-or-gateway",
                        "host: { certificate: { validity: valid } }",
                        "host: { certificate: { validity: valid } }\ngateway: { certificate: { validity: valid } }"))
                .containsExactly(UNDECIDED, CONTRADICTED);
    }

    @Test
    void an_event_of_another_provider_says_nothing_about_this_one() {
        assertThat(states(
                        "event",
                        "host: { events: [ { provider: Schannel, id: 36870, status: 0x8009030D } ] }",
                        "host: { events: [ { provider: Schannel, id: 36870, status: 0x8009030E } ] }",
                        "host: { events: [ { provider: Schannel, id: 36870 } ] }",
                        "host: { events: [ { provider: Other, id: 36870, status: 0x8009030E } ] }",
                        "host: { events: [ { provider: Other, id: 36870, status: 0x8009030D } ] }",
                        "host: { events: [ { channel: System, id: 36870, status: 0x8009030D } ] }",
                        "host: { events: [ { provider: Schannel, id: 36870, present: false } ] }",
                        "host: { events: [ { provider: Other, id: 36870, present: false } ] }"))
                .containsExactly(
                        FIRED, CONTRADICTED, UNDECIDED, UNDECIDED, UNDECIDED, UNDECIDED, CONTRADICTED, UNDECIDED);
        assertThat(states(
                        "any-provider",
                        "host: { events: [ { provider: Other, id: 36870, status: 0x8009030D } ] }",
                        "host: { events: [ { provider: Other, id: 36870, status: 0x8009030E } ] }"))
                .containsExactly(FIRED, CONTRADICTED);
        assertThat(states(
                        "no-event",
                        "host: { events: [ { provider: Schannel, id: 36870, present: false } ] }",
                        "host: { events: [ { provider: Schannel, id: 36870, status: 5 } ] }",
                        "host: { events: [ { provider: Other, id: 36870, present: false } ] }"))
                .containsExactly(FIRED, CONTRADICTED, UNDECIDED);
    }

    @Test
    void one_of_several_entries_of_a_thing_is_enough() {
        String several = "host: { events: [ { provider: Schannel, id: 36870, status: 5 }, "
                + "{ provider: Schannel, id: 36870, status: 0x8009030D }, { provider: Schannel, id: 36870 } ] }";
        String withUnknown = "host: { events: [ { provider: Schannel, id: 36870, status: 5 }, "
                + "{ provider: Schannel, id: 36870, symbol: x } ] }";

        assertThat(states("event", several, withUnknown)).containsExactly(FIRED, UNDECIDED);
    }

    @Test
    void a_part_of_the_world_that_does_not_exist_makes_rules_about_it_inapplicable() {
        assertThat(states("gateway", "gateway: none", "broker: none", "gateway: { certificate: { validity: valid } }"))
                .containsExactly(NOT_APPLICABLE, UNDECIDED, CONTRADICTED);
        assertThat(states(
                        "host-or-gateway",
                        "gateway: none",
                        "gateway: none\nhost: { certificate: { validity: expired } }"))
                .containsExactly(UNDECIDED, FIRED);
        assertThat(state(
                        "same-port",
                        "gateway: none\nhost: { ports: [ { port: 3389, protocol: tcp, state: closed } ] }"))
                .isEqualTo(NOT_APPLICABLE);
    }

    @Test
    void of_alternatives_the_best_counts() {
        String gatewayUnknown = "attempt: { outcome: fails }\nhost: { nla: { required: false } }";
        String noGateway = "gateway: none\n" + gatewayUnknown;
        String second = "gateway: none\nattempt: { outcome: fails }\nhost: { nla: { required: true } }";
        String bothFalse = "gateway: { certificate: { validity: valid } }\n" + gatewayUnknown;
        String restFalse = "attempt: { outcome: works }\nhost: { nla: { required: true } }";

        assertThat(states("branches", gatewayUnknown, noGateway, second, bothFalse, restFalse))
                .containsExactly(UNDECIDED, CONTRADICTED, FIRED, CONTRADICTED, CONTRADICTED);
    }

    @Test
    void what_was_deduced_holds_and_what_cannot_be_deduced_does_not() {
        String made = "host: { services: [ { name: TermService, state: stopped } ] }";
        String halfContradicted = "host: { services: [ { name: TermService, state: running } ] }";
        String contradicted =
                halfContradicted + "\ngateway: { ports: [ { port: 3389, protocol: tcp, state: listening } ] }";
        String inapplicable = halfContradicted + "\ngateway: none";

        assertThat(states("deduced", made, halfContradicted)).containsExactly(FIRED, UNDECIDED);
        assertThat(states("not-deduced", made, halfContradicted)).containsExactly(CONTRADICTED, UNDECIDED);
        assertThat(states("exists-deduced", made, halfContradicted)).containsExactly(FIRED, UNDECIDED);
        // something that nobody looked at may yet make a Deduced of any name
        assertThat(states("not-deduced", contradicted, inapplicable)).containsExactly(UNDECIDED, UNDECIDED);
    }

    @Test
    void a_deduction_of_any_name_that_cannot_be_made_leaves_the_named_ones_to_decide() {
        String nothingInstalled = "host: { services: [ { name: TermService, state: running } ] }\ngateway: none\n";
        try (Rulebook small = new SmallRulebook()
                .diagnosis(
                        "d",
                        "Deduced( name == \"stopped\" )",
                        "not Deduced( name == \"stopped\" )",
                        "exists Deduced( name == \"stopped\" )")
                .deduction(
                        "stopped",
                        "Deduced(\"stopped\")",
                        "Service( viewpoint == \"host\", name == \"TermService\", state == \"stopped\" )",
                        "Port( viewpoint == \"gateway\", port == 3389, protocol == \"tcp\", state == \"closed\" )")
                .open()) {

            Findings findings = small.consider(Samples.facts(nothingInstalled));

            assertThat(findings.verdicts("d"))
                    .extracting(RuleVerdict::state)
                    .containsExactly(CONTRADICTED, FIRED, CONTRADICTED);
        }
    }

    @Test
    void a_deduction_may_rest_on_the_absence_of_another() {
        String firstMade = "host: { nla: { required: true }, services: [ { name: TermService, state: stopped } ] }";
        String nlaOff = "host: { nla: { required: false }, services: [ { name: TermService, state: stopped } ] }";

        assertThat(states("not-second", firstMade, nlaOff)).containsExactly(UNDECIDED, UNDECIDED);
        assertThat(states("not-any", firstMade)).containsExactly(CONTRADICTED);
        assertThat(deduced(firstMade)).containsExactly("stopped");
    }

    @Test
    void a_deduced_fact_takes_the_value_that_was_bound() {
        String two = "host: { software: [ { name: eset, running: true }, { name: kaspersky, running: true }, "
                + "{ name: xrdp, running: false } ] }\nclient: { software: [ { name: xrdp, running: true } ] }";

        assertThat(deduced(two)).containsExactlyInAnyOrder("eset", "kaspersky");
        assertThat(state("product", two)).isEqualTo(FIRED);
        assertThat(state("not-product", two.replace("name: xrdp, running: true", "name: eset, running: true")))
                .isEqualTo(UNDECIDED);
    }

    @Test
    void values_of_two_facts_are_compared() {
        String gateway = "gateway: { ports: [ { port: 3391, protocol: tcp, state: listening } ] }\n";

        assertThat(states(
                        "same-port",
                        gateway + "host: { ports: [ { port: 3391, protocol: tcp, state: closed } ] }",
                        gateway + "host: { ports: [ { port: 3391, protocol: tcp, state: listening } ] }",
                        gateway + "host: { ports: [ { port: 3389, protocol: tcp, state: closed } ] }",
                        "host: { ports: [ { port: 3391, protocol: tcp, state: closed } ] }"))
                .containsExactly(FIRED, UNDECIDED, UNDECIDED, UNDECIDED);
        assertThat(
                        states(
                                "other-mode",
                                "host: { licensing: { mode: per-user } }\nlicenseServer: { cals: [ { version: windows-server-2022, mode: per-device } ] }",
                                "host: { licensing: { mode: per-user } }\nlicenseServer: { cals: [ { version: windows-server-2022, mode: per-user } ] }",
                                "host: { licensing: { mode: per-user } }\nlicenseServer: { cals: [ { version: windows-server-2022, free: 3 } ] }"))
                .containsExactly(FIRED, CONTRADICTED, UNDECIDED);
    }

    @Test
    void a_value_that_was_not_observed_equals_and_differs_from_nothing() {
        assertThat(states(
                        "other-mode",
                        "host: { licensing: { graceDaysLeft: 5 } }\nlicenseServer: { cals: [ { version: windows-server-2022, mode: per-user } ] }",
                        "licenseServer: { cals: [ { version: windows-server-2022, mode: per-user } ] }"))
                .containsExactly(UNDECIDED, UNDECIDED);
        assertThat(states(
                        "fewer",
                        "attempt: { tries: 3 }\ntrials: [ { with: fqdn, successes: 2 } ]",
                        "attempt: { tries: 3 }\ntrials: [ { with: fqdn, successes: 3 } ]",
                        "attempt: { outcome: fails }\ntrials: [ { with: fqdn, successes: 2 } ]",
                        "attempt: { tries: 3 }\ntrials: [ { with: fqdn, outcome: works } ]"))
                .containsExactly(FIRED, CONTRADICTED, UNDECIDED, UNDECIDED);
    }

    @Test
    void names_are_compared_without_regard_to_case() {
        assertThat(states(
                        "stopped",
                        "host: { services: [ { name: TERMSERVICE, state: stopped } ] }",
                        "host: { services: [ { name: termservice, state: running } ] }"))
                .containsExactly(FIRED, CONTRADICTED);
        assertThat(state("like", "host: { services: [ { name: TERMSERVICE, state: stopped } ] }"))
                .isEqualTo(FIRED);
        assertThat(
                        state(
                                "same-service",
                                "host: { ports: [ { port: 3389, protocol: tcp, service: MyService } ], services: [ { name: MYSERVICE, state: stopped } ] }"))
                .isEqualTo(FIRED);
    }

    @Test
    void rules_may_spell_a_name_differently() {
        try (Rulebook small = new SmallRulebook()
                .diagnosis(
                        "d",
                        "Service( viewpoint == \"host\", name == \"TermService\", state == \"stopped\" )",
                        "Service( viewpoint == \"host\", name == \"TERMSERVICE\", state == \"stopped\" )",
                        "Service( viewpoint == \"host\", name in (\"other\", 'Termservice'), state == \"stopped\" )",
                        "Service( viewpoint == \"host\", name != null, name != \"TERMSERVICE\", state == \"stopped\" )",
                        "Service( viewpoint == \"host\", name matches \"TERM[A-Z]+\", state == \"stopped\" )")
                .open()) {

            Findings findings =
                    small.consider(Samples.facts("host: { services: [ { name: termService, state: stopped } ] }"));

            assertThat(findings.verdicts())
                    .extracting(RuleVerdict::state)
                    .containsExactly(FIRED, FIRED, FIRED, UNDECIDED, FIRED);
            Rule first = findings.verdicts().get(1).rule();
            assertThat(findings.conditions(first))
                    .extracting(judged ->
                            judged.written() == null ? "" : judged.written().text())
                    .contains("name == \"TERMSERVICE\"");
            assertThat(findings.conditions(first))
                    .extracting(judged -> judged.fact().orElseThrow().value("name"))
                    .containsOnly("termService");
        }
    }

    @Test
    void the_conditions_are_those_of_the_facts_that_come_closest() {
        Findings findings =
                rulebook.consider(Samples.facts("host: { services: [ { name: TermService, startType: manual }, "
                        + "{ name: UmRdpService, state: running } ], certificate: { validity: valid } }"));

        List<JudgedCondition> conditions = findings.conditions(rule(findings, "stopped"));

        assertThat(conditions)
                .extracting(JudgedCondition::truth)
                .containsExactly(Truth.TRUE, Truth.TRUE, Truth.UNKNOWN);
        assertThat(conditions)
                .extracting(
                        judged -> judged.fact().map(fact -> fact.value("name")).orElse(""))
                .containsOnly("TermService");
    }

    @Test
    void a_rule_with_too_many_combinations_is_an_error_and_still_says_what_came_closest() {
        StringBuilder many = new StringBuilder("host:\n  events:\n");
        for (int i = 0; i < 130; i++) {
            many.append("    - { provider: P, id: ").append(i).append(" }\n");
        }
        String event = "Event( viewpoint == \"host\", status == 5, symbol == \"x\" )\n";
        try (Rulebook small = new SmallRulebook()
                .diagnosis("many", event + event + event)
                .diagnosis("other", "Event( viewpoint == \"host\", provider == \"P\", id == 7, present == true )")
                .open()) {

            Findings findings = small.consider(Samples.facts(many.toString()));

            assertThat(findings.verdicts()).extracting(RuleVerdict::state).containsExactly(RuleState.ERROR, FIRED);
            assertThat(findings.conditions(findings.verdicts().get(0).rule())).hasSize(9);
        }
    }

    private static String certificateUntil(String notAfter, String at) {
        return "attempt: { at: " + at + " }\nhost: { certificate: { notAfter: " + notAfter + ", selfSigned: true } }";
    }

    private static String rule(String way, String leftSide) {
        return SmallRulebook.rule("j/" + way, leftSide);
    }

    private static List<RuleState> states(String way, String... facts) {
        return java.util.Arrays.stream(facts).map(yaml -> state(way, yaml)).toList();
    }

    private static RuleState state(String way, String facts) {
        Findings findings = rulebook.consider(Samples.facts(facts));
        assertThat(findings.verdicts())
                .as("Drools and the judge agree")
                .noneMatch(verdict -> verdict.state() == RuleState.ERROR);
        return findings.verdicts().stream()
                .filter(verdict -> verdict.rule().name().equals("j/" + way))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static Rule rule(Findings findings, String way) {
        return findings.verdicts("j").stream()
                .map(RuleVerdict::rule)
                .filter(rule -> rule.name().equals("j/" + way))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> deduced(String facts) {
        List<Fact> deduced = rulebook.consider(Samples.facts(facts)).deduced(Vocabulary.require("deduced"));
        return deduced.stream()
                .<Object>map(fact -> String.valueOf(fact.value("name")))
                .toList();
    }
}
