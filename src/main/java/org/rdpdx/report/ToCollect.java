package org.rdpdx.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Unread;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.knowledge.Weights;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;

/**
 * Facts worth collecting next that one command or question answers.
 *
 * @param wanted what it answers, the most telling first
 * @param how the way to do it; null if none is known
 */
record ToCollect(List<Wanted> wanted, @Nullable CollectWay how) {

    /** Candidates whose open questions are asked; those that are as sure as the last of them come along. */
    private static final int CANDIDATES = 5;

    private static final int MOST = 5;

    ToCollect {
        wanted = List.copyOf(wanted);
    }

    /** The paths, and what else names the thing. */
    String shown() {
        String paths = wanted.stream().map(Wanted::path).collect(Collectors.joining(", "));
        String beside = wanted.get(0).beside();
        return beside.isEmpty() ? paths : paths + " (" + beside + ")";
    }

    Optional<CollectWay> way() {
        return Optional.ofNullable(how);
    }

    /**
     * What would settle the most and strongest rules of the candidates that come nearest to being likely: a rule is worth
     * its weight times the confidence of its cause, shared among the facts it lacks.
     */
    static List<ToCollect> next(
            Findings findings, Ranking ranking, Weights weights, Map<String, List<Wanted>> undecided) {
        Map<String, Double> worth = new LinkedHashMap<>();
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        for (Diagnosis candidate : candidates(ranking)) {
            for (RuleVerdict verdict : findings.verdicts(candidate.id())) {
                Rule rule = verdict.rule();
                List<Wanted> lacks = undecided.getOrDefault(rule.name(), List.of());
                if (lacks.isEmpty() || saysNothingNew(rule, findings)) {
                    continue;
                }
                double share = weights.of(strength(rule)) * candidate.confidence() / lacks.size();
                for (Wanted one : lacks) {
                    worth.merge(one.path(), share, Double::sum);
                    wanted.putIfAbsent(one.path(), one);
                }
            }
        }
        wanted.keySet().removeIf(path -> couldNotBeRead(path, findings.facts()));
        List<Wanted> best = new ArrayList<>(wanted.values());
        best.sort(Comparator.comparingDouble((Wanted one) -> -worth.getOrDefault(one.path(), 0.0))
                .thenComparing(Wanted::path));
        return grouped(best, worth);
    }

    private static List<Diagnosis> candidates(Ranking ranking) {
        List<Diagnosis> open = ranking.standing().stream()
                .filter(diagnosis -> diagnosis.likelihood() != Likelihood.CONFIRMED)
                .toList();
        if (open.size() <= CANDIDATES) {
            return open;
        }
        double least = open.get(CANDIDATES - 1).confidence();
        return open.stream()
                .filter(diagnosis -> diagnosis.confidence() >= least)
                .toList();
    }

    /** Of rules that see the same thing only the strongest counts, so a weaker one need not be settled. */
    private static boolean saysNothingNew(Rule rule, Findings findings) {
        String sees = rule.sees();
        return sees != null
                && findings.verdicts(rule.owner()).stream()
                        .filter(verdict -> verdict.state() == RuleState.FIRED)
                        .map(RuleVerdict::rule)
                        .anyMatch(fired -> sees.equals(fired.sees())
                                && fired.against() == rule.against()
                                && strength(fired).compareTo(strength(rule)) <= 0);
    }

    private static Strength strength(Rule rule) {
        return rule.speaks().orElseThrow(() -> new IllegalStateException(rule.name()));
    }

    private static boolean couldNotBeRead(String path, CaseFacts facts) {
        return facts.unread().stream().map(Unread::path).anyMatch(unread -> FactPaths.within(path, unread));
    }

    private static final class Group {
        private final List<Wanted> wanted = new ArrayList<>();
        private final @Nullable CollectWay how;
        private double worth;

        Group(@Nullable CollectWay how) {
            this.how = how;
        }

        double worth() {
            return worth;
        }
    }

    /**
     * Facts of one thing that one command prints belong together. How a fact is collected stands in a file of its kind, so
     * only things that may be among the best are looked up.
     */
    private static List<ToCollect> grouped(List<Wanted> best, Map<String, Double> worth) {
        Map<String, List<Wanted>> things = new LinkedHashMap<>();
        Map<String, Double> worthOfThing = new LinkedHashMap<>();
        for (Wanted one : best) {
            things.computeIfAbsent(thing(one), unused -> new ArrayList<>()).add(one);
            worthOfThing.merge(thing(one), worth.getOrDefault(one.path(), 0.0), Double::sum);
        }
        List<String> order = new ArrayList<>(things.keySet());
        order.sort(Comparator.comparingDouble((String thing) -> -worthOfThing.getOrDefault(thing, 0.0))); // stable
        List<Group> groups = new ArrayList<>();
        for (String thing : order) {
            boolean enough =
                    groups.size() >= MOST && groups.get(MOST - 1).worth() >= worthOfThing.getOrDefault(thing, 0.0);
            if (enough) {
                break;
            }
            groups.addAll(byWay(things.getOrDefault(thing, List.of()), worth));
            groups.sort(Comparator.comparingDouble(Group::worth).reversed()); // stable
        }
        List<ToCollect> next = new ArrayList<>();
        for (Group group : groups.subList(0, Math.min(MOST, groups.size()))) {
            next.add(new ToCollect(group.wanted, group.how));
        }
        return next;
    }

    private static Collection<Group> byWay(List<Wanted> ofThing, Map<String, Double> worth) {
        Map<Optional<CollectWay>, Group> groups = new LinkedHashMap<>();
        for (Wanted one : ofThing) {
            Group group = groups.computeIfAbsent(one.way(), way -> new Group(way.orElse(null)));
            group.wanted.add(one);
            group.worth += worth.getOrDefault(one.path(), 0.0);
        }
        return groups.values();
    }

    /** One command may answer for several things of a kind, but a person runs it for one at a time. */
    private static String thing(Wanted wanted) {
        String property = wanted.property();
        return property == null
                ? wanted.path()
                : wanted.path().substring(0, wanted.path().length() - property.length() - 1);
    }
}
