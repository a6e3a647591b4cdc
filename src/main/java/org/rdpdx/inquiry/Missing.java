package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
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

/**
 * What nobody observed and undecided rules need, in the order in which each asks for it. Used by every report, so it avoids
 * what is slow the first time. Not safe for use by several threads.
 */
public final class Missing {

    private final Findings findings;
    private final CaseFacts facts;
    private final List<Rule> deductions = new ArrayList<>();
    private final Map<String, List<Wanted>> known = new HashMap<>();

    private Missing(Findings findings) {
        this.findings = findings;
        this.facts = findings.facts();
        for (RuleVerdict verdict : findings.verdicts()) {
            if (verdict.state() == RuleState.UNDECIDED && verdict.rule().isDeduction()) {
                deductions.add(verdict.rule());
            }
        }
    }

    /**
     * What each undecided rule lacks.
     *
     * @return by name of the rule, in the order of the rules; what a rule asks for first comes first
     */
    public static Map<String, List<Wanted>> byRule(Findings findings) {
        return byRule(findings, findings.verdicts());
    }

    /** As {@link #byRule(Findings)}, of some rules alone. */
    static Map<String, List<Wanted>> byRule(Findings findings, List<RuleVerdict> verdicts) {
        Missing missing = new Missing(findings);
        Map<String, List<Wanted>> byRule = new LinkedHashMap<>();
        for (RuleVerdict verdict : verdicts) {
            if (verdict.state() == RuleState.UNDECIDED) {
                byRule.put(verdict.rule().name(), missing.of(verdict.rule()));
            }
        }
        return byRule;
    }

    /**
     * A kind of fact that undecided rules look at and of which nothing is known.
     *
     * @param family all of that kind there: {@code host.certificate.*}
     * @param rules how many rules
     */
    public record Need(String family, int rules) {}

    /** What most undecided rules look at without anything of it being known; told without judging any rule again. */
    public static Optional<Need> mostNeeded(Findings findings) {
        Set<Rule.Looked> seen = new HashSet<>();
        for (Fact fact : findings.facts().facts()) {
            seen.add(new Rule.Looked(fact.viewpoint(), fact.factKind()));
        }
        Map<Rule.Looked, Integer> needing = new LinkedHashMap<>();
        for (RuleVerdict verdict : findings.verdicts()) {
            if (verdict.state() == RuleState.UNDECIDED) {
                for (Rule.Looked looked : verdict.rule().looksAt()) {
                    if (!looked.kind().deduced() && !seen.contains(looked)) {
                        needing.merge(looked, 1, Integer::sum);
                    }
                }
            }
        }
        Need most = null;
        for (Map.Entry<Rule.Looked, Integer> need : needing.entrySet()) {
            if (most == null || need.getValue() >= most.rules()) {
                Need more =
                        new Need(family(need.getKey().viewpoint(), need.getKey().kind()), need.getValue());
                boolean before = most == null
                        || more.rules() > most.rules()
                        || more.family().compareTo(most.family()) < 0;
                most = before ? more : most;
            }
        }
        return Optional.ofNullable(most);
    }

    private static String family(String viewpoint, Kind kind) {
        return FactPaths.of(viewpoint, kind, List.of()) + ".*";
    }

    /** What a rule lacks; what it lacks to have something deduced included. */
    private List<Wanted> of(Rule rule) {
        List<Wanted> before = known.get(rule.name());
        if (before != null) {
            return before;
        }
        known.put(rule.name(), List.of()); // nothing more, if it should come back to itself
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        List<JudgedCondition> unknown = new ArrayList<>();
        Pattern pattern = null;
        for (JudgedCondition one : findings.conditions(rule)) {
            if (one.truth() != Truth.UNKNOWN) {
                continue;
            }
            if (pattern == null || !one.pattern().isAt(pattern)) {
                ask(rule, unknown, wanted);
                unknown.clear();
                pattern = one.pattern();
            }
            unknown.add(one);
        }
        ask(rule, unknown, wanted);
        List<Wanted> all = List.copyOf(wanted.values());
        known.put(rule.name(), all);
        return all;
    }

    /** Asks for what the unknown conditions of one pattern read. */
    private void ask(Rule rule, List<JudgedCondition> unknown, Map<String, Wanted> wanted) {
        if (unknown.isEmpty()) {
            return;
        }
        Pattern pattern = unknown.get(0).pattern();
        if (pattern.kind().deduced()) {
            for (Rule deduction : deductions) {
                if (makes(deduction, pattern)) {
                    of(deduction).forEach(one -> wanted.putIfAbsent(one.path(), one));
                }
            }
            return;
        }
        Fact looked = unknown.get(0).fact().orElse(null);
        Set<String> properties = new LinkedHashSet<>();
        for (JudgedCondition one : unknown) {
            one.condition().map(Condition::properties).ifPresent(properties::addAll);
        }
        properties.removeAll(pattern.kind().naming());
        for (JudgedCondition one : unknown) {
            one.condition().ifPresent(condition -> condition
                    .expression()
                    .variables(variable -> askForBound(rule, variable.slot(), pattern, properties, wanted)));
        }
        Set<String> open = new LinkedHashSet<>();
        for (String name : properties) {
            if (FactPaths.property(pattern.kind(), name).derived()) {
                askWhenItWas(pattern.kind(), looked, open, wanted);
            } else if (looked == null || looked.value(name) == null) {
                open.add(name);
            }
        }
        for (Thing thing : things(pattern, looked)) {
            if (properties.isEmpty()) {
                want(thing, null, wanted);
            }
            for (String name : open) {
                want(thing, name, wanted);
            }
        }
    }

    /** What a variable stands for may be what nobody observed: of the same thing, or of another that the rule looks at. */
    private void askForBound(Rule rule, int slot, Pattern reading, Set<String> properties, Map<String, Wanted> wanted) {
        for (Pattern pattern : rule.patterns()) {
            Integer index = pattern.bindings().get(slot);
            if (index == null || pattern.kind().deduced()) {
                continue;
            }
            String name = pattern.kind().properties().get(index).name();
            if (pattern.isAt(reading)) {
                properties.add(name);
                continue;
            }
            boolean observed = false;
            for (Fact fact : facts.facts()) {
                if (fact.factKind() == pattern.kind() && pattern.viewpoints().contains(fact.viewpoint())) {
                    observed |= fact.value(name) != null;
                }
            }
            if (!observed) {
                things(pattern, null).forEach(thing -> want(thing, name, wanted));
            }
        }
    }

    private static boolean makes(Rule deduction, Pattern pattern) {
        Rule.Deduced deduced = deduction.deduces();
        return deduced != null && deduced.makes(pattern);
    }

    /** What is worked out from a time and that of the attempt needs both, to the second. */
    private void askWhenItWas(Kind kind, @Nullable Fact looked, Set<String> open, Map<String, Wanted> wanted) {
        if (kind.property("at").isPresent() && (looked == null || !exact(looked.value("at")))) {
            open.add("at");
        }
        if (!exact(facts.value("attempt.at").orElse(null))) {
            Kind attempt = Vocabulary.require("attempt");
            want(new Thing(Vocabulary.TOP, attempt, "attempt", ""), "at", wanted);
        }
    }

    private static boolean exact(@Nullable Object time) {
        return time instanceof TimeSpan span && span.exact();
    }

    private record Thing(String viewpoint, Kind kind, String path, String beside) {}

    private static void want(Thing thing, @Nullable String property, Map<String, Wanted> wanted) {
        String path = property == null ? thing.path() : thing.path() + "." + property;
        wanted.putIfAbsent(path, new Wanted(path, thing.viewpoint(), thing.kind(), property, thing.beside()));
    }

    /** What names the thing and has no place in its path: {@code provider Schannel}. */
    private static String beside(Pattern pattern) {
        List<String> beside = new ArrayList<>();
        for (String name : pattern.kind().needsOneOf()) {
            List<String> pinned = new ArrayList<>();
            for (Object value : pattern.pinned(name)) {
                pinned.add(FactPaths.property(pattern.kind(), name).text(value));
            }
            if (!pinned.isEmpty()) {
                beside.add(name + " " + String.join(", ", pinned));
            }
        }
        return String.join(", ", beside);
    }

    private List<Thing> things(Pattern pattern, @Nullable Fact looked) {
        String beside = beside(pattern);
        if (looked != null) {
            return List.of(new Thing(looked.viewpoint(), looked.factKind(), FactPaths.of(looked), beside));
        }
        Set<String> meant = pattern.viewpoints();
        List<Thing> things = new ArrayList<>();
        for (String viewpoint : pattern.kind().viewpoints()) {
            if (meant.contains(viewpoint) && !facts.none().contains(viewpoint)) {
                for (List<String> identity : pattern.identities()) {
                    String path = FactPaths.of(viewpoint, pattern.kind(), identity);
                    things.add(new Thing(viewpoint, pattern.kind(), path, beside));
                }
            }
        }
        return things;
    }
}
