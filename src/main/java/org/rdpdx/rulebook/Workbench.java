package org.rdpdx.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.KnowledgeMemory;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.knowledge.Step;

/**
 * A rulebook that somebody is writing: looked at again and again, it reads and compiles only what changed, says what is wrong
 * with it as it is, and opens a diagnosis to be tried although others are half written. Not safe for use by several threads.
 *
 * <pre>{@code
 * Workbench bench = Workbench.of(false, List.of(Path.of("rules/v1")));
 * Workbench.Seen seen = bench.look(List.of());
 * }</pre>
 */
public final class Workbench {

    /**
     * What a look has shown.
     *
     * @param changed paths of files that are new, gone or different since the look before
     * @param affected ids of diagnoses and deductions that are there and rest on these files
     * @param problems everything that is wrong with the rulebook as it is now
     */
    public record Seen(Set<String> changed, Set<String> affected, List<Problem> problems) {

        /** Copies what it is given. */
        public Seen {
            changed = java.util.Collections.unmodifiableSet(new TreeSet<>(changed));
            affected = java.util.Collections.unmodifiableSet(new TreeSet<>(affected));
            problems = List.copyOf(problems);
        }
    }

    /** A rule file, compiled; no unit if something is wrong with it. */
    private record Compiled(String text, Optional<CompiledUnit> unit, List<Problem> problems) {}

    private final Optional<Layer> bundled;
    private final List<LayerFolder> folders;
    private final Units units;
    private final KnowledgeMemory memory = new KnowledgeMemory();
    private final CompiledUnit core;
    private Map<String, Compiled> compiled = new HashMap<>();
    private List<Layer> layers = List.of();
    private List<Problem> problemsOfFolders = List.of();
    private List<Problem> problems = List.of();
    private @Nullable Knowledge knowledge;

    private Workbench(Optional<Layer> bundled, List<LayerFolder> folders, UnitCache cache) {
        this.bundled = bundled;
        this.folders = folders;
        this.units = Units.quick(cache);
        this.core = units.core();
    }

    /**
     * Begins with some folders, without looking at them yet.
     *
     * @param overBundled whether they are laid over the rulebook that comes with this library
     * @param folders the later laid over the earlier
     */
    public static Workbench of(boolean overBundled, List<Path> folders) {
        return of(overBundled, folders, RulebookLoader.cacheFolder());
    }

    static Workbench of(boolean overBundled, List<Path> folders, Path cache) {
        return new Workbench(
                overBundled ? Optional.of(RulebookLoader.bundledLayer()) : Optional.empty(),
                folders.stream().map(LayerFolder::new).toList(),
                UnitCache.in(cache));
    }

    /** The folders in which its files stand. */
    public List<Path> roots() {
        return folders.stream().map(LayerFolder::root).toList();
    }

    /**
     * Looks at all files, and reads those that changed.
     *
     * @param named files that are known to have changed; others are found by their size and time
     */
    public Seen look(Collection<Path> named) {
        List<Problem> found = new ArrayList<>();
        Set<String> changed = new TreeSet<>();
        List<Layer> now = new ArrayList<>();
        bundled.ifPresent(now::add);
        folders.forEach(folder -> now.add(folder.look(named, changed, found)));
        if (changed.isEmpty() && knowledge != null && found.equals(problemsOfFolders)) {
            return new Seen(Set.of(), Set.of(), problems);
        }
        problemsOfFolders = List.copyOf(found);
        List<Rule> before = rules();
        layers = now;
        Knowledge read = Knowledge.read(now, Knowledge.Wanted.ALL, memory, found);
        knowledge = read;
        compile(read, found);
        if (read.isRead()) {
            RulebookLoader.checkTogether(read, compiledUnits(), found);
        }
        problems = List.copyOf(found);
        return new Seen(changed, affected(changed, before, read), problems);
    }

    private void compile(Knowledge read, List<Problem> found) {
        Map<String, Compiled> now = new HashMap<>();
        for (Knowledge.RuleFile file : read.rules().values()) {
            Compiled known = compiled.get(file.path());
            if (known == null || !known.text().equals(file.text())) {
                List<Problem> own = new ArrayList<>();
                known = new Compiled(file.text(), units.of(file, own), own);
            }
            found.addAll(known.problems());
            now.put(file.path(), known);
        }
        compiled = now;
    }

    private List<CompiledUnit> compiledUnits() {
        return compiled.values().stream().flatMap(one -> one.unit().stream()).toList();
    }

    private List<Rule> rules() {
        return compiledUnits().stream().flatMap(unit -> unit.rules().stream()).toList();
    }

    private Set<String> affected(Set<String> changed, List<Rule> before, Knowledge read) {
        Set<String> owners = new TreeSet<>();
        for (String path : changed) {
            String[] parts = path.split("/", -1);
            if (parts.length == 3) {
                owners.add(parts[1]);
            } else if (parts.length == 2 && parts[0].equals("steps")) {
                owners.addAll(using(parts[1].replace(".yaml", ""), read));
            }
        }
        // what a deduction made before is missed by whom it was made for
        owners.addAll(Stratification.restingOn(owners, before));
        owners.addAll(Stratification.restingOn(owners, rules()));
        owners.retainAll(read.rules().keySet());
        return owners;
    }

    private static Set<String> using(String step, Knowledge read) {
        Set<String> wanted = new TreeSet<>(Set.of(step));
        boolean more = true;
        while (more) {
            more = false;
            for (Step other : read.steps().values()) {
                more |= other.needs().stream().anyMatch(wanted::contains) && wanted.add(other.id());
            }
        }
        Set<String> owners = new TreeSet<>();
        for (Card card : read.cards().values()) {
            if (card.remedies().stream().anyMatch(remedy -> wanted.contains(remedy.stepId()))) {
                owners.add(card.id());
            }
        }
        return owners;
    }

    /** Ids of all diagnoses and deductions that have rules. */
    public Set<String> ids() {
        return knowledge == null ? Set.of() : new TreeSet<>(knowledge.rules().keySet());
    }

    /** How many diagnoses there are, as far as they can be read. */
    public int diagnoses() {
        return knowledge == null ? 0 : knowledge.cards().size();
    }

    /**
     * Opens a diagnosis or deduction with the deductions, to run its cases.
     *
     * @return nothing if there is no such id, or if something is wrong with its own files or with a deduction's rules
     */
    public Optional<Rulebook> open(String id) {
        Knowledge read = knowledge;
        Knowledge.RuleFile own = read == null ? null : read.rules().get(id);
        if (read == null || own == null) {
            return Optional.empty();
        }
        String folder = own.file().substring(0, own.file().lastIndexOf('/') + 1);
        if (problems.stream().anyMatch(problem -> problem.place().file().startsWith(folder))) {
            return Optional.empty();
        }
        List<CompiledUnit> needed = new ArrayList<>(List.of(core));
        for (Knowledge.RuleFile file : read.rules().values()) {
            if (file.deduction() || file.owner().equals(id)) {
                Compiled one = compiled.get(file.path());
                if (one == null || one.unit().isEmpty()) {
                    return Optional.empty();
                }
                needed.add(one.unit().get());
            }
        }
        if (Stratification.circular(
                        needed.stream().flatMap(unit -> unit.rules().stream()).toList())
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(RulebookLoader.toTry(new OpenedContent(read, layers, ""), needed));
    }

    /**
     * Opens all of it, to look for what it had better not say.
     *
     * @return nothing if something is wrong with it
     */
    public Optional<Rulebook> openAll() {
        Knowledge read = knowledge;
        if (read == null || !problems.isEmpty()) {
            return Optional.empty();
        }
        List<CompiledUnit> all = new ArrayList<>(List.of(core));
        all.addAll(compiledUnits());
        return Optional.of(RulebookLoader.toTry(new OpenedContent(read, layers, ""), all));
    }

    /** Compiles some rules for nothing, so that the first change does not wait for the compiler to be loaded. */
    public void prepare() {
        if (knowledge == null) {
            return;
        }
        knowledge.rules().values().stream()
                .filter(file -> !file.deduction())
                .findFirst()
                .ifPresent(file -> Units.quick(UnitCache.none()).of(file, new ArrayList<>()));
    }
}
