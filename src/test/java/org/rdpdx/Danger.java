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
 * @param advice what it is
 * @param form how to know it in one line of a command
 * @param asTest whether a step may do it for some minutes that is marked as one that weakens security
 */
record Danger(Advice advice, Pattern form, boolean asTest) {

    private static final List<Danger> ALL = List.of(
            never(Advice.WHOLE_KEY_FOLDER, "(rename|move|remove|copy)-item.*machinekeys(?!\\\\[\\w$])"),
            never(Advice.WHOLE_KEY_FOLDER, "\\b(ren|move|rd|rmdir|del)\\b.*machinekeys(?!\\\\[\\w$])"),
            never(Advice.RIGHTS_ON_ALL_KEYS, "takeown.*(machinekeys(?!\\\\[\\w$])|/r\\b)"),
            never(Advice.RIGHTS_ON_ALL_KEYS, "icacls.*(/t\\b|machinekeys\\\\\\*|/reset)"),
            never(
                    Advice.NETWORK_SERVICE_ADMINISTRATOR,
                    "^(?=.*localgroup)(?=.*(administrators|s-1-5-32-544\\b)).*(network service|s-1-5-20\\b)"),
            asTest(Advice.WEAK_SECURITY_LAYER, "setsecuritylayer.*0|securitylayer\\b.*(/d|-value) *0"),
            asTest(Advice.WEAK_SECURITY_LAYER, "setencryptionlevel.*[01]|minencryptionlevel\\b.*(/d|-value) *[01]\\b"),
            asTest(Advice.NLA_OFF, "setuserauthenticationrequired.*0"),
            asTest(Advice.NLA_OFF, "userauthentication\\b.*(/d|-value) *0"),
            asTest(Advice.NLA_OFF, "enablecredsspsupport:i:0"),
            asTest(Advice.UNPATCHED_CREDSSP, "allowencryptionoracle\\b.*(/d|-value) *2"),
            never(
                    Advice.OLD_CRYPTOGRAPHY,
                    "(tls 1\\.[01]|ssl [23]\\.0)\\\\.*enabled.*(/d|-value) *(1|0xffffffff|-1)\\b"),
            never(Advice.OLD_CRYPTOGRAPHY, "securityprotocoltype.*(tls11|tls\\b|ssl3)"),
            never(
                    Advice.OLD_CRYPTOGRAPHY,
                    "(rc4|3des|triple des).*(enabled.*(/d|-value) *(1|0xffffffff)|enable-tlsciphersuite)"),
            never(Advice.OLD_CRYPTOGRAPHY, "enable-tlsciphersuite.*(rc4|3des|null)"),
            never(Advice.OLD_CRYPTOGRAPHY, "fipsalgorithmpolicy.*(/d|-value) *0"),
            never(Advice.NTLM_DENIED_TO_ALL, "restrict(receiving|sending)ntlmtraffic.*(/d|-value) *2"),
            never(Advice.OPEN_TO_EVERYBODY, "set-netfirewallprofile.*-enabled *:? *(false|\\$false)"),
            never(Advice.OPEN_TO_EVERYBODY, "advfirewall set \\w+ state off|stop-service.*mpssvc|net stop mpssvc"),
            never(Advice.OPEN_TO_EVERYBODY, "set-netfirewallprofile.*defaultinboundaction *allow"),
            never(
                    Advice.OPEN_TO_EVERYBODY,
                    "-(remote|source)-?address-?(prefix(es)?)? *['\"]?(any|\\*|0\\.0\\.0\\.0/0|internet)(?!\\w)"),
            never(
                    Advice.OPEN_TO_EVERYBODY,
                    "remoteip=any|new-netfirewallrule(?!.*-remoteaddress)|enable-netfirewallrule"),
            never(Advice.OPEN_TO_EVERYBODY, "set-netfirewallrule(?!.*-remoteaddress).*-enabled *true"),
            never(Advice.OPEN_TO_EVERYBODY, "portnumber\\b.*(/d|-value) *(?!3389\\b|0xd3d\\b)\\d"),
            never(Advice.GRACE_PERIOD_DELETED, "(remove-item|reg(\\.exe)? delete).*graceperiod"),
            never(Advice.FOREIGN_PROGRAM_FILES, "(copy|move)-item.*(termsrv\\.dll|mstsc\\.exe|mstscax\\.dll)"),
            never(
                    Advice.FOREIGN_PROGRAM_FILES,
                    "(set-itemproperty|new-itemproperty|reg(\\.exe)? add).*servicedll"
                            + "(?!.*(%systemroot%|c:\\\\windows)\\\\system32\\\\termsrv\\.dll)"),
            never(Advice.FOREIGN_PROGRAM_FILES, "(rdpwinst|rdpwrap)\\S* +-[io]\\b|(copy|expand)\\S*.*rdpwrap"),
            never(
                    Advice.UPDATES_UNINSTALLED,
                    "wusa.*/uninstall|remove-windowspackage|/remove-package|remove-wu|uninstall-.*update"),
            never(Advice.CHANNEL_BINDING_OFF, "enforcechannelbinding.*(/d|-value) *0"),
            never(Advice.ANONYMOUS_READ, "anonymous logon|s-1-5-7\\b"),
            never(Advice.PROTECTION_REMOVED, "set-mppreference.*-disable|add-mppreference.*-exclusion"),
            never(Advice.CERTIFICATE_ERRORS_IGNORED, "/cert:ignore|/cert-ignore|authentication level:i:0"),
            asTest(Advice.NUMBER_MATCHING_OFF, "override_number_matching_with_otp.*(/d|-value) *['\"]?false"),
            never(
                    Advice.FOREIGN_SERVICE_DEFINITION,
                    "reg(edit)?(\\.exe)? +(import|/s) +\\S*(termservice(?!-before|-healthy)|download)"),
            never(Advice.OTHER_HARM, "lmcompatibilitylevel.*(/d|-value) *[0-2]\\b"),
            never(
                    Advice.OTHER_HARM,
                    "invoke-expression|\\biex\\b|downloadstring|invoke-webrequest|\\biwr\\b|bitsadmin|curl"),
            never(Advice.OTHER_HARM, "set-executionpolicy"),
            never(Advice.OTHER_HARM, "remove-item.*-recurse|\\brd /s|rmdir /s|format-volume|clear-disk"),
            never(Advice.OTHER_HARM, "clear-eventlog|wevtutil(\\.exe)? cl\\b"));

    /** Commands that change something; what only looks has none of them. */
    private static final Pattern CHANGES = Pattern.compile(
            "\\b(set|remove|add|stop|start|restart|enable|disable|move|rename|copy|clear|import|export|install|uninstall|invoke)"
                    + "-(?!object|variable|module|cimmethod.*-methodname get)\\w+|new-item|out-file|\\bicacls.*/(grant|deny|remove|reset|setowner|inheritance|restore)"
                    + "|reg(\\.exe)? +(add|delete|import|load|restore)|shutdown|\\bsc(\\.exe)? +(config|stop|start)"
                    + "|\\bnet(\\.exe)? +(stop|start|localgroup|user)|gpupdate|sfc|dism|netsh.* set ",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASSIGNMENT = Pattern.compile("^\\s*\\$(\\w+) *= *(.+)$");

    private static Danger never(Advice advice, String form) {
        return new Danger(advice, Pattern.compile(form, Pattern.CASE_INSENSITIVE), false);
    }

    private static Danger asTest(Advice advice, String form) {
        return new Danger(advice, Pattern.compile(form, Pattern.CASE_INSENSITIVE), true);
    }

    /** Every form that is known. */
    static List<Danger> all() {
        return ALL;
    }

    /** Whether a command has this form. */
    boolean isIn(String command) {
        return lines(command).stream().anyMatch(line -> form.matcher(line).find());
    }

    /** What is dangerous in a command, with the line. */
    static List<String> in(String command, boolean test) {
        List<String> found = new ArrayList<>();
        for (String line : lines(command)) {
            for (Danger danger : ALL) {
                if (danger.form.matcher(line).find() && !(test && danger.asTest)) {
                    found.add(danger.advice.words() + ": " + line);
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
