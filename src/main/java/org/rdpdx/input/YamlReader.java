package org.rdpdx.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML as a tree, from SnakeYAML's events. Its composer is not used: that resolves what a scalar may mean by regular
 * expressions, which costs time at start and is what we must not do.
 */
final class YamlReader {

    private static final Set<String> PLAIN_TAGS = Set.of(
            "!",
            "tag:yaml.org,2002:str",
            "tag:yaml.org,2002:int",
            "tag:yaml.org,2002:float",
            "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:null",
            "tag:yaml.org,2002:timestamp",
            "tag:yaml.org,2002:map",
            "tag:yaml.org,2002:seq");

    private final Tree tree;
    private final Map<String, Anchored> anchors = new HashMap<>();

    /** A node that can be referred to, and how many values it stands for. */
    private record Anchored(Node node, int size) {}

    YamlReader(String fileName, List<Problem> problems) {
        this.tree = new Tree(fileName, problems);
    }

    List<Node> read(String text) {
        List<Node> documents = new ArrayList<>();
        StreamReader reader = new StreamReader(text);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE);
            readAll(new ParserImpl(reader, options), documents);
        } catch (Tree.Stop e) {
            return documents; // told where it was thrown
        } catch (MarkedYAMLException e) {
            reportSyntax(e, text);
        } catch (ReaderException e) {
            reportCharacter(e, text);
        } catch (YAMLException e) {
            tree.report(ProblemCode.BAD_SYNTAX, tree.place(1, 1), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            // SnakeYAML 2.5 on an escape such as "\xzz" in double quotes
            tree.report(ProblemCode.BAD_SYNTAX, tree.place(reader.getLine() + 1, reader.getColumn() + 1), "escape");
        }
        return documents;
    }

    private void readAll(ParserImpl parser, List<Node> documents) {
        while (!parser.checkEvent(Event.ID.StreamEnd)) {
            Event event = parser.getEvent();
            if (event.is(Event.ID.DocumentStart)) {
                anchors.clear();
                Node root = node(parser, parser.getEvent(), 0).node();
                if (!(root instanceof ScalarNode scalar && scalar.isNull())) {
                    documents.add(root);
                }
            }
        }
    }

    private Anchored node(ParserImpl parser, Event event, int depth) {
        Place place = place(event.getStartMark());
        if (event instanceof AliasEvent alias) {
            return referred(alias.getAnchor(), place);
        }
        tree.count(1, place);
        Anchored read = event instanceof ScalarEvent scalar
                ? new Anchored(scalar(scalar, place), 1)
                : collection(parser, (CollectionStartEvent) event, place, depth + 1);
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, read);
        }
        return read;
    }

    private Anchored referred(String anchor, Place place) {
        Anchored known = anchors.get(anchor);
        if (known == null) {
            tree.report(ProblemCode.UNKNOWN_ANCHOR, place, anchor);
            throw new Tree.Stop();
        }
        tree.count(known.size(), place);
        return known;
    }

    private Node scalar(ScalarEvent event, Place place) {
        checkTag(event.getTag(), place);
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN && event.getTag() == null;
        return new ScalarNode(place, event.getValue(), plain);
    }

    private Anchored collection(ParserImpl parser, CollectionStartEvent event, Place place, int depth) {
        tree.descend(depth, place);
        checkTag(event.getTag(), place);
        return event instanceof MappingStartEvent ? mapping(parser, place, depth) : sequence(parser, place, depth);
    }

    private Anchored sequence(ParserImpl parser, Place place, int depth) {
        List<Node> items = new ArrayList<>();
        int size = 1;
        for (Event next = parser.getEvent(); !next.is(Event.ID.SequenceEnd); next = parser.getEvent()) {
            Anchored item = node(parser, next, depth);
            size += item.size();
            items.add(item.node());
        }
        return new Anchored(new SequenceNode(place, items), size);
    }

    private Anchored mapping(ParserImpl parser, Place place, int depth) {
        Tree.Entries entries = tree.new Entries();
        int size = 1;
        for (Event next = parser.getEvent(); !next.is(Event.ID.MappingEnd); next = parser.getEvent()) {
            Anchored key = node(parser, next, depth);
            Anchored value = node(parser, parser.getEvent(), depth);
            size += key.size() + value.size();
            if (key.node() instanceof ScalarNode scalar) {
                entries.put(scalar.text(), place(next.getStartMark()), value.node());
            } else {
                tree.report(ProblemCode.BAD_KEY, place(next.getStartMark()));
            }
        }
        return new Anchored(entries.at(place), size);
    }

    private void checkTag(@Nullable String tag, Place place) {
        if (tag != null && !PLAIN_TAGS.contains(tag)) {
            tree.report(ProblemCode.UNKNOWN_TAG, place, tag);
        }
    }

    private Place place(Mark mark) {
        return tree.place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void reportSyntax(MarkedYAMLException e, String text) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        Place place = mark == null ? tree.place(1, 1) : place(mark);
        if (characterAt(text, place) == '\t') {
            tree.report(ProblemCode.TAB, place);
            return;
        }
        tree.report(ProblemCode.BAD_SYNTAX, place, String.valueOf(e.getProblem()));
    }

    private void reportCharacter(ReaderException e, String text) {
        int end = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
        int lineStart = text.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int column = 1 + text.codePointCount(Math.min(lineStart, end), end);
        String character = String.format("U+%04X", e.getCodePoint());
        tree.report(ProblemCode.BAD_SYNTAX, tree.place(line, column), "character " + character);
    }

    private static char characterAt(String text, Place place) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        if (place.line() > lines.length) {
            return '\n';
        }
        String line = lines[place.line() - 1];
        return place.column() <= line.length() ? line.charAt(place.column() - 1) : '\n';
    }
}
