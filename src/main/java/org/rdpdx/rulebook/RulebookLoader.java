package org.rdpdx.rulebook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.StoredTree;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.KnowledgeMemory;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.knowledge.Step;

/** Opens rulebooks: one path for the build, for a user's folder and for a packed file. */
final class RulebookLoader {

    private RulebookLoader() {}

    static Rulebook bundled() {
        return inIndex(RulebookLoader::bundled);
    }

    private static Rulebook bundled(DataInputStream in) throws IOException {
        return BundledContent.read(in, (index, table) -> {
            List<CompiledUnit> units = units(table);
            return new Rulebook(
                    new BundledContent(index),
                    units,
                    OrderedRules.read(units, table),
                    RulebookLoader.class.getClassLoader(),
                    Engine.MOST_BASES);
        });
    }

    private interface FromIndex<T> {
        T read(DataInputStream in) throws IOException;
    }

    private static <T> T inIndex(FromIndex<T> reader) {
        try (InputStream resource = RulebookLoader.class.getClassLoader().getResourceAsStream(BundledContent.INDEX)) {
            if (resource == null) {
                throw new IllegalStateException("the library lacks " + BundledContent.INDEX);
            }
            return reader.read(new DataInputStream(new BufferedInputStream(resource, 1 << 16)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<CompiledUnit> units(TableReader table) {
        return table.list(() -> CompiledUnit.read(table));
    }

    static boolean isBundled(Path folder) {
        return isBundled(folder, cacheFolder());
    }

    static boolean isBundled(Path folder, Path cache) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        long bundled = inIndex(BundledContent::readChecksum);
        try {
            FolderStamp stamp = new FolderStamp(cache, folder, bundled);
            if (stamp.isKnown()) {
                return true;
            }
            List<Problem> problems = new ArrayList<>();
            boolean same = checksum(List.of(Layer.of(folder, problems))) == bundled && problems.isEmpty();
            if (same) {
                UnitCache.in(cache);
                stamp.keep();
            }
            return same;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Layer bundledLayer() {
        return BundledContent.layer();
    }

    /** The library's own unit, whose classes are on the class path. */
    static CompiledUnit bundledCore() {
        return inIndex(in -> BundledContent.read(in, (index, table) -> units(table).stream()
                .filter(unit -> unit.id().equals(CoreUnit.ID))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(CoreUnit.ID))));
    }

    static Rulebook open(boolean overBundled, List<Path> paths) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        List<PackedRulebook> packs = new ArrayList<>();
        try {
            if (overBundled) {
                layers.add(bundledLayer());
            }
            for (Path path : paths) {
                if (Files.isRegularFile(path)) {
                    PackedRulebook.open(path, PackedRulebook.Limits.USUAL, problems)
                            .ifPresent(pack -> {
                                packs.add(pack);
                                layers.add(pack.layer());
                            });
                } else {
                    layers.add(Layer.of(path, problems));
                }
            }
            refuse(problems);
            return open(layers, UnitCache.in(cacheFolder()), packs);
        } finally {
            packs.forEach(PackedRulebook::close);
        }
    }

    static Rulebook.Packed packedIn(Path file) {
        List<Problem> problems = new ArrayList<>();
        try (PackedRulebook pack = PackedRulebook.open(file, PackedRulebook.Limits.USUAL, problems)
                .orElseThrow(() -> new InvalidRulebookException(problems))) {
            return pack.about();
        }
    }

    static Rulebook open(List<Layer> layers, UnitCache cache) {
        return open(layers, cache, List.of());
    }

    static Rulebook open(List<Layer> layers, UnitCache cache, List<PackedRulebook> packs) {
        List<Problem> problems = new ArrayList<>();
        Knowledge knowledge = Knowledge.read(layers, problems);
        Units units = Units.whole(cache, packs);
        List<CompiledUnit> all = new ArrayList<>(List.of(units.core()));
        knowledge.rules().values().forEach(file -> units.of(file, problems).ifPresent(all::add));
        checkTogether(knowledge, all, problems);
        refuse(problems);
        return new Rulebook(new OpenedContent(knowledge, layers, hash(layers)), all, Units.loader(units.classes(all)));
    }

    /**
     * Opens of some folders only what the rules of some diagnoses need. Where anything is wrong with that, or one of them is not
     * there, the whole is opened, so as to say all of it.
     */
    static Rulebook openToTry(boolean overBundled, List<Path> paths, Set<String> ids) {
        return openToTry(overBundled, paths, ids, cacheFolder());
    }

    static Rulebook openToTry(boolean overBundled, List<Path> paths, Set<String> ids, Path cacheFolder) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        Knowledge.Wanted wanted = new Knowledge.Wanted(ids);
        if (overBundled) {
            layers.add(bundledLayer());
        }
        paths.forEach(path -> layers.add(Layer.of(path, wanted::file, problems)));
        Knowledge knowledge = Knowledge.read(layers, wanted, new KnowledgeMemory(), problems);
        if (!problems.isEmpty() || !knowledge.rules().keySet().containsAll(ids)) {
            return open(overBundled, paths);
        }
        Units units = Units.quick(UnitCache.in(cacheFolder));
        List<CompiledUnit> all = new ArrayList<>(List.of(units.core()));
        knowledge.rules().values().forEach(file -> units.of(file, problems).ifPresent(all::add));
        checkTogether(knowledge, all, problems);
        return problems.isEmpty() ? toTry(new OpenedContent(knowledge, layers, ""), all) : open(overBundled, paths);
    }

    /** A rulebook of few rules, all of which are loaded for every case. */
    static Rulebook toTry(RulebookContent content, List<CompiledUnit> units) {
        return new Rulebook(content, units, OrderedRules.of(units), Units.loader(Units.merged(units)), 0);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidRulebookException(problems);
        }
    }

    static void checkTogether(Knowledge knowledge, List<CompiledUnit> units, List<Problem> problems) {
        List<Rule> all = new ArrayList<>();
        Map<String, Rule> byName = new HashMap<>();
        for (CompiledUnit unit : units) {
            for (Rule rule : unit.rules()) {
                all.add(rule);
                Rule other = byName.putIfAbsent(rule.name(), rule);
                if (other != null) {
                    problems.add(Problem.of(ProblemCode.RULE_DUPLICATE, place(knowledge, rule), rule.name()));
                }
            }
        }
        if (problems.isEmpty()) {
            // rules that could not be read have no names yet
            knowledge.checkRules(byName.keySet(), problems);
        }
        Stratification.circular(all)
                .ifPresent(rule ->
                        problems.add(Problem.of(ProblemCode.RULE_CIRCULAR, place(knowledge, rule), rule.name())));
    }

    private static Place place(Knowledge knowledge, Rule rule) {
        Knowledge.RuleFile file = knowledge.rules().get(rule.owner());
        return new Place(file == null ? rule.file() : file.file(), rule.line(), 1);
    }

    static void write(Rulebook rulebook, RulebookContent content, Collection<CompiledUnit> units, Path root)
            throws IOException {
        if (!(content instanceof OpenedContent opened) || opened.layers().size() != 1) {
            throw new IllegalStateException("only a rulebook opened from one folder can be written");
        }
        // opening a rulebook does not read its codes
        content.codes();
        Layer layer = opened.layers().get(0);
        // what an earlier build left there may be of rules that are gone
        remove(root.resolve(BundledContent.ROOT));
        remove(root.resolve("rules"));
        for (Map.Entry<String, byte[]> file : layer.files().entrySet()) {
            put(root.resolve(BundledContent.ROOT + "v1/" + file.getKey()), file.getValue());
            if (BundledContent.hasDocument(file.getKey())) {
                put(root.resolve(BundledContent.DOCUMENTS + file.getKey()), tree(file.getKey(), file.getValue()));
            }
        }
        for (Map.Entry<String, byte[]> entry :
                GatheredFunctions.of(Units.merged(List.copyOf(units))).entrySet()) {
            put(root.resolve(entry.getKey().replace('.', '/') + ".class"), entry.getValue());
        }
        BundledContent.Index index = new BundledContent.Index(
                content.version(),
                content.hash(),
                checksum(opened.layers()),
                content.areas(),
                content.weights(),
                rulebook.causes(),
                stepFiles(opened.knowledge()),
                content.retired());
        put(
                root.resolve(BundledContent.FILES),
                String.join("\n", layer.files().keySet()).getBytes(StandardCharsets.UTF_8));
        TableWriter table = new TableWriter();
        BundledContent.write(index, table);
        List<CompiledUnit> ordered = OrderedRules.inOrder(List.copyOf(units));
        table.list(ordered, unit -> unit.write(table));
        OrderedRules.of(ordered).write(table);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(all);
        BundledContent.writeHead(index, out);
        out.write(table.toByteArray());
        put(root.resolve(BundledContent.INDEX), all.toByteArray());
    }

    /** Packs the last layer of a rulebook, with what was compiled of its rules. */
    static byte[] pack(RulebookContent content, Collection<CompiledUnit> units, Rulebook.PackLabel label) {
        if (!(content instanceof OpenedContent opened)) {
            throw new IllegalStateException("only a rulebook that was opened from files can be packed");
        }
        Layer layer = opened.layers().get(opened.layers().size() - 1);
        SortedMap<String, SortedMap<String, byte[]>> compiled = new TreeMap<>();
        for (CompiledUnit unit : units) {
            Knowledge.RuleFile file = opened.knowledge().rules().get(unit.id());
            if (file != null && file.file().equals(layer.shown(file.path()))) {
                compiled.put(UnitCache.key(file.path(), file.text()), unit.classes());
            }
        }
        return RulePack.write(layer, label, hash(List.of(layer)), compiled);
    }

    private static byte[] tree(String path, byte[] content) throws IOException {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        StoredTree.write(Documents.read(path, content, new ArrayList<>()).get(0), new DataOutputStream(tree));
        return tree.toByteArray();
    }

    private static Map<String, String> stepFiles(Knowledge knowledge) {
        Map<String, String> files = new TreeMap<>();
        for (Step step : knowledge.steps().values()) {
            files.put(step.id(), "steps/" + step.id() + ".yaml");
        }
        for (Card card : knowledge.cards().values()) {
            for (Card.Remedy remedy : card.remedies()) {
                if (remedy.inline() != null) {
                    files.put(remedy.stepId(), card.area() + "/" + card.id() + "/diagnosis.yaml");
                }
            }
        }
        return files;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, content);
    }

    static String hash(List<Layer> layers) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Layer layer : layers) {
            layer.files().forEach((path, content) -> {
                all.writeBytes((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                all.writeBytes(content);
            });
        }
        return java.util.HexFormat.of().formatHex(UnitCache.sha256(all.toByteArray()));
    }

    /** Tells two states of a folder apart without starting Java's security providers, which costs more than reading it. */
    private static long checksum(List<Layer> layers) {
        CRC32 one = new CRC32();
        java.util.zip.Adler32 two = new java.util.zip.Adler32();
        for (Layer layer : layers) {
            layer.files().forEach((path, content) -> {
                byte[] name = (path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8);
                one.update(name);
                two.update(name);
                one.update(content);
                two.update(content);
            });
        }
        return one.getValue() << 32 | two.getValue();
    }

    /** The user's cache folder by the custom of the system. */
    static Path cacheFolder() {
        String vocabulary = Vocabulary.fingerprint()
                .substring(0, Math.min(8, Vocabulary.fingerprint().length()));
        String name = "units-" + vocabulary;
        String local = System.getenv("LOCALAPPDATA");
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        if (windows && local != null) {
            return Path.of(local, "rdpdx", "cache", name);
        }
        String custom = System.getenv("XDG_CACHE_HOME");
        return custom != null && !custom.isBlank()
                ? Path.of(custom, "rdpdx", name)
                : Path.of(System.getProperty("user.home", "."), ".cache", "rdpdx", name);
    }
}
