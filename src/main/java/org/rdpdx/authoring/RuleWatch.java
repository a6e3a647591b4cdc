package org.rdpdx.authoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.rulebook.Rulebook;
import org.rdpdx.rulebook.Workbench;

/**
 * Runs the cases of what changed each time it is told to look. It waits for nothing and prints nothing: who calls it decides
 * when. Not safe for use by several threads.
 */
public final class RuleWatch {

    /**
     * What one look gave.
     *
     * @param changed whether any file is new, gone or different since the look before
     * @param problems everything that is wrong with the rulebook
     * @param ran ids whose cases were run
     * @param runs their cases
     * @param waiting ids whose cases are to be run and cannot be, for what is wrong
     * @param stillFailing ids whose cases were not run now and did not come as expected when they were
     */
    public record Round(
            boolean changed,
            List<Problem> problems,
            Set<String> ran,
            List<CaseRun> runs,
            Set<String> waiting,
            Set<String> stillFailing) {

        /** Copies what it is given. */
        public Round {
            problems = List.copyOf(problems);
            ran = java.util.Collections.unmodifiableSet(new TreeSet<>(ran));
            runs = List.copyOf(runs);
            waiting = java.util.Collections.unmodifiableSet(new TreeSet<>(waiting));
            stillFailing = java.util.Collections.unmodifiableSet(new TreeSet<>(stillFailing));
        }

        /** The cases that did not come as expected. */
        public List<CaseRun> failed() {
            return runs.stream().filter(run -> !run.passed()).toList();
        }
    }

    private final Workbench bench;
    private final Set<String> ids;
    private final Set<String> waiting;
    private final Set<String> failing = new TreeSet<>();
    private Set<String> lastChanged = Set.of();
    private boolean looked;

    private RuleWatch(Workbench bench, Set<String> ids) {
        this.bench = bench;
        this.ids = Set.copyOf(ids);
        this.waiting = new TreeSet<>(ids);
    }

    /**
     * Begins to watch.
     *
     * @param overBundled whether the folders are laid over the rulebook that comes with this library
     * @param folders the later laid over the earlier
     * @param ids whose cases are run, the first time too; if empty, of all that changes
     */
    public static RuleWatch of(boolean overBundled, List<Path> folders, Set<String> ids) {
        return new RuleWatch(Workbench.of(overBundled, folders), ids);
    }

    static RuleWatch of(Workbench bench, Set<String> ids) {
        return new RuleWatch(bench, ids);
    }

    /** The folders in which its files stand. */
    public List<Path> roots() {
        return bench.roots();
    }

    /** Ids of all diagnoses and deductions. */
    public Set<String> ids() {
        return bench.ids();
    }

    /** How many diagnoses there are, as far as they can be read. */
    public int diagnoses() {
        return bench.diagnoses();
    }

    /** Does once for nothing what the first change would otherwise wait for. */
    public void prepare() {
        bench.prepare();
    }

    /**
     * Looks at the files, and runs the cases of what changed.
     *
     * @param named files that are known to have changed; others are found by their size and time
     */
    public Round look(Collection<Path> named) {
        Workbench.Seen seen = bench.look(named);
        boolean changed = !seen.changed().isEmpty();
        if (looked) {
            seen.affected().stream()
                    .filter(id -> ids.isEmpty() || ids.contains(id))
                    .forEach(waiting::add);
        }
        waiting.retainAll(bench.ids());
        failing.retainAll(bench.ids());
        Set<String> ran = new TreeSet<>();
        List<CaseRun> runs = new ArrayList<>();
        for (String id : new TreeSet<>(waiting)) {
            Optional<Rulebook> opened = bench.open(id);
            if (opened.isPresent()) {
                try (Rulebook rulebook = opened.get()) {
                    List<CaseRun> own = CaseRun.of(rulebook, Set.of(id));
                    runs.addAll(own);
                    ran.add(id);
                    failing.remove(id);
                    if (own.stream().anyMatch(run -> !run.passed())) {
                        failing.add(id);
                    }
                }
            }
        }
        waiting.removeAll(ran);
        Set<String> still = new TreeSet<>(failing);
        still.removeAll(ran);
        lastChanged = looked ? seen.changed() : Set.of();
        looked = true;
        return new Round(changed || !ran.isEmpty(), seen.problems(), ran, runs, waiting, still);
    }

    /**
     * What the folders that changed at the last look had better not say. It takes longer than running their cases, so it is
     * asked for when those were shown.
     *
     * @return nothing while something is wrong with the rulebook
     */
    public List<Problem> advice() {
        Set<String> changed = lastChanged;
        Set<String> folders = new TreeSet<>();
        changed.forEach(path -> folders.add(path.substring(0, path.lastIndexOf('/') + 1)));
        Optional<Rulebook> whole = folders.isEmpty() ? Optional.empty() : bench.openAll();
        if (whole.isEmpty()) {
            return List.of();
        }
        try (Rulebook rulebook = whole.get()) {
            return RulebookCheck.of(rulebook, path -> changed.contains(path) || isIn(path, folders)).stream()
                    .filter(problem -> problem.code().severity() != ProblemCode.Severity.INFORMATION)
                    .toList();
        }
    }

    /** A folder of steps holds many that have nothing to do with each other. */
    private static boolean isIn(String path, Set<String> folders) {
        return path.chars().filter(one -> one == '/').count() > 1
                && folders.contains(path.substring(0, path.lastIndexOf('/') + 1));
    }
}
