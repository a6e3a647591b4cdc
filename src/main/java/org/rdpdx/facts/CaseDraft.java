package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** A case while it is being put together from documents, in any order. */
final class CaseDraft {

    private final String name;
    private final List<Problem> problems;
    private final Set<String> files = new TreeSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Place> none = new HashMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<String, List<String>> collected = new HashMap<>();
    private @Nullable TimeSpan observedAt;

    CaseDraft(String name, List<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    private static final class EntryOrder implements Comparator<Entry> {
        static final EntryOrder INSTANCE = new EntryOrder();

        @Override
        public int compare(Entry left, Entry right) {
            return left.place().compareTo(right.place());
        }
    }

    List<Problem> problems() {
        return problems;
    }

    void file(String file) {
        files.add(file);
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    void observed(TimeSpan time) {
        observedAt = observedAt == null ? time : observedAt.hull(time);
    }

    void none(String viewpoint, Place place) {
        Place known = none.get(viewpoint);
        if (known == null || place.compareTo(known) < 0) {
            none.put(viewpoint, place);
        }
    }

    void unread(Unread one) {
        unread.add(one);
    }

    void collected(String viewpoint, String by) {
        List<String> known = collected.computeIfAbsent(viewpoint, key -> new ArrayList<>());
        if (!known.contains(by)) {
            known.add(by);
        }
    }

    /** Merges, works out what follows and checks; the case, unless there are problems. */
    Optional<CaseFacts> finish() {
        return finish(true);
    }

    /**
     * As {@link #finish()}.
     *
     * @param takingHome whether registry values fill the properties whose home they are; not if they have done so before
     */
    Optional<CaseFacts> finish(boolean takingHome) {
        // by place, so that it is always the later of two that is told to differ from the earlier
        entries.sort(EntryOrder.INSTANCE);
        List<Entry> merged = new Merging(problems).merge(entries);
        if (takingHome) {
            new RegistryHomes(problems, merged).take();
        }
        new Consequences(problems, merged, observedAt).draw();
        refuseThingsOfNowhere(merged);
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(facts(merged));
    }

    private void refuseThingsOfNowhere(List<Entry> merged) {
        if (none.isEmpty()) {
            return;
        }
        for (Entry entry : merged) {
            Place said = none.get(entry.viewpoint());
            if (said != null) {
                problems.add(Problem.of(
                        ProblemCode.CONFLICT,
                        entry.place(),
                        entry.viewpoint() + "." + entry.kind().key(),
                        entry.kind().key(),
                        "none",
                        said.toString()));
            }
        }
    }

    private CaseFacts facts(List<Entry> merged) {
        IdentityHashMap<Fact, CaseFacts.Sources> sources = new IdentityHashMap<>();
        List<Fact> facts = new ArrayList<>(merged.size());
        for (Entry entry : merged) {
            Fact fact = entry.toFact();
            facts.add(fact);
            sources.put(fact, new CaseFacts.Sources(entry.origin(), entry.origins()));
        }
        facts.sort(FactOrder.INSTANCE); // stable: of two that say the same the one written first comes first
        List<Fact> different = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            int last = different.size() - 1;
            if (last >= 0 && FactOrder.INSTANCE.compare(different.get(last), fact) == 0) {
                sources.remove(fact);
                continue;
            }
            different.add(fact);
        }
        Set<String> nowhere = new LinkedHashSet<>(Vocabulary.viewpoints());
        nowhere.retainAll(none.keySet());
        return new CaseFacts(
                name, files, observedAt, sources, different, nowhere, differentUnread(), sortedCollected());
    }

    private List<Unread> differentUnread() {
        if (unread.size() > 1) {
            unread.sort(Comparator.comparing(Unread::path)
                    .thenComparing(Unread::because)
                    .thenComparing(Unread::place));
        }
        List<Unread> different = new ArrayList<>();
        for (Unread one : unread) {
            Unread last = different.isEmpty() ? null : different.get(different.size() - 1);
            if (last == null
                    || !last.path().equals(one.path())
                    || !last.because().equals(one.because())) {
                different.add(one);
            }
        }
        return different;
    }

    private Map<String, List<String>> sortedCollected() {
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        for (String viewpoint : Vocabulary.viewpoints()) {
            List<String> by = collected.get(viewpoint);
            if (by != null) {
                by.sort(null);
                sorted.put(viewpoint, List.copyOf(by));
            }
        }
        return sorted;
    }
}
