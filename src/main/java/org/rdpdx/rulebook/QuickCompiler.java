package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Knowledge;

/**
 * Compiles of a rule file only the rules that changed since it was compiled before. What comes out does what the whole would
 * do, but is not the same byte by byte, so it is for trying rules and never for publishing them.
 */
final class QuickCompiler {

    private QuickCompiler() {}

    /**
     * The unit, where some of its rules were compiled before.
     *
     * @return nothing if none was, or if anything is wrong; then the whole file is to be compiled
     */
    static Optional<CompiledUnit> compile(
            Knowledge.RuleFile file, String key, DrlPieces pieces, List<Rule> rules, UnitCache.Latest latest) {
        SortedMap<String, String> hashes = pieces.hashes();
        CompiledUnit before = latest.unit();
        SortedMap<String, String> methods = new TreeMap<>(before.methods());
        methods.keySet()
                .removeIf(name -> !hashes.containsKey(name)
                        || !hashes.get(name).equals(latest.rules().get(name)));
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, byte[]> classes = new TreeMap<>(before.classes());
        String model = before.modelClass();
        List<Rule> changed =
                rules.stream().filter(rule -> !methods.containsKey(rule.name())).toList();
        if (!changed.isEmpty()) {
            TreeSet<String> names = new TreeSet<>();
            changed.forEach(rule -> names.add(rule.name()));
            List<Problem> problems = new ArrayList<>();
            SortedMap<String, byte[]> made = DrlCompiler.compile(file, pieces.of(names), key, changed, problems);
            if (!problems.isEmpty()) {
                return Optional.empty();
            }
            model = DrlCompiler.modelClass(made);
            classes.putAll(made);
            methods.putAll(CompiledModel.methods(made.keySet(), Units.loader(classes)));
        }
        TreeSet<String> roots = new TreeSet<>();
        methods.values().forEach(method -> roots.add(method.substring(0, method.indexOf('#'))));
        SortedMap<String, byte[]> needed = ClassReferences.reachable(roots, classes);
        CompiledModel.check(methods, Units.loader(needed), rules);
        return Optional.of(new CompiledUnit(file.owner(), rules, model, methods, needed));
    }
}
