package org.rdpdx.rulebook;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.Strength;

/**
 * Writes and reads the rows of the condition table in a compact form, because parsing DRL at start costs more than all
 * else. Whoever keeps what this wrote keeps it under a key that holds {@link #VERSION} and the vocabulary's fingerprint.
 */
final class TableCodec {

    /** Changes with the form. */
    static final int VERSION = 4;

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

    /** One way to write and to read a thing. */
    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    private interface Reader<T> {
        T read() throws IOException;
    }

    static void write(List<Rule> rules, DataOutputStream out) throws IOException {
        list(out, rules, rule -> rule(out, rule));
    }

    static List<Rule> read(DataInputStream in) throws IOException {
        return list(in, () -> rule(in));
    }

    private static void rule(DataOutputStream out, Rule rule) throws IOException {
        out.writeUTF(rule.name());
        out.writeUTF(rule.owner());
        out.writeUTF(rule.file());
        out.writeInt(rule.line());
        Strength strength = rule.strength();
        out.writeByte(strength == null ? -1 : strength.ordinal());
        out.writeBoolean(rule.against());
        nullable(out, rule.sees());
        list(out, rule.patterns(), pattern -> pattern(out, pattern));
        list(out, rule.branches(), branch -> list(out, branch, out::writeInt));
        list(out, rule.variables(), out::writeUTF);
        Rule.Deduced deduced = rule.deduces();
        nullable(out, deduced == null ? null : deduced.kind());
        if (deduced != null) {
            list(out, deduced.arguments(), argument -> operand(out, argument));
        }
    }

    private static Rule rule(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String owner = in.readUTF();
        String file = in.readUTF();
        int line = in.readInt();
        int strength = in.readByte();
        boolean against = in.readBoolean();
        String sees = nullable(in);
        List<Pattern> patterns = list(in, () -> pattern(in));
        List<List<Integer>> branches = list(in, () -> list(in, in::readInt));
        List<String> variables = list(in, in::readUTF);
        String deduces = nullable(in);
        Rule.Deduced deduced = deduces == null ? null : new Rule.Deduced(deduces, list(in, () -> operand(in)));
        return new Rule(
                name,
                owner,
                file,
                line,
                strength < 0 ? null : Strength.values()[strength],
                against,
                sees,
                patterns,
                branches,
                variables,
                deduced);
    }

    private static void pattern(DataOutputStream out, Pattern pattern) throws IOException {
        out.writeUTF(pattern.kind().key());
        out.writeByte(pattern.presence().ordinal());
        out.writeInt(pattern.line());
        out.writeInt(pattern.column());
        list(out, pattern.conditions(), condition -> {
            out.writeUTF(condition.text());
            out.writeInt(condition.line());
            out.writeInt(condition.column());
            expression(out, condition.expression());
        });
        out.writeInt(pattern.bindings().size());
        for (Map.Entry<Integer, Integer> binding : new java.util.TreeMap<>(pattern.bindings()).entrySet()) {
            out.writeInt(binding.getKey());
            out.writeInt(binding.getValue());
        }
    }

    private static Pattern pattern(DataInputStream in) throws IOException {
        Kind kind = Vocabulary.require(in.readUTF());
        Pattern.Presence presence = Pattern.Presence.values()[in.readByte()];
        int line = in.readInt();
        int column = in.readInt();
        List<Condition> conditions =
                list(in, () -> new Condition(in.readUTF(), in.readInt(), in.readInt(), expression(in)));
        Map<Integer, Integer> bindings = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            bindings.put(in.readInt(), in.readInt());
        }
        return new Pattern(kind, presence, line, column, conditions, bindings);
    }

    private static void expression(DataOutputStream out, Expression expression) throws IOException {
        if (expression instanceof Expression.Comparison comparison) {
            out.writeByte(COMPARISON);
            property(out, comparison.property());
            out.writeByte(comparison.operator().ordinal());
            operand(out, comparison.operand());
        } else if (expression instanceof Expression.Observed observed) {
            out.writeByte(OBSERVED);
            property(out, observed.property());
        } else if (expression instanceof Expression.All all) {
            out.writeByte(ALL);
            list(out, all.parts(), part -> expression(out, part));
        } else if (expression instanceof Expression.Any any) {
            out.writeByte(ANY);
            list(out, any.parts(), part -> expression(out, part));
        }
    }

    private static Expression expression(DataInputStream in) throws IOException {
        int form = in.readByte();
        return switch (form) {
            case COMPARISON -> new Expression.Comparison(property(in), Operator.values()[in.readByte()], operand(in));
            case OBSERVED -> new Expression.Observed(property(in));
            case ALL -> new Expression.All(list(in, () -> expression(in)));
            case ANY -> new Expression.Any(list(in, () -> expression(in)));
            default -> throw new IOException("no expression " + form);
        };
    }

    private static void property(DataOutputStream out, Expression.PropertyRead property) throws IOException {
        out.writeUTF(property.name());
        out.writeInt(property.index());
    }

    private static Expression.PropertyRead property(DataInputStream in) throws IOException {
        return new Expression.PropertyRead(in.readUTF(), in.readInt());
    }

    private static void operand(DataOutputStream out, Expression.Operand operand) throws IOException {
        if (operand instanceof Expression.Variable variable) {
            out.writeByte(VARIABLE);
            out.writeUTF(variable.name());
            out.writeInt(variable.slot());
        } else if (operand instanceof Expression.Constant constant) {
            constant(out, constant.value());
            boolean asWritten = constant.compared().equals(constant.value());
            out.writeBoolean(asWritten);
            if (!asWritten) {
                constant(out, constant.compared());
            }
        }
    }

    private static Expression.Operand operand(DataInputStream in) throws IOException {
        int form = in.readByte();
        if (form == VARIABLE) {
            return new Expression.Variable(in.readUTF(), in.readInt());
        }
        Object value = constant(in, form);
        boolean asWritten = in.readBoolean();
        return new Expression.Constant(value, asWritten ? value : constant(in, in.readByte()));
    }

    private static void constant(DataOutputStream out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeByte(STRING);
            out.writeUTF(text);
        } else if (value instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeInt(number);
        } else if (value instanceof Double number) {
            out.writeByte(DOUBLE);
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(FLAG);
            out.writeBoolean(flag);
        } else if (value instanceof List<?> values) {
            out.writeByte(LIST);
            list(out, values, one -> constant(out, one));
        } else {
            throw new IllegalStateException("no constant " + value);
        }
    }

    private static Object constant(DataInputStream in, int form) throws IOException {
        return switch (form) {
            case STRING -> in.readUTF();
            case INTEGER -> in.readInt();
            case DOUBLE -> in.readDouble();
            case FLAG -> in.readBoolean();
            case LIST -> list(in, () -> constant(in, in.readByte()));
            default -> throw new IOException("no constant " + form);
        };
    }

    private static void nullable(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String nullable(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static <T> void list(DataOutputStream out, List<T> values, Writer<? super T> each) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            each.write(value);
        }
    }

    private static <T> List<T> list(DataInputStream in, Reader<? extends T> each) throws IOException {
        int count = in.readInt();
        List<T> values = new ArrayList<>(Math.min(count, 1 << 16));
        for (int i = 0; i < count; i++) {
            values.add(each.read());
        }
        return values;
    }
}
