package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.Phase;

/** What the rules of a rulebook make of one case: the state of each. Immutable, safe for several threads. */
public final class Findings {

    private final CaseFacts facts;
    private final List<RuleVerdict> verdicts;
    private final World world;

    /** Made when it is first asked for; made twice it is the same. */
    private volatile @Nullable Map<String, List<RuleVerdict>> byOwner;

    Findings(CaseFacts facts, List<RuleVerdict> verdicts, World world) {
        this.facts = facts;
        this.verdicts = List.copyOf(verdicts);
        this.world = world;
    }

    /** The case. */
    public CaseFacts facts() {
        return facts;
    }

    /** Every rule with its state, by name. */
    public List<RuleVerdict> verdicts() {
        return verdicts;
    }

    /** The verdicts of one diagnosis or deduction. */
    public List<RuleVerdict> verdicts(String owner) {
        Map<String, List<RuleVerdict>> grouped = byOwner;
        if (grouped == null) {
            grouped = new HashMap<>();
            for (RuleVerdict verdict : verdicts) {
                grouped.computeIfAbsent(verdict.rule().owner(), unused -> new ArrayList<>())
                        .add(verdict);
            }
            byOwner = grouped;
        }
        return Collections.unmodifiableList(grouped.getOrDefault(owner, List.of()));
    }

    /** How many rules are in each state; they add up to the number of rules. */
    public Map<RuleState, Integer> counts() {
        Map<RuleState, Integer> counts = new EnumMap<>(RuleState.class);
        for (RuleState state : RuleState.values()) {
            counts.put(state, 0);
        }
        verdicts.forEach(verdict -> counts.merge(verdict.state(), 1, Integer::sum));
        return counts;
    }

    /** Each condition of a rule with its truth, for the facts that come closest to matching it. */
    public List<JudgedCondition> conditions(Rule rule) {
        return new Judge(world).conditions(rule);
    }

    /**
     * The state that a rule is judged to be in, also one that is changed and stands in no rulebook.
     *
     * @return {@link RuleState#ERROR} if it cannot be judged
     */
    public RuleState state(Rule rule) {
        try {
            return new Judge(world).state(rule);
        } catch (Judge.TooManyCombinations | StackOverflowError thrown) {
            return RuleState.ERROR;
        }
    }

    /**
     * Every truth that each condition of a rule has, over all facts that it is judged on; each once. That nothing is known of
     * a thing is told only where it leaves the rule undecided.
     */
    public List<JudgedCondition> truths(Rule rule) {
        return new Judge(world).truths(rule);
    }

    /** What was deduced of one kind. */
    public List<Fact> deduced(Kind kind) {
        return List.copyOf(world.of(kind));
    }

    /** How far the attempt got, if that could be deduced. */
    public Optional<Phase> reached() {
        Kind reached = Vocabulary.require("reached");
        List<Phase> phases = new ArrayList<>();
        for (Fact fact : world.of(reached)) {
            Phase.of(String.valueOf(fact.value("phase"))).ifPresent(phases::add);
        }
        return phases.stream().max(Phase::compareTo);
    }

    /** The fired deductions that say how far the attempt got: those of the furthest phase. */
    public List<RuleVerdict> reachedBecause() {
        Optional<Phase> furthest = reached();
        if (furthest.isEmpty()) {
            return List.of();
        }
        String word = furthest.get().word();
        return verdicts("reached").stream()
                .filter(verdict -> verdict.state() == RuleState.FIRED)
                .filter(verdict -> {
                    Rule.Deduced deduced = verdict.rule().deduces();
                    return deduced != null
                            && deduced.arguments().get(0) instanceof Expression.Constant constant
                            && constant.value().equals(word);
                })
                .toList();
    }
}
