package org.rdpdx.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.ValueType;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Operator;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Truth;

/** Which facts would have to be otherwise for a rule to fire, or not to. */
final class Otherwise {

    /** Deductions that rest on deductions. */
    private static final int DEEPEST = 3;

    private final Findings findings;
    private final CaseFacts facts;

    Otherwise(Findings findings) {
        this.findings = findings;
        this.facts = findings.facts();
    }

    /** Sets of changes each of which should make the rule fire; none if no values can be named that would. */
    List<List<Change>> firing(Rule rule) {
        return firing(rule, 0);
    }

    private List<List<Change>> firing(Rule rule, int depth) {
        List<List<Change>> sets = new ArrayList<>();
        sets.add(List.of());
        for (JudgedCondition judged : findings.conditions(rule)) {
            if (judged.truth() == Truth.TRUE) {
                continue;
            }
            List<List<Change>> longer = new ArrayList<>();
            for (List<Change> more : making(judged, depth)) {
                for (List<Change> before : sets) {
                    longer.add(union(before, more));
                }
            }
            sets = longer;
        }
        return sets;
    }

    static List<Change> union(List<Change> one, List<Change> other) {
        Map<String, Change> all = new LinkedHashMap<>();
        one.forEach(change -> all.put(change.path(), change));
        other.forEach(change -> all.putIfAbsent(change.path(), change));
        return List.copyOf(all.values());
    }

    private List<List<Change>> making(JudgedCondition judged, int depth) {
        Pattern pattern = judged.pattern();
        if (pattern.presence() == Pattern.Presence.NOT) {
            return List.of();
        }
        if (pattern.kind().deduced()) {
            return deducing(pattern, depth);
        }
        Optional<String> thing = thing(judged);
        if (thing.isEmpty()) {
            return List.of();
        }
        Map<String, String> beside = beside(pattern, judged.looked(), thing.get());
        if (judged.written() == null) {
            return List.of(List.of(new Change(thing.get() + "." + Kind.PRESENT, "true", beside)));
        }
        boolean names = judged.looked() == null
                && pattern.kind().naming().containsAll(judged.written().properties());
        if (names) {
            return List.of(List.of()); // the path says it
        }
        List<List<Change>> sets = new ArrayList<>();
        for (Map<String, String> values :
                satisfying(pattern.kind(), judged.written().expression(), true)) {
            List<Change> set = new ArrayList<>();
            values.forEach((property, value) -> set.addAll(saying(thing.get(), property, value, beside)));
            sets.add(set);
        }
        return sets;
    }

    private List<List<Change>> deducing(Pattern pattern, int depth) {
        List<List<Change>> sets = new ArrayList<>();
        for (RuleVerdict verdict : findings.verdicts()) {
            Rule.Deduced deduced = verdict.rule().deduces();
            if (depth < DEEPEST && deduced != null && deduced.makes(pattern)) {
                sets.addAll(firing(verdict.rule(), depth + 1));
            }
        }
        return sets;
    }

    /** Changes each of which by itself should keep a rule that fired from firing in the way it did. */
    List<Change> silencing(Rule rule) {
        Map<String, Change> changes = new LinkedHashMap<>();
        silencing(rule, 0, changes);
        return List.copyOf(changes.values());
    }

    private void silencing(Rule rule, int depth, Map<String, Change> changes) {
        for (JudgedCondition judged : findings.conditions(rule)) {
            Pattern pattern = judged.pattern();
            Fact fact = judged.looked();
            if (pattern.kind().deduced() && pattern.presence() != Pattern.Presence.NOT && depth < DEEPEST) {
                for (RuleVerdict verdict : findings.verdicts()) {
                    Rule.Deduced deduced = verdict.rule().deduces();
                    if (verdict.state() == RuleState.FIRED && deduced != null && deduced.makes(pattern)) {
                        silencing(verdict.rule(), depth + 1, changes);
                    }
                }
            } else if (fact != null && !pattern.kind().deduced()) {
                silencing(judged, fact, changes);
            }
        }
    }

    private void silencing(JudgedCondition judged, Fact fact, Map<String, Change> changes) {
        String thing = FactPaths.of(fact);
        Kind kind = fact.factKind();
        if (judged.written() == null) {
            String path = thing + "." + Kind.PRESENT;
            boolean absentable = kind.absentable() && !fact.absent();
            changes.putIfAbsent(path, absentable ? Change.of(path, "false") : Change.unknown(path));
            return;
        }
        for (Map<String, String> values : satisfying(kind, judged.written().expression(), false)) {
            values.forEach((property, value) -> {
                if (!kind.naming().contains(property)) {
                    saying(thing, property, value, Map.of())
                            .forEach(change -> changes.putIfAbsent(change.path() + "=" + change.value(), change));
                }
            });
        }
    }

    // ------------------------------------------------------------------ things

    /** The path of the thing that would have to be otherwise; nothing if the rule does not name one. */
    private Optional<String> thing(JudgedCondition judged) {
        Fact fact = judged.looked();
        if (fact != null) {
            return Optional.of(FactPaths.of(fact));
        }
        Pattern pattern = judged.pattern();
        List<String> identity = pattern.identities().get(0);
        if (identity.size() != pattern.kind().identity().size()) {
            return Optional.empty();
        }
        return pattern.kind().viewpoints().stream()
                .filter(pattern.viewpoints()::contains)
                .findFirst()
                .map(viewpoint -> FactPaths.of(viewpoint, pattern.kind(), identity));
    }

    private static Map<String, String> beside(Pattern pattern, @Nullable Fact fact, String thing) {
        Map<String, String> beside = new LinkedHashMap<>();
        for (String name : pattern.kind().needsOneOf()) {
            List<?> pinned = pattern.pinned(name);
            if (fact == null && !pinned.isEmpty()) {
                beside.put(
                        thing + "." + name,
                        FactPaths.property(pattern.kind(), name).text(pinned.get(0)));
            }
        }
        return beside;
    }

    // ------------------------------------------------------------------ values

    /** What is worked out is changed by what it is worked out from. */
    private List<Change> saying(String thing, String property, String value, Map<String, String> beside) {
        Optional<Instant> attempt = facts.value("attempt.at")
                .or(() -> facts.observedAt().map(Object.class::cast))
                .filter(TimeSpan.class::isInstance)
                .map(time -> ((TimeSpan) time).latest());
        if (property.equals("secondsFromAttempt")) {
            return attempt.map(at -> List.of(new Change(thing + ".at", at.toString(), beside)))
                    .orElse(List.of());
        }
        boolean byDate =
                property.equals("validity") && facts.value(thing + ".notAfter").isPresent() && attempt.isPresent();
        if (byDate) {
            Duration away = Duration.ofDays(value.equals("expired") ? -1 : 365);
            return List.of(
                    new Change(thing + ".notAfter", attempt.get().plus(away).toString(), beside));
        }
        return List.of(new Change(thing + "." + property, value, beside));
    }

    /** Values of properties that make an expression true, or false; each map is one way. */
    private static List<Map<String, String>> satisfying(Kind kind, Expression expression, boolean wanted) {
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(kind, comparison, wanted);
        }
        if (expression instanceof Expression.Observed observed) {
            Property property = FactPaths.property(kind, observed.property().name());
            String value = wanted ? any(property) : "";
            return wanted && value.isEmpty() ? List.of() : List.of(Map.of(property.name(), value));
        }
        boolean all = expression instanceof Expression.All;
        List<Expression> parts =
                expression instanceof Expression.All every ? every.parts() : ((Expression.Any) expression).parts();
        return all == wanted ? together(kind, parts, wanted) : oneOf(kind, parts, wanted);
    }

    private static List<Map<String, String>> oneOf(Kind kind, List<Expression> parts, boolean wanted) {
        List<Map<String, String>> ways = new ArrayList<>();
        parts.forEach(part -> ways.addAll(satisfying(kind, part, wanted)));
        return ways;
    }

    private static List<Map<String, String>> together(Kind kind, List<Expression> parts, boolean wanted) {
        List<Map<String, String>> ways = List.of(Map.of());
        for (Expression part : parts) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> more : satisfying(kind, part, wanted)) {
                for (Map<String, String> before : ways) {
                    Map<String, String> both = new LinkedHashMap<>(before);
                    both.putAll(more);
                    longer.add(both);
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static List<Map<String, String>> comparison(Kind kind, Expression.Comparison comparison, boolean wanted) {
        Property property = FactPaths.property(kind, comparison.property().name());
        if (!(comparison.operand() instanceof Expression.Constant constant)) {
            return List.of(); // what would satisfy it hangs on another fact
        }
        Object operand = constant.value();
        boolean same =
                switch (comparison.operator()) {
                    case EQUAL, IN, CONTAINS -> wanted;
                    case NOT_EQUAL, NOT_IN, NOT_CONTAINS -> !wanted;
                    case LESS, AT_MOST, GREATER, AT_LEAST, MATCHES, NOT_MATCHES -> false;
                };
        Optional<String> value =
                switch (comparison.operator()) {
                    case EQUAL, NOT_EQUAL, IN, NOT_IN -> {
                        List<?> values = operand instanceof List<?> list ? list : List.of(operand);
                        yield same ? Optional.of(property.text(values.get(0))) : other(property, values);
                    }
                    case CONTAINS, NOT_CONTAINS -> same ? Optional.of(property.text(operand)) : Optional.empty();
                    case LESS, AT_MOST, GREATER, AT_LEAST -> beyond(property, comparison.operator(), operand, wanted);
                    case MATCHES, NOT_MATCHES -> Optional.empty();
                };
        // what nobody knows makes no rule fire
        Optional<String> said = value.isEmpty() && !wanted ? Optional.of("") : value;
        return said.map(text -> List.of(Map.of(property.name(), text))).orElse(List.of());
    }

    private static Optional<String> other(Property property, List<?> than) {
        return switch (property.type()) {
            case FLAG -> Optional.of(String.valueOf(!Boolean.TRUE.equals(than.get(0))));
            case WORD ->
                property.words().stream().filter(word -> !than.contains(word)).findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<String> beyond(Property property, Operator operator, Object operand, boolean wanted) {
        if (!(operand instanceof Number number)) {
            return Optional.empty();
        }
        boolean less = operator == Operator.LESS || operator == Operator.AT_MOST;
        boolean equal = operator == Operator.AT_MOST || operator == Operator.AT_LEAST;
        int step = equal == wanted ? 0 : less == wanted ? -1 : 1;
        return Optional.of(
                property.type() == ValueType.NUMBER
                        ? property.text(number.doubleValue() + step)
                        : String.valueOf(number.longValue() + step));
    }

    private static String any(Property property) {
        return switch (property.type()) {
            case FLAG -> "true";
            case WORD -> property.words().get(0);
            case INT, NUMBER -> "1";
            default -> "";
        };
    }
}
