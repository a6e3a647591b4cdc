package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The order of deductions: those that others rest on first, none resting on itself. */
final class Stratification {

    /** The kind whose facts have a name instead of a record of their own. */
    private static final String GENERAL = "deduced";

    private Stratification() {}

    /** Deductions in ranks, each resting on earlier ranks only. */
    static List<List<Rule>> ranks(List<Rule> rules) {
        Map<String, List<Rule>> byKind = byKind(rules);
        Map<String, Integer> rank = new HashMap<>();
        byKind.keySet().forEach(kind -> rank(kind, byKind, rank));
        Map<Integer, List<Rule>> ranks = new TreeMap<>();
        byKind.forEach(
                (kind, deducing) -> ranks.computeIfAbsent(rank.getOrDefault(kind, 0), number -> new ArrayList<>())
                        .addAll(deducing));
        return List.copyOf(ranks.values());
    }

    private static int rank(String kind, Map<String, List<Rule>> byKind, Map<String, Integer> rank) {
        Integer known = rank.get(kind);
        if (known != null) {
            return known;
        }
        rank.put(kind, 0);
        int highest = 0;
        for (String rested : restsOn(kind, byKind)) {
            highest = Math.max(highest, rank(rested, byKind, rank) + 1);
        }
        rank.put(kind, highest);
        return highest;
    }

    /** A deduction that rests, directly or through others, on what it makes. */
    static Optional<Rule> circular(List<Rule> rules) {
        Map<String, List<Rule>> byKind = byKind(rules);
        for (Map.Entry<String, List<Rule>> entry : byKind.entrySet()) {
            Set<String> reached = new HashSet<>();
            reach(entry.getKey(), byKind, reached);
            if (reached.contains(entry.getKey())) {
                return entry.getValue().stream()
                        .filter(rule -> !restsOn(List.of(rule)).isEmpty())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /**
     * Those whose rules rest, directly or through others, on what some deductions make.
     *
     * @param deducing ids of the deductions; others among them make nothing
     */
    static Set<String> restingOn(Set<String> deducing, List<Rule> rules) {
        Set<String> made = new TreeSet<>();
        rules.stream().filter(rule -> deducing.contains(rule.owner())).forEach(rule -> addMade(rule, made));
        Set<String> owners = new TreeSet<>();
        int before = -1;
        while (before < owners.size() + made.size()) {
            before = owners.size() + made.size();
            for (Rule rule : rules) {
                boolean rests = restsOn(List.of(rule)).stream()
                        .anyMatch(read -> made.stream().anyMatch(one -> canBe(one, read)));
                if (rests) {
                    owners.add(rule.owner());
                    addMade(rule, made);
                }
            }
        }
        return owners;
    }

    private static void addMade(Rule rule, Set<String> made) {
        Rule.Deduced deduced = rule.deduces();
        if (deduced != null) {
            made.add(made(deduced));
        }
    }

    private static void reach(String kind, Map<String, List<Rule>> byKind, Set<String> reached) {
        for (String rested : restsOn(kind, byKind)) {
            if (reached.add(rested)) {
                reach(rested, byKind, reached);
            }
        }
    }

    private static Map<String, List<Rule>> byKind(List<Rule> rules) {
        Map<String, List<Rule>> byKind = new LinkedHashMap<>();
        for (Rule rule : rules) {
            Rule.Deduced deduced = rule.isDeduction() ? rule.deduces() : null;
            if (deduced != null) {
                byKind.computeIfAbsent(made(deduced), kind -> new ArrayList<>()).add(rule);
            }
        }
        return byKind;
    }

    /** What a deduction makes: a kind, or one name of the general kind. */
    private static String made(Rule.Deduced deduced) {
        boolean named = deduced.kind().equals(GENERAL) && deduced.arguments().get(0) instanceof Expression.Constant;
        return named
                ? GENERAL + ":" + ((Expression.Constant) deduced.arguments().get(0)).value()
                : deduced.kind();
    }

    /** What is made and the deductions of a kind read. */
    private static Set<String> restsOn(String kind, Map<String, List<Rule>> byKind) {
        Set<String> made = new TreeSet<>();
        for (String read : restsOn(byKind.getOrDefault(kind, List.of()))) {
            byKind.keySet().stream().filter(key -> canBe(key, read)).forEach(made::add);
        }
        return made;
    }

    /** A deduction of any name can make each name, and who reads any name reads each. */
    private static boolean canBe(String made, String read) {
        boolean anyName = made.equals(GENERAL) || read.equals(GENERAL);
        return made.equals(read) || (anyName && made.startsWith(GENERAL) && read.startsWith(GENERAL));
    }

    private static Set<String> restsOn(List<Rule> rules) {
        Set<String> kinds = new HashSet<>();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.patterns()) {
                if (pattern.kind().deduced()) {
                    kinds.addAll(read(pattern));
                }
            }
        }
        return kinds;
    }

    private static Set<String> read(Pattern pattern) {
        Set<String> read = new HashSet<>();
        if (pattern.kind().key().equals(GENERAL)) {
            for (Condition condition : pattern.conditions()) {
                Pattern.pinnedWords(condition, "name").forEach(name -> read.add(GENERAL + ":" + name));
            }
        }
        return read.isEmpty() ? Set.of(pattern.kind().key()) : read;
    }
}
