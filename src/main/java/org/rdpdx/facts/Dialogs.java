package org.rdpdx.facts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recognises dialogs by words of their text, so that rules ask for an id and hold in every language. */
final class Dialogs {

    /** Rows of id, language, words. */
    private static final String[][] TEXTS = VocabularyTable.messages();

    private Dialogs() {}

    /** The first English words of each. */
    static Map<String, String> english() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String[] row : TEXTS) {
            if (row[1].equals("en")) {
                texts.putIfAbsent(row[0], row[2]);
            }
        }
        return Collections.unmodifiableMap(texts);
    }

    /** The id whose words are found in the text; where several are, the longest words say most. */
    static Optional<String> recognise(String text) {
        String plain = plain(text);
        @Nullable String found = null;
        int length = 0;
        for (String[] row : TEXTS) {
            if (row[0].equals(text)) {
                return Optional.of(text);
            }
            if (row[2].length() > length && plain.contains(plain(row[2]))) {
                found = row[0];
                length = row[2].length();
            }
        }
        return Optional.ofNullable(found);
    }

    /** Small letters, straight quotes, single spaces: what differs between copies of one text. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean space = false;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f') {
                space = plain.length() > 0;
                continue;
            }
            if (space) {
                plain.append(' ');
                space = false;
            }
            plain.append(c == '\u2019' || c == '\u2018' || c == '\u00b4' || c == '`' ? '\'' : c);
        }
        return plain.toString();
    }
}
