package org.rdpdx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Dangerous advice as it looks in a sentence. A sentence that warns of it is fine.
 *
 * @param form how to know it
 * @param asTest whether a step may say it that is marked as one that weakens security
 */
record DangerousWords(Pattern form, boolean asTest) {

    private static final Pattern WARNING = Pattern.compile(
            "\\b(not?|never|neither|nor|without|instead|would|breaks?|must be neither|unsupported|so that nobody)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final List<DangerousWords> ALL = List.of(
            of("(renam|delet|empty|remov|tak)\\w* .*\\b(folder|whole|all) .*machinekeys", false),
            of("machinekeys.*(rename|delete|empty)", false),
            of("icacls.*/t\\b|/t\\b.*icacls", false),
            of("network service.*(to|into|member of).*administrators", false),
            of("(switch|turn|set|enabl)\\w* .*tls 1\\.[01]\\b.*", false),
            of("(3des|rc4).* (on|back)\\b", false),
            of("(firewall|profile)s? off|switch\\w* off the firewall", false),
            of("graceperiod|grace period key", false),
            of("(uninstall|remov)\\w* .*updates?\\b", false),
            of("(any|every) (source|address)", false),
            of("port 3389 (on|to) the internet", false),
            of("ignore certificate|allowencryptionoracle", false),
            of(
                    "switch\\w* (nla|network level authentication) off|(set|write|add) [^,;]*enablecredsspsupport:i:0",
                    true));

    private static DangerousWords of(String form, boolean asTest) {
        return new DangerousWords(Pattern.compile(form, Pattern.CASE_INSENSITIVE), asTest);
    }

    /** The sentences of a text that are dangerous. */
    static List<String> in(String text, boolean test) {
        List<String> found = new ArrayList<>();
        for (String sentence : text.split("(?<=[.;:?!])\\s+", -1)) {
            boolean warns = WARNING.matcher(sentence).find();
            for (DangerousWords words : ALL) {
                if (!warns && words.form.matcher(sentence).find() && !(test && words.asTest)) {
                    found.add(sentence);
                }
            }
        }
        return found;
    }
}
