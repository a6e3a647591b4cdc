package org.rdpdx.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.knowledge.Weights;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/**
 * All causes of a rulebook, most likely first.
 *
 * <p>The confidence of a cause is the logistic function of its prior plus the contributions of its findings, each cause by
 * itself. Of findings that see the same thing only the strongest counts, so that more evidence for a cause never lowers it.
 * Immutable, safe for several threads.
 *
 * @param verdict what can be said of the case as a whole
 * @param diagnoses every cause: by confidence, then by id; what a likely cause explains stands where its confidence puts it
 *     and says so
 */
public record Ranking(Verdict verdict, List<Diagnosis> diagnoses) {

    /** Copies what it is given. */
    public Ranking {
        diagnoses = List.copyOf(diagnoses);
    }

    /** Weighs what the rules found. */
    public static Ranking of(Findings findings, Rulebook rulebook) {
        Map<String, List<Rule>> fired = new LinkedHashMap<>();
        for (RuleVerdict verdict : findings.verdicts()) {
            if (verdict.state() == RuleState.FIRED && !verdict.rule().isDeduction()) {
                fired.computeIfAbsent(verdict.rule().owner(), owner -> new ArrayList<>())
                        .add(verdict.rule());
            }
        }
        Weights weights = rulebook.weights();
        Optional<Phase> reached = findings.reached();
        // the same for all causes that the attempt got past
        Optional<Evidence> gate = reached.map(phase -> gate(findings, weights));
        List<Diagnosis> weighed = new ArrayList<>();
        for (Cause cause : rulebook.causes()) {
            List<Rule> speaking = fired.getOrDefault(cause.id(), List.of());
            weighed.add(weigh(cause, speaking, wasPassed(cause, reached) ? gate : Optional.empty(), findings, weights));
        }
        return inOrder(weighed);
    }

    /**
     * Weighs one cause anew, with some more of its rules that are taken to fire: what would be if what they lack were observed.
     * Each cause is weighed by itself, so the others stay as they are.
     *
     * @param id of a diagnosis
     * @param assumed names of its rules
     */
    public Ranking assuming(String id, Set<String> assumed, Findings findings, Rulebook rulebook) {
        List<Rule> fired = new ArrayList<>();
        for (RuleVerdict verdict : findings.verdicts(id)) {
            if (verdict.state() == RuleState.FIRED
                    || assumed.contains(verdict.rule().name())) {
                fired.add(verdict.rule());
            }
        }
        Weights weights = rulebook.weights();
        List<Diagnosis> weighed = new ArrayList<>();
        for (Diagnosis known : diagnoses) {
            if (known.id().equals(id)) {
                boolean passed = wasPassed(known.cause(), findings.reached());
                Optional<Evidence> gate = passed ? Optional.of(gate(findings, weights)) : Optional.empty();
                weighed.add(weigh(known.cause(), fired, gate, findings, weights));
            } else {
                weighed.add(known.standing());
            }
        }
        return inOrder(weighed);
    }

    private static Ranking inOrder(List<Diagnosis> weighed) {
        weighed.sort((one, other) -> {
            int order = Double.compare(other.confidence(), one.confidence());
            return order != 0 ? order : one.id().compareTo(other.id());
        });
        List<Diagnosis> folded = fold(weighed);
        boolean determined =
                folded.stream().anyMatch(diagnosis -> diagnosis.likelihood().atLeast(Likelihood.LIKELY));
        return new Ranking(determined ? Verdict.DETERMINED : Verdict.UNDETERMINED, folded);
    }

    private static int inOrderOfWeight(Evidence one, Evidence other) {
        int order = Double.compare(Math.abs(other.contribution()), Math.abs(one.contribution()));
        if (order == 0) {
            order = one.strength().compareTo(other.strength());
        }
        return order != 0
                ? order
                : one.ruleName().orElse("").compareTo(other.ruleName().orElse(""));
    }

    private static Diagnosis weigh(
            Cause cause, List<Rule> fired, Optional<Evidence> gate, Findings findings, Weights weights) {
        List<Evidence> evidence = evidence(fired, findings, weights);
        gate.ifPresent(evidence::add);
        evidence.sort(Ranking::inOrderOfWeight);
        double prior = weights.of(cause.frequency());
        double odds = prior;
        for (Evidence one : evidence) {
            odds += one.contribution();
        }
        double confidence = 1 / (1 + StrictMath.exp(-odds));
        return new Diagnosis(cause, likelihood(confidence, evidence, weights), confidence, prior, evidence, null);
    }

    private static List<Evidence> evidence(List<Rule> fired, Findings findings, Weights weights) {
        Map<String, Rule> strongest = new LinkedHashMap<>();
        for (Rule rule : fired) {
            strongest.merge(token(rule), rule, (known, other) -> stronger(known, other) ? known : other);
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Rule rule : fired) {
            Rule counts = strongest.getOrDefault(token(rule), rule);
            double weight = weights.of(strength(rule)) * (rule.against() ? -1 : 1);
            boolean counted = counts.name().equals(rule.name());
            List<JudgedCondition> conditions = findings.conditions(rule);
            evidence.add(new Evidence(
                    rule.name(), strength(rule), counted ? weight : 0, counted ? null : counts.name(), conditions));
        }
        return evidence;
    }

    /** What speaks for and what speaks against never stand in for each other. */
    private static String token(Rule rule) {
        String sees = rule.sees();
        return (rule.against() ? "against " : "for ") + (sees == null ? "rule " + rule.name() : "token " + sees);
    }

    private static boolean stronger(Rule one, Rule other) {
        int compared = strength(one).compareTo(strength(other));
        return compared < 0 || (compared == 0 && one.name().compareTo(other.name()) < 0);
    }

    private static Strength strength(Rule rule) {
        return rule.speaks().orElseThrow(() -> new IllegalStateException(rule.name()));
    }

    /** An attempt that got further than the last phase in which a cause shows was not stopped by it. */
    private static boolean wasPassed(Cause cause, Optional<Phase> reached) {
        if (reached.isEmpty() || cause.phases().isEmpty()) {
            return false;
        }
        for (Phase phase : cause.phases()) {
            if (reached.get().compareTo(phase) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static Evidence gate(Findings findings, Weights weights) {
        List<JudgedCondition> because = findings.reachedBecause().stream()
                .flatMap(verdict -> findings.conditions(verdict.rule()).stream())
                .toList();
        return new Evidence(null, weights.stageGate(), -weights.of(weights.stageGate()), null, because);
    }

    private static Likelihood likelihood(double confidence, List<Evidence> evidence, Weights weights) {
        boolean decisiveFor = evidence.stream().anyMatch(one -> decisive(one) && one.contribution() > 0);
        boolean decisiveAgainst = evidence.stream().anyMatch(one -> decisive(one) && one.contribution() < 0);
        if (decisiveFor && !decisiveAgainst && confidence >= weights.confirmed()) {
            return Likelihood.CONFIRMED;
        }
        if (confidence >= weights.likely()) {
            return Likelihood.LIKELY;
        }
        return confidence >= weights.possible() ? Likelihood.POSSIBLE : Likelihood.UNLIKELY;
    }

    private static boolean decisive(Evidence evidence) {
        return evidence.strength() == Strength.DECISIVE;
    }

    /** A symptom goes under the cause that makes it, if that is at least likely and not less sure. */
    private static List<Diagnosis> fold(List<Diagnosis> weighed) {
        Map<String, String> under = new LinkedHashMap<>();
        for (Diagnosis cause : weighed) {
            if (!cause.likelihood().atLeast(Likelihood.LIKELY)) {
                continue;
            }
            for (Diagnosis symptom : weighed) {
                boolean explained = cause.cause().explains().contains(symptom.id())
                        && cause.confidence() >= symptom.confidence()
                        && !cause.id().equals(symptom.id())
                        // of those that explain each other the first stands
                        && !isUnder(cause.id(), symptom.id(), under);
                if (explained) {
                    under.putIfAbsent(symptom.id(), cause.id());
                }
            }
        }
        List<Diagnosis> folded = new ArrayList<>();
        for (Diagnosis diagnosis : weighed) {
            String explaining = under.get(diagnosis.id());
            folded.add(explaining == null ? diagnosis : diagnosis.foldedUnder(explaining));
        }
        return folded;
    }

    /** Whether one goes under another already, directly or by way of others. */
    private static boolean isUnder(String one, String other, Map<String, String> under) {
        String above = under.get(one);
        while (above != null && !above.equals(other)) {
            above = under.get(above);
        }
        return above != null;
    }

    /** The causes that stand by themselves, most likely first. */
    public List<Diagnosis> standing() {
        return diagnoses.stream()
                .filter(diagnosis -> diagnosis.explainedBy().isEmpty())
                .toList();
    }

    /** The most likely cause that stands by itself, if anything speaks for it. */
    public Optional<Diagnosis> nearest() {
        return standing().stream().findFirst().filter(Diagnosis::spokenFor);
    }

    /** The causes that are at least that likely, most likely first. */
    public List<Diagnosis> atLeast(Likelihood likelihood) {
        return diagnoses.stream()
                .filter(diagnosis -> diagnosis.likelihood().atLeast(likelihood))
                .toList();
    }

    /** The diagnosis of that id. */
    public Optional<Diagnosis> of(String id) {
        return diagnoses.stream().filter(diagnosis -> diagnosis.id().equals(id)).findFirst();
    }
}
