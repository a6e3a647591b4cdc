package org.rdpdx.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the constants of an enumeration are written in YAML, JSON and on screen: small letters and hyphens. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> of(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of).toList();
    }

    /** The constant of a word that is known to be one. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
