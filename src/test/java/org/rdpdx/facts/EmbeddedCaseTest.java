package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddedCaseTest {

    @Test
    void a_program_says_the_same_as_a_file() {
        CaseFacts made = CaseFacts.named("INC-1")
                .observedAt(Instant.parse("2026-11-20T09:14:00Z"))
                .put("attempt.error", 0x904)
                .put("attempt.status", 0x8009030D)
                .put("attempt.at", Instant.parse("2026-11-20T09:13:55Z"))
                .put("attempt.message", "An internal error has occurred.")
                .put("host.nla.required", true)
                .put("host.certificate.notAfter", "2026-11-01")
                .put("host.services[TermService].state", "running")
                .put("host.services[TermService].startType", "manual")
                .put("host.licensing.servers", List.of("a", "b"))
                .put("host.userRights[SeNetworkLogonRight,everyone].setBy", "policy")
                .put("client.paths[host].latencyMs", 310.5)
                .put("host.listeners[RDP-Tcp].port", 3389L)
                .absent("host.services[TSSDis]")
                .absent("gateway.certificate")
                .none("broker")
                .unread("host.tls", "no-tool")
                .add("host.events", Map.of("provider", "Schannel", "id", 36870, "at", "2026-11-20T09:13:56Z"))
                .add("host.events", Map.of("provider", "Schannel", "id", 36870, "at", "2026-11-20T09:13:58Z"))
                .build();
        CaseFacts read = Read.one("""
                case: INC-1
                observedAt: 2026-11-20T09:14:00Z
                attempt: { error: 0x904, status: 0x8009030D, at: 2026-11-20T09:13:55Z, message: internal-error }
                host:
                  nla: { required: true }
                  certificate: { notAfter: 2026-11-01 }
                  services:
                    - { name: TermService, state: running, startType: manual }
                    - { name: TSSDis, present: false }
                  licensing: { servers: [a, b] }
                  userRights:
                    - { right: SeNetworkLogonRight, principal: everyone, setBy: policy }
                  listeners:
                    - { name: RDP-Tcp, port: 3389 }
                  events:
                    - { provider: Schannel, id: 36870, at: 2026-11-20T09:13:56Z }
                    - { provider: Schannel, id: 36870, at: 2026-11-20T09:13:58Z }
                gateway:
                  certificate: { present: false }
                client:
                  paths: [ { to: host, latencyMs: 310.5 } ]
                broker: none
                unread: [ { fact: host.tls, because: no-tool } ]
                """);

        assertThat(made.facts()).isEqualTo(read.facts());
        assertThat(made.name()).isEqualTo(read.name());
        assertThat(made.observedAt()).isEqualTo(read.observedAt());
        assertThat(made.none()).isEqualTo(read.none());
        assertThat(made.unread()).extracting(Unread::path).containsExactly("host.tls");
        assertThat(made.files()).containsExactly("embedded");
    }

    @Test
    void what_is_wrong_is_told_as_for_a_file_and_all_at_once() {
        CaseFacts.Builder wrong = CaseFacts.named("INC-1")
                .put("host.nla.requird", true)
                .put("host.nlaa.required", true)
                .put("nla.required", true)
                .put("host.nla", true)
                .put("host.userRights[everyone].setBy", "policy")
                .put("host.services[TermService].state", "runing")
                .put("attempt.error", "seven")
                .put("host.certificate.validity", "expired")
                .put("host.certificate.validity", "valid")
                .put("host.events[36870].secondsFromAttempt", 1.5)
                .absent("host.nla")
                .absent("host.services[X].state")
                .none("host")
                .none("nowhere")
                .unread("host.x", "lazy")
                .add("host.events[36870]", Map.of())
                .observedAt("noon");

        assertThatThrownBy(wrong::build)
                .isInstanceOfSatisfying(InvalidFactFileException.class, refused -> assertThat(refused.problems())
                        .map(problem -> problem.toString().replace("embedded:0:0 ", ""))
                        .containsExactlyInAnyOrder(
                                "bad-path [host.nla.requird] [host.nla.required]",
                                "bad-path [host.nlaa.required] [host.nla.required]",
                                "bad-path [nla.required] []",
                                "bad-path [host.nla] []",
                                "bad-path [host.userRights[everyone].setBy] []",
                                "unknown-word [state, runing] [running]",
                                "wrong-type [error, code, seven] []",
                                "conflict [host.certificate.validity, valid, expired, embedded:0:0] []",
                                "derived [secondsFromAttempt] []",
                                "needs-one-of [events, provider, channel] []",
                                "cannot-be-absent [nla] []",
                                "bad-path [host.services[X].state] []",
                                "cannot-be-none [host] []",
                                "unknown-key [nowhere] []",
                                "bad-path [host.x] []",
                                "unknown-word [because, lazy] [access-denied, not-supported, timed-out, no-tool,"
                                        + " machine-unreachable]",
                                "bad-path [host.events[36870]] []",
                                "wrong-type [observedAt, time, noon] []"));
    }

    @Test
    void a_case_survives_being_said_again_value_by_value() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("src/test/resources/real"))) {
            files = all.sorted().toList();
        }
        for (CaseFacts read : FactFile.read(files)) {
            CaseFacts.Builder again = CaseFacts.named(read.name());
            read.observedAt().ifPresent(time -> again.observedAt(time.text()));
            read.none().forEach(again::none);
            read.unread().forEach(unread -> again.unread(unread.path(), unread.because()));
            for (Fact fact : read.facts()) {
                sayAgain(again, fact);
            }

            assertThat(again.build().facts()).as(read.name()).isEqualTo(read.facts());
        }
    }

    private static void sayAgain(CaseFacts.Builder again, Fact fact) {
        Kind kind = fact.factKind();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Property property : kind.properties()) {
            Object value = fact.value(property.name());
            boolean said =
                    value != null && !property.derived() && !property.name().equals(Kind.VIEWPOINT);
            if (said && !(property.name().equals(Kind.PRESENT) && Boolean.TRUE.equals(value))) {
                values.put(property.name(), value);
            }
        }
        String path = (kind.top() ? "" : fact.viewpoint() + ".") + kind.key();
        if (kind.shape() == Shape.LIST) {
            again.add(path, values);
        } else {
            values.forEach((name, value) -> again.put(path + "." + name, value));
        }
    }

    @Test
    void a_collection_of_any_kind_is_a_set() {
        assertThat(CaseFacts.named("x")
                        .put("host.licensing.servers", Set.of("a"))
                        .build()
                        .value("host.licensing.servers"))
                .contains(List.of("a"));
    }

    @Test
    void facts_are_not_changed_by_what_is_said_later() {
        CaseFacts.Builder builder = CaseFacts.named("x").put("host.nla.required", true);
        CaseFacts first = builder.build();

        builder.put("host.nla.setBy", "policy");

        assertThat(first.value("host.nla.setBy")).isEmpty();
        assertThat(builder.build().value("host.nla.setBy")).contains("policy");
    }
}
