package org.rdpdx.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text of a rule file, rule by rule: what stands before the first, and each up to where the next begins.
 *
 * @param head package and imports
 * @param rules text by rule name
 */
record DrlPieces(String head, SortedMap<String, String> rules) {

    /**
     * Takes a text apart.
     *
     * @param rules of that text, in its order
     * @return nothing if two rules share a line
     */
    static Optional<DrlPieces> of(String drl, List<Rule> rules) {
        String[] lines = drl.split("\n", -1);
        SortedMap<String, String> pieces = new TreeMap<>();
        int end = lines.length;
        for (int i = rules.size() - 1; i >= 0; i--) {
            int begin = rules.get(i).line() - 1;
            if (begin < 0 || begin >= end) {
                return Optional.empty();
            }
            pieces.put(rules.get(i).name(), lines(lines, begin, end));
            end = begin;
        }
        return Optional.of(new DrlPieces(lines(lines, 0, end), pieces));
    }

    private static String lines(String[] lines, int from, int to) {
        return String.join("\n", List.of(lines).subList(from, to)) + "\n";
    }

    /** What tells each rule from another of its name: all that its compiled form is made of. */
    SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        rules.forEach((name, text) -> hashes.put(
                name,
                HexFormat.of().formatHex(UnitCache.sha256((head + "\n" + text).getBytes(StandardCharsets.UTF_8)))));
        return hashes;
    }

    /** A rule file of these rules alone. */
    String of(Collection<String> names) {
        StringBuilder text = new StringBuilder(head);
        rules.forEach((name, rule) -> {
            if (names.contains(name)) {
                text.append(rule);
            }
        });
        return text.toString();
    }
}
