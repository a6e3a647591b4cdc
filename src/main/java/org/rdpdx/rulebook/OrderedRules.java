package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a rulebook in order, and what can be told of them before there is a case.
 *
 * @param rules in the order of their names
 * @param deductionsByRank those that deduce, each resting on earlier ranks only
 * @param shared their patterns; null if they have not been collected
 */
record OrderedRules(
        List<Rule> rules,
        List<List<Rule>> deductionsByRank,
        @Nullable SharedPatterns shared) {

    /** Puts the rules of some units in order. */
    static OrderedRules of(List<CompiledUnit> units) {
        List<Rule> rules = new ArrayList<>();
        units.forEach(unit -> rules.addAll(unit.rules()));
        rules.sort(Comparator.comparing(Rule::name));
        return new OrderedRules(List.copyOf(rules), Stratification.ranks(rules), null);
    }

    /** Reads units and the order of their rules. */
    static OrderedRules read(List<CompiledUnit> units, TableReader table) {
        List<Rule> rules = new ArrayList<>();
        units.forEach(unit -> rules.addAll(unit.rules()));
        List<List<Rule>> ranks = table.list(() -> table.list(() -> rules.get(table.number())));
        return new OrderedRules(List.copyOf(rules), ranks, SharedPatterns.read(table));
    }

    /** The same units and rules, so that the rules of one unit after another are in the order of all. */
    static List<CompiledUnit> inOrder(List<CompiledUnit> units) {
        List<CompiledUnit> ordered = new ArrayList<>();
        units.forEach(unit -> ordered.add(unit.with(
                unit.rules().stream().sorted(Comparator.comparing(Rule::name)).toList())));
        ordered.sort(Comparator.comparing(
                unit -> unit.rules().isEmpty() ? "" : unit.rules().get(0).name()));
        return ordered;
    }

    /** Writes the order, for units that stand {@linkplain #inOrder in order}. */
    void write(TableWriter table) {
        Map<String, Integer> places = new HashMap<>();
        rules.forEach(rule -> places.put(rule.name(), places.size()));
        table.list(
                deductionsByRank,
                rank -> table.list(rank, rule -> table.number(Objects.requireNonNull(places.get(rule.name())))));
        SharedPatterns.write(table, rules);
    }
}
