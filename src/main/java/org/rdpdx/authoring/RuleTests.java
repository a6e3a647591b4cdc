package org.rdpdx.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.authoring.MutantRun.Outcome;
import org.rdpdx.input.Place;
import org.rdpdx.rulebook.Rule;

/**
 * What testing rules gave, and the bar it is held to.
 *
 * @param cases the cases beside the rules
 * @param seen the values that conditions took; null if nobody asked
 * @param changed what the cases noticed of changed rules; null if nobody asked
 * @param bars what has to be reached
 */
public record RuleTests(
        List<CaseRun> cases,
        @Nullable Coverage seen,
        @Nullable List<MutantRun> changed,
        Bars bars) {

    /** Copies what it is given. */
    public RuleTests {
        cases = List.copyOf(cases);
        changed = changed == null ? null : List.copyOf(changed);
    }

    /**
     * Percentages that have to be reached over all that was asked for.
     *
     * @param coverage of the values that conditions can take
     * @param mutants of the changed rules that a case notices
     */
    public record Bars(double coverage, double mutants) {

        /** What the rules that come with this project are held to. */
        public static final Bars USUAL = new Bars(100, 95);
    }

    /** The values that conditions took, if asked for. */
    public Optional<Coverage> coverage() {
        return Optional.ofNullable(seen);
    }

    /** The changed rules, if asked for. */
    public Optional<List<MutantRun>> mutants() {
        return Optional.ofNullable(changed);
    }

    /** Whether every case came as expected and what was measured reaches the bar. */
    public boolean passed() {
        return cases.stream().allMatch(CaseRun::passed) && covered() && noticed();
    }

    boolean covered() {
        return seen == null || seen.percent() >= bars.coverage();
    }

    boolean noticed() {
        return changed == null || MutantRun.percent(changed) >= bars.mutants();
    }

    /** The cases by folder. */
    Map<String, List<CaseRun>> byOwner() {
        Map<String, List<CaseRun>> byOwner = new LinkedHashMap<>();
        cases.forEach(run -> byOwner.computeIfAbsent(run.rule().owner(), owner -> new java.util.ArrayList<>())
                .add(run));
        return byOwner;
    }

    /** The coverage of one folder. */
    Optional<Coverage.Folder> coverageOf(String owner) {
        return coverage().flatMap(coverage -> coverage.folders().stream()
                .filter(folder -> folder.owner().equals(owner))
                .findFirst());
    }

    /** The changed rules of one folder. */
    List<MutantRun> mutantsOf(String owner) {
        return mutants().orElse(List.of()).stream()
                .filter(run -> run.mutant().rule().owner().equals(owner))
                .toList();
    }

    /** Those of one folder that no case notices. */
    List<MutantRun> survivorsOf(String owner) {
        return mutantsOf(owner).stream()
                .filter(run -> run.outcome() == Outcome.SURVIVED)
                .toList();
    }

    /** Where a line of a rule stands: beside the cases of its folder. */
    Place placeOf(Rule rule, int line, int column) {
        String file = rule.file();
        for (CaseRun run : cases) {
            if (run.rule().owner().equals(rule.owner())) {
                String beside = run.rule().place().file();
                file = beside.substring(0, beside.lastIndexOf('/') + 1)
                        + rule.file().substring(rule.file().lastIndexOf('/') + 1);
                break;
            }
        }
        return new Place(file, line, column);
    }

    /** The file with the cases of a folder. */
    String caseFileOf(Rule rule) {
        return placeOf(rule, 1, 1).file().replaceFirst("[^/]*$", "cases.yaml");
    }
}
