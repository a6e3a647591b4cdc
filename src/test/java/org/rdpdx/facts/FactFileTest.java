package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.facts.kind.Attempt;
import org.rdpdx.facts.kind.OperatingSystem;
import org.rdpdx.facts.kind.Service;

class FactFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void values_are_what_the_vocabulary_says_they_are() {
        CaseFacts facts = Read.one("""
                case: 007
                attempt: { error: 2308, status: -2146893043, clientVersion: 26100.10, fromRdpFile: False, tries: 0x10 }
                host:
                  operatingSystem: { name: windows-10, release: 22.04 }
                  services:
                    - { name: termSERVICE, exitCode: 0xFFFFFFFF80070005 }
                  certificate: { privateKeyReaders: [S-1-5-20, everyone, S-1-5-21-1-2-3-512, S-1-5-21-1-2-3-1104] }
                  clock: { offsetSeconds: -3 }
                """);

        assertThat(facts.name()).isEqualTo("007");
        Attempt attempt = (Attempt) facts.facts().get(0);
        assertThat(attempt.error()).isEqualTo(0x904);
        assertThat(attempt.status()).isEqualTo(0x8009030D);
        assertThat(attempt.clientVersion()).isEqualTo("26100.10");
        assertThat(attempt.fromRdpFile()).isFalse();
        assertThat(attempt.tries()).isEqualTo(16);
        assertThat(attempt.viewpoint()).isEqualTo("top");
        OperatingSystem system = (OperatingSystem) facts.facts().get(1);
        assertThat(system.release()).isEqualTo("22.04");
        assertThat(system.viewpoint()).isEqualTo("host");
        Service service = (Service) facts.facts().get(3);
        assertThat(service.name()).isEqualTo("termSERVICE");
        assertThat(service.exitCode()).isEqualTo(0x80070005);
        assertThat(service.present()).isTrue();
        assertThat(facts.value("host.certificate.privateKeyReaders"))
                .contains(List.of("network-service", "everyone", "domain-admins", "S-1-5-21-1-2-3-1104"));
        assertThat(facts.value("host.clock.offsetSeconds")).contains(-3.0);
    }

    @Test
    void unknown_absent_and_empty_are_kept_apart() {
        CaseFacts facts = Read.one("""
                host:
                  services:
                    - { name: TSSDis, present: false }
                  licensing: { servers: [] }
                  events:
                    - { provider: Schannel, id: 36870, present: false, since: 2026-11-13 }
                gateway: none
                unread:
                  - { fact: host.certificate.privateKeyReadable, because: access-denied }
                """);

        assertThat(facts.value("host.services[TSSDis].present")).contains(false);
        assertThat(facts.value("host.services[TSSDis].state")).isEmpty();
        assertThat(facts.value("host.services[TermService].present")).isEmpty();
        assertThat(facts.value("host.licensing.servers")).contains(List.of());
        assertThat(facts.value("host.events[36870].present")).contains(false);
        assertThat(facts.facts()).filteredOn(Fact::absent).hasSize(2);
        assertThat(facts.none()).containsExactly("gateway");
        assertThat(facts.unread()).singleElement().satisfies(unread -> {
            assertThat(unread.path()).isEqualTo("host.certificate.privateKeyReadable");
            assertThat(unread.because()).isEqualTo("access-denied");
            assertThat(unread.place()).hasToString("stdin:9:5");
        });
    }

    @Test
    void every_value_knows_where_it_came_from() {
        CaseFacts facts = Read.one("""
                observedAt: 2026-11-20T09:14:00Z
                host:
                  collected: collect.ps1 1.0, elevated
                  nla: { required: true }
                  services:
                    - name: TermService
                      state: stopped
                      source: { at: 2026-11-20T09:15:30Z, command: sc.exe, how: measured }
                """);

        Fact nla = facts.facts().get(1);
        Fact service = facts.facts().get(0);
        assertThat(facts.collected("host")).containsExactly("collect.ps1 1.0, elevated");
        assertThat(facts.collected("client")).isEmpty();
        assertThat(facts.origin(nla, "required")).hasValueSatisfying(origin -> {
            assertThat(origin.place()).hasToString("stdin:4:20");
            assertThat(origin.at())
                    .isEqualTo(TimeSpan.parse("2026-11-20T09:14:00Z").orElseThrow());
            assertThat(origin.command()).isNull();
            assertThat(origin.text()).isEqualTo("true");
        });
        assertThat(facts.origin(nla, "setBy")).isEmpty();
        assertThat(facts.origin(nla).place()).hasToString("stdin:4:8");
        assertThat(facts.origin(service, "state")).hasValueSatisfying(origin -> {
            assertThat(origin.place()).hasToString("stdin:7:14");
            assertThat(origin.command()).isEqualTo("sc.exe");
            assertThat(origin.how()).isEqualTo("measured");
            assertThat(origin.at()).hasToString("2026-11-20T09:15:30Z");
        });
        assertThat(facts.origin(service, "present")).contains(facts.origin(service));
        assertThatThrownBy(() -> facts.origin(nla, "requird")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Read.one("host: { nla: { required: true } }").origin(nla))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_equal_facts_of_different_places_keep_their_own_origins() {
        CaseFacts facts = Read.one("""
                client: { operatingSystem: { build: 26100 } }
                gateway: { operatingSystem: { build: 26100 } }
                """);

        assertThat(facts.facts())
                .map(fact -> facts.origin(fact, "build").orElseThrow().place().line())
                .containsExactly(1, 2);
    }

    @Test
    void a_map_under_source_is_an_origin_also_where_a_property_has_that_name() {
        CaseFacts facts = Read.one("""
                platform:
                  securityRules:
                    - { port: 3389, action: allow, source: any }
                    - { port: 3390, action: deny, source: { command: az } }
                """);

        assertThat(facts.value("platform.securityRules[3389].source")).contains("any");
        assertThat(facts.value("platform.securityRules[3390].source")).isEmpty();
        assertThat(facts.origin(facts.facts().get(1)).command()).isEqualTo("az");
    }

    @Test
    void json_and_yaml_say_the_same() {
        CaseFacts yaml = Read.one("""
                case: x
                attempt: { error: 0x904, status: -5, at: 2026-11-20T09:13:55Z }
                host:
                  licensing: { servers: [a, b] }
                  paths: [ { to: client, latencyMs: 4.50, slow: true } ]
                """);
        CaseFacts json = Read.one("""
                {
                \t"host": {
                \t\t"paths": [ { "latencyMs": 4.50, "slow": true, "to": "client" } ],
                \t\t"licensing": { "servers": ["a", "b"] }
                \t},
                \t"attempt": { "at": "2026-11-20T09:13:55Z", "status": -5, "error": "0x904" },
                \t"case": "x"
                }
                """);

        assertThat(json.facts()).isEqualTo(yaml.facts());
        assertThat(json.name()).isEqualTo(yaml.name());
    }

    @Test
    void the_encoding_of_a_file_does_not_matter() throws IOException {
        String text = "case: Büro\r\nattempt: { messageText: Größe, error: 0x904 }\r\n";
        Path utf8 = folder.resolve("utf8.yaml");
        Path utf16 = folder.resolve("utf16.yaml");
        Files.write(utf8, text.getBytes(StandardCharsets.UTF_8));
        Files.write(utf16, ("\uFEFF" + text).getBytes(Charset.forName("UTF-16LE")));

        CaseFacts first = FactFile.read(List.of(utf8)).get(0);
        CaseFacts second = FactFile.read(List.of(utf16)).get(0);

        assertThat(second.facts()).isEqualTo(first.facts());
        assertThat(second.name()).isEqualTo("Büro");
        assertThat(second.origin(second.facts().get(0), "error")
                        .orElseThrow()
                        .place()
                        .column())
                .isEqualTo(first.origin(first.facts().get(0), "error")
                        .orElseThrow()
                        .place()
                        .column());
    }

    @Test
    void what_says_no_case_is_named_as_its_file_and_mixed_with_nothing() throws IOException {
        Path one = write("one/INC-1.yaml", "host: { nla: { required: true } }");
        Path other = write("two/INC-1.yaml", "host: { nla: { required: false } }");
        Path said = write("said.yaml", "case: INC-1\nclient: { operatingSystem: { build: 26100 } }");

        List<CaseFacts> cases = FactFile.read(List.of(one, other, said));

        assertThat(cases).extracting(CaseFacts::name).containsExactly("INC-1", "INC-1", "INC-1");
        assertThat(cases)
                .map(facts -> facts.files().get(0))
                .containsExactly(one.toString(), other.toString(), said.toString());
    }

    @Test
    void documents_of_one_file_that_say_no_case_are_one_case() {
        CaseFacts facts = Read.one("host: { nla: { required: true } }\n---\nclient: { clock: { offsetSeconds: 1 } }\n");

        assertThat(facts.name()).isEqualTo("stdin");
        assertThat(facts.facts()).hasSize(2);
    }

    @Test
    void a_folder_is_read_down_to_the_last_and_other_files_are_left() throws IOException {
        write("b.yml", "host: { nla: { required: true } }");
        write("a/c.json", "{ \"host\": { \"nla\": { \"required\": true } } }");
        write("notes.txt", "not a fact");
        write("facts.schema.json", "{}");

        FactFile.ReadResult result = readAll(folder);

        assertThat(result.refused()).isEmpty();
        assertThat(result.cases()).extracting(CaseFacts::name).containsExactly("c", "b");
    }

    @Test
    void a_bad_file_does_not_stop_the_rest() throws IOException {
        Path bad = write("bad.yaml", "hosst: 1");
        Path good = write("good.yaml", "host: { nla: { required: true } }");

        FactFile.ReadResult result = readAll(bad, folder.resolve("missing.yaml"), good);

        assertThat(result.cases()).extracting(CaseFacts::name).containsExactly("good");
        assertThat(result.refused())
                .extracting(FactFile.RefusedFile::file)
                .containsExactly(bad.toString(), folder.resolve("missing.yaml").toString());
        assertThat(result.problems())
                .map(problem -> problem.code().key())
                .containsExactly("unknown-key", "no-such-file");
        assertThatThrownBy(() -> FactFile.read(List.of(bad, good))).isInstanceOf(InvalidFactFileException.class);
    }

    @Test
    void a_case_is_refused_as_a_whole_if_one_of_its_files_is() throws IOException {
        Path broken = write("broken.yaml", "case: INC-1\nhost: { nla: { required: true } }\n---\n[");
        Path whole = write("whole.yaml", "case: INC-1\nclient: { clock: { offsetSeconds: 1 } }");

        FactFile.ReadResult result = readAll(whole, broken);

        assertThat(result.cases()).isEmpty();
        assertThat(result.refused()).extracting(FactFile.RefusedFile::file).containsExactly(broken.toString());
    }

    @Test
    void a_file_given_twice_is_read_once() throws IOException {
        Path events = write("e.yaml", "host: { events: [ { provider: Schannel, id: 36870 } ] }");

        assertThat(readAll(events, events, folder).cases()).singleElement().satisfies(facts -> assertThat(facts.facts())
                .hasSize(1));
    }

    @Test
    void files_that_say_different_times_give_the_stretch_between() {
        CaseFacts facts = Read.one("""
                case: x
                observedAt: 2026-11-20T11:00:00Z
                host: { nla: { required: true } }
                ---
                case: x
                observedAt: 2026-11-20T09:00:00Z
                client: { clock: { offsetSeconds: 1 } }
                """);

        assertThat(facts.observedAt())
                .hasValueSatisfying(span -> assertThat(span).hasToString("2026-11-20T09:00:00Z/2026-11-20T11:00:00Z"));
        assertThat(facts.text("observedAt")).contains("2026-11-20T09:00:00Z/2026-11-20T11:00:00Z");
        assertThat(Read.one("host: { nla: { required: true } }").observedAt()).isEmpty();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    private static FactFile.ReadResult readAll(Path... files) {
        return FactFile.readAll(List.of(files), InputStream.nullInputStream());
    }
}
