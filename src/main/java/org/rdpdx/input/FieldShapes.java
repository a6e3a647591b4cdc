package org.rdpdx.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a reader wants of a map, by letting it read maps that hold nothing and listening to what it asks for. So
 * what an editor is told about a file cannot differ from what reads it. Not safe for use by several threads.
 */
public final class FieldShapes {

    /** What stands under a key. */
    public enum Type {
        /** Anything. */
        ANY,
        /** A text; numbers and flags are texts too. */
        TEXT,
        /** One of some words. */
        WORD,
        /** A day. */
        DATE,
        /** A whole number. */
        INTEGER,
        /** A number. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** A list of anything. */
        LIST,
        /** A list of texts. */
        TEXTS,
        /** A text or a list of texts. */
        TEXT_OR_TEXTS,
        /** A list of words. */
        WORDS,
        /** A map. */
        MAP,
        /** A list of maps. */
        MAPS
    }

    /**
     * What stands under one key.
     *
     * @param words those that are allowed, where it is one of some words
     * @param required whether it must be there; a list must then hold something
     * @param map what the map, or each map of the list, holds
     */
    public record Key(
            Type type,
            List<String> words,
            boolean required,
            @Nullable Shape map) {

        /** Copies what it is given. */
        public Key {
            words = List.copyOf(words);
        }
    }

    /**
     * What a map holds.
     *
     * @param keys in the order they are asked for
     */
    public record Shape(Map<String, Key> keys) {

        /** Copies what it is given. */
        public Shape {
            keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }

    private static final Place NOWHERE = Place.startOf("");

    private final Map<String, String> given;
    private final Map<String, Map<String, Type>> types = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> words = new TreeMap<>();
    private final Map<String, Set<String>> missing = new TreeMap<>();
    private final List<ProblemCode> codes = new ArrayList<>();
    private String expanded = "";

    private FieldShapes(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Finds out what a reader wants.
     *
     * @param given texts by key that the outermost map does hold, where what is wanted hangs on them
     */
    public static Shape of(Map<String, String> given, Consumer<Fields> reader) {
        FieldShapes shapes = new FieldShapes(given);
        Set<String> done = new LinkedHashSet<>();
        shapes.read(reader);
        done.add("");
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, Map<String, Type>> map : List.copyOf(shapes.types.entrySet())) {
                for (Map.Entry<String, Type> key : List.copyOf(map.getValue().entrySet())) {
                    String below = map.getKey() + "/" + key.getKey();
                    boolean holds = key.getValue() == Type.MAP || key.getValue() == Type.MAPS;
                    if (holds && done.add(below)) {
                        shapes.expanded = below;
                        shapes.read(reader);
                        more = true;
                    }
                }
            }
        }
        return shapes.shape("");
    }

    /** The problems that a reader finds with a map that holds nothing but these texts, without those of keys that are missing. */
    public static List<ProblemCode> problems(Map<String, String> given, Consumer<Fields> reader) {
        FieldShapes shapes = new FieldShapes(given);
        shapes.read(reader);
        return List.copyOf(shapes.codes);
    }

    private void read(Consumer<Fields> reader) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        given.forEach(
                (key, text) -> entries.add(new MappingNode.Entry(key, NOWHERE, new ScalarNode(NOWHERE, text, true))));
        List<Problem> problems = new ArrayList<>();
        reader.accept(Fields.heard(new MappingNode(NOWHERE, entries), problems, this, ""));
        problems.stream()
                .map(Problem::code)
                .filter(code -> code != ProblemCode.MISSING_KEY && code != ProblemCode.UNKNOWN_KEY)
                .forEach(codes::add);
    }

    private Shape shape(String path) {
        Map<String, Key> keys = new LinkedHashMap<>();
        types.getOrDefault(path, Map.of()).forEach((key, type) -> {
            boolean holds = type == Type.MAP || type == Type.MAPS;
            keys.put(
                    key,
                    new Key(
                            type,
                            words.getOrDefault(path, Map.of()).getOrDefault(key, List.of()),
                            missing.getOrDefault(path, Set.of()).contains(key),
                            holds ? shape(path + "/" + key) : null));
        });
        return new Shape(keys);
    }

    /** A reader asks for a key. */
    void asked(String path, String key, Type type, Collection<String> allowed) {
        Map<String, Type> known = types.computeIfAbsent(path, any -> new LinkedHashMap<>());
        if (type != Type.ANY || !known.containsKey(key)) {
            // whoever asks twice says more one time than the other: list and words
            known.merge(
                    key,
                    type,
                    (before, now) -> before == Type.ANY || before == Type.LIST || before == Type.TEXT
                            ? now == Type.LIST || now == Type.ANY ? before : now
                            : before);
        }
        if (!allowed.isEmpty()) {
            words.computeIfAbsent(path, any -> new TreeMap<>()).put(key, List.copyOf(allowed));
        }
    }

    /** A reader misses a key. */
    void missed(String path, String key) {
        missing.computeIfAbsent(path, any -> new LinkedHashSet<>()).add(key);
    }

    /** Whether the map under a path is there this time. */
    boolean isThere(String path) {
        return expanded.equals(path) || expanded.startsWith(path + "/");
    }
}
