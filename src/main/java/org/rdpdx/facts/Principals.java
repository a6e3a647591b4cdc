package org.rdpdx.facts;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Accounts and groups: by SID, or by words that stand for SIDs and are the same in every language of Windows. */
final class Principals {

    static final Map<String, String> NAMES = Vocabulary.ordered(VocabularyTable.principals());

    private static final Pattern SID = Pattern.compile("S-1(-\\d+){1,15}");
    private static final String OF_DOMAIN = "S-1-5-21-";

    private Principals() {}

    static Optional<String> of(String text) {
        if (NAMES.containsKey(text)) {
            return Optional.of(text);
        }
        String sid = text.toUpperCase(Locale.ROOT);
        if (!SID.matcher(sid).matches()) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> known : NAMES.entrySet()) {
            if (same(known.getValue(), sid)) {
                return Optional.of(known.getKey());
            }
        }
        return Optional.of(sid);
    }

    private static boolean same(String known, String sid) {
        if (!known.startsWith(OF_DOMAIN)) {
            return known.equals(sid);
        }
        String relative = known.substring(known.lastIndexOf('-'));
        // S-1-5-21, three numbers of the domain, the account's own: seven hyphens in all
        boolean account = sid.chars().filter(c -> c == '-').count() == 7;
        return account && sid.startsWith(OF_DOMAIN) && sid.endsWith(relative);
    }
}
