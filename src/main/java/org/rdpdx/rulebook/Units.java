package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.Knowledge;

/** Where the units of a rulebook come from: each from the cache, from the file it was packed into, or from the compiler. */
final class Units {

    private final UnitCache cache;
    private final List<PackedRulebook> packs;
    private final boolean quick;
    private final Map<String, byte[]> packedClasses = new HashMap<>();

    private Units(UnitCache cache, List<PackedRulebook> packs, boolean quick) {
        this.cache = cache;
        this.packs = packs;
        this.quick = quick;
    }

    /** Each compiled as a whole: the same text gives the same bytes. */
    static Units whole(UnitCache cache, List<PackedRulebook> packs) {
        return new Units(cache, packs, false);
    }

    /** Each put together of rules that may have been compiled at different times: for trying them, never for keeping. */
    static Units quick(UnitCache cache) {
        return new Units(cache, List.of(), true);
    }

    /** The unit of the library itself. */
    CompiledUnit core() {
        var file = new Knowledge.RuleFile(CoreUnit.ID, CoreUnit.ID, CoreUnit.ID, CoreUnit.drl(), false);
        String key = UnitCache.key(file.path(), file.text());
        Optional<CompiledUnit> kept = cache.find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (!DrlCompiler.isPresent()) {
            return RulebookLoader.bundledCore();
        }
        List<Problem> problems = new ArrayList<>();
        return compiled(file, CoreUnit.drl(), key, List.of(), problems)
                .orElseThrow(() -> new IllegalStateException(problems.toString()));
    }

    /**
     * The unit of a rule file.
     *
     * @param problems takes what is wrong with the file
     * @return nothing if something is
     */
    Optional<CompiledUnit> of(Knowledge.RuleFile file, List<Problem> problems) {
        String key = UnitCache.key(file.path(), file.text());
        Optional<CompiledUnit> kept = quick ? cache.findQuick(key) : cache.find(key);
        if (kept.isPresent()) {
            // kept only after it had passed the door
            return kept;
        }
        int before = problems.size();
        DrlReader reader = new DrlReader(file, problems);
        List<Rule> rules = reader.read();
        if (problems.size() > before) {
            return Optional.empty();
        }
        Optional<CompiledUnit> packed = packed(file, key, rules);
        if (packed.isPresent()) {
            return packed;
        }
        if (!DrlCompiler.isPresent()) {
            problems.add(noCompiler(file));
            return Optional.empty();
        }
        Optional<DrlPieces> pieces = DrlPieces.of(reader.forDrools(), rules);
        Optional<CompiledUnit> put = pieces.filter(these -> quick).flatMap(these -> cache.latest(file.path())
                .flatMap(latest -> QuickCompiler.compile(file, key, these, rules, latest)));
        put.ifPresent(unit -> cache.keepQuick(key, unit));
        Optional<CompiledUnit> unit = put.isPresent() ? put : compiled(file, reader.forDrools(), key, rules, problems);
        if (unit.isPresent()) {
            pieces.ifPresent(these -> cache.keepLatest(file.path(), key, put.isPresent(), these.hashes()));
        }
        return unit;
    }

    private Optional<CompiledUnit> compiled(
            Knowledge.RuleFile file, String drl, String key, List<Rule> rules, List<Problem> problems) {
        int before = problems.size();
        SortedMap<String, byte[]> classes = DrlCompiler.compile(file, drl, key, rules, problems);
        if (problems.size() > before) {
            return Optional.empty();
        }
        CompiledUnit unit = unit(file, rules, classes);
        cache.keep(key, unit);
        return Optional.of(unit);
    }

    private static CompiledUnit unit(Knowledge.RuleFile file, List<Rule> rules, SortedMap<String, byte[]> classes) {
        ClassLoader loader = loader(classes);
        var methods = CompiledModel.methods(classes.keySet(), loader);
        CompiledModel.check(methods, loader, rules);
        return new CompiledUnit(file.owner(), rules, DrlCompiler.modelClass(classes), methods, classes);
    }

    /**
     * What was compiled when the file was packed, made as if this compiler had just given it. It is not kept: the cache is
     * for what was compiled here. Whatever is wrong with it means that it is compiled again.
     */
    private Optional<CompiledUnit> packed(Knowledge.RuleFile file, String key, List<Rule> rules) {
        for (PackedRulebook pack : packs) {
            Optional<SortedMap<String, byte[]>> classes = pack.classes(key).filter(this::fits);
            if (classes.isPresent()) {
                try {
                    CompiledUnit unit = unit(file, rules, classes.get());
                    packedClasses.putAll(classes.get());
                    return Optional.of(unit);
                } catch (LinkageError | RuntimeException notWhatTheTextSays) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(SortedMap<String, byte[]> classes) {
        return classes.entrySet().stream().allMatch(one -> {
            byte[] other = packedClasses.get(one.getKey());
            return other == null || Arrays.equals(other, one.getValue());
        });
    }

    private Problem noCompiler(Knowledge.RuleFile file) {
        for (PackedRulebook pack : packs) {
            if (file.file().startsWith(pack.layer().name())) {
                return Problem.of(
                        ProblemCode.PACK_FOR_OTHERS, Place.startOf(pack.file().toString()), pack.builtFor());
            }
        }
        return Problem.of(ProblemCode.RULES_NEED_COMPILER, Place.startOf(file.file()));
    }

    /**
     * All classes of these units by name.
     *
     * @throws InvalidRulebookException if somebody packed what no compiler made
     */
    Map<String, byte[]> classes(List<CompiledUnit> units) {
        try {
            return merged(units);
        } catch (IllegalStateException different) {
            if (packs.isEmpty()) {
                throw different;
            }
            throw new InvalidRulebookException(packs.stream()
                    .map(pack -> Problem.of(
                            ProblemCode.PACK_UNREADABLE,
                            Place.startOf(pack.file().toString())))
                    .toList());
        }
    }

    /** Two units may hold the same class, made from the same condition; then it is the same, byte for byte. */
    static Map<String, byte[]> merged(List<CompiledUnit> units) {
        Map<String, byte[]> classes = new HashMap<>();
        for (CompiledUnit unit : units) {
            unit.classes().forEach((name, bytes) -> {
                byte[] other = classes.put(name, bytes);
                if (other != null && !Arrays.equals(other, bytes)) {
                    throw new IllegalStateException("two classes " + name);
                }
            });
        }
        return classes;
    }

    static ClassLoader loader(Map<String, byte[]> classes) {
        return new UnitClassLoader(Units.class.getClassLoader(), classes);
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
