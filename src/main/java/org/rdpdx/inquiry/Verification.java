package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Evidence;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/**
 * Whether a cure worked: what became of each cause that was likely before it, or is likely after it. Immutable.
 *
 * <p>That a cause is no longer likely is not enough to call it gone: what spoke for it before must have been looked at again.
 *
 * @param before the case before the cure
 * @param after the case after it
 * @param outcomes one for each cause that stands by itself and is at least likely on one side: the worst first, then the
 *     most likely, then by id
 * @param warnings what makes the comparison doubtful
 */
public record Verification(CaseFacts before, CaseFacts after, List<Outcome> outcomes, List<Warning> warnings) {

    /** Copies what it is given. */
    public Verification {
        outcomes = List.copyOf(outcomes);
        warnings = List.copyOf(warnings);
    }

    /** What became of a cause, the worst first. */
    public enum Result {
        /** At least likely after, and not before. */
        NEW,
        /** At least likely before and after. */
        STILL_THERE,
        /** At least likely before and not after, but what spoke for it is open. */
        CANNOT_TELL,
        /** At least likely before and not after, and what spoke for it does so no longer. */
        GONE;

        /** The word in JSON and on screen. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What makes a comparison doubtful. */
    public enum Warning {
        /** No cause was at least likely before. */
        NOTHING_LIKELY_BEFORE,
        /** The facts are of two cases. */
        DIFFERENT_CASES,
        /** The facts after the cure are not known to be later than those before. */
        NOT_LATER,
        /** The facts after the cure do not say whether the attempt worked. */
        OUTCOME_NOT_SAID;

        /** The word in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What became of one cause.
     *
     * @param result what became of it
     * @param before how it was weighed before
     * @param after how it is weighed after
     * @param missing what has to be observed before it can be told; empty if it can, or if nothing that is missing would do
     * @param stillSpeaking names of the rules that spoke for it before and still do
     * @param failed names of the rules that spoke for it before and threw after
     * @param unknownBefore what speaks for a new cause now and nobody had looked at before, so that it was not ruled out then
     */
    public record Outcome(
            Result result,
            Diagnosis before,
            Diagnosis after,
            List<Wanted> missing,
            List<String> stillSpeaking,
            List<String> failed,
            List<Wanted> unknownBefore) {

        /** Copies what it is given. */
        public Outcome {
            missing = List.copyOf(missing);
            stillSpeaking = List.copyOf(stillSpeaking);
            failed = List.copyOf(failed);
            unknownBefore = List.copyOf(unknownBefore);
        }

        /** Id of the diagnosis. */
        public String id() {
            return after.id();
        }
    }

    /**
     * Compares two states of one case.
     *
     * @param before what became of each rule before the cure
     * @param likelyBefore the causes, weighed by that
     * @param after what became of each rule after it
     * @param likelyAfter the causes, weighed by that
     * @param rulebook the rulebook that was asked both times
     */
    public static Verification of(
            Findings before, Ranking likelyBefore, Findings after, Ranking likelyAfter, Rulebook rulebook) {
        Comparison comparison = new Comparison(before, after, rulebook);
        List<Outcome> outcomes = new ArrayList<>();
        boolean nothing = true;
        for (Diagnosis now : likelyAfter.diagnoses()) {
            Diagnosis then = likelyBefore.of(now.id()).orElseThrow(() -> new IllegalStateException(now.id()));
            nothing &= !isLikely(then);
            if (standsLikely(then) || standsLikely(now)) {
                outcomes.add(comparison.outcome(then, now));
            }
        }
        outcomes.sort(Comparator.comparing(Outcome::result)
                .thenComparingDouble(outcome ->
                        -Math.max(outcome.before().confidence(), outcome.after().confidence()))
                .thenComparing(Outcome::id));
        return new Verification(
                before.facts(), after.facts(), outcomes, warnings(before.facts(), after.facts(), nothing));
    }

    /** The worst of all outcomes; gone if there is none. */
    public Result result() {
        return outcomes.stream()
                .map(Outcome::result)
                .min(Comparator.naturalOrder())
                .orElse(Result.GONE);
    }

    /** Whether the attempt worked after the cure; empty if nobody said. */
    public Optional<Boolean> attemptWorks() {
        return after.text("attempt.outcome").map("works"::equals);
    }

    /** What to observe, so that all can be told, in the order of the outcomes; what one command answers is one. */
    public List<ToCollect> toCollect() {
        Map<String, List<Wanted>> wanted = new LinkedHashMap<>();
        Map<String, Set<String>> decides = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            for (Wanted one : outcome.missing()) {
                String key = Next.key(one);
                List<Wanted> together = wanted.computeIfAbsent(key, unused -> new ArrayList<>());
                if (together.stream().noneMatch(other -> other.path().equals(one.path()))) {
                    together.add(one);
                }
                decides.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(outcome.id());
            }
        }
        List<ToCollect> all = new ArrayList<>();
        wanted.forEach((key, together) -> {
            CollectWay way = together.get(0).way().orElse(null);
            all.add(new ToCollect(together, way, List.copyOf(decides.getOrDefault(key, Set.of())), 0));
        });
        return all;
    }

    private static boolean isLikely(Diagnosis diagnosis) {
        return diagnosis.likelihood().atLeast(Likelihood.LIKELY);
    }

    private static boolean standsLikely(Diagnosis diagnosis) {
        return isLikely(diagnosis) && diagnosis.explainedBy().isEmpty();
    }

    private static List<Warning> warnings(CaseFacts before, CaseFacts after, boolean nothingLikelyBefore) {
        List<Warning> warnings = new ArrayList<>();
        if (nothingLikelyBefore) {
            warnings.add(Warning.NOTHING_LIKELY_BEFORE);
        }
        if (!before.name().equals(after.name())) {
            warnings.add(Warning.DIFFERENT_CASES);
        }
        Optional<TimeSpan> then = before.observedAt();
        Optional<TimeSpan> now = after.observedAt();
        if (then.isPresent() && now.isPresent() && now.get().compareTo(then.get()) <= 0) {
            warnings.add(Warning.NOT_LATER);
        }
        if (after.text("attempt.outcome").isEmpty()) {
            warnings.add(Warning.OUTCOME_NOT_SAID);
        }
        return warnings;
    }

    /** The rules of both sides. */
    private static final class Comparison {

        private final Findings before;
        private final Findings after;
        private final Rulebook rulebook;
        private final Map<String, List<Wanted>> openBefore;
        private final Map<String, List<Wanted>> openAfter;
        /** How the attempt after the cure went; empty if nobody said. */
        private final String attempt;

        Comparison(Findings before, Findings after, Rulebook rulebook) {
            this.before = before;
            this.after = after;
            this.rulebook = rulebook;
            this.openBefore = Missing.byRule(before);
            this.openAfter = Missing.byRule(after);
            this.attempt = after.facts().text("attempt.outcome").orElse("");
        }

        Outcome outcome(Diagnosis then, Diagnosis now) {
            Map<String, RuleState> spoke = new LinkedHashMap<>();
            Map<String, RuleState> states = states(after, now.id());
            for (String rule : speaking(before, now.id())) {
                spoke.put(rule, states.getOrDefault(rule, RuleState.ERROR));
            }
            List<String> still = in(RuleState.FIRED, spoke);
            List<String> failed = in(RuleState.ERROR, spoke);
            if (isLikely(now)) {
                Result result = isLikely(then) ? Result.STILL_THERE : Result.NEW;
                List<Wanted> unknown = result == Result.NEW ? unknownBefore(now.id()) : List.of();
                return new Outcome(result, then, now, List.of(), still, failed, unknown);
            }
            boolean open = false;
            Map<String, Wanted> missing = new LinkedHashMap<>();
            for (String rule : in(RuleState.UNDECIDED, spoke)) {
                List<Wanted> all = openAfter.getOrDefault(rule, List.of());
                List<Wanted> lacks = all.stream().filter(this::canBeObserved).toList();
                open |= all.isEmpty() || !lacks.isEmpty();
                lacks.forEach(one -> missing.putIfAbsent(one.path(), one));
            }
            boolean speaks = !attempt.equals("works") && !still.isEmpty() && couldBePossible(now);
            if (speaks && attempt.isEmpty()) {
                Wanted.at("attempt.outcome").ifPresent(one -> missing.putIfAbsent(one.path(), one));
            }
            boolean told = !open && !speaks && failed.isEmpty();
            return new Outcome(
                    told ? Result.GONE : Result.CANNOT_TELL,
                    then,
                    now,
                    List.copyOf(missing.values()),
                    still,
                    failed,
                    List.of());
        }

        /** What an attempt that failed says, and what was tried on it, nobody can observe once it works. */
        private boolean canBeObserved(Wanted wanted) {
            boolean ofFailure =
                    switch (wanted.kind().key()) {
                        case "attempt" -> !"at".equals(wanted.property());
                        case "trials", "changes" -> true;
                        default -> false;
                    };
            return !ofFailure || !attempt.equals("works");
        }

        /** Whether what still speaks for it would make it possible at least, if nothing spoke against it. */
        private boolean couldBePossible(Diagnosis now) {
            double odds = now.prior();
            for (Evidence evidence : now.evidence()) {
                odds += Math.max(0, evidence.contribution());
            }
            return 1 / (1 + StrictMath.exp(-odds)) >= rulebook.weights().possible();
        }

        /** What was lacking to the rules that speak for it now. */
        private List<Wanted> unknownBefore(String id) {
            Map<String, Wanted> unknown = new LinkedHashMap<>();
            for (String rule : speaking(after, id)) {
                openBefore.getOrDefault(rule, List.of()).forEach(one -> unknown.putIfAbsent(one.path(), one));
            }
            return List.copyOf(unknown.values());
        }

        /** The rules that speak for a cause. */
        private static List<String> speaking(Findings findings, String id) {
            return findings.verdicts(id).stream()
                    .filter(verdict -> verdict.state() == RuleState.FIRED)
                    .map(RuleVerdict::rule)
                    .filter(rule -> !rule.against() && !rule.isDeduction())
                    .map(Rule::name)
                    .toList();
        }

        private static Map<String, RuleState> states(Findings findings, String id) {
            Map<String, RuleState> states = new LinkedHashMap<>();
            findings.verdicts(id).forEach(verdict -> states.put(verdict.rule().name(), verdict.state()));
            return states;
        }

        private static List<String> in(RuleState state, Map<String, RuleState> rules) {
            List<String> names = new ArrayList<>();
            rules.forEach((name, its) -> {
                if (its == state) {
                    names.add(name);
                }
            });
            return names;
        }
    }
}
