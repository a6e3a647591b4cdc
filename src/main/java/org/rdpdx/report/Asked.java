package org.rdpdx.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What is to be collected: at each viewpoint the kinds, of each kind the things, of each thing the properties. */
final class Asked {

    /**
     * Something to describe.
     *
     * @param identity which thing; empty if that is open
     * @param choices what one of several values names, such as the provider of an event; each stands for a thing
     * @param properties what of it; empty if all that is asked is whether it is there
     */
    record Thing(Map<String, String> identity, Map<String, Set<String>> choices, Set<String> properties) {}

    private final Map<String, Map<Kind, List<Thing>>> things = new LinkedHashMap<>();

    Asked() {
        things.put(Vocabulary.TOP, new LinkedHashMap<>());
        Vocabulary.viewpoints().forEach(viewpoint -> things.put(viewpoint, new LinkedHashMap<>()));
    }

    /** What some rules read, and the rules that deduce what they ask for. */
    static Asked by(Collection<Rule> rules, Rulebook rulebook) {
        Asked asked = new Asked();
        asked.add(rules, rulebook, new HashSet<>());
        return asked;
    }

    /** The rules of a diagnosis. */
    static List<Rule> rulesOf(String diagnosis, Rulebook rulebook) {
        return rulebook.rules().stream()
                .filter(rule -> rule.owner().equals(diagnosis))
                .toList();
    }

    /** What can be written of a kind. */
    static Set<String> writable(Kind kind) {
        Set<String> names = new LinkedHashSet<>();
        kind.ownProperties().stream()
                .filter(property -> !property.derived())
                .map(Property::name)
                .forEach(names::add);
        return names;
    }

    /** The viewpoints, the top first; each is there, also with nothing asked. */
    Set<String> viewpoints() {
        return things.keySet();
    }

    /** What is asked at a viewpoint. */
    Map<Kind, List<Thing>> at(String viewpoint) {
        return things.getOrDefault(viewpoint, Map.of());
    }

    /** Asks for a thing; of one that is asked for already for more of it. */
    void add(String viewpoint, Kind kind, Thing thing) {
        List<Thing> known = things.computeIfAbsent(viewpoint, unused -> new LinkedHashMap<>())
                .computeIfAbsent(kind, unused -> new ArrayList<>());
        for (Thing one : known) {
            if (one.identity().equals(thing.identity())) {
                one.properties().addAll(thing.properties());
                thing.choices().forEach((name, values) -> one.choices()
                        .computeIfAbsent(name, unused -> new LinkedHashSet<>())
                        .addAll(values));
                return;
            }
        }
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        thing.choices().forEach((name, values) -> choices.put(name, new LinkedHashSet<>(values)));
        known.add(new Thing(thing.identity(), choices, new LinkedHashSet<>(thing.properties())));
    }

    /** Asks for properties of a kind, of whatever thing. */
    void add(String viewpoint, Kind kind, Set<String> properties) {
        add(viewpoint, kind, new Thing(Map.of(), Map.of(), properties));
    }

    private void add(Collection<Rule> rules, Rulebook rulebook, Set<String> done) {
        for (Rule rule : rules) {
            if (!done.add(rule.name())) {
                continue;
            }
            for (Pattern pattern : rule.patterns()) {
                if (!pattern.kind().deduced()) {
                    add(pattern);
                    continue;
                }
                List<Rule> making = rulebook.rules().stream()
                        .filter(other ->
                                other.deduces() != null && other.deduces().makes(pattern))
                        .toList();
                add(making, rulebook, done);
            }
        }
    }

    private void add(Pattern pattern) {
        Kind kind = pattern.kind();
        Set<String> properties = new LinkedHashSet<>();
        for (Condition condition : pattern.conditions()) {
            properties.addAll(condition.properties());
        }
        for (int index : pattern.bindings().values()) {
            properties.add(kind.properties().get(index).name());
        }
        boolean derived =
                properties.removeIf(name -> FactPaths.property(kind, name).derived());
        if (derived) {
            properties.add("at");
            add(Vocabulary.TOP, Vocabulary.require("attempt"), new TreeSet<>(Set.of("at")));
        }
        if (properties.contains("validity") && kind.property("notAfter").isPresent()) {
            properties.addAll(List.of("notBefore", "notAfter")); // what it follows from is easier to read off
        }
        properties.removeAll(kind.naming());
        for (String viewpoint : pattern.viewpoints()) {
            for (List<String> which : pattern.identities()) {
                add(viewpoint, kind, thing(pattern, which, properties));
            }
        }
    }

    private static Thing thing(Pattern pattern, List<String> which, Set<String> properties) {
        Map<String, String> identity = new LinkedHashMap<>();
        for (int i = 0; i < which.size(); i++) {
            identity.put(pattern.kind().identity().get(i), which.get(i));
        }
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        for (String name : pattern.kind().needsOneOf()) {
            List<?> pinned = pattern.pinned(name);
            Set<String> values = new LinkedHashSet<>();
            pinned.forEach(value -> values.add(ValueText.of(FactPaths.property(pattern.kind(), name), value)));
            if (values.size() == 1) {
                identity.putAll(Map.of(name, values.iterator().next()));
            } else if (!values.isEmpty()) {
                choices.put(name, values);
            }
        }
        return new Thing(identity, choices, properties);
    }
}
