package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.MappingNode;
import org.rdpdx.input.Node;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.ScalarNode;
import org.rdpdx.input.SequenceNode;

/** A case that a program makes: put together as the tree of a file, so that reader and checks are the same. */
final class EmbeddedCase {

    private static final Place PLACE = new Place("embedded", 0, 0);

    private final String name;
    private final List<Problem> problems = new ArrayList<>();
    private final List<MappingNode.Entry> top = new ArrayList<>();
    private final List<MappingNode.Entry> nowhere = new ArrayList<>();
    private final List<Node> unread = new ArrayList<>();
    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final List<Thing> more = new ArrayList<>();

    EmbeddedCase(String name) {
        this.name = name;
        top.add(entry("case", scalar(name)));
    }

    /** Properties of one thing, by name in the order of saying. */
    private record Thing(FactPath path, Map<String, Node> properties) {}

    void put(String text, Object value) {
        FactPath path = path(text);
        if (path == null) {
            return;
        }
        Property property = path.property();
        if (property == null) {
            badPath(text, List.of());
            return;
        }
        Node node = node(value);
        Node said = thing(path).properties().put(property.name(), node);
        if (said != null && !said.shown().equals(node.shown())) {
            problems.add(Problem.of(ProblemCode.CONFLICT, PLACE, text, node.shown(), said.shown(), PLACE.toString()));
        }
    }

    void add(String text, Map<String, ?> properties) {
        FactPath path = path(text);
        if (path == null) {
            return;
        }
        if (path.property() != null || !path.identity().isEmpty()) {
            badPath(text, List.of());
            return;
        }
        Map<String, Node> nodes = new TreeMap<>();
        properties.forEach((key, value) -> nodes.put(key, node(value)));
        more.add(new Thing(path, nodes));
    }

    void absent(String text) {
        FactPath path = path(text);
        if (path == null) {
            return;
        }
        if (path.property() != null) {
            badPath(text, List.of());
            return;
        }
        thing(path).properties().put(Kind.PRESENT, scalar("false"));
    }

    void present(String text) {
        FactPath path = path(text);
        if (path != null) {
            thing(path);
        }
    }

    void none(String viewpoint) {
        nowhere.add(entry(viewpoint, scalar("none")));
    }

    void unread(String path, String because) {
        unread.add(map(List.of(entry("fact", scalar(path)), entry("because", scalar(because)))));
    }

    void observedAt(String time) {
        top.removeIf(entry -> entry.key().equals("observedAt"));
        top.add(entry("observedAt", scalar(time)));
    }

    CaseFacts build() {
        List<Problem> all = new ArrayList<>(problems);
        CaseDraft draft = new CaseDraft(name, all);
        new DocumentReader(draft).read(document());
        for (MappingNode.Entry none : nowhere) {
            new DocumentReader(draft).read(map(List.of(none)));
        }
        return draft.finish().orElseThrow(() -> new InvalidFactFileException(all));
    }

    private Node document() {
        List<MappingNode.Entry> entries = new ArrayList<>(top);
        if (!unread.isEmpty()) {
            entries.add(entry("unread", new SequenceNode(PLACE, unread)));
        }
        Map<String, Map<String, List<Node>>> byViewpoint = new LinkedHashMap<>();
        List<Thing> all = new ArrayList<>(things.values());
        all.addAll(more);
        for (Thing thing : all) {
            List<MappingNode.Entry> properties = new ArrayList<>();
            thing.properties().forEach((key, node) -> properties.add(entry(key, node)));
            byViewpoint
                    .computeIfAbsent(thing.path().viewpoint(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(thing.path().kind().key(), key -> new ArrayList<>())
                    .add(map(properties));
        }
        byViewpoint.forEach((viewpoint, kinds) -> {
            List<MappingNode.Entry> written = new ArrayList<>();
            kinds.forEach((key, nodes) -> written.add(entry(key, shaped(key, nodes))));
            if (viewpoint.equals(Vocabulary.TOP)) {
                entries.addAll(written);
            } else {
                entries.add(entry(viewpoint, map(written)));
            }
        });
        return map(entries);
    }

    private static Node shaped(String key, List<Node> nodes) {
        boolean one = Vocabulary.require(key).shape() == Shape.ONE;
        return one ? nodes.get(0) : new SequenceNode(PLACE, nodes);
    }

    private Thing thing(FactPath path) {
        String key = path.viewpoint() + "\n" + path.kind().key() + "\n" + path.identity();
        return things.computeIfAbsent(key, unused -> {
            Map<String, Node> properties = new LinkedHashMap<>();
            List<String> identity = path.kind().identity();
            for (int i = 0; i < path.identity().size(); i++) {
                properties.put(identity.get(i), scalar(path.identity().get(i)));
            }
            return new Thing(path, properties);
        });
    }

    private @Nullable FactPath path(String text) {
        FactPath.Parsed parsed = FactPath.parse(text);
        if (parsed.path().isEmpty()) {
            badPath(text, parsed.nearest());
        }
        return parsed.path().orElse(null);
    }

    private void badPath(String text, List<String> nearest) {
        problems.add(Problem.of(ProblemCode.BAD_PATH, PLACE, text).remedy(nearest));
    }

    private static Node node(Object value) {
        if (value instanceof Collection<?> values) {
            List<Node> items = new ArrayList<>();
            for (Object item : values) {
                items.add(node(item));
            }
            return new SequenceNode(PLACE, items);
        }
        return scalar(value.toString());
    }

    private static ScalarNode scalar(String text) {
        return new ScalarNode(PLACE, text, false);
    }

    private static MappingNode map(List<MappingNode.Entry> entries) {
        return new MappingNode(PLACE, entries);
    }

    private static MappingNode.Entry entry(String key, Node value) {
        return new MappingNode.Entry(key, PLACE, value);
    }
}
