package org.rdpdx.facts;

import java.util.List;
import java.util.Locale;

/**
 * One property of a kind. Immutable.
 *
 * @param name the word in YAML, DRL, Java and JSON
 * @param type what a value is
 * @param set whether it holds a set of such values; a set is always the whole answer, so an empty one means that there are
 *     none
 * @param words the words allowed, if the type is {@link ValueType#WORD}; else empty
 * @param derived whether it is worked out from other properties and may not be written in a file
 * @param readableByRules whether a rule may compare it; free text is evidence for people only
 * @param unit the unit of a number, such as {@code ms}; empty if there is none
 * @param identifies what kind of thing the value names ({@code machine}, {@code domain}), so that it can be made
 *     unrecognisable; empty if it names none
 * @param alsoWritten another word for it that files may use, such as one that is no name in Java; empty if there is none
 */
public record Property(
        String name,
        ValueType type,
        boolean set,
        List<String> words,
        boolean derived,
        boolean readableByRules,
        String unit,
        String identifies,
        String alsoWritten) {

    /** Copies what it is given. */
    public Property {
        words = List.copyOf(words);
    }

    Property(
            String name,
            ValueType type,
            boolean set,
            List<String> words,
            boolean derived,
            boolean readableByRules,
            String unit,
            String identifies) {
        this(name, type, set, words, derived, readableByRules, unit, identifies, "");
    }

    /** The same property, which a file may also write under another word. */
    Property alsoWritten(String word) {
        return new Property(name, type, set, words, derived, readableByRules, unit, identifies, word);
    }

    /** The Java type of the record component: that of the type, or a list. */
    public Class<?> javaType() {
        return set ? List.class : type.javaType();
    }

    /**
     * The form in which a text of this property is compared. Names that Windows gave are the same in capital and small
     * letters: facts hold them as they were written, and whoever compares two brings both to this form.
     */
    public String canonical(String text) {
        return type.foldsCase() ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** A value of this property as text: codes in hexadecimal, whole numbers without a point, sets joined by commas. */
    public String text(Object value) {
        return Values.text(this, value);
    }
}
