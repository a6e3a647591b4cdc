package org.rdpdx.rulebook;

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
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Shape;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/** Cuts a case down to what it takes to go wrong, and writes it as a fact file. */
final class SmallestCase {

    /** One thing that is said: where, and what of it. */
    private record Said(Kind kind, String viewpoint, boolean absent, Map<String, Object> values) {

        String path() {
            return kind.top() ? kind.key() : viewpoint + "." + kind.key();
        }

        Said without(String property) {
            Map<String, Object> fewer = new LinkedHashMap<>(values);
            fewer.remove(property);
            return new Said(kind, viewpoint, absent, fewer);
        }

        Map<String, Object> written() {
            Map<String, Object> written = new LinkedHashMap<>(values);
            if (absent) {
                written.put(Kind.PRESENT, false);
            }
            return written;
        }
    }

    private final String name;
    private final List<Said> said;
    private final Set<String> none;

    private SmallestCase(String name, List<Said> said, Set<String> none) {
        this.name = name;
        this.said = said;
        this.none = none;
    }

    /** The least of a case with which it still goes wrong: nothing more can be left out of it. */
    static SmallestCase of(CaseFacts facts, Predicate<CaseFacts> goesWrong) {
        SmallestCase smallest = new SmallestCase(
                facts.name(), facts.facts().stream().map(SmallestCase::said).toList(), facts.none());
        while (true) {
            Optional<SmallestCase> smaller = smallest.smaller().stream()
                    .filter(one -> one.facts().filter(goesWrong).isPresent())
                    .findFirst();
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
    }

    private static Said said(Fact fact) {
        Kind kind = fact.factKind();
        Map<String, Object> values = new LinkedHashMap<>();
        for (Property property : kind.ownProperties()) {
            Object value = fact.value(property.name());
            if (value != null && !property.derived()) {
                values.put(property.name(), value);
            }
        }
        String viewpoint = kind.top() ? Vocabulary.TOP : String.valueOf(fact.value(Kind.VIEWPOINT));
        return new Said(kind, viewpoint, fact.absent(), values);
    }

    /** All with one thing less, whole entries first. */
    private List<SmallestCase> smaller() {
        List<SmallestCase> smaller = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            List<Said> fewer = new ArrayList<>(said);
            fewer.remove(i);
            smaller.add(new SmallestCase(name, fewer, none));
        }
        for (String viewpoint : none) {
            Set<String> fewer = new LinkedHashSet<>(none);
            fewer.remove(viewpoint);
            smaller.add(new SmallestCase(name, said, fewer));
        }
        for (int i = 0; i < said.size(); i++) {
            for (String property : said.get(i).values().keySet()) {
                List<Said> fewer = new ArrayList<>(said);
                fewer.set(i, said.get(i).without(property));
                smaller.add(new SmallestCase(name, fewer, none));
            }
        }
        return smaller;
    }

    /** Nothing if a fact file could not say so little. */
    Optional<CaseFacts> facts() {
        try {
            CaseFacts.Builder builder = CaseFacts.named(name);
            none.forEach(builder::none);
            said.forEach(one -> builder.add(one.path(), one.written()));
            return Optional.of(builder.build());
        } catch (InvalidFactFileException tooLittle) {
            return Optional.empty();
        }
    }

    String name() {
        return name;
    }

    int size() {
        return none.size()
                + said.stream().mapToInt(one -> 1 + one.values().size()).sum();
    }

    /** As a fact file, for {@link Samples#facts}. */
    String yaml() {
        Map<String, Map<String, List<String>>> places = new TreeMap<>();
        for (Said one : said) {
            places.computeIfAbsent(one.kind().top() ? Vocabulary.TOP : one.viewpoint(), place -> new TreeMap<>())
                    .computeIfAbsent(one.kind().key(), key -> new ArrayList<>())
                    .add(one.written().entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
                            .collect(Collectors.joining(", ", "{ ", " }")));
        }
        StringBuilder text = new StringBuilder();
        places.forEach((place, kinds) -> {
            boolean top = place.equals(Vocabulary.TOP);
            text.append(top ? "" : place + ":\n");
            kinds.forEach((key, entries) -> text.append(top ? "" : "  ")
                    .append(key)
                    .append(": ")
                    .append(entries(Vocabulary.require(key), entries))
                    .append('\n'));
        });
        none.forEach(viewpoint -> text.append(viewpoint).append(": none\n"));
        return text.toString();
    }

    private static String entries(Kind kind, List<String> entries) {
        return kind.shape() == Shape.ONE ? entries.get(0) : "[ " + String.join(", ", entries) + " ]";
    }

    private static String yaml(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(SmallestCase::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            return "'" + text.replace("'", "''") + "'";
        }
        return value instanceof TimeSpan time ? time.text() : String.valueOf(value);
    }
}
