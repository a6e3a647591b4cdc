package org.rdpdx.rulebook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.Strength;

/**
 * Writes and reads the rows of the condition table in a compact form, because parsing DRL at start costs more than all
 * else. Whoever keeps what this wrote keeps it under a key that holds {@link #VERSION} and the vocabulary's fingerprint.
 */
final class TableCodec {

    /** Changes with the form. */
    static final int VERSION = 8;

    private static final int COMPARISON = 0;
    private static final int OBSERVED = 1;
    private static final int ALL = 2;
    private static final int ANY = 3;

    private static final int VARIABLE = 0;
    private static final int STRING = 1;
    private static final int INTEGER = 2;
    private static final int DOUBLE = 3;
    private static final int FLAG = 4;
    private static final int LIST = 5;

    private TableCodec() {}

    /** Writes a rule: what a list of rules needs of it, and aside all that judging it needs. */
    static void rule(TableWriter out, Rule rule) {
        out.text(rule.name());
        out.text(rule.owner());
        out.text(rule.file());
        out.number(rule.line());
        Strength strength = rule.strength();
        out.number(strength == null ? 0 : strength.ordinal() + 1);
        out.flag(rule.against());
        out.nullable(rule.sees());
        out.flag(rule.isDeduction());
        out.flag(rule.negates());
        out.flag(rule.matchesText());
        out.aside(() -> out.list(rule.looksAt(), looked -> {
            out.text(looked.viewpoint());
            out.text(looked.kind().key());
        }));
        out.aside(() -> body(out, rule));
    }

    private static void body(TableWriter out, Rule rule) {
        out.list(rule.patterns(), pattern -> pattern(out, pattern));
        out.list(rule.branches(), branch -> out.list(branch, out::number));
        out.list(rule.variables(), out::text);
        Rule.Deduced deduced = rule.deduces();
        out.nullable(deduced == null ? null : deduced.kind());
        if (deduced != null) {
            out.list(deduced.arguments(), argument -> operand(out, argument));
        }
    }

    static Rule rule(TableReader in) {
        String name = in.text();
        String owner = in.text();
        String file = in.text();
        int line = in.number();
        int strength = in.number();
        boolean against = in.flag();
        String sees = in.nullable();
        boolean deduction = in.flag();
        boolean negates = in.flag();
        boolean matchesText = in.flag();
        TableReader places = in.aside();
        TableReader body = in.aside();
        return new Rule(
                name,
                owner,
                file,
                line,
                strength == 0 ? null : Strength.values()[strength - 1],
                against,
                sees,
                new Rule.Outline(deduction, negates, matchesText),
                () -> looksAt(places.again()),
                () -> body(body.again()));
    }

    private static List<Rule.Looked> looksAt(TableReader in) {
        return List.copyOf(in.list(() -> new Rule.Looked(in.text(), Vocabulary.require(in.text()))));
    }

    private static Rule.Body body(TableReader in) {
        List<Pattern> patterns = in.list(() -> pattern(in));
        List<List<Integer>> branches = in.list(() -> in.list(in::number));
        List<String> variables = in.list(in::text);
        String deduces = in.nullable();
        Rule.Deduced deduced = deduces == null ? null : new Rule.Deduced(deduces, in.list(() -> operand(in)));
        return new Rule.Body(patterns, branches, variables, deduced);
    }

    private static void pattern(TableWriter out, Pattern pattern) {
        out.text(pattern.kind().key());
        out.number(pattern.presence().ordinal());
        out.number(pattern.line());
        out.number(pattern.column());
        out.list(pattern.conditions(), condition -> {
            out.text(condition.text());
            out.number(condition.line());
            out.number(condition.column());
            expression(out, condition.expression());
        });
        out.number(pattern.bindings().size());
        for (Map.Entry<Integer, Integer> binding : new java.util.TreeMap<>(pattern.bindings()).entrySet()) {
            out.number(binding.getKey());
            out.number(binding.getValue());
        }
    }

    private static Pattern pattern(TableReader in) {
        Kind kind = Vocabulary.require(in.text());
        Pattern.Presence presence = Pattern.Presence.values()[in.number()];
        int line = in.number();
        int column = in.number();
        List<Condition> conditions = in.list(() -> new Condition(in.text(), in.number(), in.number(), expression(in)));
        Map<Integer, Integer> bindings = new HashMap<>();
        int count = in.number();
        for (int i = 0; i < count; i++) {
            bindings.put(in.number(), in.number());
        }
        return new Pattern(kind, presence, line, column, conditions, bindings);
    }

    static void expression(TableWriter out, Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            out.number(COMPARISON);
            property(out, comparison.property());
            out.number(comparison.operator().ordinal());
            operand(out, comparison.operand());
        } else if (expression instanceof Expression.Observed observed) {
            out.number(OBSERVED);
            property(out, observed.property());
        } else if (expression instanceof Expression.All all) {
            out.number(ALL);
            out.list(all.parts(), part -> expression(out, part));
        } else if (expression instanceof Expression.Any any) {
            out.number(ANY);
            out.list(any.parts(), part -> expression(out, part));
        }
    }

    static Expression expression(TableReader in) {
        int form = in.number();
        return switch (form) {
            case COMPARISON -> new Expression.Comparison(property(in), Operator.values()[in.number()], operand(in));
            case OBSERVED -> new Expression.Observed(property(in));
            case ALL -> new Expression.All(in.list(() -> expression(in)));
            case ANY -> new Expression.Any(in.list(() -> expression(in)));
            default -> throw new IllegalStateException("no expression " + form);
        };
    }

    private static void property(TableWriter out, Expression.PropertyRead property) {
        out.text(property.name());
        out.number(property.index());
    }

    private static Expression.PropertyRead property(TableReader in) {
        return new Expression.PropertyRead(in.text(), in.number());
    }

    private static void operand(TableWriter out, Expression.Operand operand) {
        if (operand instanceof Expression.Variable variable) {
            out.number(VARIABLE);
            out.text(variable.name());
            out.number(variable.slot());
        } else if (operand instanceof Expression.Constant constant) {
            constant(out, constant.value());
            boolean asWritten = constant.compared().equals(constant.value());
            out.flag(asWritten);
            if (!asWritten) {
                constant(out, constant.compared());
            }
        }
    }

    private static Expression.Operand operand(TableReader in) {
        int form = in.number();
        if (form == VARIABLE) {
            return new Expression.Variable(in.text(), in.number());
        }
        Object value = constant(in, form);
        boolean asWritten = in.flag();
        return new Expression.Constant(value, asWritten ? value : constant(in, in.number()));
    }

    private static void constant(TableWriter out, Object value) {
        if (value instanceof String text) {
            out.number(STRING);
            out.text(text);
        } else if (value instanceof Integer number) {
            out.number(INTEGER);
            out.whole(number);
        } else if (value instanceof Double number) {
            out.number(DOUBLE);
            out.real(number);
        } else if (value instanceof Boolean flag) {
            out.number(FLAG);
            out.flag(flag);
        } else if (value instanceof List<?> values) {
            out.number(LIST);
            out.list(values, one -> constant(out, one));
        } else {
            throw new IllegalStateException("no constant " + value);
        }
    }

    private static Object constant(TableReader in, int form) {
        return switch (form) {
            case STRING -> in.text();
            case INTEGER -> in.whole();
            case DOUBLE -> in.real();
            case FLAG -> in.flag();
            case LIST -> in.list(() -> constant(in, in.number()));
            default -> throw new IllegalStateException("no constant " + form);
        };
    }
}
