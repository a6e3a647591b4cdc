package org.rdpdx.authoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CaseSketch;
import org.rdpdx.facts.CaseSketch.Thing;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Mutant;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.Truth;

/**
 * Looks for facts that no case has: it takes the cases of a rule, those it fires on first, and says one thing in them
 * otherwise, with every value that the conditions of the rule tell apart. What is found is cut down to the least.
 */
final class CaseSearch {

    /** Cases to begin with; the first ones fire, and there the rest of the rule holds. */
    private static final int MOST_BASES = 6;

    /** Combinations of values of one thing. */
    private static final int MOST_VALUES = 600;

    private static final Thing SOMETHING =
            new Thing(Vocabulary.require("attempt"), Vocabulary.TOP, false, Map.of("port", 3389));

    private static final Instant SOME_TIME = Instant.parse("2026-11-20T09:14:00Z");

    private final Judgements judgements;
    private final Map<String, List<Found>> found = new HashMap<>();

    /** What was found before, by the rule it is about. */
    private record Found(CaseIdea idea, Findings findings) {}

    CaseSearch(Judgements judgements) {
        this.judgements = judgements;
    }

    /** Facts on which a rule and its mutant come to different verdicts; nothing if there seem to be none. */
    Optional<CaseIdea> killing(Mutant mutant) {
        Seeing differ = new Seeing(List.of(mutant.rule(), mutant.changed()), findings -> {
            Optional<RuleCase.Expected> one = Judgements.verdict(findings.state(mutant.rule()));
            Optional<RuleCase.Expected> other = Judgements.verdict(findings.state(mutant.changed()));
            return one.isPresent() && other.isPresent() && !one.equals(other);
        });
        int index = mutant.rule().patterns().indexOf(mutant.pattern());
        Set<String> properties = new LinkedHashSet<>();
        mutant.condition().map(Condition::properties).orElse(Set.of()).forEach(properties::add);
        return find(
                mutant.rule(),
                List.of(mutant.pattern(), mutant.changed().patterns().get(index)),
                properties,
                differ);
    }

    /** Facts on which a condition has a truth; nothing if there seem to be none. */
    Optional<CaseIdea> showing(Rule rule, Pattern pattern, @Nullable Condition condition, Truth truth) {
        Seeing shows = new Seeing(List.of(rule), findings -> findings.truths(rule).stream()
                .anyMatch(judged -> judged.truth() == truth
                        && judged.pattern().isAt(pattern)
                        && (condition == null ? judged.written() == null : condition.equals(judged.written()))));
        Set<String> properties = condition == null ? Set.of() : condition.properties();
        return find(rule, List.of(pattern), properties, shows);
    }

    /**
     * What is looked for.
     *
     * @param rules how they and their conditions stand, and what they read, stays the same while the facts are cut down: a
     *     whole case says more than one that leaves as much open as it can
     * @param wanted what must be so
     */
    private record Seeing(List<Rule> rules, Predicate<Findings> wanted) {

        /** The state of each rule, how each condition stands, and all values that could be read. */
        List<Object> standing(Findings findings) {
            List<Object> standing = new ArrayList<>();
            for (Rule rule : rules) {
                standing.add(findings.state(rule));
                findings.conditions(rule).forEach(judged -> standing.add(judged.truth()));
                for (Pattern pattern : rule.patterns()) {
                    findings.facts().facts().stream()
                            .filter(fact -> fact.factKind() == pattern.kind())
                            .forEach(fact -> standing.add(values(pattern, fact)));
                }
            }
            return standing;
        }

        private static List<String> values(Pattern pattern, Fact fact) {
            List<String> values = new ArrayList<>();
            for (Condition condition : pattern.conditions()) {
                condition.properties().forEach(name -> values.add(String.valueOf(fact.value(name))));
            }
            return values;
        }
    }

    /** One case may do for several things that no case does. */
    private Optional<CaseIdea> find(Rule rule, List<Pattern> patterns, Set<String> properties, Seeing seeing) {
        List<Found> before = found.computeIfAbsent(rule.name(), name -> new ArrayList<>());
        for (Found one : before) {
            if (seeing.wanted().test(one.findings())) {
                return Optional.of(one.idea());
            }
        }
        Optional<CaseIdea> idea = search(rule, patterns, properties, seeing);
        idea.ifPresent(one ->
                before.add(new Found(one, judgements.of(one.facts().facts().orElseThrow()))));
        return idea;
    }

    private Optional<CaseIdea> search(Rule rule, List<Pattern> patterns, Set<String> properties, Seeing seeing) {
        for (CaseFacts base : bases(rule)) {
            CaseSketch sketch = CaseSketch.of(base);
            List<Candidate> candidates =
                    patterns.get(0).kind().deduced() ? deducing(sketch) : otherwise(sketch, patterns, properties);
            for (Candidate candidate : candidates) {
                CaseSketch said = candidate.sketch().facts().isPresent() ? candidate.sketch() : candidate.barely();
                Optional<Findings> seen = said.facts().map(judgements::of).filter(seeing.wanted());
                if (seen.isPresent()) {
                    return Optional.of(idea(said, seen.get(), candidate, seeing));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * A case with something said otherwise.
     *
     * @param barely the same where all that the rule does not read is left out of the thing, since it may contradict
     * @param kind of the thing
     * @param values what is said otherwise, by property; nothing if it is the thing as a whole
     * @param name what sets it apart, where it is the thing as a whole
     * @param because path of what is otherwise
     */
    private record Candidate(
            CaseSketch sketch, CaseSketch barely, Kind kind, Map<String, Object> values, String name, String because) {

        static Candidate whole(CaseSketch sketch, Kind kind, String name, String because) {
            return new Candidate(sketch, sketch, kind, Map.of(), name, because);
        }

        /** What sets it apart once all is left out that need not be said. */
        String name(CaseSketch smallest) {
            if (values.isEmpty()) {
                return name;
            }
            List<String> said = new ArrayList<>();
            values.forEach((property, value) -> {
                if (property.equals(Kind.VIEWPOINT)) {
                    said.add(Messages.text("idea.elsewhere", kind.key(), value));
                } else if (says(smallest, property) && value != UNKNOWN) {
                    said.add(Messages.text(
                            "seen.is",
                            property,
                            FactPaths.property(kind, property).text(value)));
                }
            });
            return said.isEmpty()
                    ? Messages.text("idea.unknown", String.join(Messages.text("wish.or"), values.keySet()))
                    : String.join(Messages.text("wish.and"), said);
        }

        private boolean says(CaseSketch sketch, String property) {
            String written = FactPaths.property(kind, property).derived() ? "at" : property;
            return sketch.things().stream()
                    .anyMatch(thing -> thing.kind() == kind && thing.values().containsKey(written));
        }
    }

    private CaseIdea idea(CaseSketch said, Findings seen, Candidate candidate, Seeing seeing) {
        List<Object> standing = seeing.standing(seen);
        Predicate<CaseFacts> same = facts -> {
            Findings findings = judgements.of(facts);
            return seeing.wanted().test(findings) && seeing.standing(findings).equals(standing);
        };
        CaseSketch smallest = said.smallest(same);
        if (smallest.things().isEmpty()) {
            // that nothing at all is said is no case
            smallest = Optional.of(smallest.plus(SOMETHING))
                    .filter(more -> more.facts()
                            .map(judgements::of)
                            .filter(seeing.wanted())
                            .isPresent())
                    .orElse(smallest);
        }
        Rule rule = seeing.rules().get(0);
        return new CaseIdea(
                rule.name(),
                candidate.name(smallest),
                smallest,
                Judgements.verdict(seen.state(rule)).orElseThrow(),
                candidate.because());
    }

    /** The cases that mean a rule, those it fires on first; the other cases of its folder where there is none. */
    private List<CaseFacts> bases(Rule rule) {
        List<CaseFacts> bases = new ArrayList<>();
        judgements.casesOf(rule).forEach(one -> bases.add(one.facts()));
        List<RuleState> order = List.of(RuleState.FIRED, RuleState.UNDECIDED, RuleState.CONTRADICTED);
        bases.sort(Comparator.comparingInt(facts -> {
            int place = order.indexOf(judgements.of(facts).state(rule));
            return place < 0 ? order.size() : place;
        }));
        return bases.subList(0, Math.min(MOST_BASES, bases.size()));
    }

    // ------------------------------------------------------------------ one thing said otherwise

    private List<Candidate> otherwise(CaseSketch base, List<Pattern> patterns, Set<String> properties) {
        List<Candidate> candidates = new ArrayList<>();
        Kind kind = patterns.get(0).kind();
        for (int i = 0; i < base.things().size(); i++) {
            Thing thing = base.things().get(i);
            if (thing.kind() != kind) {
                continue;
            }
            String path = FactPaths.of(thing.viewpoint(), kind, List.of());
            for (Map<String, Object> values : combinations(kind, patterns, properties)) {
                add(candidates, base, i, values, path, read(kind, patterns));
            }
            candidates.add(Candidate.whole(base.without(i), kind, Messages.text("idea.unknown", kind.key()), path));
            if (kind.absentable() && !thing.absent()) {
                candidates.add(Candidate.whole(
                        base.with(i, thing.gone()),
                        kind,
                        Messages.text("seen.absent", kind.key()),
                        path + "." + Kind.PRESENT));
            }
        }
        return candidates;
    }

    /** What the patterns read, and what names a thing. */
    private static Set<String> read(Kind kind, List<Pattern> patterns) {
        Set<String> read = new LinkedHashSet<>(kind.naming());
        read.add("at");
        for (Pattern pattern : patterns) {
            pattern.conditions().forEach(condition -> read.addAll(condition.properties()));
        }
        return read;
    }

    private static final Object UNKNOWN = new Object();

    /** Every combination of values of these properties, each of which may also be unknown. */
    private static List<Map<String, Object>> combinations(Kind kind, List<Pattern> patterns, Set<String> properties) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (String name : properties) {
            List<Object> values = new ArrayList<>();
            if (name.equals(Kind.VIEWPOINT)) {
                values.addAll(kind.viewpoints());
            } else if (name.equals(Kind.PRESENT)) {
                continue; // said of the whole thing, which is tried by itself
            } else {
                values.addAll(Representatives.of(FactPaths.property(kind, name), patterns));
                values.add(UNKNOWN);
            }
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> before : all) {
                for (Object value : values) {
                    Map<String, Object> after = new LinkedHashMap<>(before);
                    after.put(name, value);
                    longer.add(after);
                }
            }
            all = longer.size() > MOST_VALUES ? longer.subList(0, MOST_VALUES) : longer;
        }
        return all;
    }

    private static void add(
            List<Candidate> candidates,
            CaseSketch base,
            int index,
            Map<String, Object> values,
            String path,
            Set<String> read) {
        CaseSketch sketch = base;
        Thing thing = base.things().get(index);
        String because = path;
        for (Map.Entry<String, Object> one : values.entrySet()) {
            String name = one.getKey();
            because = path + "." + name;
            if (name.equals(Kind.VIEWPOINT)) {
                // what decides is that the rule finds nothing where it looks
                thing = thing.at(String.valueOf(one.getValue()));
                because = path;
                continue;
            }
            Property property = FactPaths.property(thing.kind(), name);
            if (one.getValue() == UNKNOWN) {
                thing = property.derived() ? thing.without("at") : thing.without(name);
                continue;
            }
            if (property.derived()) {
                Timed timed = Timed.of(sketch);
                sketch = timed.sketch();
                long millis = Math.round(((Number) one.getValue()).doubleValue() * 1000);
                thing = thing.with("at", TimeSpan.at(timed.attempt().plusMillis(millis)));
            } else {
                thing = thing.with(name, one.getValue());
            }
        }
        Thing barely = thing;
        for (String name : thing.values().keySet()) {
            barely = read.contains(name) ? barely : barely.without(name);
        }
        candidates.add(new Candidate(
                sketch.with(index, thing), sketch.with(index, barely), thing.kind(), values, "", because));
    }

    /** A case in which the time of the attempt is known to the second, and that time. */
    private record Timed(CaseSketch sketch, Instant attempt) {

        static Timed of(CaseSketch sketch) {
            for (int i = 0; i < sketch.things().size(); i++) {
                Thing thing = sketch.things().get(i);
                if (!thing.kind().key().equals("attempt")) {
                    continue;
                }
                if (thing.values().get("at") instanceof TimeSpan span && span.exact()) {
                    return new Timed(sketch, span.earliest());
                }
                return new Timed(sketch.with(i, thing.with("at", TimeSpan.at(SOME_TIME))), SOME_TIME);
            }
            Kind attempt = Vocabulary.require("attempt");
            Thing thing = new Thing(attempt, Vocabulary.TOP, false, Map.of("at", TimeSpan.at(SOME_TIME)));
            return new Timed(sketch.plus(thing), SOME_TIME);
        }
    }

    // ------------------------------------------------------------------ something else deduced

    /** With less said, and with what the cases of deductions say. */
    private List<Candidate> deducing(CaseSketch base) {
        List<Candidate> candidates = new ArrayList<>();
        List<CaseSketch> bases = new ArrayList<>(List.of(base));
        for (int i = 0; i < base.things().size(); i++) {
            CaseSketch less = base.without(i);
            bases.add(less);
            Thing gone = base.things().get(i);
            String path = FactPaths.of(gone.viewpoint(), gone.kind(), List.of());
            candidates.add(Candidate.whole(
                    less, gone.kind(), Messages.text("idea.unknown", gone.kind().key()), path));
        }
        for (CaseSketch deduction : judgements.deductions()) {
            for (CaseSketch one : bases) {
                CaseSketch more = one;
                String path = "";
                for (Thing thing : deduction.things()) {
                    more = more.plus(thing);
                    path = FactPaths.of(thing.viewpoint(), thing.kind(), List.of());
                }
                Kind kind = deduction.things().get(0).kind();
                candidates.add(Candidate.whole(more, kind, Messages.text("idea.deduced"), path));
            }
        }
        return candidates;
    }
}
