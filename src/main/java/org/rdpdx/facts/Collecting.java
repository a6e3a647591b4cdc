package org.rdpdx.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;

/**
 * What a kind and its properties mean and how each is observed: what people read, kept out of the start of a program and
 * read from the class path when it is asked for. Immutable, and safe for use by several threads.
 */
public final class Collecting {

    private static final String FOLDER = "/org/rdpdx/rules/v1/facts/";
    private static final Map<Kind, Collecting> READ = new ConcurrentHashMap<>();

    private final String meaning;
    private final Map<String, String> meanings;
    private final Map<String, List<CollectWay>> ways;
    private final List<CollectScript> scripts;

    private Collecting(
            String meaning,
            Map<String, String> meanings,
            Map<String, List<CollectWay>> ways,
            List<CollectScript> scripts) {
        this.scripts = List.copyOf(scripts);
        this.meaning = meaning;
        this.meanings = meanings;
        this.ways = ways;
    }

    /** What is known about a kind; nothing is said of anything if the vocabulary's files are not on the class path. */
    public static Collecting of(Kind kind) {
        return READ.computeIfAbsent(kind, Collecting::fromClassPath);
    }

    /** What the kind means; empty if that is not known. */
    public String meaning() {
        return meaning;
    }

    /** What a property means; empty if that is not known. */
    public String meaning(String property) {
        return meanings.getOrDefault(property, "");
    }

    /** How a property is observed, the best way first; empty if it is not observed but worked out. */
    public List<CollectWay> ways(String property) {
        return ways.getOrDefault(property, List.of());
    }

    /** All ways in which something of the kind is observed. */
    public List<CollectWay> ways() {
        List<CollectWay> all = new ArrayList<>();
        for (List<CollectWay> some : ways.values()) {
            for (CollectWay way : some) {
                if (!all.contains(way)) {
                    all.add(way);
                }
            }
        }
        return all;
    }

    /** What a script runs at a viewpoint to observe something of the kind, in that order. */
    public List<CollectScript> scripts(String viewpoint) {
        return scripts.stream()
                .filter(script -> script.on().contains(viewpoint))
                .toList();
    }

    private static Collecting fromClassPath(Kind kind) {
        String name = kind.key() + ".yaml";
        try (InputStream in = Collecting.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? new Collecting("", Map.of(), Map.of(), List.of()) : read(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Reads one of the vocabulary's files. */
    static Collecting read(String name, byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        List<Node> documents = Documents.read(name, bytes, problems);
        Optional<Fields> file = documents.isEmpty() ? Optional.empty() : Fields.of(documents.get(0), problems);
        if (file.isEmpty() || !problems.isEmpty()) {
            throw new IllegalStateException("vocabulary: " + problems);
        }
        Map<String, CollectWay> ways = ways(file.get());
        Map<String, String> meanings = new LinkedHashMap<>();
        Map<String, List<CollectWay>> waysOf = new LinkedHashMap<>();
        Fields properties = file.get().map("properties").orElseThrow();
        for (String property : properties.keys()) {
            Fields said = properties.map(property).orElseThrow();
            meanings.put(property, said.requiredText("meaning"));
            if (!said.flag("derived", false)) {
                waysOf.put(property, waysOf(said, ways));
            }
        }
        return new Collecting(file.get().requiredText("meaning"), meanings, waysOf, scripts(file.get()));
    }

    private static Map<String, CollectWay> ways(Fields file) {
        Map<String, CollectWay> ways = new LinkedHashMap<>();
        Optional<Fields> commands = file.map("commands");
        if (commands.isEmpty()) {
            return ways;
        }
        for (String name : commands.get().keys()) {
            Fields way = commands.get().map(name).orElseThrow();
            ways.put(
                    name,
                    new CollectWay(
                            name,
                            way.text("command").orElse(""),
                            stands(way),
                            way.text("ask").orElse(""),
                            way.requiredInteger("seconds"),
                            way.requiredText("privilege"),
                            way.requiredText("who"),
                            way.text("changes").orElse("")));
        }
        return ways;
    }

    private static Map<String, String> stands(Fields way) {
        Map<String, String> stands = new LinkedHashMap<>();
        way.map("stands").ifPresent(said -> said.keys().forEach(name -> stands.put(name, said.requiredText(name))));
        return stands;
    }

    private static List<CollectScript> scripts(Fields file) {
        List<CollectScript> scripts = new ArrayList<>();
        Optional<Fields> commands = file.map("commands");
        if (commands.isEmpty()) {
            return scripts;
        }
        for (String name : commands.get().keys()) {
            Optional<Fields> script = commands.get().map(name).orElseThrow().map("script");
            if (script.isPresent()) {
                List<String> on = script.get().texts("on");
                scripts.add(new CollectScript(
                        name,
                        script.get().texts("gives"),
                        on.isEmpty() ? file.texts("viewpoints") : on,
                        script.get().requiredText("block")));
            }
        }
        return scripts;
    }

    private static List<CollectWay> waysOf(Fields property, Map<String, CollectWay> ways) {
        List<String> names = property.textOrTexts("collect");
        if (names.isEmpty()) {
            return ways.values().stream().limit(1).toList();
        }
        List<CollectWay> found = new ArrayList<>();
        for (String name : names) {
            found.add(ways.get(name));
        }
        return List.copyOf(found);
    }
}
