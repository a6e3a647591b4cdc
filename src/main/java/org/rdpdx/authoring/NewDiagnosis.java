package org.rdpdx.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Nearest;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.report.Messages;
import org.rdpdx.report.RuleSchema;
import org.rdpdx.rulebook.Rulebook;

/**
 * The folder of a diagnosis that is still to be written: a copy of the rulebook's {@code _template} under another name, or
 * one whose conditions and cases begin with what a fact file says.
 *
 * <pre>{@code
 * NewDiagnosis made = NewDiagnosis.in(Path.of("rules/v1"), "reachability", "my-diagnosis");
 * if (made.refusals().isEmpty()) made.write(Optional.empty(), Optional.empty());
 * }</pre>
 */
public final class NewDiagnosis {

    private static final String TEMPLATE = "_template/";
    private static final String HEADER = "rulebook.yaml";
    private static final String CARD = "diagnosis.yaml";
    private static final String CASES = "cases.yaml";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FOLDER = Pattern.compile("([^/]+)/([^/]+)/[^/]+");
    private static final Pattern USE = Pattern.compile("(?m)^  - use: (\\S+).*\n");
    private static final Pattern OWN_STEP = Pattern.compile("(?m)^  - id: .*\n(    .*\n)*");
    private static final Pattern LOOK_ALIKE = Pattern.compile("(?m)^  - \\{ id: ([^,\\s]+),.*\n");

    /**
     * The rules that a folder adds to.
     *
     * @param bundled whether those that come with rdpdx are the first of them
     * @param paths further folders and packed files
     */
    public record Under(boolean bundled, List<Path> paths) {

        /** Of a folder that holds a whole rulebook. */
        public static final Under NOTHING = new Under(false, List.of());

        /** Copies what it is given. */
        public Under {
            paths = List.copyOf(paths);
        }

        private boolean isNothing() {
            return !bundled && paths.isEmpty();
        }

        /** All of them, with folders laid over them. */
        private Rulebook open(Path... over) {
            List<Path> all = Stream.concat(paths.stream(), Stream.of(over)).toList();
            if (bundled && all.isEmpty()) {
                return Rulebook.bundled();
            }
            return bundled
                    ? Rulebook.bundledWith(all.toArray(Path[]::new))
                    : Rulebook.open(all.get(0), all.subList(1, all.size()).toArray(Path[]::new));
        }

        private List<Layer> layers() {
            if (isNothing()) {
                return List.of();
            }
            try (Rulebook rulebook = open()) {
                return rulebook.layers();
            }
        }
    }

    private final Under under;
    private final Path root;
    private final Layer own;
    private final List<Layer> layers;
    private final Knowledge knowledge;
    private final String area;
    private final String id;
    private final List<String> refusals = new ArrayList<>();

    private NewDiagnosis(Under under, Layer own, List<Layer> layers, String area, String id) {
        this.under = under;
        this.root = Path.of(own.name());
        this.own = own;
        this.layers = layers;
        // what is wrong with other diagnoses need not stop a new one
        this.knowledge = Knowledge.read(layers, new ArrayList<>());
        this.area = area;
        this.id = id;
    }

    /**
     * Begins a diagnosis in a folder that holds a whole rulebook; nothing is written yet.
     *
     * @param folder of the rulebook
     * @param area id of the area in which the connection breaks
     * @param id of the new diagnosis
     */
    public static NewDiagnosis in(Path folder, String area, String id) {
        return in(folder, Under.NOTHING, area, id);
    }

    /**
     * Begins a diagnosis in a folder that may add to other rules; nothing is written yet.
     *
     * @param folder to write into; one that adds to others need not be there yet
     * @param under what it adds to
     * @param area id of the area in which the connection breaks
     * @param id of the new diagnosis
     * @throws org.rdpdx.knowledge.InvalidRulebookException if the rules it adds to cannot be used
     */
    public static NewDiagnosis in(Path folder, Under under, String area, String id) {
        Layer own = Layer.of(folder, new ArrayList<>());
        List<Layer> layers = new ArrayList<>(under.layers());
        layers.add(own);
        NewDiagnosis made = new NewDiagnosis(under, own, layers, area, id);
        made.check();
        return made;
    }

    private void check() {
        if (layers.stream().noneMatch(layer -> layer.files().containsKey(HEADER))) {
            refusals.add(Messages.text("new.no-rulebook", root));
            return;
        }
        List<String> areas = knowledge.areas().stream().map(Area::id).toList();
        if (!areas.contains(area)) {
            refusals.add(Messages.unknown("new.unknown-area", area, Nearest.to(area, areas)));
            refusals.add(Messages.text("new.areas", String.join(", ", areas)));
        }
        if (!ID.matcher(id).matches()) {
            refusals.add(Messages.text("new.bad-id", id, mended(id)));
        }
        taken().ifPresent(where -> refusals.add(Messages.text("new.taken", id, where)));
        for (Retired gone : knowledge.retired()) {
            if (gone.id().equals(id)) {
                refusals.add(Messages.text("new.retired", id, gone.why()));
            }
        }
    }

    private static String mended(String id) {
        String mended =
                id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return mended.isEmpty() ? "my-diagnosis" : mended;
    }

    /** Where something has that id already. */
    private Optional<String> taken() {
        for (Layer layer : layers) {
            for (String path : layer.files().keySet()) {
                Matcher folder = FOLDER.matcher(path);
                if (folder.matches() && folder.group(2).equals(id)) {
                    return Optional.of(layer.shown(folder.group(1) + "/" + id));
                }
            }
        }
        return ID.matcher(id).matches() && Files.exists(target())
                ? Optional.of(own.shown(area + "/" + id))
                : Optional.empty();
    }

    private Path target() {
        return root.resolve(area).resolve(id);
    }

    /** Why it cannot be written, in words; empty if it can. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /**
     * Writes the folder, whole or not at all.
     *
     * @param title what is broken, if that is known already
     * @param from facts to begin conditions and cases with
     * @return the files that were written, and the folder of schemas if it was
     * @throws IOException if the folder cannot be written
     * @throws org.rdpdx.knowledge.InvalidRulebookException if there are facts to begin with and the rulebook cannot be used
     */
    public List<Path> write(Optional<String> title, Optional<CaseFacts> from) throws IOException {
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("cannot be written: " + refusals);
        }
        List<Path> made = new ArrayList<>();
        try {
            makeFolders(root, made);
            // a name with a dot is read by nobody
            Path draft = Files.createTempDirectory(root, ".new-");
            Map<String, String> texts;
            try {
                texts = from.isPresent() ? begun(title, from.get(), draft) : copied(title);
                Path folder = written(texts, draft.resolve("whole"));
                makeFolders(root.resolve(area), made);
                Files.move(folder, target(), StandardCopyOption.ATOMIC_MOVE);
                made.clear();
            } finally {
                remove(draft);
            }
            return Stream.concat(texts.keySet().stream().map(target()::resolve), schemas(texts).stream())
                    .toList();
        } finally {
            takeBack(made);
        }
    }

    /** What the lines for editors name, where it is not there yet. */
    private List<Path> schemas(Map<String, String> texts) throws IOException {
        Path schemas = root.resolve("_schema");
        boolean named = texts.values().stream().anyMatch(text -> text.contains("$schema=../../_schema/"));
        if (named && !Files.exists(schemas)) {
            RuleSchema.writeTo(schemas);
            return List.of(schemas);
        }
        return List.of();
    }

    /** Makes those that are not there, and puts them first. */
    private static void makeFolders(Path folder, List<Path> made) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                makeFolders(parent, made);
            }
            Files.createDirectories(folder);
            made.add(0, folder);
        }
    }

    private static void takeBack(List<Path> made) throws IOException {
        try {
            for (Path folder : made) {
                Files.deleteIfExists(folder);
            }
        } catch (DirectoryNotEmptyException usedByOthers) {
            // then they stay
        }
    }

    private static Path written(Map<String, String> texts, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey()), text.getValue());
        }
        return folder;
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    // ------------------------------------------------------------------ the template

    private Map<String, String> templates() {
        Map<String, String> templates = templates(layers);
        if (templates.isEmpty()) {
            try (Rulebook bundled = Rulebook.bundled()) {
                return templates(bundled.layers());
            }
        }
        return templates;
    }

    private static Map<String, String> templates(List<Layer> layers) {
        Map<String, String> templates = new TreeMap<>();
        layers.forEach(layer -> layer.files().forEach((path, content) -> {
            if (path.startsWith(TEMPLATE)) {
                String text = new String(content, StandardCharsets.UTF_8);
                templates.put(path.substring(TEMPLATE.length()), text.replace("\r\n", "\n"));
            }
        }));
        return templates;
    }

    private Map<String, String> copied(Optional<String> title) {
        Map<String, String> texts = new LinkedHashMap<>();
        templates().forEach((name, text) -> {
            String copy = SchemaLine.moved(text, 1).replace("_template", id);
            texts.put(name, name.equals(CARD) ? card(copy, title) : withoutHowToCopy(copy));
        });
        return texts;
    }

    /** The lines before the package say how to make the copy that is being made. */
    private static String withoutHowToCopy(String text) {
        int begin = text.indexOf("package ");
        return begin > 0 && text.startsWith("//") ? text.substring(begin) : text;
    }

    /** With its own title, and without steps and look-alikes that these rules do not have. */
    private String card(String text, Optional<String> title) {
        String said = title.orElse("TODO say what is broken, and on which machine (" + id + ")");
        String own = text.replaceFirst("(?m)^title:.*", Matcher.quoteReplacement("title: " + quoted(said)));
        String known = without(
                LOOK_ALIKE,
                without(USE, own, knowledge.steps().keySet()),
                knowledge.cards().keySet());
        return known.replaceFirst("(?m)^lookAlikes:\n(?!  - )", "");
    }

    private static String without(Pattern entry, String text, Set<String> known) {
        return entry.matcher(text)
                .replaceAll(found -> known.contains(found.group(1)) ? Matcher.quoteReplacement(found.group()) : "");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    // ------------------------------------------------------------------ begun with facts

    private Map<String, String> begun(Optional<String> title, CaseFacts from, Path draft) throws IOException {
        Map<String, String> texts = copied(title);
        String schema = SchemaLine.in(texts.getOrDefault(CASES, ""))
                .map(line -> line + "\n")
                .orElse("");
        texts.computeIfPresent(CARD, (name, card) -> begun(card));
        texts.put("rule.drl", new BegunRule(id, from).drl());
        texts.put(CASES, BegunCases.anyCases());
        // opened with the new rule, so that each case is tried before it is written
        Path over = draft.resolve("over");
        written(texts, over.resolve(area).resolve(id));
        try (Rulebook rulebook = own.files().isEmpty() ? under.open(over) : under.open(root, over)) {
            texts.put(CASES, schema + new BegunCases(rulebook, id, from).yaml());
        }
        return texts;
    }

    /** For the one way that it begins with; a step of its own would stand in the way of the shared ones. */
    private String begun(String card) {
        String ways = card.replaceAll("ways: \\[[^]]*]", "ways: [" + id + "]");
        boolean shared = USE.matcher(ways).find();
        return shared ? OWN_STEP.matcher(ways).replaceAll("") : ways;
    }
}
