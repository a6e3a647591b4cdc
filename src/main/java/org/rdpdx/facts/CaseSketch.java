package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a case says, thing by thing, to try what would be if it said something else. Immutable; what is worked out is not in
 * it, and is worked out again when facts are made of it.
 *
 * <pre>{@code
 * CaseSketch sketch = CaseSketch.of(facts);
 * Optional<CaseFacts> otherwise = sketch.with(0, sketch.things().get(0).with("state", "stopped")).facts();
 * }</pre>
 */
public final class CaseSketch {

    /** What is worked out from other properties of the same thing where they say enough. */
    private static final Map<String, Set<String>> FOLLOWS = Map.of(
            "validity",
            Set.of("notBefore", "notAfter"),
            "provider",
            Set.of("channel"),
            "message",
            Set.of("messageText"));

    private final String name;
    private final @Nullable TimeSpan observedAt;
    private final Set<String> none;
    private final List<Thing> things;

    private CaseSketch(String name, @Nullable TimeSpan observedAt, Set<String> none, List<Thing> things) {
        this.name = name;
        this.observedAt = observedAt;
        this.none = none;
        this.things = List.copyOf(things);
    }

    /**
     * One thing that is said.
     *
     * @param kind of which kind
     * @param viewpoint where it was observed
     * @param absent whether it is said not to be there
     * @param values what is said of it, by property
     */
    public record Thing(Kind kind, String viewpoint, boolean absent, Map<String, Object> values) {

        /** Copies what it is given. */
        public Thing {
            values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** The same thing with a value said otherwise; what the value would follow from is no longer said. */
        public Thing with(String property, Object value) {
            Map<String, Object> others = new LinkedHashMap<>(values);
            others.keySet().removeAll(FOLLOWS.getOrDefault(property, Set.of()));
            others.put(property, value);
            return new Thing(kind, viewpoint, absent, others);
        }

        /** The same thing of which nobody observed that property, nor what it would follow from. */
        public Thing without(String property) {
            Map<String, Object> fewer = new LinkedHashMap<>(values);
            fewer.keySet().removeAll(FOLLOWS.getOrDefault(property, Set.of()));
            fewer.remove(property);
            return new Thing(kind, viewpoint, absent, fewer);
        }

        /** The same thing somewhere else. */
        public Thing at(String other) {
            return new Thing(kind, other, absent, values);
        }

        /** Said not to be there: only what names it is still said. */
        public Thing gone() {
            Map<String, Object> naming = new LinkedHashMap<>(values);
            naming.keySet().retainAll(kind.naming());
            return new Thing(kind, viewpoint, true, naming);
        }

        private Map<String, Object> written() {
            Map<String, Object> written = new LinkedHashMap<>(values);
            if (absent) {
                written.put(Kind.PRESENT, false);
            }
            return written;
        }

        private String path() {
            return FactPaths.of(viewpoint, kind, List.of());
        }
    }

    /** What a case says. */
    public static CaseSketch of(CaseFacts facts) {
        List<Thing> things = new ArrayList<>();
        for (Fact fact : facts.facts()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Property property : fact.factKind().ownProperties()) {
                Object value = fact.value(property.name());
                if (value != null && !property.derived() && !follows(facts, fact, property)) {
                    values.put(property.name(), value);
                }
            }
            things.add(new Thing(fact.factKind(), fact.viewpoint(), fact.absent(), values));
        }
        return new CaseSketch(facts.name(), facts.observedAt().orElse(null), facts.none(), things);
    }

    private static boolean follows(CaseFacts facts, Fact fact, Property property) {
        for (String from : FOLLOWS.getOrDefault(property.name(), Set.of())) {
            boolean same = fact.factKind().indexOf(from) >= 0
                    && fact.value(from) != null
                    && facts.origin(fact, from).equals(facts.origin(fact, property.name()));
            if (same) {
                return true;
            }
        }
        return false;
    }

    /** What is said, in the order of the case. */
    public List<Thing> things() {
        return things;
    }

    /** With another thing in the place of one. */
    public CaseSketch with(int index, Thing thing) {
        List<Thing> others = new ArrayList<>(things);
        others.set(index, thing);
        return said(others);
    }

    /** Without one of the things. */
    public CaseSketch without(int index) {
        List<Thing> fewer = new ArrayList<>(things);
        fewer.remove(index);
        return said(fewer);
    }

    /** With one thing more. */
    public CaseSketch plus(Thing thing) {
        List<Thing> more = new ArrayList<>(things);
        more.add(thing);
        return said(more);
    }

    private CaseSketch said(List<Thing> others) {
        return new CaseSketch(name, observedAt, none, others);
    }

    /** The facts; nothing if a fact file could not say that. */
    public Optional<CaseFacts> facts() {
        Set<String> once = new LinkedHashSet<>();
        try {
            CaseFacts.Builder builder = CaseFacts.named(name);
            if (observedAt != null) {
                builder.observedAt(observedAt.text());
            }
            none.forEach(builder::none);
            for (Thing thing : things) {
                if (thing.kind().shape() == Shape.ONE && !once.add(thing.path())) {
                    return Optional.empty();
                }
                builder.add(thing.path(), thing.written());
            }
            return Optional.of(builder.build());
        } catch (InvalidFactFileException cannotBeSaid) {
            return Optional.empty();
        }
    }

    /** The least of this of which something still holds: no more can be left out. */
    public CaseSketch smallest(Predicate<CaseFacts> holds) {
        CaseSketch smallest = this;
        while (true) {
            Optional<CaseSketch> smaller = smallest.smaller().stream()
                    .filter(one -> one.facts().filter(holds).isPresent())
                    .findFirst();
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
    }

    /** All with one thing less, whole things first. */
    private List<CaseSketch> smaller() {
        List<CaseSketch> smaller = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            smaller.add(without(i));
        }
        for (String viewpoint : none) {
            Set<String> fewer = new LinkedHashSet<>(none);
            fewer.remove(viewpoint);
            smaller.add(new CaseSketch(name, observedAt, fewer, things));
        }
        if (observedAt != null) {
            smaller.add(new CaseSketch(name, null, none, things));
        }
        for (int i = 0; i < things.size(); i++) {
            for (String property : things.get(i).values().keySet()) {
                Map<String, Object> fewer = new LinkedHashMap<>(things.get(i).values());
                fewer.remove(property);
                Thing thing = things.get(i);
                smaller.add(with(i, new Thing(thing.kind(), thing.viewpoint(), thing.absent(), fewer)));
            }
        }
        return smaller;
    }

    /** How much is said: things, values, and parts of the world that do not exist. */
    public int size() {
        return none.size()
                + things.stream().mapToInt(thing -> 1 + thing.values().size()).sum();
    }

    /** As the lines of a fact file: one for each place. */
    public List<String> yaml() {
        Map<String, Map<String, List<String>>> places = new TreeMap<>();
        for (Thing thing : things) {
            places.computeIfAbsent(thing.viewpoint(), place -> new TreeMap<>())
                    .computeIfAbsent(thing.kind().key(), key -> new ArrayList<>())
                    .add(yaml(thing));
        }
        List<String> lines = new ArrayList<>();
        if (observedAt != null) {
            lines.add("observedAt: " + observedAt.text());
        }
        none.forEach(viewpoint -> lines.add(viewpoint + ": none"));
        Map<String, List<String>> top = places.remove(Vocabulary.TOP);
        if (top != null) {
            top.forEach((key, entries) -> lines.add(kind(key, entries)));
        }
        places.forEach((place, kinds) -> {
            List<String> inside = new ArrayList<>();
            kinds.forEach((key, entries) -> inside.add(kind(key, entries)));
            lines.add(place + ": { " + String.join(", ", inside) + " }");
        });
        return lines;
    }

    private static String kind(String key, List<String> entries) {
        boolean one = Vocabulary.require(key).shape() == Shape.ONE;
        return key + ": " + (one ? entries.get(0) : "[ " + String.join(", ", entries) + " ]");
    }

    private static String yaml(Thing thing) {
        return thing.written().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + yaml(thing.kind(), entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String yaml(Kind kind, String name, Object value) {
        if (value instanceof List<?> values) {
            return values.stream()
                    .map(one -> FactText.scalar(String.valueOf(one)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof TimeSpan time) {
            return time.text();
        }
        String text = FactPaths.property(kind, name).text(value);
        return value instanceof String ? FactText.scalar(text) : text;
    }
}
