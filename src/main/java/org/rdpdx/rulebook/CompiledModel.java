package org.rdpdx.rulebook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.SingleConstraint;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KiePackagesBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.definition.KiePackage;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;

/** What Drools made of a rule file. The only class that knows Drools' model. */
final class CompiledModel {

    private CompiledModel() {}

    /**
     * A base of some rules, without any DRL being parsed.
     *
     * @param core the model that every base holds
     * @param methods the class and method that give each rule: a model as a whole would make all its rules, and load their
     *     classes, for the few that are wanted
     */
    static KieBase base(
            String core,
            Collection<String> methods,
            ClassLoader loader,
            KieBaseConfiguration configuration,
            KnowledgeBuilderConfiguration builder) {
        ModelImpl chosen = new ModelImpl("rules");
        methods.forEach(method -> chosen.addRule(rule(method, loader)));
        KiePackagesBuilder packages = new KiePackagesBuilder(configuration, builder, new ArrayList<>());
        packages.addModel(load(core, loader));
        packages.addModel(chosen);
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase("rules", configuration);
        // each by itself, as Drools makes classes while it runs to put several in order
        for (KiePackage one : packages.build().getKiePackages()) {
            // a base that has no session yet takes it at once
            if (!base.addPackage(one).isDone()) {
                throw new IllegalStateException(one.getName());
            }
        }
        return base;
    }

    private static Model load(String className, ClassLoader loader) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(Model.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(className, broken);
        }
    }

    private static org.drools.model.Rule rule(String method, ClassLoader loader) {
        int split = method.indexOf('#');
        try {
            return (org.drools.model.Rule) Class.forName(method.substring(0, split), true, loader)
                    .getMethod(method.substring(split + 1))
                    .invoke(null);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(method, broken);
        }
    }

    /** For each rule in some compiled classes, by name, the class and method that give it. */
    static SortedMap<String, String> methods(Collection<String> classNames, ClassLoader loader) {
        SortedMap<String, String> methods = new TreeMap<>();
        for (String className : classNames) {
            if (className.matches("rules\\.Rules[0-9A-F]{32}RuleMethods\\d+")) {
                for (Method method : declared(className, loader)) {
                    boolean gives = Modifier.isStatic(method.getModifiers())
                            && method.getParameterCount() == 0
                            && org.drools.model.Rule.class.isAssignableFrom(method.getReturnType());
                    if (gives) {
                        String name = className + "#" + method.getName();
                        methods.put(rule(name, loader).getName(), name);
                    }
                }
            }
        }
        return methods;
    }

    private static Method[] declared(String className, ClassLoader loader) {
        try {
            return Class.forName(className, true, loader).getDeclaredMethods();
        } catch (ClassNotFoundException broken) {
            throw new IllegalStateException(className, broken);
        }
    }

    /**
     * Compares compiled rules with the condition table that the door made of the same text: the same rules, in each the same
     * kinds in the same order, in each pattern as many conditions. A difference means that one of the two readings of the
     * text is wrong, and that is a fault of ours.
     */
    static void check(SortedMap<String, String> methods, ClassLoader loader, List<Rule> rules) {
        Map<String, List<String>> compiled = new TreeMap<>();
        methods.forEach((name, method) -> {
            List<String> patterns = new ArrayList<>();
            collect(rule(method, loader).getView(), patterns);
            compiled.put(name, patterns);
        });
        Map<String, List<String>> read = new TreeMap<>();
        for (Rule rule : rules) {
            read.put(
                    rule.name(),
                    rule.patterns().stream()
                            .map(pattern -> shown(
                                    pattern.kind().typeName(),
                                    pattern.conditions().size()))
                            .toList());
        }
        if (!compiled.equals(read)) {
            throw new IllegalStateException("read " + read + ", compiled " + compiled);
        }
    }

    private static void collect(org.drools.model.Condition condition, List<String> patterns) {
        if (condition.getType() == org.drools.model.Condition.Type.PATTERN) {
            org.drools.model.Pattern<?> pattern = (org.drools.model.Pattern<?>) condition;
            Class<?> type = pattern.getPatternVariable().getType();
            // no author wrote what is given to Drools beside a negation
            if (type != Undecided.class) {
                patterns.add(shown(type.getSimpleName(), count(pattern.getConstraint())));
            }
            return;
        }
        condition.getSubConditions().forEach(part -> collect(part, patterns));
    }

    private static int count(Constraint constraint) {
        if (constraint.getType() == Constraint.Type.MULTIPLE) {
            return constraint.getChildren().stream()
                    .mapToInt(CompiledModel::count)
                    .sum();
        }
        return constraint == SingleConstraint.TRUE ? 0 : 1;
    }

    private static String shown(String kind, int conditions) {
        return kind + " with " + conditions;
    }
}
