package org.rdpdx.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Truth;

/** What nobody observed and an undecided rule needs, in the order in which the rule asks for it. */
final class Missing {

    private final Findings findings;
    private final CaseFacts facts;
    private final Map<String, Wanted> wanted = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private Missing(Findings findings) {
        this.findings = findings;
        this.facts = findings.facts();
    }

    static List<Wanted> of(Rule rule, Findings findings) {
        Missing missing = new Missing(findings);
        missing.ask(rule);
        return List.copyOf(missing.wanted.values());
    }

    private void ask(Rule rule) {
        if (!asked.add(rule.name())) {
            return;
        }
        List<JudgedCondition> conditions = findings.conditions(rule);
        Set<Pattern> patterns = new LinkedHashSet<>();
        conditions.forEach(condition -> patterns.add(condition.pattern()));
        for (Pattern pattern : patterns) {
            List<JudgedCondition> unknown = conditions.stream()
                    .filter(one -> one.pattern().equals(pattern) && one.truth() == Truth.UNKNOWN)
                    .toList();
            if (unknown.isEmpty()) {
                continue;
            }
            if (pattern.kind().deduced()) {
                askDeductions(pattern);
            } else {
                ask(pattern, unknown, unknown.get(0).fact().orElse(null));
            }
        }
    }

    private void ask(Pattern pattern, List<JudgedCondition> unknown, @Nullable Fact looked) {
        Set<String> properties = new LinkedHashSet<>();
        for (JudgedCondition one : unknown) {
            one.condition().map(Condition::properties).ifPresent(properties::addAll);
        }
        properties.removeAll(Patterns.naming(pattern.kind()));
        Set<String> open = new LinkedHashSet<>();
        for (String name : properties) {
            if (FactPaths.property(pattern.kind(), name).derived()) {
                askWhenItWas(pattern.kind(), looked, open);
            } else if (looked == null || looked.value(name) == null) {
                open.add(name);
            }
        }
        for (Thing thing : things(pattern, looked)) {
            if (properties.isEmpty()) {
                want(thing, null);
            }
            open.forEach(name -> want(thing, name));
        }
    }

    /** What is worked out from a time and that of the attempt needs both, to the second. */
    private void askWhenItWas(Kind kind, @Nullable Fact looked, Set<String> open) {
        if (kind.property("at").isPresent() && (looked == null || !exact(looked.value("at")))) {
            open.add("at");
        }
        if (!exact(facts.value("attempt.at").orElse(null))) {
            Kind attempt = Vocabulary.require("attempt");
            want(new Thing(Vocabulary.TOP, attempt, "attempt", ""), "at");
        }
    }

    private static boolean exact(@Nullable Object time) {
        return time instanceof TimeSpan span && span.exact();
    }

    private record Thing(String viewpoint, Kind kind, String path, String beside) {}

    private void want(Thing thing, @Nullable String property) {
        String path = property == null ? thing.path() : thing.path() + "." + property;
        wanted.putIfAbsent(path, new Wanted(path, thing.viewpoint(), thing.kind(), property, thing.beside()));
    }

    private List<Thing> things(Pattern pattern, @Nullable Fact looked) {
        if (looked != null) {
            String path = FactPaths.of(looked);
            return List.of(new Thing(looked.viewpoint(), looked.factKind(), path, Patterns.beside(pattern)));
        }
        Set<String> meant = pattern.viewpoints();
        List<Thing> things = new ArrayList<>();
        for (String viewpoint : pattern.kind().viewpoints()) {
            if (meant.contains(viewpoint) && !facts.none().contains(viewpoint)) {
                for (List<String> identity : Patterns.identities(pattern)) {
                    String path = FactPaths.of(viewpoint, pattern.kind(), identity);
                    things.add(new Thing(viewpoint, pattern.kind(), path, Patterns.beside(pattern)));
                }
            }
        }
        return things;
    }

    /** What was not deduced is asked of the deductions that could have made it. */
    private void askDeductions(Pattern pattern) {
        for (RuleVerdict verdict : findings.verdicts()) {
            Rule.Deduced deduced = verdict.rule().deduces();
            if (verdict.state() == RuleState.UNDECIDED && deduced != null && Patterns.makes(deduced, pattern)) {
                ask(verdict.rule());
            }
        }
    }
}
