package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CaseSketch;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/** The cases beside the rules with what the rules make of them, judged once. Used by one thread. */
final class Judgements {

    private final Rulebook rulebook;
    private final Map<String, List<RuleCase>> cases = new LinkedHashMap<>();
    private final IdentityHashMap<CaseFacts, Findings> ofCases = new IdentityHashMap<>();
    private final List<CaseSketch> deductions = new ArrayList<>();

    Judgements(Rulebook rulebook) {
        this.rulebook = rulebook;
        for (RuleCase one : rulebook.cases()) {
            cases.computeIfAbsent(one.owner(), owner -> new ArrayList<>()).add(one);
        }
    }

    /** The rules of some folders by owner; of all if no folder is named. */
    Map<String, List<Rule>> rules(Set<String> owners) {
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        for (Rule rule : rulebook.rules()) {
            if (owners.isEmpty() || owners.contains(rule.owner())) {
                rules.computeIfAbsent(rule.owner(), owner -> new ArrayList<>()).add(rule);
            }
        }
        return rules;
    }

    /** The cases of one folder. */
    List<RuleCase> cases(String owner) {
        return cases.getOrDefault(owner, List.of());
    }

    /** The cases that can go wrong with a rule: those that name it, and those that name none. */
    List<RuleCase> casesOf(Rule rule) {
        return cases(rule.owner()).stream()
                .filter(one -> one.rule().map(rule.name()::equals).orElse(true))
                .toList();
    }

    /** What the rules make of a case. */
    Findings of(RuleCase one) {
        return ofCases.computeIfAbsent(one.facts(), rulebook::judge);
    }

    /** What the rules make of other facts. */
    Findings of(CaseFacts facts) {
        Findings known = ofCases.get(facts);
        return known == null ? rulebook.judge(facts) : known;
    }

    /** What the cases of the deductions say, from which something is deduced. */
    List<CaseSketch> deductions() {
        if (deductions.isEmpty()) {
            Set<String> owners = new LinkedHashSet<>();
            rulebook.rules().stream().filter(Rule::isDeduction).forEach(rule -> owners.add(rule.owner()));
            for (String owner : owners) {
                cases(owner).stream()
                        .filter(one -> one.expect() == RuleCase.Expected.FIRES)
                        .forEach(one -> deductions.add(CaseSketch.of(one.facts())));
            }
        }
        return deductions;
    }

    /** What comes of a case if a rule is as given; nothing if that cannot be judged. */
    Optional<RuleCase.Expected> verdict(RuleCase one, Rule rule) {
        Findings findings = of(one);
        Set<RuleState> states = EnumSet.of(findings.state(rule));
        if (one.rule().isEmpty()) {
            for (RuleVerdict verdict : findings.verdicts(one.owner())) {
                if (!verdict.rule().name().equals(rule.name())) {
                    states.add(verdict.state());
                }
            }
        }
        return verdict(states);
    }

    static Optional<RuleCase.Expected> verdict(RuleState state) {
        return verdict(Set.of(state));
    }

    /** What rules in these states come to together. */
    static Optional<RuleCase.Expected> verdict(Set<RuleState> states) {
        if (states.contains(RuleState.FIRED)) {
            return Optional.of(RuleCase.Expected.FIRES);
        }
        if (states.contains(RuleState.UNDECIDED)) {
            return Optional.of(RuleCase.Expected.CANNOT_TELL);
        }
        boolean error = states.contains(RuleState.ERROR) || states.isEmpty();
        return error ? Optional.empty() : Optional.of(RuleCase.Expected.SILENT);
    }
}
