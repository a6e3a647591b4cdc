package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.rulebook.Mutant.Change;

/** Makes every mutant of a rule, in the order of what is written. */
final class Mutation {

    private static final java.util.regex.Pattern BINDING =
            java.util.regex.Pattern.compile("^\\s*(\\$\\w+\\s*:\\s*)(\\w+)");

    private final Rule rule;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutation(Rule rule) {
        this.rule = rule;
    }

    static List<Mutant> of(Rule rule) {
        Mutation mutation = new Mutation(rule);
        for (int i = 0; i < rule.patterns().size(); i++) {
            mutation.change(i);
        }
        return mutation.mutants;
    }

    /** What a condition can become; without an expression it is taken out. */
    private record Variant(Change change, @Nullable Expression expression) {}

    private void change(int index) {
        Pattern pattern = rule.patterns().get(index);
        for (int i = 0; i < pattern.conditions().size(); i++) {
            Condition condition = pattern.conditions().get(i);
            if (isGuard(pattern, condition)) {
                continue;
            }
            add(index, i, new Variant(Change.DROPPED, null));
            Set<String> guarded = guarded(pattern.conditions().subList(0, i));
            for (Variant variant : new Variants(pattern, guarded).of(condition.expression())) {
                add(index, i, variant);
            }
        }
        if (pattern.presence() != Pattern.Presence.MATCH) {
            turnRound(index);
        }
    }

    /** Drools alone needs it, and the door refuses the pattern without it. */
    private static boolean isGuard(Pattern pattern, Condition condition) {
        return condition.expression() instanceof Expression.Observed
                && pattern.conditions().stream()
                        .filter(other -> !other.equals(condition))
                        .anyMatch(other -> other.properties().containsAll(condition.properties()));
    }

    private static Set<String> guarded(List<Condition> before) {
        Set<String> guarded = new HashSet<>();
        for (Condition condition : before) {
            if (condition.expression() instanceof Expression.Observed observed) {
                guarded.add(observed.property().name());
            }
        }
        return guarded;
    }

    private void add(int index, int at, Variant variant) {
        Pattern pattern = rule.patterns().get(index);
        Condition written = pattern.conditions().get(at);
        Expression expression = variant.expression();
        Matcher bound = BINDING.matcher(written.text());
        String binding = bound.find() ? bound.group(1) : "";
        String instead;
        List<Condition> conditions = new ArrayList<>(pattern.conditions());
        if (expression == null) {
            instead = binding.isEmpty() ? "" : binding + bound.group(2);
            conditions.remove(at);
        } else {
            instead = binding + DrlText.of(pattern.kind(), expression);
            conditions.set(at, new Condition(instead, written.line(), written.column(), expression));
        }
        Pattern changed = new Pattern(
                pattern.kind(), pattern.presence(), pattern.line(), pattern.column(), conditions, pattern.bindings());
        mutants.add(new Mutant(rule, variant.change(), pattern, written, instead, rule.with(index, changed)));
    }

    private void turnRound(int index) {
        Pattern pattern = rule.patterns().get(index);
        boolean not = pattern.presence() == Pattern.Presence.NOT;
        Pattern changed = new Pattern(
                pattern.kind(),
                not ? Pattern.Presence.EXISTS : Pattern.Presence.NOT,
                pattern.line(),
                pattern.column(),
                pattern.conditions(),
                pattern.bindings());
        String instead = (not ? "exists " : "not ") + DrlText.of(pattern);
        mutants.add(new Mutant(rule, Change.FLIPPED, pattern, null, instead, rule.with(index, changed)));
    }

    /** What the conditions of one pattern can become. */
    private static final class Variants {
        private final Pattern pattern;
        private final Set<String> guarded;

        /**
         * @param guarded properties that a guard before this condition covers
         */
        Variants(Pattern pattern, Set<String> guarded) {
            this.pattern = pattern;
            this.guarded = guarded;
        }

        List<Variant> of(Expression expression) {
            if (expression instanceof Expression.Comparison comparison) {
                return comparison(comparison);
            }
            if (expression instanceof Expression.All all) {
                return several(all.parts(), true);
            }
            return expression instanceof Expression.Any any ? several(any.parts(), false) : List.of();
        }

        private List<Variant> several(List<Expression> parts, boolean all) {
            List<Variant> variants = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if (all && isGuardOf(parts, i)) {
                    continue;
                }
                List<Expression> fewer = new ArrayList<>(parts);
                fewer.remove(i);
                variants.add(new Variant(Change.DROPPED, together(fewer, all)));
                for (Variant one : of(parts.get(i))) {
                    List<Expression> others = new ArrayList<>(parts);
                    others.set(i, one.expression());
                    variants.add(new Variant(one.change(), together(others, all)));
                }
            }
            boolean guards = parts.stream().anyMatch(Expression.Observed.class::isInstance);
            if (!guards) {
                variants.add(new Variant(Change.FLIPPED, together(parts, !all)));
            }
            return variants;
        }

        private static boolean isGuardOf(List<Expression> parts, int at) {
            return parts.get(at) instanceof Expression.Observed && at + 1 < parts.size();
        }

        private static Expression together(List<Expression> parts, boolean all) {
            if (parts.size() == 1) {
                return parts.get(0);
            }
            return all ? new Expression.All(parts) : new Expression.Any(parts);
        }

        private List<Variant> comparison(Expression.Comparison comparison) {
            List<Variant> variants = new ArrayList<>();
            variants.add(new Variant(Change.FLIPPED, flipped(comparison)));
            if (comparison.operand() instanceof Expression.Constant constant) {
                if (comparison.operator().ordersValues()) {
                    shifted(comparison, constant, variants);
                }
                if (constant.value() instanceof List<?> values && values.size() > 1) {
                    for (int i = 0; i < values.size(); i++) {
                        variants.add(new Variant(Change.NARROWED, without(comparison, constant, i)));
                    }
                }
            }
            return variants;
        }

        private Expression flipped(Expression.Comparison comparison) {
            boolean joins = comparison.operand() instanceof Expression.Variable;
            if (comparison.operand() instanceof Expression.Constant constant
                    && constant.value() instanceof Boolean flag) {
                return new Expression.Comparison(
                        comparison.property(), comparison.operator(), new Expression.Constant(!flag));
            }
            boolean time = property(comparison).type() == ValueType.TIME;
            Operator contrary = time
                    ? mirrored(comparison.operator())
                    : comparison.operator().contrary();
            Expression.Comparison flipped =
                    new Expression.Comparison(comparison.property(), contrary, comparison.operand());
            boolean needsGuard = contrary.firesOnNull() || (joins && contrary == Operator.EQUAL);
            if (!needsGuard || guarded.contains(comparison.property().name())) {
                return flipped;
            }
            return new Expression.All(List.of(new Expression.Observed(comparison.property()), flipped));
        }

        /** Times that are known coarsely can be asked no more than which was first. */
        private static Operator mirrored(Operator operator) {
            return operator == Operator.LESS ? Operator.GREATER : Operator.LESS;
        }

        private void shifted(Expression.Comparison comparison, Expression.Constant constant, List<Variant> variants) {
            if (constant.value() instanceof Integer number) {
                for (int shift : new int[] {-1, 1}) {
                    variants.add(shifted(comparison, new Expression.Constant(number + shift)));
                }
            } else if (constant.value() instanceof Double number) {
                // between two whole numbers lie others, so the value on the threshold is asked for by itself
                variants.add(new Variant(
                        Change.SHIFTED,
                        new Expression.Comparison(
                                comparison.property(), comparison.operator().onTheOtherSide(), constant)));
                for (int shift : new int[] {-1, 1}) {
                    variants.add(shifted(comparison, new Expression.Constant(number + shift)));
                }
            }
        }

        private static Variant shifted(Expression.Comparison comparison, Expression.Constant constant) {
            return new Variant(
                    Change.SHIFTED, new Expression.Comparison(comparison.property(), comparison.operator(), constant));
        }

        private static Expression without(Expression.Comparison comparison, Expression.Constant constant, int at) {
            List<Object> values = new ArrayList<>((List<?>) constant.value());
            List<Object> compared = new ArrayList<>((List<?>) constant.compared());
            values.remove(at);
            compared.remove(at);
            return new Expression.Comparison(
                    comparison.property(),
                    comparison.operator(),
                    new Expression.Constant(List.copyOf(values), List.copyOf(compared)));
        }

        private Property property(Expression.Comparison comparison) {
            return FactPaths.property(pattern.kind(), comparison.property().name());
        }
    }
}
