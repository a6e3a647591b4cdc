package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

class RuleWordsTest {

    private static RuleWords words(Rulebook rulebook, String name) {
        Rule rule = rulebook.rules().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return RuleWords.of(rule);
    }

    @TestFactory
    Stream<DynamicTest> a_shipped_rule_reads_as_a_sentence() {
        Rulebook bundled = Rulebook.bundled();
        Map<String, String> sentences = Map.of(
                "host-certificate-expired/expired", "the host's certificate: validity is expired",
                "host-certificate-expired/client-check",
                        "certificate check on the client (peer host, fault expired) is there",
                "host-certificate-expired/not-replaced-now",
                        "event 1058 on the host (provider Microsoft-Windows-TerminalServices-RemoteConnectionManager): "
                                + "from 300 s before to 60 s after the attempt; "
                                + "and it follows from the facts: refused-while-connecting",
                "firewall-blocks-rdp/no-answer",
                        "probe on the client (to host, protocol tcp, port 3389): result is timed-out",
                "firewall-blocks-rdp/rule-gone", "firewall rule RemoteDesktop-UserMode-In-TCP on the host is not there",
                "client-program-fault/crashed",
                        "event 1000 on the client (provider Application Error): "
                                + "from less than 60 s before to less than 60 s after the attempt "
                                + "and either process is mstsc.exe or module is mstscax.dll",
                "udp-transport-failing/drops-after-about-65-seconds",
                        "the attempt: transport is udp; and symptom disconnect: afterSeconds is above 55 and below 75",
                "nla-requirement-mismatch/host-answer",
                        "the attempt: negotiationFailure is nla-required or error is 0xB09 or clientError is 0x2001E",
                "reached/negotiation-by-answer", "the attempt: negotiationFailure is known, whatever it is");
        return sentences.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> assertThat(
                                words(bundled, entry.getKey()).sentence())
                        .isEqualTo(entry.getValue())));
    }

    @Test
    void every_shipped_rule_has_words_without_a_trace_of_drl() {
        assertThat(Rulebook.bundled().rules())
                .allSatisfy(rule -> assertThat(RuleWords.of(rule).sentence())
                        .isNotBlank()
                        .doesNotContain("==", "!=", "||", "&&", "\"", "$", "{", ">", "<", "null"));
    }

    @Test
    void alternatives_joins_and_negations_are_told_apart(@TempDir Path folder) {
        Rulebook rulebook = SmallRulebook.in(folder)
                .cause("alpha", List.of(), Way.of("strong", "A"))
                .file("area/alpha/rule.drl", """
                        package rules;
                        import org.rdpdx.facts.kind.*;
                        import org.rdpdx.rulebook.Finding;
                        rule "alpha/a" @strength(strong)
                        when
                            Service( viewpoint == "host", name == "A", state == "running" )
                        then insertLogical(Finding.of(drools.getMatch())); end
                        rule "alpha/or" @strength(strong)
                        when
                            ( Nla( required == true ) or SecurityLayer( value != null, value != "tls" ) )
                            not Reached( phase == "session" )
                        then insertLogical(Finding.of(drools.getMatch())); end
                        rule "alpha/join" @strength(weak)
                        when
                            Attempt( $at : at )
                            Change( what == "update-installed", at < $at )
                        then insertLogical(Finding.of(drools.getMatch())); end
                        """)
                .open();

        assertThat(words(rulebook, "alpha/or").alternatives())
                .containsExactly(
                        List.of("the host's nla: required is true", "the attempt did not get as far as: session"),
                        List.of(
                                "the host's security layer: value is known and not tls",
                                "the attempt did not get as far as: session"));
        assertThat(words(rulebook, "alpha/or").sentence())
                .isEqualTo("the host's nla: required is true; and the attempt did not get as far as: session -- or --"
                        + " the host's security layer: value is known and not tls;"
                        + " and the attempt did not get as far as: session");
        assertThat(words(rulebook, "alpha/join").alternatives())
                .containsExactly(
                        List.of("the attempt is there", "change update-installed: at is before at of the attempt"));
        assertThat(words(rulebook, "reached/end").deduces()).contains("the attempt got as far as: later");
    }

    @Test
    void the_glossary_says_what_the_properties_mean() {
        RuleWords words = words(Rulebook.bundled(), "firewall-blocks-rdp/closed");

        assertThat(words.glossary().keySet()).containsExactly("firewall.admitsRdp");
        assertThat(words.glossary().get("firewall.admitsRdp")).isNotBlank();
    }
}
