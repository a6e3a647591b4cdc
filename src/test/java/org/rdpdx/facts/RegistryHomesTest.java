package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryHomesTest {

    private static final String RDP_TCP =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp";
    private static final String SERVER = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
    private static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";
    private static final String LSA = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa";
    private static final String CREDSSP =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\CredSSP\\Parameters";
    private static final String TLS12 =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Server";

    @ParameterizedTest
    @CsvSource({
        RDP_TCP + ", UserAuthentication, 1, host.nla.required, true",
        RDP_TCP + ", SecurityLayer, 2, host.securityLayer.value, tls",
        RDP_TCP + ", MinEncryptionLevel, 3, host.encryption.minimumLevel, high",
        RDP_TCP + ", PortNumber, 3390, host.listeners[RDP-Tcp].port, 3390",
        RDP_TCP + ", fEnableWinStation, 0, host.listeners[RDP-Tcp].enabled, false",
        SERVER + ", fDenyTSConnections, 1, host.remoteDesktop.allowedLocally, false",
        POLICY + ", fDenyTSConnections, 0, host.remoteDesktop.allowed, true",
        POLICY + ", fDenyTSConnections, 0, host.remoteDesktop.setBy, policy",
        CREDSSP + ", AllowEncryptionOracle, 0, host.credssp.oraclePolicy, force-updated-clients",
        LSA + ", LmCompatibilityLevel, 5, host.ntlm.level, 5",
        TLS12 + ", Enabled, 0, 'host.tls[tls1.2,server].enabled', false",
        TLS12 + ", Enabled, 4294967295, 'host.tls[tls1.2,server].enabled', true",
    })
    void a_registry_value_is_taken_to_the_property_that_says_the_same(
            String key, String name, long number, String path, String value) {
        CaseFacts facts = Read.one(registry(key, name, number));

        assertThat(facts.text(path)).contains(value);
        assertThat(facts.value("host.registryValues[" + key + "," + name + "].number"))
                .contains((int) number);
    }

    @Test
    void the_origin_is_the_number_in_the_registry() {
        CaseFacts facts = Read.one(registry(RDP_TCP, "SecurityLayer", 2));

        Fact layer = facts.facts().get(1);
        Origin origin = facts.origin(layer, "value").orElseThrow();
        assertThat(layer.factKind().key()).isEqualTo("securityLayer");
        assertThat(origin.text()).isEqualTo("2");
        assertThat(origin.place().line()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa",
        "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\",
        "hklm\\system\\currentcontrolset\\control\\LSA",
        "Computer\\HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa",
        "Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa",
    })
    void a_key_is_the_same_however_tools_write_its_hive(String key) {
        assertThat(Read.one(registry(key, "lmcompatibilitylevel", 2)).value("host.ntlm.level"))
                .contains(2);
    }

    @Test
    void what_is_in_force_is_the_policy_whatever_the_local_value_says() {
        CaseFacts facts = Read.one("""
                host:
                  registryValues:
                    - { key: '%s', name: UserAuthentication, number: 0 }
                    - { key: '%s', name: UserAuthentication, number: 1, policyFrom: domain }
                """.formatted(RDP_TCP, POLICY));

        assertThat(facts.value("host.nla.required")).contains(true);
        assertThat(facts.value("host.nla.setBy")).contains("policy");
        assertThat(facts.value("host.nla.policyFrom")).contains("domain");
    }

    @Test
    void a_local_value_does_not_contradict_what_a_policy_sets() {
        CaseFacts facts = Read.one(
                "host: { nla: { required: true, setBy: policy } }\n---\n" + registry(RDP_TCP, "UserAuthentication", 0));

        assertThat(facts.value("host.nla.required")).contains(true);
    }

    @Test
    void two_values_that_differ_are_one_problem_with_both_places() {
        assertThat(Read.problems(
                        "host: { nla: { required: true } }\n---\n" + registry(RDP_TCP, "UserAuthentication", 0)))
                .containsExactly("stdin:7:15 conflict [host.nla.required, false, true, stdin:1:26] []");
    }

    @Test
    void a_number_that_windows_does_not_use_says_nothing() {
        assertThat(Read.one(registry(RDP_TCP, "SecurityLayer", 9)).value("host.securityLayer.value"))
                .isEmpty();
    }

    @Test
    void a_value_that_is_not_there_says_nothing_either() {
        CaseFacts facts = Read.one(
                "host: { registryValues: [ { key: '" + RDP_TCP + "', name: SecurityLayer, present: false } ] }");

        assertThat(facts.facts()).hasSize(1);
    }

    @Test
    void a_value_stays_where_it_is_if_the_property_is_not_of_that_machine() {
        CaseFacts facts = Read.one(
                "client: { registryValues: [ { key: '" + RDP_TCP + "', name: UserAuthentication, number: 1 } ] }");

        assertThat(facts.facts()).hasSize(1);
    }

    private static String registry(String key, String name, long number) {
        return """
                host:
                  registryValues:
                    - key: '%s'
                      name: %s
                      number: %d
                """.formatted(key, name, number);
    }
}
