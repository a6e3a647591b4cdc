package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Fields;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.ScalarNode;
import org.rdpdx.input.SequenceNode;

/** Reads one document of a fact file into a case. */
final class DocumentReader {

    private static final List<String> FILE_KEYS = List.of("case", "observedAt", "unread");
    private static final String NONE = "none";
    private static final String COLLECTED = "collected";
    private static final String SOURCE = "source";

    private final CaseDraft draft;
    private final List<Problem> problems;
    private final Scalars scalars;
    private @Nullable TimeSpan observedAt;

    DocumentReader(CaseDraft draft) {
        this.draft = draft;
        this.problems = draft.problems();
        this.scalars = new Scalars(problems);
    }

    /** What the document says it is about; nothing if it does not, or not rightly. */
    static Optional<String> caseName(Node document) {
        return document instanceof MappingNode map
                        && map.get("case").orElse(null) instanceof ScalarNode scalar
                        && !scalar.isNull()
                        && !scalar.text().isBlank()
                ? Optional.of(scalar.text().strip())
                : Optional.empty();
    }

    void read(Node document) {
        draft.file(document.place().file());
        if (!(document instanceof MappingNode map)) {
            wrongType(document.place().file(), "map", document);
            return;
        }
        Node time = map.get("observedAt").orElse(null);
        if (time != null) {
            readObservedAt(time);
        }
        for (MappingNode.Entry entry : map.entries()) {
            readTop(entry);
        }
    }

    private void readObservedAt(Node node) {
        if (node instanceof ScalarNode scalar) {
            if (!scalars.notObserved("observedAt", scalar)) {
                observedAt = scalars.time("observedAt", scalar, scalar.text().strip());
            }
            if (observedAt != null) {
                draft.observed(observedAt);
            }
            return;
        }
        wrongType("observedAt", "time", node);
    }

    private void readTop(MappingNode.Entry entry) {
        String key = entry.key();
        switch (key) {
            case "case" -> readCase(entry.value());
            case "observedAt" -> {} // read before all else, because entries refer to it
            case "unread" -> readUnread(entry.value());
            default -> {
                if (Vocabulary.viewpoints().contains(key)) {
                    readViewpoint(key, entry.value());
                } else {
                    readKind(Vocabulary.TOP, entry);
                }
            }
        }
    }

    private void readCase(Node node) {
        if (node instanceof ScalarNode scalar) {
            scalars.notObserved("case", scalar);
            return;
        }
        wrongType("case", "text", node);
    }

    private void readUnread(Node node) {
        if (!(node instanceof SequenceNode list)) {
            wrongType("unread", "list", node);
            return;
        }
        for (Node item : list.items()) {
            if (!(item instanceof MappingNode map)) {
                wrongType("unread", "map", item);
                continue;
            }
            Fields fields = Fields.of(map, problems);
            String path = fields.requiredText("fact");
            String because = fields.requiredWord("because", Vocabulary.unreadReasons());
            fields.end();
            if (path.isEmpty()) {
                continue;
            }
            FactPath.Parsed parsed = FactPath.parse(path);
            if (parsed.path().isEmpty()) {
                problems.add(Problem.of(ProblemCode.BAD_PATH, fields.place("fact"), path)
                        .remedy(parsed.nearest()));
            }
            draft.unread(new Unread(path, because, map.place()));
        }
    }

    private void readViewpoint(String viewpoint, Node node) {
        if (node instanceof ScalarNode scalar) {
            readNone(viewpoint, scalar);
            return;
        }
        if (!(node instanceof MappingNode map)) {
            wrongType(viewpoint, "map", node);
            return;
        }
        if (map.entries().isEmpty()) {
            problems.add(Problem.of(ProblemCode.EMPTY_VALUE, node.place(), viewpoint));
        }
        for (MappingNode.Entry entry : map.entries()) {
            if (entry.key().equals(COLLECTED)) {
                readCollected(viewpoint, entry.value());
            } else {
                readKind(viewpoint, entry);
            }
        }
    }

    private void readNone(String viewpoint, ScalarNode scalar) {
        if (scalars.notObserved(viewpoint, scalar)) {
            return;
        }
        if (!scalar.text().equals(NONE)) {
            wrongType(viewpoint, "map", scalar);
            return;
        }
        if (!Vocabulary.canBeNone().contains(viewpoint)) {
            problems.add(Problem.of(ProblemCode.CANNOT_BE_NONE, scalar.place(), viewpoint));
            return;
        }
        draft.none(viewpoint, scalar.place());
    }

    private void readCollected(String viewpoint, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            wrongType(COLLECTED, "text", node);
            return;
        }
        if (!scalars.notObserved(COLLECTED, scalar)) {
            draft.collected(viewpoint, scalar.text().strip());
        }
    }

    private void readKind(String viewpoint, MappingNode.Entry entry) {
        Optional<Kind> known = Vocabulary.byKey(entry.key());
        if (known.isEmpty() || known.get().deduced()) {
            problems.add(Problem.of(ProblemCode.UNKNOWN_KEY, entry.keyPlace(), entry.key())
                    .remedy(Nearest.to(entry.key(), keysAt(viewpoint))));
            return;
        }
        Kind kind = known.get();
        if (!kind.viewpoints().contains(viewpoint)) {
            problems.add(Problem.of(ProblemCode.WRONG_VIEWPOINT, entry.keyPlace(), kind.key(), viewpoint)
                    .remedy(kind.viewpoints()));
            return;
        }
        Node value = entry.value();
        if (value instanceof ScalarNode scalar && scalars.notObserved(kind.key(), scalar)) {
            return;
        }
        if (kind.shape() == Shape.ONE) {
            readEntry(kind, viewpoint, value);
            return;
        }
        if (!(value instanceof SequenceNode list)) {
            wrongType(kind.key(), "list", value);
            return;
        }
        if (list.items().isEmpty()) {
            problems.add(Problem.of(ProblemCode.EMPTY_LIST, value.place(), kind.key()));
        }
        for (Node item : list.items()) {
            readEntry(kind, viewpoint, item);
        }
    }

    private void readEntry(Kind kind, String viewpoint, Node node) {
        if (!(node instanceof MappingNode map)) {
            wrongType(kind.key(), "map", node);
            return;
        }
        if (map.entries().isEmpty()) {
            problems.add(Problem.of(ProblemCode.EMPTY_VALUE, node.place(), kind.key()));
            return;
        }
        Origin origin = origin(kind, map);
        Entry entry = new Entry(kind, viewpoint, origin);
        if (saysAbsent(kind, map)) {
            entry.sayAbsent();
        }
        boolean right = true;
        for (MappingNode.Entry written : map.entries()) {
            right &= readProperty(entry, written);
        }
        right &= namesItsThing(entry, map);
        if (right) {
            draft.add(entry);
        }
    }

    private boolean saysAbsent(Kind kind, MappingNode map) {
        Optional<MappingNode.Entry> present = map.entry(Kind.PRESENT);
        if (present.isEmpty()) {
            return false;
        }
        if (!kind.absentable()) {
            problems.add(Problem.of(ProblemCode.CANNOT_BE_ABSENT, present.get().keyPlace(), kind.key()));
            return false;
        }
        Property property = kind.property(Kind.PRESENT).orElseThrow();
        if (present.get().value() instanceof ScalarNode scalar) {
            return Boolean.FALSE.equals(scalars.read(kind, property, scalar));
        }
        wrongType(Kind.PRESENT, "flag", present.get().value());
        return false;
    }

    private boolean readProperty(Entry entry, MappingNode.Entry written) {
        Kind kind = entry.kind();
        String key = written.key();
        if (key.equals(Kind.PRESENT) || isSource(kind, written)) {
            return true;
        }
        int index = key.equals(Kind.VIEWPOINT) ? -1 : kind.indexOfWritten(key);
        if (index < 0) {
            problems.add(
                    Problem.of(ProblemCode.UNKNOWN_KEY, written.keyPlace(), key).remedy(Nearest.to(key, keysOf(kind))));
            return false;
        }
        Property property = kind.properties().get(index);
        if (property.derived()) {
            problems.add(Problem.of(ProblemCode.DERIVED, written.keyPlace(), key));
            return false;
        }
        if (entry.absent() && !mayStandBesideAbsent(kind, key)) {
            List<String> may = new ArrayList<>(kind.identity());
            may.addAll(kind.withAbsent());
            problems.add(Problem.of(ProblemCode.BESIDE_ABSENT, written.keyPlace(), key, kind.key())
                    .remedy(may));
            return false;
        }
        Object value = value(kind, property, written.value());
        if (value == null) {
            return false;
        }
        Cell said = entry.cell(property.name());
        if (said != null) {
            // once under each of its two words
            String line = String.valueOf(said.origin().place().line());
            problems.add(Problem.of(ProblemCode.DUPLICATE_KEY, written.keyPlace(), key, line));
            return false;
        }
        entry.set(index, new Cell(value, originOf(entry, written.value())));
        return true;
    }

    private @Nullable Object value(Kind kind, Property property, Node node) {
        if (!property.set()) {
            if (node instanceof ScalarNode scalar) {
                return scalars.read(kind, property, scalar);
            }
            wrongType(property.name(), property.type().key(), node);
            return null;
        }
        if (node instanceof ScalarNode scalar && scalars.notObserved(property.name(), scalar)) {
            return null;
        }
        if (!(node instanceof SequenceNode list)) {
            wrongType(property.name(), "list", node);
            return null;
        }
        List<Object> values = new ArrayList<>();
        boolean right = true;
        for (Node item : list.items()) {
            Object value = null;
            if (item instanceof ScalarNode scalar) {
                value = scalars.read(kind, property, scalar);
            } else {
                wrongType(property.name(), property.type().key(), item);
            }
            right &= value != null;
            if (value != null && !values.contains(value)) {
                values.add(value);
            }
        }
        return right ? values : null;
    }

    private boolean namesItsThing(Entry entry, MappingNode map) {
        Kind kind = entry.kind();
        if (kind.shape() == Shape.ONE) {
            return true;
        }
        for (String instead : kind.unnamedWith()) {
            if (!entry.absent() && map.get(instead).isPresent()) {
                return true;
            }
        }
        List<String> missing = new ArrayList<>();
        for (String property : kind.identity()) {
            if (map.get(property).isEmpty()) {
                missing.add(property);
            }
        }
        if (!missing.isEmpty()) {
            problems.add(Problem.of(ProblemCode.MISSING_IDENTITY, map.place(), kind.key(), String.join(", ", missing)));
        }
        boolean lacksChoice = !kind.needsOneOf().isEmpty();
        for (String property : kind.needsOneOf()) {
            lacksChoice &= map.get(property).isEmpty();
        }
        if (lacksChoice) {
            problems.add(Problem.of(
                    ProblemCode.NEEDS_ONE_OF, map.place(), kind.key(), String.join(", ", kind.needsOneOf())));
        }
        return missing.isEmpty() && !lacksChoice;
    }

    // ------------------------------------------------------------------ origins

    /** A map under that key says where the fact came from, also beside a property of that name, which is a word. */
    private static boolean isSource(Kind kind, MappingNode.Entry written) {
        return written.key().equals(SOURCE) && (written.value() instanceof MappingNode || kind.indexOf(SOURCE) < 0);
    }

    private Origin origin(Kind kind, MappingNode map) {
        for (MappingNode.Entry written : map.entries()) {
            if (isSource(kind, written)) {
                if (written.value() instanceof MappingNode source) {
                    return origin(map.place(), Fields.of(source, problems));
                }
                wrongType(SOURCE, "map", written.value());
            }
        }
        return new Origin(map.place(), null, observedAt, null, "");
    }

    private Origin origin(Place place, Fields source) {
        TimeSpan at = observedAt;
        if (source.node("at").orElse(null) instanceof ScalarNode scalar) {
            at = scalars.notObserved("at", scalar)
                    ? null
                    : scalars.time("at", scalar, scalar.text().strip());
        } else {
            source.text("at"); // says that it is no text
        }
        String command = source.text("command").orElse(null);
        String how = source.word("how", Vocabulary.how()).orElse(null);
        source.end();
        return new Origin(place, command, at, how, "");
    }

    private static Origin originOf(Entry entry, Node value) {
        Origin of = entry.origin();
        String text = value instanceof ScalarNode scalar ? scalar.text() : setText(value);
        return new Origin(value.place(), of.command(), of.at(), of.how(), text);
    }

    private static String setText(Node value) {
        StringBuilder text = new StringBuilder();
        if (value instanceof SequenceNode list) {
            for (Node item : list.items()) {
                text.append(text.isEmpty() ? "" : ", ").append(item.shown());
            }
        }
        return text.toString();
    }

    // ------------------------------------------------------------------ what could have been meant

    private static boolean mayStandBesideAbsent(Kind kind, String key) {
        return kind.identity().contains(key) || kind.withAbsent().contains(key);
    }

    private static List<String> keysAt(String viewpoint) {
        List<String> keys = new ArrayList<>();
        for (Kind kind : Vocabulary.kindsAt(viewpoint)) {
            if (!kind.deduced()) {
                keys.add(kind.key());
            }
        }
        if (viewpoint.equals(Vocabulary.TOP)) {
            keys.addAll(FILE_KEYS);
            keys.addAll(Vocabulary.viewpoints());
        } else {
            keys.add(COLLECTED);
        }
        return keys;
    }

    private static List<String> keysOf(Kind kind) {
        List<String> keys = new ArrayList<>();
        for (Property property : kind.properties()) {
            if (!property.derived() && !property.name().equals(Kind.VIEWPOINT)) {
                keys.add(property.name());
            }
        }
        if (!keys.contains(SOURCE)) {
            keys.add(SOURCE);
        }
        return keys;
    }

    private void wrongType(String key, String wanted, Node node) {
        problems.add(Problem.of(ProblemCode.WRONG_TYPE, node.place(), key, wanted, node.shown()));
    }
}
