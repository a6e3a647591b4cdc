package org.rdpdx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dangerous advice as it looks in a sentence. A sentence that warns of it is fine.
 *
 * @param advice what it is
 * @param form how to know it
 * @param asTest whether a step may say it that is marked as one that weakens security
 */
record DangerousWords(Advice advice, Pattern form, boolean asTest) {

    /** What stands before or in advice that is warned of; "if it does not help, do it" is no warning. */
    private static final Pattern FORBIDDING =
            pattern("\\b(do not|don't|never|not to|must not|must be neither|neither|nor"
                    + "|instead of|rather than|so that nobody|(some|many|public) pages|there is no)\\b");

    /** What stands after the beginning of advice that is warned of. */
    private static final Pattern HARM = pattern("\\b(would|breaks?|(is|are) unsupported)\\b");

    private static final String OFF = "(switch|turn)\\w* (off %1$s|%1$s off)\\b|disabl\\w* %1$s\\b";

    private static final List<DangerousWords> ALL = List.of(
            never(
                    Advice.WHOLE_KEY_FOLDER,
                    "(renam|delet|empty|remov|tak)\\w* .*\\b(folder|whole|all) .*machinekeys"
                            + "|machinekeys.*(rename|delete|empty)|(renam|delet|empt|mov)\\w* (the )?(whole )?machinekeys\\b(?!\\\\)"),
            never(
                    Advice.RIGHTS_ON_ALL_KEYS,
                    "icacls.*/t\\b|/t\\b.*icacls|ownership of (the )?(whole |all )?(folder )?machinekeys"
                            + "|(read|control|permission|right)s? (on|to) (all|every|the whole) .*keys\\b"),
            never(Advice.NETWORK_SERVICE_ADMINISTRATOR, "network service.*(to|into|member of).*administrators"),
            asTest(Advice.WEAK_SECURITY_LAYER, "security ?layer (to|=) ?(0|rdp)\\b"),
            asTest(Advice.WEAK_SECURITY_LAYER, "(minencryptionlevel|encryption level) (to|=) ?(0|1|low)\\b"),
            asTest(Advice.NLA_OFF, OFF.formatted("(nla|network level authentication)")),
            asTest(
                    Advice.NLA_OFF,
                    "(set|write|add) [^,;]*enablecredsspsupport:i:0|userauthentication (to|=) ?0\\b"
                            + "|clear .*with network level authentication"),
            asTest(
                    Advice.UNPATCHED_CREDSSP,
                    "allowencryptionoracle (to|=) ?2\\b|(set|leave|put|choose)\\w* .*\\bvulnerable\\b"),
            never(
                    Advice.OLD_CRYPTOGRAPHY,
                    "(switch|turn|bring)\\w* .*tls 1\\.[01]\\b.* (on|back|again)\\b|\\b(enable|allow|permit) .*tls 1\\.[01]\\b"),
            never(Advice.OLD_CRYPTOGRAPHY, "(3des|rc4).* (on|back)\\b|\\b(enable|allow|permit) .*(3des|rc4)"),
            never(Advice.OLD_CRYPTOGRAPHY, OFF.formatted("fips( mode)?")),
            never(
                    Advice.NTLM_DENIED_TO_ALL,
                    "^(?!.*(kerberos|audit)).*(\\bden(y|ying) (all )?(incoming )?ntlm\\b|ntlm.*\\bdeny all\\b"
                            + "|restrictreceivingntlmtraffic (to|=) ?2)"),
            never(Advice.OPEN_TO_EVERYBODY, "(firewall|profile)s? off\\b|" + OFF.formatted("the (windows )?firewall")),
            never(
                    Advice.OPEN_TO_EVERYBODY,
                    "(from|to) (any|every|all) (source|address)|(any|every) (source|remote) ?(address|port)?\\b"
                            + "|source (to|=) ?any\\b"),
            never(
                    Advice.OPEN_TO_EVERYBODY,
                    "(open|publish|expos|forward)\\w* .*(on|to) the internet|port 3389 (on|to) the internet"),
            never(
                    Advice.OPEN_TO_EVERYBODY,
                    "(chang|mov)\\w* (the )?(rdp )?port .*(secur|safe|protect|hide|attack|guess)"),
            never(Advice.GRACE_PERIOD_DELETED, "graceperiod|grace period key|(delet|remov|reset)\\w* .*grace period"),
            never(
                    Advice.FOREIGN_PROGRAM_FILES,
                    "\\b(install|use|run|keep|update) (the )?(newest |latest )?rdp ?wrap"
                            + "|\\b(copy|replace|overwrite|patch) .*(termsrv\\.dll|mstsc\\.exe|mstscax\\.dll)"),
            never(
                    Advice.UPDATES_UNINSTALLED,
                    "(uninstall|remov)\\w* (the |a |an |this |that |last |latest |newest |faulty |security |cumulative |windows )*"
                            + "(updates?|kb ?\\d+|patch(es)?)\\b"),
            never(Advice.CHANNEL_BINDING_OFF, "enforcechannelbinding (to|=) ?0\\b|" + OFF.formatted("channel binding")),
            never(Advice.ANONYMOUS_READ, "(give|grant|allow|add|let)\\w* .*anonymous logon"),
            asTest(
                    Advice.PROTECTION_REMOVED,
                    "uninstall\\w* (the )?(anti-?virus|virus|security|endpoint|edr)|"
                            + OFF.formatted(
                                    "(the |all )?(anti-?virus|virus (scanner|protection)|security (software|product)|endpoint protection|defender)")),
            never(Advice.PROTECTION_REMOVED, "exclu\\w* .*rdp ?wrap"),
            never(
                    Advice.CERTIFICATE_ERRORS_IGNORED,
                    "(ignor|skip)\\w* (all |the |any |every )*certificate (error|warning|fault|check)"
                            + "|(set|add|use|choose) .*(cert[:-]ignore|authentication level:i:0)"),
            asTest(
                    Advice.NUMBER_MATCHING_OFF,
                    "override_number_matching_with_otp (to|=) ?false|" + OFF.formatted("number matching")),
            never(
                    Advice.FOREIGN_SERVICE_DEFINITION,
                    "(import|merg|load|tak)\\w* .*(\\.reg\\b|registry|definition).*\\b(forum|internet|web|download)"
                            + "|(import|merg|load)\\w* .*termservice(?!-before|-healthy)[\\w-]*\\.reg\\b"));

    private static DangerousWords never(Advice advice, String form) {
        return new DangerousWords(advice, pattern(form), false);
    }

    private static DangerousWords asTest(Advice advice, String form) {
        return new DangerousWords(advice, pattern(form), true);
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }

    /** Every form that is known. */
    static List<DangerousWords> all() {
        return ALL;
    }

    /** Whether a sentence advises this. */
    boolean isIn(String sentence) {
        Matcher matcher = form.matcher(sentence);
        return matcher.find()
                && !FORBIDDING.matcher(sentence.substring(0, matcher.end())).find()
                && !HARM.matcher(sentence.substring(matcher.start())).find();
    }

    /** What is dangerous in a text, with the sentence. */
    static List<String> in(String text, boolean test) {
        List<String> found = new ArrayList<>();
        for (String sentence : text.split("(?<=[.;:?!])\\s+", -1)) {
            for (DangerousWords words : ALL) {
                if (words.isIn(sentence) && !(test && words.asTest)) {
                    found.add(words.advice.words() + ": " + sentence);
                }
            }
        }
        return found;
    }
}
