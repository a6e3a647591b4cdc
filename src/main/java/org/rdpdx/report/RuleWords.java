package org.rdpdx.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Shape;
import org.rdpdx.facts.ValueType;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Operator;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/**
 * The conditions of one rule in plain English, made from the condition table and so never out of step with it.
 *
 * <pre>{@code
 * RuleWords.of(rule).alternatives()
 * // [[the host's certificate: validity is expired, the attempt: extendedError is 0x7]]
 * }</pre>
 *
 * @param rule name of the rule
 * @param alternatives each way in which it fires: sentences that must all hold; one way unless the author wrote {@code or}
 * @param deduces what a deduction makes of it; empty for a way of seeing a cause
 * @param glossary what the properties that it reads mean, by path without identity; nothing of names and places
 */
public record RuleWords(
        String rule, List<List<String>> alternatives, Optional<String> deduces, Map<String, String> glossary) {

    /** Copies what it is given. */
    public RuleWords {
        alternatives = alternatives.stream().map(List::copyOf).toList();
        glossary = Collections.unmodifiableMap(new LinkedHashMap<>(glossary));
    }

    /** The words of a rule. */
    public static RuleWords of(Rule rule) {
        List<List<String>> alternatives = new ArrayList<>();
        for (List<Integer> branch : rule.branches()) {
            List<String> sentences = new ArrayList<>();
            for (int index : branch) {
                sentences.add(sentence(rule, rule.patterns().get(index)));
            }
            alternatives.add(sentences);
        }
        return new RuleWords(rule.name(), alternatives, deduces(rule), glossary(rule));
    }

    /** All of it as one sentence without a full stop. */
    public String sentence() {
        List<String> ways = new ArrayList<>();
        for (List<String> sentences : alternatives) {
            ways.add(String.join(Messages.text("words.together"), sentences));
        }
        return String.join(Messages.text("words.or-else"), ways);
    }

    // ------------------------------------------------------------------ one pattern

    private static String sentence(Rule rule, Pattern pattern) {
        boolean not = pattern.presence() == Pattern.Presence.NOT;
        if (pattern.kind().deduced()) {
            return deduced(pattern, not);
        }
        Set<String> named = new LinkedHashSet<>();
        String thing = thing(pattern, named);
        List<String> said = predicates(rule, pattern, named);
        if (said.isEmpty()) {
            List<?> present = pattern.pinned(Kind.PRESENT);
            boolean absent = present.equals(List.of(false));
            return Messages.text(absent ? "seen.absent" : "seen.present", thing);
        }
        return Messages.text("words.thing", thing, String.join(Messages.text("wish.and"), said));
    }

    private static String deduced(Pattern pattern, boolean not) {
        String property = pattern.kind().identity().get(0);
        List<String> values = pinned(pattern, property);
        String which = values.isEmpty() ? Messages.text("words.anything") : choice(values);
        if (pattern.kind().key().equals("reached")) {
            return Messages.text(not ? "words.reached.not" : "words.reached", which);
        }
        return Messages.text(not ? "words.deduced.not" : "words.deduced", which);
    }

    /** Which thing the pattern looks at; names the properties that it tells. */
    private static String thing(Pattern pattern, Set<String> named) {
        Kind kind = pattern.kind();
        named.add(Kind.VIEWPOINT);
        named.add(Kind.PRESENT);
        String what = what(kind);
        if (kind.shape() == Shape.ONE) {
            return kind.top()
                    ? Messages.text("words.the", what)
                    : Messages.text("words.the-of", choice(viewpoints(pattern)), what);
        }
        StringBuilder thing = new StringBuilder();
        List<String> beside = new ArrayList<>();
        for (String name : kind.naming()) {
            List<String> values = pinned(pattern, name);
            if (named.contains(name) || values.isEmpty()) {
                continue;
            }
            named.add(name);
            if (thing.isEmpty() && kind.identity().equals(List.of(name))) {
                String key = Seen.SPEAKING.contains(name) && !name.equals("with") ? "words.named" : "words.named-by";
                thing.append(Messages.text(key, what, choice(values), name));
            } else {
                beside.add(name + " " + choice(values));
            }
        }
        if (thing.isEmpty()) {
            thing.append(beside.isEmpty() ? Messages.text("words.some", what) : what);
        }
        if (!kind.top()) {
            thing.append(' ').append(Messages.text("words.on", choice(viewpoints(pattern))));
        }
        if (!beside.isEmpty()) {
            thing.append(" (").append(String.join(", ", beside)).append(')');
        }
        return thing.toString();
    }

    private static List<String> viewpoints(Pattern pattern) {
        return List.copyOf(new TreeSet<>(pattern.viewpoints()));
    }

    private static String what(Kind kind) {
        return Seen.words(kind.typeName()).replaceFirst(" fact$", "");
    }

    private static List<String> pinned(Pattern pattern, String name) {
        return pattern.pinned(name).stream()
                .map(value -> ValueText.of(FactPaths.property(pattern.kind(), name), value))
                .toList();
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    private static String choice(List<String> words) {
        int last = words.size() - 1;
        if (last < 1) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, last)) + Messages.text("wish.or") + words.get(last);
    }

    // ------------------------------------------------------------------ what must hold of it

    private static List<String> predicates(Rule rule, Pattern pattern, Set<String> named) {
        Map<String, List<Expression>> byProperty = new LinkedHashMap<>();
        List<Expression> others = new ArrayList<>();
        for (Condition condition : pattern.conditions()) {
            Expression expression = condition.expression();
            Optional<String> single = single(expression);
            if (single.isEmpty()) {
                others.add(expression);
            } else if (!named.contains(single.get())) {
                byProperty
                        .computeIfAbsent(single.get(), name -> new ArrayList<>())
                        .add(expression);
            }
        }
        List<String> said = new ArrayList<>();
        byProperty.forEach((name, expressions) -> said.add(property(rule, pattern, name, expressions)));
        boolean alone = said.isEmpty() && others.size() == 1;
        for (Expression other : others) {
            String words = whole(rule, pattern, other);
            said.add(alone ? words : Messages.text("words.either", words));
        }
        return said;
    }

    /** The one property that a simple condition is about. */
    private static Optional<String> single(Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            return Optional.of(comparison.property().name());
        }
        return expression instanceof Expression.Observed observed
                ? Optional.of(observed.property().name())
                : Optional.empty();
    }

    private static String property(Rule rule, Pattern pattern, String name, List<Expression> expressions) {
        Optional<String> around = around(name, expressions);
        if (around.isPresent()) {
            return around.get();
        }
        List<String> wanted = new ArrayList<>();
        for (Expression expression : expressions) {
            if (expression instanceof Expression.Comparison comparison) {
                wanted.add(wanted(rule, pattern, comparison));
            } else if (expressions.size() == 1) {
                wanted.add(Messages.text("words.known"));
            }
        }
        return Messages.text("seen.is", name, String.join(Messages.text("wish.and"), wanted));
    }

    /** Seconds before and after the attempt as a span of time. */
    private static Optional<String> around(String name, List<Expression> expressions) {
        if (!name.equals("secondsFromAttempt") || expressions.size() != 2) {
            return Optional.empty();
        }
        Map<Operator, String> bounds = new EnumMap<>(Operator.class);
        for (Expression expression : expressions) {
            if (expression instanceof Expression.Comparison comparison
                    && comparison.operand() instanceof Expression.Constant constant
                    && constant.value() instanceof Number seconds) {
                bounds.put(comparison.operator(), String.valueOf(Math.abs(seconds.longValue())));
                boolean lower = comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.GREATER;
                if (lower ? seconds.doubleValue() > 0 : seconds.doubleValue() < 0) {
                    return Optional.empty();
                }
            }
        }
        if (bounds.keySet().equals(EnumSet.of(Operator.AT_LEAST, Operator.AT_MOST))) {
            return Optional.of(Messages.text(
                    "words.around", require(bounds, Operator.AT_LEAST), require(bounds, Operator.AT_MOST)));
        }
        if (bounds.keySet().equals(EnumSet.of(Operator.GREATER, Operator.LESS))) {
            return Optional.of(Messages.text(
                    "words.around.open", require(bounds, Operator.GREATER), require(bounds, Operator.LESS)));
        }
        return Optional.empty();
    }

    private static String require(Map<Operator, String> bounds, Operator operator) {
        return Objects.requireNonNull(bounds.get(operator));
    }

    private static String whole(Rule rule, Pattern pattern, Expression expression) {
        if (expression instanceof Expression.All all) {
            return joined(rule, pattern, all.parts(), "wish.and");
        }
        if (expression instanceof Expression.Any any) {
            return joined(rule, pattern, any.parts(), "wish.or");
        }
        return property(rule, pattern, single(expression).orElseThrow(), List.of(expression));
    }

    private static String joined(Rule rule, Pattern pattern, List<Expression> parts, String key) {
        List<String> said = new ArrayList<>();
        for (Expression part : parts) {
            String words = whole(rule, pattern, part);
            boolean nested = !(part instanceof Expression.Comparison || part instanceof Expression.Observed);
            said.add(nested ? "(" + words + ")" : words);
        }
        return String.join(Messages.text(key), said);
    }

    private static String wanted(Rule rule, Pattern pattern, Expression.Comparison comparison) {
        Property property =
                FactPaths.property(pattern.kind(), comparison.property().name());
        boolean time = property.type() == ValueType.TIME;
        String value;
        if (comparison.operand() instanceof Expression.Constant constant) {
            value = constant.value() instanceof List<?> list
                    ? choice(list.stream()
                            .map(one -> ValueText.of(property, one))
                            .toList())
                    : ValueText.of(property, constant.value());
        } else {
            value = bound(rule, (Expression.Variable) comparison.operand());
        }
        return wanted(comparison.operator(), value, time);
    }

    private static String wanted(Operator operator, String value, boolean time) {
        return switch (operator) {
            case EQUAL, IN -> value;
            case NOT_EQUAL, NOT_IN -> Messages.text("words.not", value);
            case CONTAINS -> Messages.text("words.holding", value);
            case NOT_CONTAINS -> Messages.text("words.without", value);
            case MATCHES -> Messages.text("wish.like", value);
            case NOT_MATCHES -> Messages.text("seen.unlike", value);
            case LESS -> Messages.text(time ? "words.before" : "seen.below", value);
            case AT_MOST -> Messages.text("seen.at-most", value);
            case GREATER -> Messages.text(time ? "words.after" : "seen.above", value);
            case AT_LEAST -> Messages.text("seen.at-least", value);
        };
    }

    /** What a variable stands for: the property of the pattern that binds it. */
    private static String bound(Rule rule, Expression.Variable variable) {
        for (Pattern pattern : rule.patterns()) {
            Integer index = pattern.bindings().get(variable.slot());
            if (index != null) {
                String name = pattern.kind().properties().get(index).name();
                return Messages.text("words.of-thing", name, thing(pattern, new LinkedHashSet<>()));
            }
        }
        throw new IllegalStateException(rule.name() + " binds no " + variable.name());
    }

    // ------------------------------------------------------------------ beside it

    private static Optional<String> deduces(Rule rule) {
        Rule.Deduced deduced = rule.deduces();
        if (deduced == null) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        for (Expression.Operand argument : deduced.arguments()) {
            values.add(
                    argument instanceof Expression.Constant constant
                            ? Objects.toString(constant.value())
                            : bound(rule, (Expression.Variable) argument));
        }
        String key = deduced.kind().equals("reached") ? "words.reached" : "words.deduced";
        return Optional.of(Messages.text(key, String.join(" ", values)));
    }

    private static Map<String, String> glossary(Rule rule) {
        Map<String, String> glossary = new LinkedHashMap<>();
        for (Pattern pattern : rule.patterns()) {
            Kind kind = pattern.kind();
            for (Condition condition : pattern.conditions()) {
                for (String name : condition.properties()) {
                    String meaning = Collecting.of(kind).meaning(name);
                    boolean said = !kind.naming().contains(name) && !kind.deduced() && !meaning.isEmpty();
                    if (said) {
                        glossary.put(kind.key() + "." + name, meaning);
                    }
                }
            }
        }
        return glossary;
    }
}
