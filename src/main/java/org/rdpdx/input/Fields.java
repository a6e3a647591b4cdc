package org.rdpdx.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a map field by field and collects what is wrong with it. Ask for every key that may be there, then call
 * {@link #end()}: what nobody asked for is an unknown key.
 *
 * <p>A required value that is missing or wrong is reported and stands as an empty text, false or zero: whoever reads looks
 * at the problems before using what was read. Not safe for use by several threads.
 */
public final class Fields {

    /** Words listed as a remedy if no word is near: more would not be read. */
    private static final int FEW = 12;

    private final MappingNode map;
    private final List<Problem> problems;
    private final Set<String> asked = new LinkedHashSet<>();
    private final @Nullable FieldShapes listener;
    private final String path;

    private Fields(MappingNode map, List<Problem> problems, @Nullable FieldShapes listener, String path) {
        this.map = map;
        this.problems = problems;
        this.listener = listener;
        this.path = path;
    }

    /** As {@link #of(MappingNode, List)}, telling what is asked for. */
    static Fields heard(MappingNode map, List<Problem> problems, FieldShapes listener, String path) {
        return new Fields(map, problems, listener, path);
    }

    private void tell(String key, FieldShapes.Type type, Collection<String> words) {
        if (listener != null) {
            listener.asked(path, key, type, words);
        }
    }

    private void tell(String key, FieldShapes.Type type) {
        tell(key, type, List.of());
    }

    /** A map that is there only because it is asked what is wanted of it. */
    private Optional<Fields> imagined(String key) {
        String below = path + "/" + key;
        return listener != null && listener.isThere(below)
                ? Optional.of(heard(new MappingNode(map.place(), List.of()), problems, listener, below))
                : Optional.empty();
    }

    /**
     * Begins to read a map.
     *
     * @param map the map
     * @param problems takes what is wrong with it
     */
    public static Fields of(MappingNode map, List<Problem> problems) {
        return new Fields(map, problems, null, "");
    }

    /** The fields of a document that must be a map; anything else is a problem, and then there is nothing to read. */
    public static Optional<Fields> of(Node node, List<Problem> problems) {
        if (node instanceof MappingNode map) {
            return Optional.of(of(map, problems));
        }
        problems.add(
                Problem.of(ProblemCode.WRONG_TYPE, node.place(), node.place().file(), "map", node.shown()));
        return Optional.empty();
    }

    /** The map itself. */
    public MappingNode map() {
        return map;
    }

    /** Where the map begins. */
    public Place place() {
        return map.place();
    }

    /** Where the value of that key begins, or the map if the key is not there. */
    public Place place(String key) {
        return map.get(key).map(Node::place).orElse(map.place());
    }

    /** Where that key is written, or the map if it is not. */
    public Place keyPlace(String key) {
        return map.entry(key).map(MappingNode.Entry::keyPlace).orElse(map.place());
    }

    /** Whether that key is written. Counts as asking for it. */
    public boolean has(String key) {
        return node(key).isPresent();
    }

    /** Whatever stands under that key. */
    public Optional<Node> node(String key) {
        asked.add(key);
        tell(key, FieldShapes.Type.ANY);
        return map.get(key);
    }

    /** What must stand under that key, whatever it is. */
    public Optional<Node> requiredNode(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            missing(key);
        }
        return node;
    }

    /** A text that may be left out. */
    public Optional<String> text(String key) {
        tell(key, FieldShapes.Type.TEXT);
        return node(key).flatMap(node -> textOf(key, node));
    }

    /** A text that must be there. */
    public String requiredText(String key) {
        tell(key, FieldShapes.Type.TEXT);
        return requiredNode(key).flatMap(node -> textOf(key, node)).orElse("");
    }

    /** One of these words; may be left out. */
    public Optional<String> word(String key, Collection<String> words) {
        tell(key, FieldShapes.Type.WORD, words);
        return text(key).flatMap(text -> wordOf(key, place(key), text, words));
    }

    /** One of these words; must be there. */
    public String requiredWord(String key, Collection<String> words) {
        tell(key, FieldShapes.Type.WORD, words);
        return requiredNode(key)
                .flatMap(node -> textOf(key, node))
                .flatMap(text -> wordOf(key, place(key), text, words))
                .orElse("");
    }

    /** A whole number that may be left out. */
    public OptionalInt integer(String key) {
        tell(key, FieldShapes.Type.INTEGER);
        Optional<Node> node = node(key);
        return node.isEmpty() ? OptionalInt.empty() : integerOf(key, node.get());
    }

    /** A whole number that must be there. */
    public int requiredInteger(String key) {
        tell(key, FieldShapes.Type.INTEGER);
        Optional<Node> node = requiredNode(key);
        return node.isEmpty() ? 0 : integerOf(key, node.get()).orElse(0);
    }

    /** A number with or without a point that may be left out. */
    public Optional<Double> number(String key) {
        tell(key, FieldShapes.Type.NUMBER);
        return node(key).flatMap(node -> numberOf(key, node));
    }

    /** A day that must be there. */
    public LocalDate requiredDate(String key) {
        tell(key, FieldShapes.Type.DATE);
        String text = requiredNode(key).flatMap(node -> textOf(key, node)).orElse("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            if (!text.isEmpty()) {
                problem(ProblemCode.WRONG_TYPE, key, key, "date", text);
            }
            return LocalDate.EPOCH;
        }
    }

    /** True or false; may be left out. */
    public Optional<Boolean> flag(String key) {
        tell(key, FieldShapes.Type.FLAG);
        return node(key).flatMap(node -> flagOf(key, node));
    }

    /** True or false, and this if it is left out. */
    public boolean flag(String key, boolean otherwise) {
        return flag(key).orElse(otherwise);
    }

    /** A list of texts; empty if it is left out. */
    public List<String> texts(String key) {
        tell(key, FieldShapes.Type.TEXTS);
        List<String> texts = new ArrayList<>();
        for (Node item : list(key)) {
            textOf(key, item).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    /** A list of texts, or one text for a list of one; empty if it is left out. */
    public List<String> textOrTexts(String key) {
        tell(key, FieldShapes.Type.TEXT_OR_TEXTS);
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof ScalarNode) {
            return text(key).map(List::of).orElse(List.of());
        }
        return texts(key);
    }

    /** A list of these words; empty if it is left out. */
    public List<String> words(String key, Collection<String> words) {
        tell(key, FieldShapes.Type.WORDS, words);
        List<String> known = new ArrayList<>();
        for (Node item : list(key)) {
            textOf(key, item)
                    .flatMap(text -> wordOf(key, item.place(), text, words))
                    .ifPresent(known::add);
        }
        return List.copyOf(known);
    }

    /** A list of anything; empty if it is left out. */
    public List<Node> list(String key) {
        tell(key, FieldShapes.Type.LIST);
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode sequence) {
            return sequence.items();
        }
        wrongType(key, "list", node.get());
        return List.of();
    }

    /** A list of maps; empty if it is left out. */
    public List<Fields> maps(String key) {
        tell(key, FieldShapes.Type.MAPS);
        List<Fields> maps = new ArrayList<>();
        imagined(key).ifPresent(maps::add);
        for (Node item : list(key)) {
            if (item instanceof MappingNode mapping) {
                maps.add(of(mapping, problems));
            } else {
                wrongType(key, "map", item);
            }
        }
        return maps;
    }

    /** A map that may be left out. */
    public Optional<Fields> map(String key) {
        tell(key, FieldShapes.Type.MAP);
        Optional<Node> node = node(key);
        Optional<Fields> imagined = imagined(key);
        if (imagined.isPresent()) {
            return imagined;
        }
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            return Optional.of(of(mapping, problems));
        }
        node.ifPresent(other -> wrongType(key, "map", other));
        return Optional.empty();
    }

    /** All keys, in the order written. Does not count as asking for them. */
    public List<String> keys() {
        return map.entries().stream().map(MappingNode.Entry::key).toList();
    }

    /** Reports a problem with the value of a key. */
    public void problem(ProblemCode code, String key, String... what) {
        problems.add(Problem.of(code, place(key), what));
    }

    /** Reports that a key is missing. */
    public void missing(String key) {
        if (listener != null) {
            listener.missed(path, key);
        }
        problems.add(Problem.of(ProblemCode.MISSING_KEY, map.place(), key));
    }

    /** Reports every key that nobody asked for, each with those it may have been meant for. */
    public void end() {
        for (MappingNode.Entry entry : map.entries()) {
            if (!asked.contains(entry.key())) {
                problems.add(Problem.of(ProblemCode.UNKNOWN_KEY, entry.keyPlace(), entry.key())
                        .remedy(Nearest.to(entry.key(), asked)));
            }
        }
    }

    /**
     * The words to offer for one that is not known: the nearest, or all if none is near and they are few.
     *
     * @param word the one that is not known
     * @param words those that are
     */
    public static List<String> offer(String word, Collection<String> words) {
        List<String> nearest = Nearest.to(word, words);
        return nearest.isEmpty() && words.size() <= FEW ? List.copyOf(words) : nearest;
    }

    private Optional<String> wordOf(String key, Place place, String text, Collection<String> words) {
        if (words.contains(text)) {
            return Optional.of(text);
        }
        problems.add(Problem.of(ProblemCode.UNKNOWN_WORD, place, key, text).remedy(offer(text, words)));
        return Optional.empty();
    }

    private Optional<String> textOf(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            wrongType(key, "text", node);
            return Optional.empty();
        }
        if (scalar.isNull() || scalar.text().isBlank()) {
            problems.add(Problem.of(ProblemCode.EMPTY_VALUE, node.place(), key));
            return Optional.empty();
        }
        return Optional.of(scalar.text());
    }

    private OptionalInt integerOf(String key, Node node) {
        if (node instanceof ScalarNode scalar && scalar.text().matches("-?\\d{1,9}")) {
            return OptionalInt.of(Integer.parseInt(scalar.text()));
        }
        wrongType(key, "int", node);
        return OptionalInt.empty();
    }

    private Optional<Double> numberOf(String key, Node node) {
        if (node instanceof ScalarNode scalar && scalar.text().matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            return Optional.of(Double.valueOf(scalar.text()));
        }
        wrongType(key, "number", node);
        return Optional.empty();
    }

    private Optional<Boolean> flagOf(String key, Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.text().toLowerCase(Locale.ROOT) : "";
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true"));
        }
        wrongType(key, "flag", node);
        return Optional.empty();
    }

    private void wrongType(String key, String wanted, Node node) {
        problems.add(Problem.of(ProblemCode.WRONG_TYPE, node.place(), key, wanted, node.shown()));
    }
}
