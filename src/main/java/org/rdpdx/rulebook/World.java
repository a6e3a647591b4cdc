package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;

/**
 * The facts of one case as rules see them: names in small letters, because Windows compares those of services, providers,
 * registry keys and files without regard to case and Drools does not, and what was deduced. Filled by one thread, read only
 * afterwards.
 */
final class World {

    private final List<Fact> facts = new ArrayList<>();
    private final Map<Kind, List<Fact>> byKind = new HashMap<>();
    private final IdentityHashMap<Fact, Fact> originals = new IdentityHashMap<>();
    private final Map<Kind, List<Fact>> deduced = new HashMap<>();
    private final Map<Kind, List<Fact>> perhaps = new HashMap<>();
    private final Set<String> none;
    private final Set<Kind> canBeNone = new HashSet<>();

    World(CaseFacts stated) {
        this.none = stated.none();
        if (!none.isEmpty()) {
            Vocabulary.kinds().stream()
                    .filter(kind -> !kind.deduced() && !Collections.disjoint(kind.viewpoints(), none))
                    .forEach(canBeNone::add);
        }
        for (Fact fact : stated.facts()) {
            Fact folded = folded(fact);
            facts.add(folded);
            originals.put(folded, fact);
            byKind.computeIfAbsent(folded.factKind(), kind -> new ArrayList<>()).add(folded);
        }
    }

    private static Fact folded(Fact fact) {
        List<Property> properties = fact.factKind().properties();
        @Nullable Object[] values = null;
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).type().foldsCase() && fact.value(i) instanceof String written) {
                String folded = properties.get(i).canonical(written);
                if (!folded.equals(written)) {
                    values = values == null ? values(fact, properties.size()) : values;
                    values[i] = folded;
                }
            }
        }
        return values == null ? fact : Vocabulary.create(fact.factKind(), values);
    }

    private static @Nullable Object[] values(Fact fact, int count) {
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = fact.value(i);
        }
        return values;
    }

    /** All stated facts, in the order of the case. */
    List<Fact> facts() {
        return facts;
    }

    /** Stated facts of an observed kind, or deduced ones of a deduced kind. */
    List<Fact> of(Kind kind) {
        if (kind.deduced()) {
            return deduced.getOrDefault(kind, List.of());
        }
        return byKind.getOrDefault(kind, List.of());
    }

    /** Facts of a deduced kind that would be there if some unknown condition held; null properties can be anything. */
    List<Fact> perhaps(Kind kind) {
        return kind.deduced() ? perhaps.getOrDefault(kind, List.of()) : List.of();
    }

    /** How many facts there are of the kind that has the most. */
    int mostOfOneKind() {
        int most = 0;
        for (Map<Kind, List<Fact>> some : List.of(byKind, deduced, perhaps)) {
            for (List<Fact> of : some.values()) {
                most = Math.max(most, of.size());
            }
        }
        return most;
    }

    /** Adds what a deduction made. */
    void deduce(Fact fact, Truth certainty) {
        Map<Kind, List<Fact>> into = certainty == Truth.TRUE ? deduced : perhaps;
        List<Fact> known = into.computeIfAbsent(fact.factKind(), kind -> new ArrayList<>());
        if (!known.contains(fact)) {
            known.add(fact);
        }
    }

    /** Whether there are stated facts of a kind. */
    boolean has(Kind kind) {
        return byKind.containsKey(kind);
    }

    /** Whether what a kind is about can be in a part of the world that is said not to exist. */
    boolean canBeNone(Kind kind) {
        return canBeNone.contains(kind);
    }

    /** The parts of the world that are said not to exist. */
    Set<String> none() {
        return none;
    }

    /** Whether some part of the world is said not to exist. */
    boolean lacksAny() {
        return !none.isEmpty();
    }

    /** Whether nothing at all is known of any of these kinds, nor of what does not exist: then nobody can tell. */
    boolean saysNothingOf(List<Rule.Looked> places) {
        if (!none.isEmpty()) {
            return false;
        }
        for (Rule.Looked looked : places) {
            if (looked.kind().deduced() || byKind.containsKey(looked.kind())) {
                return false;
            }
        }
        return !places.isEmpty();
    }

    /** The fact as it was stated; the fact itself if it was deduced. */
    Fact stated(Fact fact) {
        return originals.getOrDefault(fact, fact);
    }
}
