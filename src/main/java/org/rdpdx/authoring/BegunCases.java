package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CaseSketch;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.FactText;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/** The first cases of a rule that was begun with facts: with those facts it fires, with one of them changed it does not. */
final class BegunCases {

    private final Rulebook rulebook;
    private final String id;
    private final CaseSketch sketch;
    private final List<Integer> order;

    /** A case that may do. */
    private record Candidate(String name, CaseSketch sketch, String because) {}

    /**
     * @param rulebook that holds the rule
     * @param id of the diagnosis
     * @param facts it was begun with
     */
    BegunCases(Rulebook rulebook, String id, CaseFacts facts) {
        this.rulebook = rulebook;
        this.id = id;
        this.sketch = CaseSketch.of(facts);
        this.order = IntStream.range(0, sketch.things().size())
                .boxed()
                .sorted(Comparator.comparing(i -> rank(sketch.things().get(i))))
                .toList();
    }

    /** What says most about a machine comes first; what nearly every case says is seldom what decides. */
    private static int rank(CaseSketch.Thing thing) {
        if (thing.kind().top() || thing.kind().key().equals("operatingSystem")) {
            return 2;
        }
        return thing.kind().naming().contains(telling(thing)) || thing.absent() ? 1 : 0;
    }

    /** Three cases that can be read, for opening a rule whose cases are not known yet. */
    static String anyCases() {
        StringBuilder cases = new StringBuilder();
        for (String expected : List.of("fires", "silent", "cannot-tell")) {
            cases.append("- { name: ")
                    .append(expected)
                    .append(", facts: { attempt: { outcome: fails } }, expect: ")
                    .append(expected)
                    .append(", because: attempt.outcome }\n");
        }
        return cases.toString();
    }

    String yaml() {
        StringBuilder cases = new StringBuilder(
                "# TODO give each case a name that says what is different in it, and take out what names people or machines\n");
        Candidate all = new Candidate(
                "everything as in the file", sketch, path(sketch.things().get(order.get(0))));
        write(all, RuleState.FIRED, "fires", cases);
        first(changed(), RuleState.CONTRADICTED).ifPresent(one -> write(one, RuleState.CONTRADICTED, "silent", cases));
        first(fewer(), RuleState.UNDECIDED).ifPresent(one -> write(one, RuleState.UNDECIDED, "cannot-tell", cases));
        return cases.toString();
    }

    private Optional<Candidate> first(List<Candidate> candidates, RuleState wanted) {
        return candidates.stream()
                .filter(one -> state(one.sketch()).filter(wanted::equals).isPresent())
                .findFirst();
    }

    private Optional<RuleState> state(CaseSketch one) {
        return one.facts().flatMap(facts -> rulebook.judge(facts).verdicts(id).stream()
                .map(RuleVerdict::state)
                .findFirst());
    }

    private void write(Candidate one, RuleState wanted, String expected, StringBuilder cases) {
        if (state(one.sketch()).filter(wanted::equals).isEmpty()) {
            return;
        }
        cases.append("- name: ").append(FactText.scalar(one.name())).append("\n  facts:\n");
        one.sketch().yaml().forEach(line -> cases.append("    ").append(line).append('\n'));
        cases.append("  expect: ").append(expected).append('\n');
        cases.append("  because: ").append(one.because()).append('\n');
    }

    /** The facts with one value otherwise. */
    private List<Candidate> changed() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i : order) {
            CaseSketch.Thing thing = sketch.things().get(i);
            for (String name : thing.values().keySet()) {
                if (!thing.kind().naming().contains(name)) {
                    Property property = thing.kind().property(name).orElseThrow();
                    Object value = thing.values().get(name);
                    for (Object other : others(property, value)) {
                        String path = path(thing, name);
                        String called = path + " is " + property.text(other) + ", not " + property.text(value);
                        candidates.add(new Candidate(called, sketch.with(i, thing.with(name, other)), path));
                    }
                }
            }
        }
        for (int i : order) {
            CaseSketch.Thing thing = sketch.things().get(i);
            if (thing.kind().absentable() && !thing.absent()) {
                String because = thing.kind().identity().isEmpty()
                        ? Kind.PRESENT
                        : thing.kind().identity().get(0);
                candidates.add(new Candidate(
                        path(thing, because) + " is not there", sketch.with(i, thing.gone()), path(thing, because)));
            }
            if (thing.absent()) {
                CaseSketch.Thing there = new CaseSketch.Thing(thing.kind(), thing.viewpoint(), false, thing.values());
                candidates.add(new Candidate(path(thing) + " is there", sketch.with(i, there), path(thing)));
            }
        }
        return candidates;
    }

    private static List<Object> others(Property property, Object value) {
        if (value instanceof Boolean flag) {
            return List.of(!flag);
        }
        if (value instanceof Integer number) {
            return List.of(number + 1, number - 1);
        }
        if (value instanceof Double number) {
            return List.of(number - 1, number / 2, 0.0);
        }
        if (value instanceof String && !property.words().isEmpty()) {
            return property.words().stream()
                    .filter(word -> !word.equals(value))
                    .map(Object.class::cast)
                    .toList();
        }
        return value instanceof String text ? List.of(text + "-2") : List.of();
    }

    /** The facts with one of them missing. */
    private List<Candidate> fewer() {
        List<Candidate> candidates = new ArrayList<>();
        for (int i : order) {
            CaseSketch.Thing thing = sketch.things().get(i);
            if (sketch.things().size() > 1) {
                candidates.add(new Candidate(
                        "nobody looked at " + FactPaths.of(thing.viewpoint(), thing.kind(), List.of()),
                        sketch.without(i),
                        path(thing)));
            }
            for (String name : thing.values().keySet()) {
                candidates.add(new Candidate(
                        "nobody looked at " + path(thing, name),
                        sketch.with(i, thing.without(name)),
                        path(thing, name)));
            }
        }
        return candidates;
    }

    private static String path(CaseSketch.Thing thing) {
        return path(thing, telling(thing));
    }

    /** The property that says most of a thing: one that a rule reads and that does not merely name it. */
    private static String telling(CaseSketch.Thing thing) {
        Kind kind = thing.kind();
        List<String> read = thing.values().keySet().stream()
                .filter(name -> kind.property(name)
                        .filter(property -> property.readableByRules() && property.type() != ValueType.TIME)
                        .isPresent())
                .toList();
        return read.stream()
                .filter(name -> !kind.naming().contains(name))
                .findFirst()
                .or(() -> read.stream().findFirst())
                .orElse(Kind.PRESENT);
    }

    private static String path(CaseSketch.Thing thing, String property) {
        return FactPaths.of(thing.viewpoint(), thing.kind(), List.of()) + "." + property;
    }
}
