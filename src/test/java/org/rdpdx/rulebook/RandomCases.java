package org.rdpdx.rulebook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;

/**
 * Cases made from what a rulebook's own conditions ask for: about half of the conditions are met, some things are left out,
 * some stated absent, and some parts of the world do not exist. The same number gives the same case.
 */
final class RandomCases {

    private static final Instant ATTEMPT = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<Object> TIMES = Stream.of(
                    "2026-11-20T09:00:00Z",
                    "2026-11-20T08:59:30Z",
                    "2026-11-20T09:00Z",
                    "2026-11-20",
                    "2026-11",
                    "2026",
                    "2024-02-29",
                    "2031-01-01T00:00:00Z",
                    "2020")
            .<Object>map(text -> TimeSpan.parse(text).orElseThrow())
            .toList();
    private static final List<String> TEXTS = List.of(
            "gw7.a.example",
            "gw.b.example",
            "gw01.a.example",
            "TermService",
            "UmRdpService",
            "automatic",
            "stopped",
            "a, b",
            "x");

    private final List<Rule> rules;
    private final Map<String, List<Object>> pools = new HashMap<>();
    private final Map<String, List<Object>> candidates = new HashMap<>();

    RandomCases(List<Rule> rules) {
        this.rules = rules;
        for (Rule rule : rules) {
            Map<Integer, String> bound = new HashMap<>();
            for (Pattern pattern : rule.patterns()) {
                pattern.bindings()
                        .forEach((slot, index) -> bound.put(
                                slot,
                                key(pattern.kind(), pattern.kind().properties().get(index))));
                pattern.conditions().forEach(condition -> collect(pattern.kind(), condition.expression(), bound));
            }
        }
    }

    private static String key(Kind kind, Property property) {
        return kind.key() + "." + property.name();
    }

    private void collect(Kind kind, Expression expression, Map<Integer, String> bound) {
        if (expression instanceof Expression.All all) {
            all.parts().forEach(part -> collect(kind, part, bound));
        } else if (expression instanceof Expression.Any any) {
            any.parts().forEach(part -> collect(kind, part, bound));
        } else if (expression instanceof Expression.Comparison comparison) {
            Property property = kind.properties().get(comparison.property().index());
            if (comparison.operand() instanceof Expression.Constant constant) {
                List<?> values = constant.value() instanceof List<?> list
                        ? list
                        : List.of(comparison.operator() == Operator.MATCHES ? matching(constant) : constant.value());
                values.forEach(value -> near(value).forEach(one -> add(key(kind, property), one)));
            } else if (comparison.operand() instanceof Expression.Variable variable) {
                // what is compared with each other takes values from one pool
                List<Object> pool = pool(key(kind, property));
                List<Object> other = pool(Objects.requireNonNull(bound.get(variable.slot())));
                other.forEach(value -> add(key(kind, property), value));
                List.copyOf(pool).forEach(value -> add(bound.get(variable.slot()), value));
            }
        }
    }

    /** A text that a simple regular expression matches: the first of its alternatives, as short as it can be. */
    private static String matching(Expression.Constant constant) {
        return constant.value()
                .toString()
                .replace("(?i)", "")
                .replace(".*", "")
                .replaceAll("\\(([^|)]*)[^)]*\\)", "$1")
                .replace("\\", "");
    }

    private static List<Object> near(Object value) {
        if (value instanceof Integer number) {
            return List.of(number, number + 1, number - 1);
        }
        if (value instanceof Double number) {
            return List.of(number, number + 0.5, number - 0.5);
        }
        return List.of(value);
    }

    private void add(@Nullable String key, Object value) {
        List<Object> pool = pool(Objects.requireNonNull(key));
        if (!pool.contains(value)) {
            pool.add(value);
        }
    }

    private List<Object> pool(String key) {
        return pools.computeIfAbsent(key, unused -> new ArrayList<>());
    }

    /** The rule that a case is about in the first place. */
    Rule about(long number) {
        return rules.get((int) (number % rules.size()));
    }

    private List<Object> candidates(Kind kind, Property property) {
        return candidates.computeIfAbsent(key(kind, property), key -> {
            if (property.name().equals(Kind.VIEWPOINT)) {
                return List.copyOf(kind.viewpoints());
            }
            List<Object> asked = pools.getOrDefault(key, List.of());
            List<Object> all = new ArrayList<>();
            if (property.set()) {
                all.add(List.of());
                asked.forEach(value -> all.add(List.of(value)));
                all.add(List.copyOf(asked));
                usual(property).forEach(value -> all.add(List.of(value)));
                return all;
            }
            all.addAll(asked);
            all.addAll(usual(property));
            return all;
        });
    }

    private static List<Object> usual(Property property) {
        return switch (property.type()) {
            case FLAG -> List.of(true, false);
            case INT -> List.of(0, 7, 3389);
            case NUMBER -> List.of(0.0, 1.5, 250.0);
            case CODE -> List.of(5, 0x904);
            case TIME -> TIMES;
            case WORD -> List.copyOf(property.words());
            case TEXT, NAME -> List.copyOf(TEXTS);
            case TOKEN -> List.of("eset", "other-product");
            case CLOCK -> List.of("08:00", "23:59");
            case PRINCIPAL -> List.of("everyone", "network-service");
            case THUMBPRINT -> List.of("0123456789ABCDEF0123456789ABCDEF01234567");
            case PATH -> List.of("C:\\Windows\\System32\\TERMSRV.DLL", "C:\\a.dll");
            case MESSAGE -> List.of("cannot-connect", "internal-error", "computer-not-found");
        };
    }

    /** One case; the number says which. */
    CaseFacts of(long number) {
        return new Draft(number).build();
    }

    /** One thing to be said. */
    private static final class Entry {
        private final Kind kind;
        private final Map<String, Object> values = new TreeMap<>();
        private String viewpoint;
        private boolean absent;

        Entry(Kind kind, String viewpoint) {
            this.kind = kind;
            this.viewpoint = viewpoint;
        }

        @Nullable
        Object said(String name) {
            return switch (name) {
                case Kind.VIEWPOINT -> viewpoint;
                case Kind.PRESENT -> !absent;
                default -> values.get(name);
            };
        }
    }

    private final class Draft {
        private final Random random;
        private final double diligence;
        private final List<Entry> entries = new ArrayList<>();
        private final Set<String> none = new LinkedHashSet<>();
        private final long number;

        Draft(long number) {
            this.number = number;
            // numbers that follow each other would begin alike
            this.random = new Random(number * 0x9E3779B97F4A7C15L);
            this.diligence = List.of(1.0, 0.95, 0.85, 0.7, 0.5).get(random.nextInt(5));
        }

        CaseFacts build() {
            if (random.nextInt(4) == 0) {
                contradict(about(number));
            } else {
                meet(about(number), 0);
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                Rule rule = rules.get(random.nextInt(rules.size()));
                if (random.nextInt(3) == 0) {
                    contradict(rule);
                } else {
                    meet(rule, 0);
                }
            }
            for (Entry entry : entries) {
                if (entry.kind.absentable() && random.nextInt(12) == 0) {
                    entry.absent = true;
                }
            }
            for (String viewpoint : Vocabulary.canBeNone()) {
                if (random.nextInt(15) == 0) {
                    none.add(viewpoint);
                }
            }
            return said();
        }

        /** Tries to make a rule fire. */
        private void meet(Rule rule, int depth) {
            List<Integer> branch =
                    rule.branches().get(random.nextInt(rule.branches().size()));
            @Nullable Object[] bound = new Object[rule.variables().size()];
            for (Pattern pattern : rule.branch(branch)) {
                if (pattern.kind().deduced()) {
                    deduce(pattern, bound, depth);
                    continue;
                }
                Entry entry = new Entry(pattern.kind(), viewpoint(pattern));
                bind(entry, pattern, bound);
                for (Condition condition : pattern.conditions()) {
                    if (random.nextDouble() < diligence) {
                        meet(entry, condition.expression(), bound);
                    } else if (random.nextBoolean()) {
                        condition.properties().forEach(name -> anything(entry, name));
                    }
                }
                bind(entry, pattern, bound);
                add(entry);
            }
        }

        /** Before its conditions, which may compare with it, and behind them, which may have said otherwise. */
        private void bind(Entry entry, Pattern pattern, @Nullable Object[] bound) {
            pattern.bindings().forEach((slot, index) -> {
                String name = pattern.kind().properties().get(index).name();
                if (entry.said(name) == null && random.nextDouble() < diligence) {
                    anything(entry, name);
                }
                bound[slot] = entry.said(name);
            });
        }

        private void deduce(Pattern pattern, @Nullable Object[] bound, int depth) {
            List<Rule> making = Deductions.making(rules, pattern);
            if (making.isEmpty() || depth > 3) {
                return;
            }
            Rule chosen = making.get(random.nextInt(making.size()));
            if (pattern.presence() != Pattern.Presence.NOT) {
                meet(chosen, depth + 1);
                Rule.Deduced deduced = Objects.requireNonNull(chosen.deduces());
                pattern.bindings()
                        .forEach((slot, index) -> bound[slot] = deduced.arguments()
                                .get(index)
                                .value(new Object[chosen.variables().size()]));
            } else if (random.nextBoolean()) {
                making.forEach(this::contradict);
            } else if (random.nextBoolean()) {
                meet(chosen, depth + 1);
            }
        }

        /** Names all the things that a rule can mean, and says something else of them than it wants. */
        private void contradict(Rule rule) {
            for (Pattern pattern : rule.patterns()) {
                if (!pattern.kind().deduced()) {
                    contradict(rule, pattern, 0, new Entry(pattern.kind(), viewpoint(pattern)));
                }
            }
        }

        private void contradict(Rule rule, Pattern pattern, int from, Entry entry) {
            for (int i = from; i < pattern.conditions().size(); i++) {
                Expression expression = pattern.conditions().get(i).expression();
                Expression.@Nullable Comparison naming = naming(pattern.kind(), expression);
                if (naming != null && naming.operator() == Operator.IN) {
                    for (Object value : (List<?>) ((Expression.Constant) naming.operand()).value()) {
                        Entry one = new Entry(entry.kind, entry.viewpoint);
                        one.values.putAll(entry.values);
                        put(
                                one,
                                pattern.kind()
                                        .properties()
                                        .get(naming.property().index()),
                                value);
                        contradict(rule, pattern, i + 1, one);
                    }
                    return;
                }
                if (naming != null) {
                    meet(entry, expression, new Object[rule.variables().size()]);
                } else if (!(expression instanceof Expression.Observed observed
                        && entry.values.containsKey(observed.property().name()))) {
                    miss(entry, expression);
                }
            }
            add(entry);
        }

        /** The comparison, if it says with a constant which thing is meant. */
        private static Expression.@Nullable Comparison naming(Kind kind, Expression expression) {
            return expression instanceof Expression.Comparison comparison
                            && comparison.operand() instanceof Expression.Constant
                            && (kind.identity().contains(comparison.property().name())
                                    || kind.needsOneOf()
                                            .contains(comparison.property().name())
                                    || comparison.property().name().equals(Kind.VIEWPOINT))
                    ? comparison
                    : null;
        }

        private void miss(Entry entry, Expression expression) {
            if (expression instanceof Expression.All all) {
                all.parts().forEach(part -> miss(entry, part));
            } else if (expression instanceof Expression.Any any) {
                any.parts().forEach(part -> miss(entry, part));
            } else if (expression instanceof Expression.Observed observed) {
                anything(entry, observed.property().name());
            } else if (expression instanceof Expression.Comparison comparison) {
                miss(entry, comparison);
            }
        }

        private void miss(Entry entry, Expression.Comparison comparison) {
            Property property =
                    entry.kind.properties().get(comparison.property().index());
            List<Object> candidates = candidates(entry.kind, property);
            List<Object> missing = candidates.stream()
                    .filter(value -> comparison.operand() instanceof Expression.Constant constant
                            && comparison.operator().judge(folded(property, value), constant.compared()) == Truth.FALSE)
                    .toList();
            List<Object> values = missing.isEmpty() ? candidates : missing;
            put(entry, property, values.get(random.nextInt(values.size())));
        }

        private String viewpoint(Pattern pattern) {
            List<String> viewpoints = List.copyOf(pattern.viewpoints());
            return viewpoints.get(random.nextInt(viewpoints.size()));
        }

        private void meet(Entry entry, Expression expression, @Nullable Object[] bound) {
            if (expression instanceof Expression.All all) {
                all.parts().forEach(part -> meet(entry, part, bound));
            } else if (expression instanceof Expression.Any any) {
                meet(entry, any.parts().get(random.nextInt(any.parts().size())), bound);
            } else if (expression instanceof Expression.Observed observed) {
                if (!entry.values.containsKey(observed.property().name())) {
                    anything(entry, observed.property().name());
                }
            } else if (expression instanceof Expression.Comparison comparison) {
                meet(entry, comparison, bound);
            }
        }

        private void meet(Entry entry, Expression.Comparison comparison, @Nullable Object[] bound) {
            Property property =
                    entry.kind.properties().get(comparison.property().index());
            Object operand = comparison.operand().value(bound);
            List<Object> candidates = candidates(entry.kind, property);
            List<Object> meeting = candidates.stream()
                    .filter(value -> operand != null
                            && comparison.operator().judge(folded(property, value), operand) == Truth.TRUE)
                    .toList();
            Object before = entry.values.get(property.name());
            if (before != null && meeting.contains(before)) {
                return;
            }
            List<Object> from = meeting.isEmpty() ? candidates : meeting;
            put(entry, property, from.get(random.nextInt(from.size())));
        }

        private static Object folded(Property property, Object value) {
            return value instanceof String text ? property.canonical(text) : value;
        }

        private void anything(Entry entry, String name) {
            Property property = entry.kind.property(name).orElseThrow();
            List<Object> candidates = candidates(entry.kind, property);
            put(entry, property, candidates.get(random.nextInt(candidates.size())));
        }

        private void put(Entry entry, Property property, Object value) {
            switch (property.name()) {
                case Kind.VIEWPOINT -> entry.viewpoint = (String) value;
                case Kind.PRESENT -> entry.absent = value.equals(false);
                default -> entry.values.put(property.name(), value);
            }
        }

        /** Joins what is said of one thing; the first to say a property is right. */
        private void add(Entry entry) {
            for (String name : entry.kind.identity()) {
                if (!entry.values.containsKey(name)) {
                    anything(entry, name);
                }
            }
            if (!entry.kind.needsOneOf().isEmpty()
                    && entry.kind.needsOneOf().stream().noneMatch(entry.values::containsKey)) {
                anything(entry, entry.kind.needsOneOf().get(0));
            }
            for (Entry other : entries) {
                if (!entry.kind.repeatable() && sameThing(entry, other)) {
                    entry.values.forEach(other.values::putIfAbsent);
                    return;
                }
            }
            entries.add(entry);
        }

        private static boolean sameThing(Entry left, Entry right) {
            return left.kind == right.kind
                    && left.viewpoint.equals(right.viewpoint)
                    && left.kind.identity().stream()
                            .allMatch(name -> same(left.values.get(name), right.values.get(name)));
        }

        private static boolean same(@Nullable Object left, @Nullable Object right) {
            return String.valueOf(left).equalsIgnoreCase(String.valueOf(right));
        }

        /** The case; what cannot be said beside the rest is left out. */
        private CaseFacts said() {
            List<Entry> left = new ArrayList<>(entries);
            while (true) {
                try {
                    return tell(left);
                } catch (InvalidFactFileException refused) {
                    if (left.isEmpty()) {
                        throw refused;
                    }
                    left.remove(random.nextInt(left.size()));
                }
            }
        }

        private CaseFacts tell(List<Entry> told) {
            CaseFacts.Builder builder = CaseFacts.named("random-" + number);
            none.forEach(builder::none);
            Map<String, Object> attempt = new LinkedHashMap<>();
            for (Entry entry : told) {
                if (none.contains(entry.viewpoint)) {
                    continue;
                }
                if (entry.kind.key().equals("attempt")) {
                    attempt.putAll(entry.values);
                    continue;
                }
                String path = entry.kind.top() ? entry.kind.key() : entry.viewpoint + "." + entry.kind.key();
                builder.add(path, written(entry));
            }
            if (random.nextInt(8) != 0) {
                attempt.putIfAbsent("at", TimeSpan.at(ATTEMPT));
            }
            attempt.putIfAbsent("purpose", "desktop");
            attempt.forEach((name, value) -> builder.put("attempt." + name, value));
            return builder.build();
        }

        private Map<String, Object> written(Entry entry) {
            Map<String, Object> written = new TreeMap<>();
            if (entry.absent) {
                entry.values.forEach((name, value) -> {
                    if (entry.kind.identity().contains(name)
                            || entry.kind.needsOneOf().contains(name)) {
                        written.put(name, spelled(entry.kind, name, value));
                    }
                });
                written.put(Kind.PRESENT, false);
                return written;
            }
            if (entry.values.isEmpty() && entry.kind.absentable()) {
                written.put(Kind.PRESENT, true);
            }
            entry.values.forEach((name, value) -> {
                if (name.equals("secondsFromAttempt")) {
                    written.put("at", ATTEMPT.plus(Duration.ofMillis((long) (1000 * (Double) value))));
                } else {
                    written.putIfAbsent(name, spelled(entry.kind, name, value));
                }
            });
            return written;
        }

        /** Names in any case, since it means nothing. */
        private Object spelled(Kind kind, String name, Object value) {
            boolean anyCase = kind.property(name).orElseThrow().type() == ValueType.NAME;
            if (!anyCase || !(value instanceof String text)) {
                return value;
            }
            return switch (random.nextInt(4)) {
                case 0 -> text.toUpperCase(Locale.ROOT);
                case 1 -> text.toLowerCase(Locale.ROOT);
                default -> text;
            };
        }
    }
}
