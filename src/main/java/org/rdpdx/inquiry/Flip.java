package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/**
 * A smallest change of facts that brings a cause among the likely ones, or takes it out. No part of it does: that was tried.
 * Immutable.
 *
 * @param id of the diagnosis
 * @param likelyBefore whether it is likely as the case is
 * @param changes what would have to be otherwise, up to three facts
 * @param effect what else would move
 */
public record Flip(String id, boolean likelyBefore, List<Change> changes, WhatIf effect) {

    /** More changes than these are no longer the same case. */
    public static final int MOST_CHANGES = 3;

    /** Changes that are combined with each other. */
    private static final int MOST_COMBINED = 20;

    /** Copies what it is given. */
    public Flip {
        changes = List.copyOf(changes);
    }

    /**
     * Looks for one.
     *
     * @return nothing if none was found: the values that the rules name were tried, alone and together
     * @throws IllegalArgumentException if the rulebook has no such diagnosis
     */
    public static Optional<Flip> of(String id, Findings findings, Ranking ranking, Rulebook rulebook) {
        return new Search(id, findings, ranking, rulebook).run();
    }

    private static final class Search {
        private final String id;
        private final Findings findings;
        private final Ranking ranking;
        private final Rulebook rulebook;
        private final boolean likely;
        private final double confidence;
        private final Map<List<Change>, Optional<Tried>> tried = new LinkedHashMap<>();

        /** What a case would be. */
        private record Tried(Findings findings, Ranking ranking) {}

        Search(String id, Findings findings, Ranking ranking, Rulebook rulebook) {
            this.id = id;
            this.findings = findings;
            this.ranking = ranking;
            this.rulebook = rulebook;
            Diagnosis diagnosis = ranking.of(id).orElseThrow(() -> new IllegalArgumentException("no diagnosis " + id));
            this.likely = diagnosis.likelihood().atLeast(Likelihood.LIKELY);
            this.confidence = diagnosis.confidence();
        }

        Optional<Flip> run() {
            List<List<Change>> moves = new ArrayList<>();
            for (List<Change> move : moves()) {
                if (move.size() <= MOST_CHANGES && helps(move)) {
                    moves.add(move);
                }
            }
            // the stronger ones first, so that what is found soon is also small
            moves.sort((one, other) -> {
                int order = Integer.compare(one.size(), other.size());
                return order != 0 ? order : Double.compare(gain(other), gain(one));
            });
            for (int size = 1; size <= MOST_CHANGES; size++) {
                Optional<List<Change>> found = found(moves, size);
                if (found.isPresent()) {
                    return Optional.of(flip(smallest(found.get())));
                }
            }
            return Optional.empty();
        }

        private Flip flip(List<Change> changes) {
            Tried then = then(changes).orElseThrow();
            return new Flip(id, likely, changes, WhatIf.of(findings, ranking, then.findings(), then.ranking()));
        }

        /** Changes that the rules of the cause name. */
        private Set<List<Change>> moves() {
            Otherwise otherwise = new Otherwise(findings);
            Set<List<Change>> moves = new LinkedHashSet<>();
            for (RuleVerdict verdict : findings.verdicts(id)) {
                Rule rule = verdict.rule();
                boolean fired = verdict.state() == RuleState.FIRED;
                // for and fired, or against and not fired: the other way round it speaks for the wanted end
                if (fired && rule.against() != likely) {
                    otherwise.silencing(rule).forEach(change -> moves.add(List.of(change)));
                }
                if (!fired && rule.against() == likely) {
                    moves.addAll(otherwise.firing(rule));
                }
            }
            if (likely) {
                // the attempt got further than the cause allows
                findings.verdicts("reached").stream()
                        .filter(verdict -> verdict.state() != RuleState.FIRED)
                        .forEach(verdict -> moves.addAll(otherwise.firing(verdict.rule())));
            } else {
                findings.reachedBecause()
                        .forEach(verdict ->
                                otherwise.silencing(verdict.rule()).forEach(change -> moves.add(List.of(change))));
            }
            moves.remove(List.<Change>of());
            // that the connection works is what is wanted, not what would be otherwise
            moves.removeIf(
                    move -> move.stream().anyMatch(change -> change.path().equals("attempt.outcome")));
            return moves;
        }

        private Optional<List<Change>> found(List<List<Change>> moves, int size) {
            for (List<Change> move : moves) {
                if (move.size() == size && flips(move)) {
                    return Optional.of(move);
                }
            }
            List<List<Change>> few = moves.subList(0, Math.min(MOST_COMBINED, moves.size()));
            return combined(few, 0, List.of(), size);
        }

        private Optional<List<Change>> combined(List<List<Change>> moves, int from, List<Change> soFar, int size) {
            for (int i = from; i < moves.size(); i++) {
                List<Change> more = Otherwise.union(soFar, moves.get(i));
                if (more.size() > size || more.size() == soFar.size()) {
                    continue;
                }
                if (more.size() == size && flips(more)) {
                    return Optional.of(more);
                }
                Optional<List<Change>> found = combined(moves, i + 1, more, size);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /** Leaves out what is not needed. */
        private List<Change> smallest(List<Change> changes) {
            for (Change change : changes) {
                List<Change> fewer = new ArrayList<>(changes);
                fewer.remove(change);
                if (!fewer.isEmpty() && flips(fewer)) {
                    return smallest(fewer);
                }
            }
            // of three, one by itself may do where no two do
            for (Change change : changes) {
                if (changes.size() > 2 && flips(List.of(change))) {
                    return List.of(change);
                }
            }
            return changes;
        }

        private boolean flips(List<Change> changes) {
            return then(changes)
                    .flatMap(then -> then.ranking().of(id))
                    .filter(diagnosis -> diagnosis.likelihood().atLeast(Likelihood.LIKELY) != likely)
                    .isPresent();
        }

        private boolean helps(List<Change> changes) {
            return gain(changes) > 0;
        }

        private double gain(List<Change> changes) {
            return then(changes)
                    .flatMap(then -> then.ranking().of(id))
                    .map(diagnosis -> (diagnosis.confidence() - confidence) * (likely ? -1 : 1))
                    .orElse(0.0);
        }

        private Optional<Tried> then(List<Change> changes) {
            return tried.computeIfAbsent(changes, this::consider);
        }

        private Optional<Tried> consider(List<Change> changes) {
            Map<String, String> set = new LinkedHashMap<>();
            List<String> unset = new ArrayList<>();
            for (Change change : changes) {
                if (change.takesOut()) {
                    unset.add(change.path());
                } else {
                    set.putAll(change.all());
                }
            }
            try {
                CaseFacts then = findings.facts().changed(set, unset);
                Findings found = rulebook.judge(then);
                return Optional.of(new Tried(found, Ranking.of(found, rulebook)));
            } catch (InvalidFactFileException impossible) {
                return Optional.empty(); // not all of it can be true
            }
        }
    }
}
