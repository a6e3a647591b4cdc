package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.model.Constraint;
import org.drools.model.Model;
import org.drools.model.SingleConstraint;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;

/** What Drools made of a rule file. The only class that knows Drools' model. */
final class CompiledModel {

    private CompiledModel() {}

    /** A base of these models, without any DRL being parsed. */
    static KieBase base(Collection<String> modelClasses, ClassLoader loader, KieBaseConfiguration configuration) {
        List<Model> models = new ArrayList<>();
        modelClasses.forEach(name -> models.add(load(name, loader)));
        return KieBaseBuilder.createKieBaseFromModel(models, configuration);
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

    /**
     * Compares a compiled model with the condition table that the door made of the same text: the same rules, in each the
     * same kinds in the same order, in each pattern as many conditions. A difference means that one of the two readings of
     * the text is wrong, and that is a fault of ours.
     */
    static void check(String modelClass, ClassLoader loader, List<Rule> rules) {
        Map<String, List<String>> compiled = new TreeMap<>();
        for (org.drools.model.Rule rule : load(modelClass, loader).getRules()) {
            List<String> patterns = new ArrayList<>();
            collect(rule.getView(), patterns);
            compiled.put(rule.getName(), patterns);
        }
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
            if (type != Undecided.class && type != Finding.class) {
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
