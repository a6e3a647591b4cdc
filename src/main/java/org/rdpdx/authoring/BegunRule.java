package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CaseSketch;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;

/** A rule with a condition for everything that a case says: its author takes out what does not matter. */
final class BegunRule {

    private final String id;
    private final CaseFacts facts;

    BegunRule(String id, CaseFacts facts) {
        this.id = id;
        this.facts = facts;
    }

    String drl() {
        List<String> patterns = new ArrayList<>();
        List<CaseSketch.Thing> things = CaseSketch.of(facts).things();
        for (int i = 0; i < things.size(); i++) {
            CaseSketch.Thing thing = things.get(i);
            List<String> conditions = conditions(thing, facts.facts().get(i));
            if (!conditions.isEmpty()) {
                if (!thing.kind().top()) {
                    conditions.add(0, "viewpoint == \"" + thing.viewpoint() + "\"");
                }
                String pattern = "    " + thing.kind().typeName() + "( " + String.join(", ", conditions) + " )";
                if (!patterns.contains(pattern)) {
                    patterns.add(pattern);
                }
            }
        }
        return """
                package rules;

                import org.rdpdx.facts.kind.*;
                import org.rdpdx.rulebook.Finding;

                // TODO take out what does not matter, and say how strongly the rest speaks
                // decisive: ties the fault to this attempt; strong: the fault is there; moderate: points to it; weak: a hint
                rule "%s"
                    @strength(strong)
                when
                %s
                then
                    insertLogical(Finding.of(drools.getMatch()));
                end
                """.formatted(id, String.join("\n", patterns));
    }

    private static List<String> conditions(CaseSketch.Thing thing, Fact fact) {
        Kind kind = thing.kind();
        List<String> naming = new ArrayList<>();
        List<String> more = new ArrayList<>();
        for (Property property : kind.ownProperties()) {
            // what follows from what is said, such as a validity, is what a rule would ask for
            Object value = property.derived() ? null : fact.value(property.name());
            if (value != null) {
                (kind.naming().contains(property.name()) ? naming : more).addAll(conditions(property, value));
            }
        }
        if (thing.absent()) {
            naming.add("present == false");
            return naming;
        }
        if (isNearAttempt(fact)) {
            more.add("secondsFromAttempt >= -300");
            more.add("secondsFromAttempt <= 60");
        }
        if (more.isEmpty() && kind.absentable()) {
            more.add("present == true");
        }
        naming.addAll(more);
        return naming;
    }

    /** Whether it is an event in the time in which one belongs to the attempt. */
    private static boolean isNearAttempt(Fact fact) {
        boolean timed = fact.factKind().property("secondsFromAttempt").isPresent();
        return timed && fact.value("secondsFromAttempt") instanceof Double seconds && seconds >= -300 && seconds <= 60;
    }

    /** The forms of what was seen that a rule may ask for: nothing of texts for people, of times, of measured numbers. */
    private static List<String> conditions(Property property, Object value) {
        if (!property.readableByRules() || property.type() == ValueType.TIME) {
            return List.of();
        }
        if (value instanceof List<?> values) {
            return values.stream()
                    .map(one -> property.name() + " contains " + constant(property, one))
                    .toList();
        }
        String operator = property.type() == ValueType.NUMBER ? " >= " : " == ";
        return List.of(property.name() + operator + constant(property, value));
    }

    private static String constant(Property property, Object value) {
        if (value instanceof String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
        boolean code = property.type() == ValueType.CODE;
        return code || value instanceof Double
                ? property.text(value)
                : String.valueOf(value).toLowerCase(Locale.ROOT);
    }
}
