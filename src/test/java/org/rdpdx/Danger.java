package org.rdpdx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Advice that public pages give and that does harm, as it looks in a command.
 *
 * @param name what it is
 * @param form how to know it in one line of a command
 * @param asTest whether a step may do it for some minutes that is marked as one that weakens security
 */
record Danger(String name, Pattern form, boolean asTest) {

    private static final List<Danger> ALL = List.of(
            never(
                    "takes, moves or removes all machine keys",
                    "(rename|move|remove|copy)-item.*machinekeys(?!\\\\[\\w$])"),
            never(
                    "takes, moves or removes all machine keys",
                    "\\b(ren|move|rd|rmdir|del)\\b.*machinekeys(?!\\\\[\\w$])"),
            never("takes the ownership of all machine keys", "takeown.*(machinekeys(?!\\\\[\\w$])|/r\\b)"),
            never("changes the rights of all machine keys", "icacls.*(/t\\b|machinekeys\\\\\\*|/reset)"),
            never(
                    "makes NETWORK SERVICE an administrator",
                    "localgroup(?!.*s-1-5-32-57[56]).*(network service|s-1-5-20)"),
            never(
                    "switches TLS 1.0 or 1.1 on",
                    "(tls 1\\.[01]|ssl [23]\\.0)\\\\.*enabled.*(/d|-value) *(1|0xffffffff|-1)\\b"),
            never("switches TLS 1.0 or 1.1 on", "securityprotocoltype.*(tls11|tls\\b|ssl3)"),
            never(
                    "brings weak ciphers back",
                    "(rc4|3des|triple des).*(enabled.*(/d|-value) *(1|0xffffffff)|enable-tlsciphersuite)"),
            never("brings weak ciphers back", "enable-tlsciphersuite.*(rc4|3des|null)"),
            never("switches the firewall off", "set-netfirewallprofile.*-enabled *:? *(false|\\$false)"),
            never("switches the firewall off", "advfirewall set \\w+ state off|stop-service.*mpssvc|net stop mpssvc"),
            never("lets everything in", "set-netfirewallprofile.*defaultinboundaction *allow"),
            never(
                    "opens a port to everybody",
                    "-(remote|source)address(prefix(es)?)? *['\"]?(any|\\*|0\\.0\\.0\\.0/0|internet)\\b"),
            never(
                    "opens a port to everybody",
                    "remoteip=any|new-netfirewallrule(?!.*-remoteaddress)|enable-netfirewallrule"),
            never("opens a port to everybody", "set-netfirewallrule(?!.*-remoteaddress).*-enabled *true"),
            never("deletes the licensing grace period", "(remove-item|reg(\\.exe)? delete).*graceperiod"),
            never(
                    "uninstalls security updates",
                    "wusa.*/uninstall|remove-windowspackage|/remove-package|remove-wu|uninstall-.*update"),
            never(
                    "puts foreign program files in place",
                    "(copy|move)-item.*(termsrv\\.dll|mstsc\\.exe|mstscax\\.dll)|servicedll|rdpwrap"),
            never("lets gateways be relayed to", "enforcechannelbinding.*(/d|-value) *0"),
            never("opens policies to anonymous logon", "anonymous logon|s-1-5-7\\b"),
            never("lets a push be approved blindly", "override_number_matching_with_otp"),
            never("locks out all who use NTLM", "restrict(receiving|sending)ntlmtraffic.*(/d|-value) *2"),
            never("lets old NTLM in", "lmcompatibilitylevel.*(/d|-value) *[0-2]\\b"),
            never("switches virus protection off", "set-mppreference.*-disable|add-mppreference.*-exclusion"),
            never("ignores certificate errors", "/cert:ignore|/cert-ignore|authentication level:i:0"),
            never(
                    "runs what it downloads",
                    "invoke-expression|\\biex\\b|downloadstring|invoke-webrequest|\\biwr\\b|bitsadmin|curl"),
            never("lifts the protection of scripts", "set-executionpolicy"),
            never("removes whole trees", "remove-item.*-recurse|\\brd /s|rmdir /s|format-volume|clear-disk"),
            never("clears logs", "clear-eventlog|wevtutil(\\.exe)? cl\\b"),
            never("switches FIPS mode off", "fipsalgorithmpolicy.*(/d|-value) *0"),
            asTest("switches NLA off", "setuserauthenticationrequired.*0"),
            asTest("switches NLA off", "userauthentication\\b.*(/d|-value) *0"),
            asTest("switches NLA off", "enablecredsspsupport:i:0"),
            asTest("sets the RDP security layer", "setsecuritylayer.*0|securitylayer\\b.*(/d|-value) *0"),
            asTest("lowers the encryption", "setencryptionlevel.*[01]|minencryptionlevel\\b.*(/d|-value) *[01]\\b"),
            asTest("lets unpatched CredSSP in", "allowencryptionoracle\\b.*(/d|-value) *2"));

    /** Commands that change something; what only looks has none of them. */
    private static final Pattern CHANGES = Pattern.compile(
            "\\b(set|remove|add|stop|start|restart|enable|disable|move|rename|copy|clear|import|export|install|uninstall|invoke)"
                    + "-(?!object|variable)\\w+|new-item|out-file|\\bicacls.*/(grant|deny|remove|reset|setowner|inheritance|restore)"
                    + "|reg(\\.exe)? +(add|delete|import|load|restore)|shutdown|\\bsc(\\.exe)? +(config|stop|start)"
                    + "|\\bnet(\\.exe)? +(stop|start|localgroup|user)|gpupdate|sfc|dism|netsh.* set ",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASSIGNMENT = Pattern.compile("^\\s*\\$(\\w+) *= *(.+)$");

    private static Danger never(String name, String form) {
        return new Danger(name, Pattern.compile(form, Pattern.CASE_INSENSITIVE), false);
    }

    private static Danger asTest(String name, String form) {
        return new Danger(name, Pattern.compile(form, Pattern.CASE_INSENSITIVE), true);
    }

    /** What is dangerous in a command, with the line. */
    static List<String> in(String command, boolean test) {
        List<String> found = new ArrayList<>();
        for (String line : lines(command)) {
            for (Danger danger : ALL) {
                if (danger.form.matcher(line).find() && !(test && danger.asTest)) {
                    found.add(danger.name + ": " + line);
                }
            }
        }
        return found;
    }

    /** The line that changes something, if one does. */
    static Optional<String> changing(String command) {
        return lines(command).stream()
                .filter(line -> CHANGES.matcher(line).find())
                .findFirst();
    }

    /** The lines with what their variables stand for, so that a folder named in one line is seen in the next. */
    private static List<String> lines(String command) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : command.lines().toList()) {
            String filled = line;
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                filled = filled.replaceAll(
                        "\\$" + variable.getKey() + "\\b", Matcher.quoteReplacement(variable.getValue()));
            }
            lines.add(filled);
            Matcher assigned = ASSIGNMENT.matcher(filled);
            if (assigned.find()) {
                variables.put(assigned.group(1), assigned.group(2));
            }
        }
        return lines;
    }
}
