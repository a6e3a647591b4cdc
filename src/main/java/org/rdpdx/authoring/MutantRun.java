package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.rulebook.Mutant;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.Rulebook;

/**
 * A rule with one thing in it changed, and whether the cases beside it notice. Judged, not fired.
 *
 * @param mutant the change
 * @param outcome what came of it
 * @param killedBy the first case whose verdict the change turns; empty if there is none
 * @param idea a case that would notice; only where it survived, and empty where nothing could be found because no case of the
 *     rule fires
 */
public record MutantRun(Mutant mutant, Outcome outcome, Optional<RuleCase> killedBy, Optional<CaseIdea> idea) {

    /** What came of a mutant. */
    public enum Outcome {
        /** A case comes otherwise. */
        KILLED,
        /** No case comes otherwise, and facts can be told that would. */
        SURVIVED,
        /** No case comes otherwise, and no facts were found that would: the change says the same in other words. */
        EQUIVALENT
    }

    /**
     * Tries every change of the rules of some folders.
     *
     * @param owners ids of the folders; all if empty
     */
    public static List<MutantRun> of(Rulebook rulebook, Set<String> owners) {
        Judgements judgements = new Judgements(rulebook);
        CaseSearch search = new CaseSearch(judgements);
        List<MutantRun> runs = new ArrayList<>();
        judgements
                .rules(owners)
                .values()
                .forEach(rules -> rules.forEach(rule -> {
                    boolean fires = judgements.casesOf(rule).stream()
                            .anyMatch(one -> judgements.of(one).state(rule) == RuleState.FIRED);
                    rule.mutants().forEach(mutant -> runs.add(run(mutant, fires, judgements, search)));
                }));
        return runs;
    }

    private static MutantRun run(Mutant mutant, boolean fires, Judgements judgements, CaseSearch search) {
        Rule rule = mutant.rule();
        for (RuleCase one : judgements.casesOf(rule)) {
            if (!judgements.verdict(one, mutant.changed()).equals(judgements.verdict(one, rule))) {
                return new MutantRun(mutant, Outcome.KILLED, Optional.of(one), Optional.empty());
            }
        }
        Optional<CaseIdea> idea = search.killing(mutant);
        // where the rest of the rule never holds, that nothing was found says nothing
        boolean survived = idea.isPresent() || !fires;
        return new MutantRun(mutant, survived ? Outcome.SURVIVED : Outcome.EQUIVALENT, Optional.empty(), idea);
    }

    /** How many came out so. */
    public static long count(List<MutantRun> runs, Outcome outcome) {
        return runs.stream().filter(run -> run.outcome() == outcome).count();
    }

    /** The share that was killed of those that can be, as a percentage rounded down; 100 if there are none. */
    public static double percent(List<MutantRun> runs) {
        long killed = count(runs, Outcome.KILLED);
        return Percent.of(killed, killed + count(runs, Outcome.SURVIVED));
    }
}
