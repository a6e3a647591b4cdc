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
import java.util.Optional;
import java.util.Set;
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

/** Opens rulebooks: one path for the build and for a user's folder. */
final class RulebookLoader {

    private RulebookLoader() {}

    static Rulebook bundled() {
        return inIndex(RulebookLoader::bundled);
    }

    private static Rulebook bundled(DataInputStream in) throws IOException {
        BundledContent content = new BundledContent(BundledContent.read(in));
        return new Rulebook(content, units(in), RulebookLoader.class.getClassLoader());
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

    private static List<CompiledUnit> units(DataInputStream in) throws IOException {
        List<CompiledUnit> units = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            units.add(CompiledUnit.read(in));
        }
        return units;
    }

    static boolean isBundled(Path folder) {
        return isBundled(folder, cacheFolder());
    }

    static boolean isBundled(Path folder, Path cache) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        long bundled = inIndex(in -> BundledContent.read(in).checksum());
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
        return inIndex(in -> new BundledContent(BundledContent.read(in)).layer());
    }

    static Rulebook open(boolean overBundled, List<Path> folders) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        if (overBundled) {
            layers.add(bundledLayer());
        }
        folders.forEach(folder -> layers.add(Layer.of(folder, problems)));
        refuse(problems);
        return open(layers, UnitCache.in(cacheFolder()));
    }

    /** Opens what these folders' rules need; anything wrong with that much, and all is opened, so as to say all of it. */
    static Rulebook openToTry(boolean overBundled, List<Path> folders, Set<String> ids) {
        return openToTry(overBundled, folders, ids, cacheFolder());
    }

    static Rulebook openToTry(boolean overBundled, List<Path> folders, Set<String> ids, Path cacheFolder) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        Knowledge.Wanted wanted = new Knowledge.Wanted(ids);
        if (overBundled) {
            layers.add(bundledLayer());
        }
        folders.forEach(folder -> layers.add(Layer.of(folder, wanted::file, problems)));
        UnitCache cache = UnitCache.in(cacheFolder);
        Knowledge knowledge = Knowledge.read(layers, wanted, new KnowledgeMemory(), problems);
        List<CompiledUnit> units = new ArrayList<>();
        if (problems.isEmpty() && knowledge.rules().keySet().containsAll(ids)) {
            units.add(core(cache));
            for (Knowledge.RuleFile file : knowledge.rules().values()) {
                unit(file, cache, true, problems, units);
            }
            checkTogether(knowledge, units, problems);
        }
        if (!problems.isEmpty() || units.isEmpty()) {
            return open(overBundled, folders);
        }
        return toTry(new OpenedContent(knowledge, layers, ""), units);
    }

    /** A rulebook of few rules, all of which are loaded for every case. */
    static Rulebook toTry(RulebookContent content, List<CompiledUnit> units) {
        return new Rulebook(content, units, loader(classes(units)), 0);
    }

    static Rulebook open(List<Layer> layers, UnitCache cache) {
        List<Problem> problems = new ArrayList<>();
        Knowledge knowledge = Knowledge.read(layers, problems);
        List<CompiledUnit> units = new ArrayList<>();
        units.add(core(cache));
        for (Knowledge.RuleFile file : knowledge.rules().values()) {
            unit(file, cache, false, problems, units);
        }
        checkTogether(knowledge, units, problems);
        refuse(problems);
        String hash = hash(layers);
        return new Rulebook(new OpenedContent(knowledge, layers, hash), units, loader(classes(units)));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidRulebookException(problems);
        }
    }

    static CompiledUnit core(UnitCache cache) {
        var kept = cache.find(UnitCache.key(CoreUnit.ID, CoreUnit.drl()));
        if (kept.isPresent()) {
            return kept.get();
        }
        List<Problem> problems = new ArrayList<>();
        List<CompiledUnit> units = new ArrayList<>();
        compile(
                new Knowledge.RuleFile(CoreUnit.ID, CoreUnit.ID, CoreUnit.ID, CoreUnit.drl(), false),
                CoreUnit.drl(),
                List.of(),
                cache,
                problems,
                units);
        refuse(problems);
        return units.get(0);
    }

    /**
     * Compiles a rule file or takes it from the cache.
     *
     * @param quick whether it may be put together of rules that were compiled at different times
     */
    static void unit(
            Knowledge.RuleFile file, UnitCache cache, boolean quick, List<Problem> problems, List<CompiledUnit> units) {
        String key = UnitCache.key(file.path(), file.text());
        var kept = quick ? cache.findQuick(key) : cache.find(key);
        if (kept.isPresent()) {
            // kept only after it had passed the door
            units.add(kept.get());
            return;
        }
        int before = problems.size();
        DrlReader reader = new DrlReader(file, problems);
        List<Rule> rules = reader.read();
        if (problems.size() > before) {
            return;
        }
        var pieces = DrlPieces.of(reader.forDrools(), rules);
        Optional<CompiledUnit> put = quick && pieces.isPresent()
                ? cache.latest(file.path())
                        .flatMap(latest -> QuickCompiler.compile(file, key, pieces.get(), rules, latest))
                : Optional.empty();
        if (put.isPresent()) {
            cache.keepQuick(key, put.get());
            units.add(put.get());
        } else {
            compile(file, reader.forDrools(), rules, cache, problems, units);
        }
        if (problems.size() == before) {
            pieces.ifPresent(these -> cache.keepLatest(file.path(), key, put.isPresent(), these.hashes()));
        }
    }

    private static void compile(
            Knowledge.RuleFile file,
            String drl,
            List<Rule> rules,
            UnitCache cache,
            List<Problem> problems,
            List<CompiledUnit> units) {
        String key = UnitCache.key(file.path(), file.text());
        int before = problems.size();
        var classes = DrlCompiler.compile(file, drl, key, rules, problems);
        if (problems.size() > before) {
            return;
        }
        ClassLoader loader = loader(classes);
        var methods = CompiledModel.methods(classes.keySet(), loader);
        CompiledModel.check(methods, loader, rules);
        CompiledUnit unit = new CompiledUnit(file.owner(), rules, DrlCompiler.modelClass(classes), methods, classes);
        cache.keep(key, unit);
        units.add(unit);
    }

    static ClassLoader loader(Map<String, byte[]> classes) {
        return new UnitClassLoader(RulebookLoader.class.getClassLoader(), classes);
    }

    static void checkTogether(Knowledge knowledge, List<CompiledUnit> units, List<Problem> problems) {
        List<Rule> all = new ArrayList<>();
        Map<String, Rule> byName = new HashMap<>();
        for (CompiledUnit unit : units) {
            for (Rule rule : unit.rules()) {
                all.add(rule);
                Rule other = byName.putIfAbsent(rule.name(), rule);
                if (other != null) {
                    problems.add(Problem.of(
                            ProblemCode.RULE_DUPLICATE, new Place(rule.file(), rule.line(), 1), rule.name()));
                }
            }
        }
        if (problems.isEmpty()) {
            // rules that could not be read have no names yet
            knowledge.checkWays(byName.keySet(), problems);
        }
        Stratification.circular(all)
                .ifPresent(rule -> problems.add(
                        Problem.of(ProblemCode.RULE_CIRCULAR, new Place(rule.file(), rule.line(), 1), rule.name())));
    }

    /** Two units may hold the same class, made from the same condition; then it is the same, byte for byte. */
    private static Map<String, byte[]> classes(List<CompiledUnit> units) {
        Map<String, byte[]> classes = new HashMap<>();
        for (CompiledUnit unit : units) {
            unit.classes().forEach((name, bytes) -> {
                byte[] other = classes.put(name, bytes);
                if (other != null && !java.util.Arrays.equals(other, bytes)) {
                    throw new IllegalStateException("two classes " + name);
                }
            });
        }
        return classes;
    }

    static void write(Rulebook rulebook, RulebookContent content, Collection<CompiledUnit> units, Path root)
            throws IOException {
        if (!(content instanceof OpenedContent opened) || opened.layers().size() != 1) {
            throw new IllegalStateException("only a rulebook opened from one folder can be written");
        }
        Layer layer = opened.layers().get(0);
        // what an earlier build left there may be of rules that are gone
        remove(root.resolve(BundledContent.ROOT));
        remove(root.resolve("rules"));
        for (Map.Entry<String, byte[]> file : layer.files().entrySet()) {
            put(root.resolve(BundledContent.ROOT + "v1/" + file.getKey()), file.getValue());
            if (file.getKey().endsWith("/diagnosis.yaml") || file.getKey().startsWith("steps/")) {
                put(root.resolve(BundledContent.DOCUMENTS + file.getKey()), tree(file.getKey(), file.getValue()));
            }
        }
        for (Map.Entry<String, byte[]> entry : classes(List.copyOf(units)).entrySet()) {
            put(root.resolve(entry.getKey().replace('.', '/') + ".class"), entry.getValue());
        }
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(index);
        BundledContent.write(
                new BundledContent.Index(
                        content.version(),
                        content.hash(),
                        checksum(opened.layers()),
                        content.areas(),
                        content.weights(),
                        rulebook.causes(),
                        stepFiles(opened.knowledge()),
                        content.retired(),
                        List.copyOf(layer.files().keySet())),
                out);
        out.writeInt(units.size());
        for (CompiledUnit unit : units) {
            unit.withoutClasses().write(out);
        }
        put(root.resolve(BundledContent.INDEX), index.toByteArray());
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

    private static String hash(List<Layer> layers) {
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

    /** Classes that were compiled for units, over those of the library. */
    private static final class UnitClassLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        UnitClassLoader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            // before the parent: it may hold another edition of the same rules
            synchronized (getClassLoadingLock(name)) {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    return super.loadClass(name, resolve);
                }
                Class<?> known = findLoadedClass(name);
                return known == null ? defineClass(name, bytes, 0, bytes.length) : known;
            }
        }
    }
}
