package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each piece of dangerous advice is known by a form in commands and by one in sentences, shown by what public pages say; and
 * what is right about the same things is not taken for it.
 */
class DangerousListTest {

    private static final Map<Advice, List<String>> COMMANDS = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Advice.WHOLE_KEY_FOLDER,
                    List.of(
                            "Rename-Item 'C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys' MachineKeys.old",
                            "ren C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys MachineKeys_bak",
                            "Remove-Item \"$env:ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*\"",
                            "del /q C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*")),
            Map.entry(
                    Advice.RIGHTS_ON_ALL_KEYS,
                    List.of(
                            "takeown /f C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys /a /r",
                            "icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys /t /grant \"NT AUTHORITY\\NETWORK SERVICE:(R)\"",
                            "icacls MachineKeys\\* /grant *S-1-5-20:R")),
            Map.entry(
                    Advice.NETWORK_SERVICE_ADMINISTRATOR,
                    List.of(
                            "net localgroup Administrators \"NT Authority\\NETWORK SERVICE\" /add",
                            "Add-LocalGroupMember -SID S-1-5-32-544 -Member 'NETWORK SERVICE'",
                            "Add-LocalGroupMember -Member S-1-5-20 -Group Administrators")),
            Map.entry(
                    Advice.WEAK_SECURITY_LAYER,
                    List.of(
                            "reg add \"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp\" /v SecurityLayer /t REG_DWORD /d 0 /f",
                            "(Get-CimInstance Win32_TSGeneralSetting).SetSecurityLayer(0)",
                            "reg add HKLM\\X /v MinEncryptionLevel /t REG_DWORD /d 1 /f",
                            "$rdp.SetEncryptionLevel(1)")),
            Map.entry(
                    Advice.NLA_OFF,
                    List.of(
                            "Set-ItemProperty -Path $p -Name UserAuthentication -Value 0",
                            "$rdp.SetUserAuthenticationRequired(0)",
                            "Add-Content $env:USERPROFILE\\Documents\\Default.rdp 'enablecredsspsupport:i:0'")),
            Map.entry(
                    Advice.UNPATCHED_CREDSSP, List.of("reg add HKLM\\X /v AllowEncryptionOracle /t REG_DWORD /d 2 /f")),
            Map.entry(
                    Advice.OLD_CRYPTOGRAPHY,
                    List.of(
                            "reg add \"HKLM\\X\\Protocols\\TLS 1.0\\Server\" /v Enabled /t REG_DWORD /d 1 /f",
                            "[Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls11",
                            "reg add \"HKLM\\X\\Ciphers\\RC4 128/128\" /v Enabled /t REG_DWORD /d 0xffffffff /f",
                            "Enable-TlsCipherSuite -Name TLS_RSA_WITH_3DES_EDE_CBC_SHA",
                            "Set-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\FIPSAlgorithmPolicy -Name Enabled -Value 0")),
            Map.entry(
                    Advice.NTLM_DENIED_TO_ALL,
                    List.of("Set-ItemProperty $msv -Name RestrictReceivingNTLMTraffic -Value 2")),
            Map.entry(
                    Advice.OPEN_TO_EVERYBODY,
                    List.of(
                            "Set-NetFirewallProfile -All -Enabled False",
                            "netsh advfirewall set allprofiles state off",
                            "Set-NetFirewallProfile -Profile Public -DefaultInboundAction Allow",
                            "New-NetFirewallRule -DisplayName RDP -LocalPort 3389 -Protocol TCP -Action Allow",
                            "Set-NetFirewallRule -Name X -RemoteAddress Any -Enabled True",
                            "Set-NetFirewallRule -Name X -Enabled True",
                            "Enable-NetFirewallRule -DisplayGroup 'Remote Desktop'",
                            "az network nsg rule create -n rdp --nsg-name n --destination-port-ranges 3389 --source-address-prefixes '*'",
                            "Set-ItemProperty $listener -Name PortNumber -Value 33890")),
            Map.entry(
                    Advice.GRACE_PERIOD_DELETED,
                    List.of(
                            "Remove-Item 'HKLM:\\SYSTEM\\X\\RCM\\GracePeriod'",
                            "reg delete \"HKLM\\SYSTEM\\X\\RCM\\GracePeriod\" /f")),
            Map.entry(
                    Advice.FOREIGN_PROGRAM_FILES,
                    List.of(
                            "Copy-Item .\\termsrv.dll C:\\Windows\\System32\\termsrv.dll",
                            "Copy-Item \\\\old\\c$\\Windows\\System32\\mstsc.exe C:\\Windows\\System32",
                            "Set-ItemProperty $service -Name ServiceDll -Value 'C:\\Program Files\\RDP Wrapper\\rdpwrap.dll'",
                            "Set-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Services\\TermService\\Parameters ServiceDll C:\\x\\termsrv.dll",
                            ".\\RDPWInst.exe -i -o")),
            Map.entry(
                    Advice.UPDATES_UNINSTALLED,
                    List.of(
                            "wusa.exe /uninstall /kb:4103718",
                            "Remove-WindowsPackage -Online -PackageName Package_for_RollupFix",
                            "dism.exe /online /remove-package /packagename:Package_for_RollupFix")),
            Map.entry(
                    Advice.CHANNEL_BINDING_OFF,
                    List.of(
                            "reg add HKLM\\X\\TerminalServerGateway\\Config\\Core /v EnforceChannelBinding /t REG_DWORD /d 0")),
            Map.entry(
                    Advice.ANONYMOUS_READ,
                    List.of(
                            "$acl.AddAccessRule((New-Object Security.AccessControl.RegistryAccessRule('ANONYMOUS LOGON','ReadKey','Allow')))")),
            Map.entry(
                    Advice.PROTECTION_REMOVED,
                    List.of(
                            "Set-MpPreference -DisableRealtimeMonitoring $true",
                            "Add-MpPreference -ExclusionPath 'C:\\Program Files\\RDP Wrapper'")),
            Map.entry(
                    Advice.CERTIFICATE_ERRORS_IGNORED,
                    List.of("xfreerdp /v:host /cert:ignore", "Set-Content host.rdp 'authentication level:i:0'")),
            Map.entry(
                    Advice.NUMBER_MATCHING_OFF,
                    List.of(
                            "reg add HKLM\\SOFTWARE\\Microsoft\\AzureMfa /v OVERRIDE_NUMBER_MATCHING_WITH_OTP /d FALSE /f")),
            Map.entry(
                    Advice.FOREIGN_SERVICE_DEFINITION,
                    List.of("regedit /s TermService.reg", "reg import C:\\Users\\me\\Downloads\\service.reg")),
            Map.entry(
                    Advice.OTHER_HARM,
                    List.of(
                            "iex (iwr https://example.com/fix.ps1)",
                            "Set-ExecutionPolicy Unrestricted",
                            "Remove-Item C:\\ProgramData\\Microsoft -Recurse",
                            "wevtutil cl System",
                            "Set-ItemProperty $lsa -Name LmCompatibilityLevel -Value 1"))));

    private static final Map<Advice, List<String>> SENTENCES = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    Advice.WHOLE_KEY_FOLDER,
                    List.of(
                            "Rename the folder MachineKeys to MachineKeys_bak and restart.",
                            "Go to the folder RSA, open MachineKeys and delete everything in it.",
                            "If it does not help, rename MachineKeys.")),
            Map.entry(
                    Advice.RIGHTS_ON_ALL_KEYS,
                    List.of(
                            "Run icacls on MachineKeys with /t.",
                            "Take ownership of the MachineKeys folder.",
                            "Give NETWORK SERVICE read permissions on all keys.")),
            Map.entry(
                    Advice.NETWORK_SERVICE_ADMINISTRATOR,
                    List.of("Add NETWORK SERVICE to the local Administrators group.")),
            Map.entry(
                    Advice.WEAK_SECURITY_LAYER,
                    List.of(
                            "Change the security layer to RDP.",
                            "Set SecurityLayer to 0 and restart the service.",
                            "Set MinEncryptionLevel to 1.",
                            "Set the encryption level to Low.")),
            Map.entry(
                    Advice.NLA_OFF,
                    List.of(
                            "Turn off Network Level Authentication.",
                            "Disable NLA on the host.",
                            "Switch NLA off.",
                            "Add the line enablecredsspsupport:i:0 to the file.",
                            "Clear the box that allows only computers with Network Level Authentication.")),
            Map.entry(
                    Advice.UNPATCHED_CREDSSP,
                    List.of(
                            "Set AllowEncryptionOracle to 2 on the client.",
                            "Set Encryption Oracle Remediation to Vulnerable.")),
            Map.entry(
                    Advice.OLD_CRYPTOGRAPHY,
                    List.of(
                            "Switch TLS 1.0 on again at the host.",
                            "Enable TLS 1.1 on the server.",
                            "Switch RC4 on.",
                            "Allow 3DES for the old client.",
                            "Disable FIPS.",
                            "Turn FIPS mode off.")),
            Map.entry(
                    Advice.NTLM_DENIED_TO_ALL,
                    List.of(
                            "Set Restrict NTLM: Incoming NTLM traffic to Deny all accounts.",
                            "Deny NTLM on all servers.",
                            "Set RestrictReceivingNTLMTraffic to 2.")),
            Map.entry(
                    Advice.OPEN_TO_EVERYBODY,
                    List.of(
                            "Switch off the firewall and try again.",
                            "Turn all profiles off.",
                            "Disable the Windows firewall.",
                            "Add an inbound rule for port 3389 from any source.",
                            "Set the source to Any.",
                            "Forward port 3389 on the router to the internet.",
                            "Change the RDP port to 33890, so that the host is safe.")),
            Map.entry(
                    Advice.GRACE_PERIOD_DELETED,
                    List.of("Delete the key GracePeriod and restart.", "Reset the licensing grace period.")),
            Map.entry(
                    Advice.FOREIGN_PROGRAM_FILES,
                    List.of(
                            "Install the newest RDP Wrapper.",
                            "Copy mstsc.exe and mstscax.dll from an older machine.",
                            "Replace the file with a patched termsrv.dll.")),
            Map.entry(
                    Advice.UPDATES_UNINSTALLED,
                    List.of(
                            "Uninstall the last security update.",
                            "Remove KB5073722 and restart.",
                            "If nothing else works, uninstall the update.")),
            Map.entry(
                    Advice.CHANNEL_BINDING_OFF,
                    List.of(
                            "Set EnforceChannelBinding to 0 on the gateway.",
                            "Disable channel binding at the gateway.")),
            Map.entry(Advice.ANONYMOUS_READ, List.of("Give ANONYMOUS LOGON read access to HKLM\\SOFTWARE\\Policies.")),
            Map.entry(
                    Advice.PROTECTION_REMOVED,
                    List.of(
                            "Uninstall the antivirus.",
                            "Switch off the virus scanner.",
                            "Disable Defender.",
                            "Exclude the folder of RDP Wrapper from the scan.")),
            Map.entry(
                    Advice.CERTIFICATE_ERRORS_IGNORED,
                    List.of("Ignore certificate errors in the client.", "Add /cert:ignore to the command.")),
            Map.entry(
                    Advice.NUMBER_MATCHING_OFF,
                    List.of("Set OVERRIDE_NUMBER_MATCHING_WITH_OTP to FALSE.", "Turn off number matching.")),
            Map.entry(
                    Advice.FOREIGN_SERVICE_DEFINITION,
                    List.of(
                            "Import the .reg file from the forum.",
                            "Merge TermService.reg and restart the machine."))));

    private static final List<String> RIGHT_COMMANDS = List.of(
            "Get-ChildItem 'C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys' -Filter 'f686aace6942fb7f7ceb231212eef4a4_*'",
            "Add-LocalGroupMember -SID S-1-5-32-576 -Member S-1-5-20",
            "Set-ItemProperty $listener -Name PortNumber -Value 3389",
            "Set-ItemProperty $service -Name ServiceDll -Value '%SystemRoot%\\System32\\termsrv.dll' -Type ExpandString",
            "reg.exe import termservice-before.reg",
            "reg.exe delete HKLM\\X\\CredSSP\\Parameters /v AllowEncryptionOracle /f",
            "reg add \"HKLM\\X\\Protocols\\TLS 1.2\\Server\" /v Enabled /t REG_DWORD /d 1 /f",
            "New-NetFirewallRule -Name X -LocalPort 3389 -Protocol TCP -Action Allow -RemoteAddress 192.0.2.7",
            "az network nsg rule create -n rdp --nsg-name n --source-address-prefixes 192.0.2.7/32",
            "reg add HKLM\\SOFTWARE\\Microsoft\\AzureMfa /v OVERRIDE_NUMBER_MATCHING_WITH_OTP /d TRUE /f");

    private static List<String> every(Map<Advice, List<String>> samples) {
        List<String> all = new ArrayList<>();
        samples.values().forEach(all::addAll);
        return all;
    }

    private static List<String> of(Map<Advice, List<String>> samples, Advice advice) {
        return samples.getOrDefault(advice, List.of());
    }

    @ParameterizedTest
    @EnumSource
    void what_pages_show_is_known_in_a_command(Advice advice) {
        assertThat(of(COMMANDS, advice)).isNotEmpty().allSatisfy(command -> assertThat(Danger.in(command, false))
                .anySatisfy(found -> assertThat(found).startsWith(advice.words() + ": ")));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OTHER_HARM")
    void what_pages_say_is_known_in_a_sentence(Advice advice) {
        assertThat(of(SENTENCES, advice)).isNotEmpty().allSatisfy(sentence -> assertThat(
                        DangerousWords.in(sentence, false))
                .anySatisfy(found -> assertThat(found).startsWith(advice.words() + ": ")));
    }

    @Test
    void every_form_is_met_by_what_some_page_shows_or_says() {
        List<String> commands = every(COMMANDS);
        List<String> sentences = every(SENTENCES);

        assertThat(Danger.all())
                .allSatisfy(danger ->
                        assertThat(commands).as(danger.form().pattern()).anyMatch((Predicate<String>) danger::isIn));
        assertThat(DangerousWords.all())
                .allSatisfy(words ->
                        assertThat(sentences).as(words.form().pattern()).anyMatch((Predicate<String>) words::isIn));
    }

    /** What weakens security may be tried for minutes; what destroys or opens something for good may not. */
    @Test
    void only_what_can_be_taken_back_within_minutes_passes_as_a_test() {
        assertThat(every(COMMANDS).stream()
                        .filter(command -> Danger.in(command, true).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(asTest(COMMANDS));
        assertThat(every(SENTENCES).stream()
                        .filter(sentence -> DangerousWords.in(sentence, true).isEmpty()))
                .containsAll(of(SENTENCES, Advice.NLA_OFF))
                .doesNotContainAnyElementsOf(of(SENTENCES, Advice.OPEN_TO_EVERYBODY))
                .doesNotContainAnyElementsOf(of(SENTENCES, Advice.UPDATES_UNINSTALLED))
                .doesNotContainAnyElementsOf(of(SENTENCES, Advice.OLD_CRYPTOGRAPHY));
    }

    private static List<String> asTest(Map<Advice, List<String>> samples) {
        List<String> allowed = new ArrayList<>();
        List.of(Advice.WEAK_SECURITY_LAYER, Advice.NLA_OFF, Advice.UNPATCHED_CREDSSP, Advice.NUMBER_MATCHING_OFF)
                .forEach(advice -> allowed.addAll(of(samples, advice)));
        return allowed;
    }

    @Test
    void what_is_right_about_the_same_things_is_not_taken_for_it() {
        assertThat(RIGHT_COMMANDS)
                .allSatisfy(command -> assertThat(Danger.in(command, false)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The folder MachineKeys holds the keys of other programs and must be neither renamed nor emptied.",
                "Do not put NETWORK SERVICE into Administrators instead.",
                "Some pages put NETWORK SERVICE into Administrators, which makes all services of that account administrators.",
                "Do not switch TLS 1.0 or 1.1, 3DES or RC4 on again at the newer end instead.",
                "Removing the update alone would open the hole it closed.",
                "Switch NLA on in the client's connection.",
                "Never take such a file from the Internet.",
                "Then make Kerberos work, or name exceptions in the policy, and deny NTLM again.",
                "Uninstall RDP Wrapper and set ServiceDll back.",
                "Remove the value AllowEncryptionOracle once both ends are patched.",
                "Uninstall the tool and update the client.",
                "Every address is accessible."
            })
    void what_warns_of_it_or_mends_it_is_fine(String sentence) {
        assertThat(DangerousWords.in(sentence, false)).isEmpty();
    }

    @Test
    void a_folder_named_in_one_line_is_seen_in_the_next() {
        String command = "$f = 'C:\\x\\MachineKeys'\nicacls.exe $f /save a\nRemove-Item $f";

        assertThat(Danger.in(command, false)).singleElement().asString().contains("Remove-Item 'C:\\x\\MachineKeys'");
    }
}
