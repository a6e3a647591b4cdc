package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Problem;

/**
 * Takes registry values to the properties that say the same, so that rules find them in one place whoever wrote the file.
 * A policy's value is in force whatever the local one says.
 */
final class RegistryHomes {

    private final List<Problem> problems;
    private final List<Entry> entries;

    RegistryHomes(List<Problem> problems, List<Entry> entries) {
        this.problems = problems;
        this.entries = entries;
    }

    private record Found(RegistryHome home, Entry value) {}

    /** Fills properties from registry values, policies first. */
    void take() {
        List<Found> policies = new ArrayList<>();
        List<Found> locals = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.kind().key().equals("registryValues") || entry.absent()) {
                continue;
            }
            for (RegistryHome home : homes(entry)) {
                if (Vocabulary.require(home.kind()).viewpoints().contains(entry.viewpoint())) {
                    (home.policy() ? policies : locals).add(new Found(home, entry));
                }
            }
        }
        for (Found found : policies) {
            take(found);
        }
        for (Found found : locals) {
            if (!overruled(found)) {
                take(found);
            }
        }
    }

    private static List<RegistryHome> homes(Entry entry) {
        return Homes.BY_NAME.getOrDefault(
                Homes.name(String.valueOf(entry.value("key")), String.valueOf(entry.value("name"))), List.of());
    }

    /** Made when the first registry value is met, not before. */
    private static final class Homes {
        static final Map<String, List<RegistryHome>> BY_NAME = new HashMap<>();

        static {
            for (RegistryHome home : VocabularyTable.homes()) {
                BY_NAME.computeIfAbsent(name(home.key(), home.name()), name -> new ArrayList<>())
                        .add(home);
            }
        }

        static String name(String key, String name) {
            return (key + "\n" + name).toLowerCase(Locale.ROOT);
        }
    }

    private void take(Found found) {
        RegistryHome home = found.home();
        Cell number = found.value().cell("number");
        Object value = number == null ? null : value(home, (Integer) number.value());
        if (number == null || value == null) {
            return;
        }
        Entry thing = thing(found);
        fill(thing, home.property(), new Cell(value, number.origin()));
        if (home.policy()) {
            fill(thing, home.owner(), new Cell("policy", number.origin()));
            Cell from = found.value().cell("policyFrom");
            if (from != null && thing.kind().indexOf("policyFrom") >= 0) {
                fill(thing, "policyFrom", from);
            }
        }
    }

    /** Whether a policy says what is in force, so that a local value says nothing about it. */
    private boolean overruled(Found found) {
        RegistryHome home = found.home();
        Entry thing = existing(found);
        if (thing == null) {
            return false;
        }
        for (RegistryHome other : VocabularyTable.homes()) {
            boolean same = other.kind().equals(home.kind()) && other.property().equals(home.property());
            if (same && other.policy() && "policy".equals(thing.value(other.owner()))) {
                return true;
            }
        }
        return false;
    }

    private void fill(Entry thing, String property, Cell cell) {
        Cell said = thing.cell(property);
        if (said == null) {
            thing.set(property, cell);
            return;
        }
        if (!thing.says(property, cell.value())) {
            new Merging(problems).conflict(thing, thing.property(property), cell, said);
        }
    }

    private Entry thing(Found found) {
        Entry known = existing(found);
        if (known != null) {
            return known;
        }
        Kind kind = Vocabulary.require(found.home().kind());
        Entry made = new Entry(kind, found.value().viewpoint(), found.value().origin());
        List<String> identity = found.home().entry();
        for (int i = 0; i < identity.size(); i += 2) {
            Property property = kind.property(identity.get(i)).orElseThrow();
            Cell name = new Cell(identity.get(i + 1), namedBy(found, identity.get(i + 1)));
            made.set(property.name(), name);
        }
        entries.add(made);
        return made;
    }

    private static Origin namedBy(Found found, String text) {
        Origin entry = found.value().origin();
        return new Origin(entry.place(), entry.command(), entry.at(), entry.how(), text);
    }

    private @Nullable Entry existing(Found found) {
        Kind kind = Vocabulary.require(found.home().kind());
        for (Entry entry : entries) {
            if (entry.kind() == kind
                    && entry.viewpoint().equals(found.value().viewpoint())
                    && named(entry, found.home().entry())) {
                return entry;
            }
        }
        return null;
    }

    private static boolean named(Entry entry, List<String> identity) {
        for (int i = 0; i < identity.size(); i += 2) {
            if (!entry.says(identity.get(i), identity.get(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object value(RegistryHome home, Integer number) {
        Property property =
                Vocabulary.require(home.kind()).property(home.property()).orElseThrow();
        if (home.values().isEmpty()) {
            return number;
        }
        for (int i = 0; i < home.values().size(); i += 2) {
            if (home.values().get(i).equals(Integer.toUnsignedString(number))) {
                String word = home.values().get(i + 1);
                return property.type() == ValueType.FLAG ? (Object) Boolean.valueOf(word) : word;
            }
        }
        return null; // a number that Windows does not use says nothing that we know
    }
}
