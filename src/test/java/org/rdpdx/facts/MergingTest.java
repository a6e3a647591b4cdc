package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergingTest {

    private static final List<String> PARTS = List.of(
            "attempt: { error: 0x904 }",
            "attempt: { at: 2026-11-20T09:13:55Z, error: 2308 }",
            "attempt: { messageText: An internal error has occurred. }",
            "observedAt: 2026-11-20T09:14:00Z\nhost: { nla: { required: true } }",
            "observedAt: 2026-11-20T09:20:00Z\nhost: { services: [ { name: TermService, state: running } ] }",
            "host: { services: [ { name: TermService, startType: manual }, { name: TSSDis, present: false } ] }",
            "host: { services: [ { name: TSSDis, present: false } ] }",
            "host: { certificate: { notAfter: 2026-11-01 }, licensing: { servers: [a, b] } }",
            "host: { licensing: { servers: [a, b] } }",
            "host: { events: [ { provider: Schannel, id: 36870, at: 2026-11-20T09:13:56Z } ] }",
            "host: { events: [ { provider: Schannel, id: 36870, at: 2026-11-20T09:13:56Z } ] }",
            "host: { events: [ { provider: Schannel, id: 36870, at: 2026-11-20T09:13:58Z }, { id: 1057, channel: System } ] }",
            "trials: [ { with: other-client, outcome: works } ]\nsymptoms: [ { kind: freeze } ]",
            "trials: [ { with: fqdn, outcome: fails } ]\nchanges: [ { what: driver-changed } ]",
            "gateway: none\nunread: [ { fact: host.tls, because: no-tool } ]",
            "gateway: none\nunread: [ { fact: host.tls, because: no-tool } ]\nclient: { collected: b }",
            "client: { collected: a, probes: [ { to: host, protocol: tcp, port: 3389, result: open } ] }",
            "host: { registryValues: [ { key: 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\', name: LMCompatibilityLevel, number: 3 } ] }",
            "host: { ntlm: { level: 3, incoming: allowed } }");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_order_of_documents_and_files_never_matters() throws IOException {
        Random random = new Random(20261122);
        CaseFacts first = null;
        for (int round = 0; round < 200; round++) {
            List<String> parts = new ArrayList<>(PARTS);
            Collections.shuffle(parts, random);
            int files = 1 + random.nextInt(4);
            List<StringBuilder> texts = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                texts.add(new StringBuilder());
            }
            for (String part : parts) {
                texts.get(random.nextInt(files))
                        .append("---\ncase: x\n")
                        .append(part)
                        .append('\n');
            }
            List<Path> paths = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                if (texts.get(i).length() > 0) {
                    paths.add(Files.writeString(folder.resolve(i + ".yaml"), texts.get(i)));
                }
            }

            FactFile.ReadResult result = FactFile.readAll(paths, InputStream.nullInputStream());

            assertThat(result.problems()).isEmpty();
            assertThat(result.cases()).hasSize(1);
            CaseFacts facts = result.cases().get(0);
            first = first == null ? facts : first;
            assertThat(facts.facts()).isEqualTo(first.facts());
            assertThat(facts.observedAt()).isEqualTo(first.observedAt());
            assertThat(facts.none()).isEqualTo(first.none());
            assertThat(facts.collected("client")).containsExactly("a", "b");
            assertThat(facts.unread()).extracting(Unread::path).containsExactly("host.tls");
        }
    }

    @Test
    void a_conflict_is_told_at_the_later_place_whatever_the_order_of_files() throws IOException {
        Path a = Files.writeString(folder.resolve("a.yaml"), "case: x\nhost: { nla: { required: true } }");
        Path b = Files.writeString(folder.resolve("b.yaml"), "case: x\nhost: { nla: { required: false } }");

        FactFile.ReadResult one = FactFile.readAll(List.of(a, b), InputStream.nullInputStream());
        FactFile.ReadResult other = FactFile.readAll(List.of(b, a), InputStream.nullInputStream());

        assertThat(one.problems())
                .isEqualTo(other.problems())
                .map(Object::toString)
                .containsExactly(b + ":2:26 conflict [host.nla.required, false, true, " + a + ":2:26] []");
    }

    @Test
    void things_of_one_identity_are_one_thing_and_others_stay_apart() {
        CaseFacts facts = Read.one("""
                host:
                  services:
                    - { name: TermService, state: running }
                    - { name: TERMSERVICE, startType: manual }
                    - { name: SessionEnv, state: stopped }
                  userRights:
                    - { right: SeNetworkLogonRight, principal: everyone }
                    - { right: SeNetworkLogonRight, principal: S-1-1-0, setBy: policy }
                    - { right: SeNetworkLogonRight, principal: users }
                """);

        assertThat(facts.facts()).hasSize(4);
        assertThat(facts.value("host.services[termservice].startType")).contains("manual");
        assertThat(facts.value("host.userRights[SeNetworkLogonRight,everyone].setBy"))
                .contains("policy");
    }

    @Test
    void of_what_can_happen_again_only_what_is_wholly_the_same_is_one() {
        CaseFacts facts = Read.one("""
                host:
                  events:
                    - { provider: Schannel, id: 36870, status: 0x8009030D }
                    - { provider: Schannel, id: 36870, status: 0x8009030D }
                    - { provider: Schannel, id: 36870, status: 0x8009030E }
                """);

        assertThat(facts.facts()).hasSize(2);
        assertThat(facts.value("host.events[36870].provider")).contains("Schannel");
        assertThat(facts.value("host.events[36870].status")).isEmpty();
    }

    @Test
    void sets_are_the_same_whatever_their_order() {
        assertThat(Read.one("host: { licensing: { servers: [a, b] } }\n---\nhost: { licensing: { servers: [b, a] } }")
                        .value("host.licensing.servers"))
                .contains(List.of("a", "b"));
    }

    @Test
    void an_event_before_the_stretch_that_was_searched_says_nothing_against_its_absence() {
        CaseFacts facts = Read.one("""
                host:
                  events:
                    - { provider: Schannel, id: 36870, present: false, since: 2026-11-13T00:00:00Z }
                    - { provider: Schannel, id: 36870, at: 2026-11-01T00:00:00Z }
                    - { provider: Schannel, id: 36870 }
                    - { provider: TermDD, id: 36870, at: 2026-11-19T00:00:00Z }
                """);

        assertThat(facts.facts()).hasSize(4);
    }
}
