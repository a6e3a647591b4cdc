package org.rdpdx.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** The vocabulary as it stands in {@code rules/v1/facts/} and {@code rules/v1/dialogs/}, checked as it is read. */
record VocabularyFiles(
        List<KindFile> kinds,
        List<String> viewpoints,
        List<String> canBeNone,
        Map<String, String> principals,
        List<String> because,
        List<String> how,
        List<String> types,
        List<String> fileKeys,
        List<List<String>> messages) {

    record KindFile(
            String key,
            String fact,
            String shape,
            boolean deduced,
            boolean absentable,
            boolean repeatable,
            List<String> identity,
            List<String> needsOneOf,
            List<String> unnamedWith,
            List<String> withAbsent,
            List<String> viewpoints,
            String meaning,
            List<String> commands,
            List<PropertyFile> properties) {}

    record PropertyFile(
            String name,
            String type,
            boolean set,
            List<String> words,
            boolean derived,
            boolean rules,
            String unit,
            String identifies,
            String alsoWritten,
            String meaning,
            List<Home> homes) {}

    record Home(String key, String name, Map<String, String> entry, Map<String, String> values, String owner) {}

    static VocabularyFiles read(Path rules) {
        List<Problem> problems = new ArrayList<>();
        VocabularyFiles files = new Reader(problems).read(rules);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("vocabulary: " + problems);
        }
        return files;
    }

    private static final class Reader {
        private final List<Problem> problems;
        private final Map<String, List<String>> sharedWords = new HashMap<>();
        private List<String> types = List.of();

        Reader(List<Problem> problems) {
            this.problems = problems;
        }

        VocabularyFiles read(Path rules) {
            Fields shared = fields(rules.resolve("facts/_shared.yaml"));
            shared.requiredInteger("vocabulary");
            types = shared.map("types").orElseThrow().keys();
            List<String> fileKeys = shared.map("file").orElseThrow().keys();
            Fields words = shared.map("words").orElseThrow();
            words.keys().forEach(key -> sharedWords.put(key, words.texts(key)));
            List<String> viewpoints = new ArrayList<>();
            List<String> canBeNone = new ArrayList<>();
            Fields places = shared.map("viewpoints").orElseThrow();
            for (String viewpoint : places.keys()) {
                Fields place = places.map(viewpoint).orElseThrow();
                place.requiredText("meaning");
                if (place.flag("canBeNone", false)) {
                    canBeNone.add(viewpoint);
                }
                place.end();
                viewpoints.add(viewpoint);
            }
            Map<String, String> principals = texts(shared.map("principals").orElseThrow());
            List<String> order = shared.texts("order");
            List<String> because = shared.texts("because");
            List<String> how = shared.texts("how");
            shared.end();
            List<KindFile> kinds = new ArrayList<>();
            for (String key : order) {
                kinds.add(kind(key, fields(rules.resolve("facts/" + key + ".yaml"))));
            }
            return new VocabularyFiles(
                    kinds,
                    viewpoints,
                    canBeNone,
                    principals,
                    because,
                    how,
                    types,
                    fileKeys,
                    messages(rules.resolve("dialogs/dialogs.yaml")));
        }

        private List<List<String>> messages(Path file) {
            List<List<String>> rows = new ArrayList<>();
            Fields dialogs = fields(file);
            for (String id : dialogs.keys()) {
                Fields texts = dialogs.map(id).orElseThrow();
                texts.keys().forEach(language -> texts.textOrTexts(language)
                        .forEach(text -> rows.add(List.of(id, language, text))));
            }
            return rows;
        }

        private KindFile kind(String key, Fields file) {
            List<PropertyFile> properties = new ArrayList<>();
            Fields own = file.map("properties").orElseThrow();
            List<String> commands = new ArrayList<>();
            file.map("commands").ifPresent(all -> all.keys().forEach(name -> {
                command(all.map(name).orElseThrow(), own.keys(), file.texts("viewpoints"));
                commands.add(name);
            }));
            for (String name : own.keys()) {
                properties.add(property(name, own.map(name).orElseThrow(), commands));
            }
            KindFile kind = new KindFile(
                    key,
                    file.requiredText("fact"),
                    file.requiredWord("shape", List.of("one", "list")),
                    file.flag("deduced", false),
                    file.flag("absentable", false),
                    file.flag("repeatable", false),
                    names(file, "identity", own),
                    names(file, "needsOneOf", own),
                    file.word("unnamedWith", own.keys()).map(List::of).orElse(List.of()),
                    names(file, "withAbsent", own),
                    file.texts("viewpoints"),
                    file.requiredText("meaning"),
                    commands,
                    properties);
            file.end();
            return kind;
        }

        private List<String> names(Fields file, String key, Fields properties) {
            return file.words(key, properties.keys());
        }

        private void command(Fields command, List<String> properties, List<String> viewpoints) {
            if (command.text("command").isEmpty()) {
                command.requiredText("ask");
            }
            command.requiredInteger("seconds");
            command.requiredWord("privilege", shared("privilege"));
            command.requiredWord("who", shared("who"));
            command.text("changes");
            command.map("stands").ifPresent(stands -> {
                for (String placeholder : stands.keys()) {
                    stands.requiredWord(placeholder, properties);
                    if (!command.text("command").orElse("").matches("(?s).*\\b" + placeholder + "\\b.*")) {
                        stands.problem(ProblemCode.UNKNOWN_WORD, placeholder, "command", placeholder);
                    }
                }
                stands.end();
            });
            command.map("script").ifPresent(script -> {
                List<String> given = new ArrayList<>(properties);
                given.add(Kind.PRESENT);
                if (script.words("gives", given).isEmpty()) {
                    script.missing("gives");
                }
                script.words("on", viewpoints);
                script.requiredText("block");
                script.end();
            });
            command.end();
        }

        private PropertyFile property(String name, Fields property, List<String> commands) {
            String type = property.requiredText("type");
            boolean set = type.startsWith("set of ");
            String base = set ? type.substring("set of ".length()) : type;
            if (!types.contains(base)) {
                property.problem(ProblemCode.UNKNOWN_WORD, "type", "type", base);
            }
            List<String> words = property.texts("values");
            if (property.has("words")) {
                words = shared(property.requiredWord("words", sharedWords.keySet()));
            }
            for (String command : property.textOrTexts("collect")) {
                if (!commands.contains(command)) {
                    property.problem(ProblemCode.UNKNOWN_WORD, "collect", "collect", command);
                }
            }
            List<Home> homes = new ArrayList<>();
            for (Fields home : property.maps("homeOf")) {
                homes.add(new Home(
                        home.requiredText("key"),
                        home.requiredText("name"),
                        home.map("entry").map(this::texts).orElse(Map.of()),
                        home.map("values").map(this::texts).orElse(Map.of()),
                        home.text("owner").orElse("")));
                home.end();
            }
            boolean derived = property.flag("derived", false);
            PropertyFile read = new PropertyFile(
                    name,
                    base,
                    set,
                    words,
                    derived,
                    property.flag("rules", false) || !base.equals("text"),
                    property.text("unit").orElse(""),
                    property.text("identifies").orElse(""),
                    property.text("alsoWritten").orElse(""),
                    property.requiredText("meaning"),
                    homes);
            property.end();
            return read;
        }

        private List<String> shared(String list) {
            return sharedWords.getOrDefault(list, List.of());
        }

        private Map<String, String> texts(Fields map) {
            Map<String, String> texts = new LinkedHashMap<>();
            map.keys().forEach(key -> texts.put(key, map.requiredText(key)));
            return texts;
        }

        private Fields fields(Path file) {
            try {
                List<Node> documents = Documents.read(file.toString(), Files.readAllBytes(file), problems);
                return documents.stream()
                        .flatMap(node -> Fields.of(node, problems).stream())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(file + ": " + problems));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Names of all kind files, without those that only shared things stand in. */
    static List<String> kindFiles(Path rules) {
        try (Stream<Path> files = Files.list(rules.resolve("facts"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("_"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
