package org.rdpdx.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How strongly a finding speaks for or against a cause; the log-odds of each stand in {@code rulebook.yaml}. */
public enum Strength {
    /** Ties the fault to this very attempt. */
    DECISIVE,
    /** The fault is present, or the symptom is its own. */
    STRONG,
    /** Seen with this cause more often than with others. */
    MODERATE,
    /** A hint. */
    WEAK;

    /** The word in rules, YAML, JSON and on screen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The strength of that word, if there is one. */
    public static Optional<Strength> of(String word) {
        return Arrays.stream(values())
                .filter(strength -> strength.word().equals(word))
                .findFirst();
    }

    /** All words, strongest first. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Strength::word).toList();
    }
}
