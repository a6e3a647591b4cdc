package org.rdpdx.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant: the words nearest to one that is not known. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    private record Candidate(String word, int distance) {}

    /**
     * Words that are near enough to be a slip of the one given, nearest first, then by alphabet; at most three.
     *
     * <p>Distance counts letters added, dropped, changed or swapped with the next, without regard to case. A third of the
     * letters may be wrong. Words that begin with the one given, or it with them, count as near.
     */
    public static List<String> to(String word, Collection<String> words) {
        String wanted = word.toLowerCase(Locale.ROOT);
        List<Candidate> candidates = new ArrayList<>();
        for (String known : words) {
            String lower = known.toLowerCase(Locale.ROOT);
            int allowed = Math.max(1, Math.min(wanted.length(), lower.length()) / 3);
            int distance = distance(wanted, lower);
            if (distance <= allowed) {
                candidates.add(new Candidate(known, distance));
            } else if (oneBeginsTheOther(wanted, lower)) {
                candidates.add(new Candidate(known, allowed + distance));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word));
        return candidates.stream().map(Candidate::word).distinct().limit(MOST).toList();
    }

    private static boolean oneBeginsTheOther(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        return shorter >= 4 && (left.startsWith(right) || right.startsWith(left));
    }

    /** Damerau-Levenshtein distance in its simple form. */
    static int distance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int changed = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                int best = Math.min(Math.min(last[column] + 1, current[column - 1] + 1), last[column - 1] + changed);
                if (row > 1
                        && column > 1
                        && left.charAt(row - 1) == right.charAt(column - 2)
                        && left.charAt(row - 2) == right.charAt(column - 1)) {
                    best = Math.min(best, beforeLast[column - 2] + 1);
                }
                current[column] = best;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[right.length()];
    }
}
