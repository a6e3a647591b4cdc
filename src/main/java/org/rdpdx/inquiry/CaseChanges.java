package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.inquiry.RulebookDiff.CaseChange;
import org.rdpdx.inquiry.RulebookDiff.Deciding;
import org.rdpdx.inquiry.RulebookDiff.LikelihoodChange;
import org.rdpdx.inquiry.RulebookDiff.Reason;
import org.rdpdx.inquiry.RulebookDiff.Sure;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.plan.Plan;
import org.rdpdx.plan.PlanStep;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.rulebook.Truth;

/** Compares what two rulebooks make of cases. */
final class CaseChanges {

    private static final @Nullable Object[] NOTHING_BOUND = new Object[0];

    private final Rulebook before;
    private final Rulebook after;
    private final Map<String, String> renamed;

    CaseChanges(Rulebook before, Rulebook after, Map<String, String> renamed) {
        this.before = before;
        this.after = after;
        this.renamed = renamed;
    }

    /** One case in one edition. */
    private record Answer(Findings findings, Ranking ranking, List<String> steps) {
        static Answer of(CaseFacts facts, Rulebook rulebook) {
            Findings findings = rulebook.judge(facts);
            Ranking ranking = Ranking.of(findings, rulebook);
            List<String> steps = Plan.curing(ranking, facts, rulebook).steps().stream()
                    .map(PlanStep::id)
                    .toList();
            return new Answer(findings, ranking, steps);
        }

        /** The first cause that anything makes possible: the order of those that nothing speaks for says nothing. */
        Optional<String> first() {
            return ranking.standing().stream()
                    .findFirst()
                    .filter(cause -> cause.likelihood().atLeast(Likelihood.POSSIBLE))
                    .map(Diagnosis::id);
        }
    }

    private String atPresent(String oldId) {
        return renamed.getOrDefault(oldId, oldId);
    }

    /** What changes for a case; empty if nothing does that a person would see. */
    Optional<CaseChange> of(CaseFacts facts) {
        Answer old = Answer.of(facts, before);
        Answer now = Answer.of(facts, after);
        List<LikelihoodChange> likelihoods = likelihoods(old, now);
        List<String> gone = Parts.without(old.steps(), now.steps());
        List<String> added = Parts.without(now.steps(), old.steps());
        boolean reordered = !Parts.without(old.steps(), gone).equals(Parts.without(now.steps(), added));
        boolean same = old.ranking().verdict() == now.ranking().verdict()
                && old.first().map(this::atPresent).equals(now.first())
                && likelihoods.isEmpty()
                && old.steps().equals(now.steps());
        if (same) {
            return Optional.empty();
        }
        Set<String> moved = new LinkedHashSet<>();
        likelihoods.forEach(change -> moved.add(change.id()));
        if (!old.first().map(this::atPresent).equals(now.first())) {
            old.first().map(this::atPresent).ifPresent(moved::add);
            now.first().ifPresent(moved::add);
        }
        return Optional.of(new CaseChange(
                facts,
                old.ranking().verdict().word(),
                now.ranking().verdict().word(),
                old.first(),
                now.first(),
                likelihoods,
                gone,
                added,
                reordered,
                because(old, now, moved)));
    }

    private List<LikelihoodChange> likelihoods(Answer old, Answer now) {
        Map<String, Diagnosis> were = new TreeMap<>();
        old.ranking().diagnoses().forEach(one -> were.put(atPresent(one.id()), one));
        List<LikelihoodChange> changes = new ArrayList<>();
        for (Diagnosis is : now.ranking().diagnoses()) {
            Diagnosis was = were.remove(is.id());
            boolean seen =
                    was == null ? is.likelihood().atLeast(Likelihood.POSSIBLE) : was.likelihood() != is.likelihood();
            if (seen) {
                changes.add(new LikelihoodChange(
                        is.id(), Optional.ofNullable(was).map(CaseChanges::sure), sure(Optional.of(is))));
            }
        }
        were.forEach((id, was) -> {
            if (was.likelihood().atLeast(Likelihood.POSSIBLE)) {
                changes.add(new LikelihoodChange(id, Optional.of(sure(was)), Optional.empty()));
            }
        });
        return changes;
    }

    private static Sure sure(Diagnosis diagnosis) {
        return new Sure(
                diagnosis.likelihood().word(),
                diagnosis.confidence(),
                diagnosis.cause().frequency().word(),
                diagnosis.prior());
    }

    private static Optional<Sure> sure(Optional<Diagnosis> diagnosis) {
        return diagnosis.map(CaseChanges::sure);
    }

    // ------------------------------------------------------------------ why

    /** Rules of the causes that moved, and deductions, that fire in one edition and not in the other, or speak otherwise. */
    private List<Reason> because(Answer old, Answer now, Set<String> moved) {
        Map<String, RuleVerdict> were = verdicts(old, true);
        Map<String, RuleVerdict> are = verdicts(now, false);
        Set<String> names = new TreeSet<>(were.keySet());
        names.addAll(are.keySet());
        List<Reason> reasons = new ArrayList<>();
        for (String name : names) {
            RuleVerdict was = were.get(name);
            RuleVerdict is = are.get(name);
            Rule rule = was == null ? Objects.requireNonNull(is).rule() : was.rule();
            boolean concerns =
                    rule.isDeduction() || moved.contains(atPresent(rule.owner())) || moved.contains(rule.owner());
            boolean fired = fires(was) || fires(is);
            boolean differs = fires(was) != fires(is) || !speech(was).equals(speech(is));
            if (concerns && fired && differs) {
                reasons.add(new Reason(
                        name,
                        Optional.ofNullable(was).map(one -> one.state().word()),
                        Optional.ofNullable(is).map(one -> one.state().word()),
                        speech(was),
                        speech(is),
                        fires(was) == fires(is) ? Optional.empty() : deciding(was, old, is, now)));
            }
        }
        return reasons;
    }

    private Map<String, RuleVerdict> verdicts(Answer answer, boolean old) {
        Map<String, RuleVerdict> verdicts = new TreeMap<>();
        for (RuleVerdict verdict : answer.findings().verdicts()) {
            Rule rule = verdict.rule();
            String owner = old ? atPresent(rule.owner()) : rule.owner();
            verdicts.put(owner + rule.name().substring(rule.owner().length()), verdict);
        }
        return verdicts;
    }

    private static boolean fires(@Nullable RuleVerdict verdict) {
        return verdict != null && verdict.state() == RuleState.FIRED;
    }

    private static String speech(@Nullable RuleVerdict verdict) {
        return verdict == null
                ? ""
                : verdict.rule().speaks().map(Strength::word).orElse("")
                        + (verdict.rule().against() ? " against" : "");
    }

    private static Optional<Deciding> deciding(
            @Nullable RuleVerdict was, Answer old, @Nullable RuleVerdict is, Answer now) {
        if (is != null && !fires(is)) {
            return deciding(is, now, was == null ? List.of() : old.findings().conditions(was.rule()), true);
        }
        return was == null || fires(was)
                ? Optional.empty()
                : deciding(was, old, is == null ? List.of() : now.findings().conditions(is.rule()), false);
    }

    private static Optional<Deciding> deciding(
            RuleVerdict verdict, Answer answer, List<JudgedCondition> fired, boolean inNew) {
        List<JudgedCondition> conditions = answer.findings().conditions(verdict.rule());
        Optional<JudgedCondition> stop = onTheSameFacts(verdict.rule(), fired)
                .or(() -> Optional.ofNullable(WhyNot.stopping(verdict.state(), conditions)));
        return stop.map(one -> {
            int line = one.condition().map(Condition::line).orElse(one.pattern().line());
            WhyNot.Way way = new WhyNot.Way(verdict.rule(), verdict.state(), conditions, one, List.of());
            return new Deciding(inNew, verdict.rule().file(), line, way);
        });
    }

    /** Of the conditions that the other edition does not have, the first that the facts on which that one fires do not meet. */
    private static Optional<JudgedCondition> onTheSameFacts(Rule rule, List<JudgedCondition> fired) {
        Set<Expression> shared = new HashSet<>();
        List<Fact> left = new ArrayList<>();
        for (JudgedCondition one : fired) {
            one.condition().ifPresent(condition -> shared.add(condition.expression()));
            one.fact().filter(fact -> !left.contains(fact)).ifPresent(left::add);
        }
        for (Pattern pattern : rule.patterns()) {
            Optional<Fact> fact = left.stream()
                    .filter(one -> one.factKind() == pattern.kind())
                    .findFirst();
            if (fact.isPresent() && pattern.presence() == Pattern.Presence.MATCH) {
                left.remove(fact.get());
                for (Condition condition : pattern.conditions()) {
                    boolean plain = !shared.contains(condition.expression())
                            && !joins(condition)
                            && !foldsCase(pattern.kind(), condition);
                    Truth truth = plain ? condition.expression().judge(fact.get(), NOTHING_BOUND) : Truth.TRUE;
                    if (truth != Truth.TRUE) {
                        return Optional.of(new JudgedCondition(pattern, condition, truth, fact.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Names are not compared as they are written. */
    private static boolean foldsCase(Kind kind, Condition condition) {
        return condition.properties().stream()
                .anyMatch(name -> FactPaths.property(kind, name).type().foldsCase());
    }

    private static boolean joins(Condition condition) {
        boolean[] joins = new boolean[1];
        condition.expression().variables(variable -> joins[0] = true);
        return joins[0];
    }
}
