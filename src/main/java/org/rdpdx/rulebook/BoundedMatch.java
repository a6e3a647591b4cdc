package org.rdpdx.rulebook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Compares a text with a regular expression, in a number of steps that is the same wherever and whenever it is done: Java
 * tries every way in which an expression such as {@code .*a.*a.*a.*a.*} can be taken, which for some texts takes longer than
 * anybody lives.
 */
final class BoundedMatch {

    /** A text of some pages compared with a plain expression takes some thousand; all of them take some hundredths of a second. */
    static final int MOST_STEPS = 1_000_000;

    /** Expressions stand in rules, so there are few. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private BoundedMatch() {}

    /** Whether the whole text is as the expression says; unknown if that takes too many steps to find out. */
    static Truth of(String expression, String text) {
        Pattern pattern = PATTERNS.computeIfAbsent(expression, Pattern::compile);
        try {
            return Truth.of(pattern.matcher(new Counted(text)).matches());
        } catch (TooManySteps enough) {
            return Truth.UNKNOWN;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** A text that can be looked at so often and no more. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int looked;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looked > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
