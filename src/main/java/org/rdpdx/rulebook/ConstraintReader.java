package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.rulebook.Expression.All;
import org.rdpdx.rulebook.Expression.Any;
import org.rdpdx.rulebook.Expression.Comparison;
import org.rdpdx.rulebook.Expression.Constant;
import org.rdpdx.rulebook.Expression.Observed;
import org.rdpdx.rulebook.Expression.Operand;
import org.rdpdx.rulebook.Expression.PropertyRead;
import org.rdpdx.rulebook.Expression.Variable;

/**
 * Reads the text between two commas of a pattern. Only the forms listed in {@code rules/README.md} pass; everything
 * else is refused with what to write instead, because Drools lets it fire on, or throw at, a property that is null.
 */
final class ConstraintReader {

    /** Refusal of one constraint. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final ProblemCode code;
        private final int offset;
        private final transient List<String> what;
        private final transient List<String> remedy;

        Refused(ProblemCode code, int offset, List<String> what, List<String> remedy) {
            super(code.name());
            this.code = code;
            this.offset = offset;
            this.what = what;
            this.remedy = remedy;
        }

        ProblemCode code() {
            return code;
        }

        int offset() {
            return offset;
        }

        List<String> what() {
            return what;
        }

        List<String> remedy() {
            return remedy;
        }
    }

    /** A variable of the rule: its slot and the property it is bound to. */
    record Binding(int slot, Property property, boolean guarded) {}

    /** What one constraint turned out to be: a binding, a condition, or both. */
    record Reading(
            @Nullable Expression expression,
            @Nullable String variable,
            @Nullable PropertyRead bound) {}

    /** What Drools has to be given instead of one token. */
    private record Replacement(int length, String text) {}

    private static final String ANY_CASE = "(?iu)";

    private final Kind kind;
    private final Map<String, Binding> variables;
    private final Set<String> guarded;
    private final String text;
    private final List<ConstraintToken> tokens;
    private final SortedMap<Integer, Replacement> given = new TreeMap<>();

    /** Replaced as a whole, whatever is to be replaced inside. */
    private final SortedMap<Integer, Replacement> wholes = new TreeMap<>();

    private int at;

    /**
     * @param kind of the pattern
     * @param variables bound so far in the rule
     * @param guarded properties that a guard {@code p != null} before this constraint covers
     * @param text of the constraint
     */
    ConstraintReader(Kind kind, Map<String, Binding> variables, Set<String> guarded, String text) throws Refused {
        this.kind = kind;
        this.variables = new HashMap<>(variables);
        this.guarded = new HashSet<>(guarded);
        this.text = ConstraintToken.withoutComments(text);
        this.tokens = ConstraintToken.split(this.text);
    }

    Reading read() throws Refused {
        String variable = null;
        PropertyRead bound = null;
        if (peek().is(ConstraintToken.Type.VARIABLE) && peekAt(1).isSymbol(":")) {
            variable = next().text();
            next();
            bound = property(peek());
            if (peekAt(1).is(ConstraintToken.Type.END)) {
                next();
                return new Reading(null, variable, bound);
            }
        }
        Expression expression = any();
        if (!peek().is(ConstraintToken.Type.END)) {
            throw form(peek());
        }
        return new Reading(expression, variable, bound);
    }

    private Expression any() throws Refused {
        List<Expression> parts = new ArrayList<>();
        // a guard in one alternative says nothing about the next
        Set<String> before = Set.copyOf(guarded);
        parts.add(all());
        while (peek().isSymbol("||")) {
            next();
            guarded.clear();
            guarded.addAll(before);
            parts.add(all());
        }
        if (parts.size() > 1) {
            guarded.clear();
            guarded.addAll(before);
            return new Any(parts);
        }
        return parts.get(0);
    }

    private Expression all() throws Refused {
        List<Expression> parts = new ArrayList<>();
        parts.add(single());
        while (peek().isSymbol("&&")) {
            next();
            parts.add(single());
        }
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    private Expression single() throws Refused {
        ConstraintToken first = peek();
        if (first.isSymbol("(")) {
            next();
            Expression inner = any();
            if (!peek().isSymbol(")")) {
                throw form(peek());
            }
            next();
            return inner;
        }
        if (first.isSymbol("!")) {
            throw negation(first);
        }
        PropertyRead property = property(first);
        next();
        return comparison(first, property);
    }

    private Refused negation(ConstraintToken first) {
        ConstraintToken second = peekAt(1);
        if (second.is(ConstraintToken.Type.WORD)) {
            return refuse(
                    ProblemCode.RULE_NEGATED_FLAG, first, List.of("!" + second.text()), second.text() + " == false");
        }
        return refuse(ProblemCode.RULE_NEGATED_CONDITION, first, List.of(text), "");
    }

    private Expression comparison(ConstraintToken first, PropertyRead property) throws Refused {
        ConstraintToken sign = next();
        String name = property.name();
        if (sign.is(ConstraintToken.Type.END) || sign.isSymbol("&&") || sign.isSymbol("||") || sign.isSymbol(")")) {
            throw type(property) == ValueType.FLAG
                    ? refuse(ProblemCode.RULE_BARE_FLAG, first, List.of(name), name + " == true")
                    : form(first);
        }
        if (sign.isSymbol(".") || sign.isSymbol("!.")) {
            throw peekAt(1).isSymbol("(")
                    ? refuse(ProblemCode.RULE_METHOD_CALL, first, List.of(name + "." + peek().text() + "()"), "")
                    : refuse(ProblemCode.RULE_NESTED_PATH, first, List.of(name + "." + peek().text()), "");
        }
        if (sign.isSymbol("(")) {
            throw refuse(ProblemCode.RULE_METHOD_CALL, first, List.of(name + "()"), "");
        }
        if (sign.isArithmetic()) {
            throw refuse(ProblemCode.RULE_ARITHMETIC, first, List.of(text), "");
        }
        boolean negated = sign.isWord("not");
        ConstraintToken word = negated ? next() : sign;
        Optional<Operator> operator = operator(negated, word);
        if (operator.isEmpty()) {
            throw refuse(
                    ProblemCode.RULE_UNKNOWN_OPERATOR, sign, List.of(negated ? "not " + word.text() : sign.text()), "");
        }
        return compared(first, property, operator.get());
    }

    private static Optional<Operator> operator(boolean negated, ConstraintToken word) {
        String text = (negated ? "not " : "") + word.text();
        for (Operator operator : Operator.values()) {
            if (operator.text().equals(text)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    private Expression compared(ConstraintToken first, PropertyRead property, Operator operator) throws Refused {
        ConstraintToken value = peek();
        if (value.isWord("null")) {
            next();
            return observed(first, property, operator);
        }
        checkReadable(first, property, operator);
        Operand operand =
                operator == Operator.IN || operator == Operator.NOT_IN ? list(property) : operand(property, operator);
        if (peek().isArithmetic()) {
            throw refuse(ProblemCode.RULE_ARITHMETIC, value, List.of(text), "");
        }
        checkGuard(first, property, operator, operand);
        if (operator == Operator.IN && operand instanceof Constant constant) {
            oneByOne(first, property, constant);
        }
        return new Comparison(property, operator, operand);
    }

    /** Drools makes a BigDecimal of each number of an {@code in} each time it looks; compared one by one it does not. */
    private void oneByOne(ConstraintToken first, PropertyRead property, Constant constant) {
        List<?> values = (List<?>) constant.compared();
        if (values.stream().allMatch(Integer.class::isInstance)) {
            ConstraintToken last = tokens.get(at - 1);
            String name = forDrools(property.name());
            String instead =
                    values.stream().map(value -> name + " == " + value).collect(Collectors.joining(" || ", "(", ")"));
            wholes.put(
                    first.offset(), new Replacement(last.offset() + last.text().length() - first.offset(), instead));
        }
    }

    private Expression observed(ConstraintToken first, PropertyRead property, Operator operator) throws Refused {
        if (operator == Operator.NOT_EQUAL) {
            guarded.add(property.name());
            return new Observed(property);
        }
        throw refuse(ProblemCode.RULE_NULL_EQUALS, first, List.of(property.name() + " == null"), "");
    }

    private void checkReadable(ConstraintToken first, PropertyRead read, Operator operator) throws Refused {
        Property property = declared(read);
        if (!property.readableByRules()) {
            throw refuse(ProblemCode.RULE_FREE_TEXT, first, List.of(property.name()), "");
        }
        boolean wantsSet = operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
        if (wantsSet != property.set()) {
            throw wantsSet
                    ? refuse(
                            ProblemCode.RULE_CONTAINS_ON_SINGLE,
                            first,
                            List.of(property.name()),
                            property.name() + " ==")
                    : refuse(
                            ProblemCode.RULE_SET_COMPARED,
                            first,
                            List.of(property.name()),
                            property.name() + " contains");
        }
        if (property.type() == ValueType.NUMBER && !operator.ordersValues()) {
            throw refuse(ProblemCode.RULE_NUMBER_EQUALITY, first, List.of(property.name(), operator.text()), "");
        }
        if (property.type() == ValueType.TIME && operator != Operator.LESS && operator != Operator.GREATER) {
            throw refuse(ProblemCode.RULE_TIME_OPERATOR, first, List.of(property.name(), operator.text()), "");
        }
        boolean ordered = property.type() == ValueType.INT
                || property.type() == ValueType.CODE
                || property.type() == ValueType.NUMBER
                || property.type() == ValueType.TIME;
        if (operator.ordersValues() && !ordered) {
            throw refuse(ProblemCode.RULE_ORDER_ON_WORD, first, List.of(property.name(), operator.text()), "");
        }
        boolean matching = operator == Operator.MATCHES || operator == Operator.NOT_MATCHES;
        if (matching && !isString(property.type())) {
            throw refuse(ProblemCode.RULE_MATCHES_ON_VALUE, first, List.of(property.name()), "");
        }
    }

    private Operand list(PropertyRead property) throws Refused {
        if (!peek().isSymbol("(")) {
            throw form(peek());
        }
        next();
        List<Object> values = new ArrayList<>();
        List<Object> compared = new ArrayList<>();
        while (true) {
            Constant constant = constant(property, Operator.IN);
            values.add(constant.value());
            compared.add(constant.compared());
            ConstraintToken after = next();
            if (after.isSymbol(")")) {
                return new Constant(List.copyOf(values), List.copyOf(compared));
            }
            if (!after.isSymbol(",")) {
                throw form(after);
            }
        }
    }

    private Operand operand(PropertyRead property, Operator operator) throws Refused {
        ConstraintToken token = peek();
        if (!token.is(ConstraintToken.Type.VARIABLE)) {
            return constant(property, operator);
        }
        if (operator == Operator.MATCHES || operator == Operator.NOT_MATCHES) {
            // what somebody observed is no regular expression
            throw form(token);
        }
        next();
        if (peek().isSymbol(".")) {
            throw refuse(
                    ProblemCode.RULE_NESTED_PATH,
                    token,
                    List.of(token.text() + "." + peekAt(1).text()),
                    "");
        }
        Binding binding = variables.get(token.text());
        if (binding == null) {
            throw refuse(
                    ProblemCode.RULE_UNBOUND_VARIABLE,
                    token,
                    List.of(token.text()),
                    Nearest.to(token.text(), variables.keySet()));
        }
        Property own = declared(property);
        if (binding.property().type() != own.type() || binding.property().set()) {
            throw refuse(
                    ProblemCode.RULE_JOIN_TYPES,
                    token,
                    List.of(own.name(), typeWord(own), binding.property().name(), typeWord(binding.property())),
                    "");
        }
        return new Variable(token.text(), binding.slot());
    }

    private Constant constant(PropertyRead read, Operator operator) throws Refused {
        ConstraintToken token = next();
        Property property = declared(read);
        boolean negative = token.isSymbol("-");
        ConstraintToken number = negative ? next() : token;
        Object value =
                switch (property.type()) {
                    case FLAG -> token.isWord("true") ? Boolean.TRUE : token.isWord("false") ? Boolean.FALSE : null;
                    case INT, CODE -> number.integer(negative);
                    case NUMBER -> number.decimal(negative);
                    case TIME -> null;
                    case TEXT, NAME, TOKEN, WORD, CLOCK, PRINCIPAL, THUMBPRINT, PATH, MESSAGE ->
                        token.is(ConstraintToken.Type.STRING) ? token.string() : null;
                };
        if (value == null) {
            throw wrongConstant(property, token, number);
        }
        boolean matching = operator == Operator.MATCHES || operator == Operator.NOT_MATCHES;
        if (token.is(ConstraintToken.Type.STRING) && !token.isPlainString()) {
            throw matching
                    ? refuse(
                            ProblemCode.RULE_BAD_REGEX,
                            token,
                            List.of(token.text(), "a backslash is written twice"),
                            "")
                    : form(token);
        }
        if (matching) {
            checkRegex(token, (String) value);
        } else {
            checkWord(property, token, value);
        }
        return value instanceof String name && property.type().foldsCase()
                ? folded(property, token, name, matching)
                : new Constant(value);
    }

    /** Facts come with their names in small letters, see {@link World}; so must what they are compared with. */
    private Constant folded(Property property, ConstraintToken token, String name, boolean matching) {
        String quote = token.text().substring(0, 1);
        String instead = matching
                ? quote + ANY_CASE + token.text().substring(1)
                : token.text().toLowerCase(Locale.ROOT);
        given.put(token.offset(), new Replacement(token.text().length(), instead));
        return new Constant(name, matching ? ANY_CASE + name : property.canonical(name));
    }

    private Refused wrongConstant(Property property, ConstraintToken token, ConstraintToken number) {
        if (property.type() == ValueType.TIME) {
            return refuse(ProblemCode.RULE_TIME_CONSTANT, token, List.of(property.name()), "");
        }
        if (number.is(ConstraintToken.Type.NUMBER)
                && !number.text().contains(".")
                && (property.type() == ValueType.INT || property.type() == ValueType.CODE)) {
            boolean negative = token.isSymbol("-");
            return refuse(
                    ProblemCode.RULE_BIG_LITERAL,
                    token,
                    List.of(text.substring(
                            token.offset(), number.offset() + number.text().length())),
                    negative ? "" : number.hexadecimal());
        }
        if (token.is(ConstraintToken.Type.WORD) && isString(property.type())) {
            return refuse(ProblemCode.RULE_UNQUOTED_WORD, token, List.of(token.text()), "\"" + token.text() + "\"");
        }
        return refuse(
                ProblemCode.RULE_WRONG_TYPE, token, List.of(property.name(), typeWord(property), token.text()), "");
    }

    private void checkWord(Property property, ConstraintToken token, Object value) throws Refused {
        List<String> words = words(property, value);
        if (!words.isEmpty() && !words.contains(value)) {
            throw refuse(
                    ProblemCode.RULE_UNKNOWN_WORD,
                    token,
                    List.of(String.valueOf(value), kind.typeName() + "." + property.name()),
                    Nearest.to(String.valueOf(value), words));
        }
    }

    private static List<String> words(Property property, Object value) {
        return switch (property.type()) {
            case WORD -> property.words();
            case MESSAGE -> List.copyOf(Vocabulary.messages().keySet());
            case PRINCIPAL ->
                ((String) value).startsWith("S-1-")
                        ? List.of()
                        : List.copyOf(Vocabulary.principals().keySet());
            case FLAG, INT, NUMBER, TEXT, NAME, TOKEN, CODE, TIME, CLOCK, THUMBPRINT, PATH -> List.of();
        };
    }

    private static void checkRegex(ConstraintToken token, String regex) throws Refused {
        try {
            java.util.regex.Pattern.compile(regex);
        } catch (PatternSyntaxException broken) {
            throw refuse(ProblemCode.RULE_BAD_REGEX, token, List.of(regex, broken.getDescription()), "");
        }
    }

    private void checkGuard(ConstraintToken first, PropertyRead property, Operator operator, Operand operand)
            throws Refused {
        boolean joins = operand instanceof Variable;
        boolean needsGuard = operator.firesOnNull() || (joins && operator == Operator.EQUAL);
        if (needsGuard && !guarded.contains(property.name())) {
            throw refuse(
                    ProblemCode.RULE_UNGUARDED,
                    first,
                    List.of(text.strip()),
                    property.name() + " != null, " + text.strip());
        }
        // a set asked for a null throws, and one that is empty or not asked at all fires
        boolean needsValue = operator.firesOnNull() || operator == Operator.CONTAINS;
        if (needsValue && operand instanceof Variable variable) {
            checkBound(first, variable);
        }
    }

    /** Demands that the patterns that bind its variables match only where the values were observed. */
    void checkBound(Expression expression) throws Refused {
        List<Variable> read = new ArrayList<>();
        expression.variables(read::add);
        for (Variable variable : read) {
            checkBound(tokens.get(0), variable);
        }
    }

    private void checkBound(ConstraintToken token, Variable variable) throws Refused {
        Binding binding = variables.get(variable.name());
        if (binding != null && !binding.guarded()) {
            throw refuse(
                    ProblemCode.RULE_UNGUARDED_VARIABLE,
                    token,
                    List.of(variable.name()),
                    binding.property().name() + " != null, " + variable.name() + " : "
                            + binding.property().name());
        }
    }

    /** The text as Drools has to be given it. */
    String forDrools() {
        for (ConstraintToken token : tokens) {
            if (token.is(ConstraintToken.Type.WORD) && kind.indexOf(token.text()) >= 0) {
                given.put(token.offset(), new Replacement(token.text().length(), forDrools(token.text())));
            }
        }
        wholes.forEach(
                (start, whole) -> given.subMap(start, start + whole.length()).clear());
        given.putAll(wholes);
        StringBuilder all = new StringBuilder();
        int copied = 0;
        for (Map.Entry<Integer, Replacement> entry : given.entrySet()) {
            all.append(text, copied, entry.getKey()).append(entry.getValue().text());
            copied = entry.getKey() + entry.getValue().length();
        }
        return all.append(text.substring(copied)).toString();
    }

    private static String forDrools(String property) {
        if (property.equals("with")) {
            // a word of its expressions; the record offers the value under this name too
            return "withValue";
        }
        // it takes issuerUrlPresent() for the getter of a property suerUrlPresent
        return property.startsWith("is") ? property + "()" : property;
    }

    private PropertyRead property(ConstraintToken token) throws Refused {
        if (token.is(ConstraintToken.Type.STRING) || token.is(ConstraintToken.Type.NUMBER)) {
            throw refuse(ProblemCode.RULE_CONSTANT_FIRST, token, List.of(text), "");
        }
        if (!token.is(ConstraintToken.Type.WORD)) {
            throw form(token);
        }
        if (peekAt(1).isSymbol("(")) {
            throw refuse(ProblemCode.RULE_METHOD_CALL, token, List.of(token.text() + "()"), "");
        }
        int index = kind.indexOf(token.text());
        if (index < 0) {
            throw refuse(
                    ProblemCode.RULE_UNKNOWN_PROPERTY,
                    token,
                    List.of(token.text(), kind.typeName()),
                    Nearest.to(
                            token.text(),
                            kind.properties().stream().map(Property::name).toList()));
        }
        return new PropertyRead(token.text(), index);
    }

    private Property declared(PropertyRead read) {
        return kind.properties().get(read.index());
    }

    private ValueType type(PropertyRead read) {
        return declared(read).type();
    }

    private static boolean isString(ValueType type) {
        return switch (type) {
            case FLAG, INT, NUMBER, CODE, TIME -> false;
            case TEXT, NAME, TOKEN, WORD, CLOCK, PRINCIPAL, THUMBPRINT, PATH, MESSAGE -> true;
        };
    }

    private static String typeWord(Property property) {
        String word = property.type().name().toLowerCase(Locale.ROOT);
        return property.set() ? "set of " + word : word;
    }

    private Refused form(ConstraintToken token) {
        return refuse(ProblemCode.RULE_FORM, token, List.of(text.strip()), "");
    }

    private static Refused refuse(ProblemCode code, ConstraintToken token, List<String> what, String remedy) {
        return new Refused(code, token.offset(), what, remedy.isEmpty() ? List.of() : List.of(remedy));
    }

    private static Refused refuse(ProblemCode code, ConstraintToken token, List<String> what, List<String> remedy) {
        return new Refused(code, token.offset(), what, remedy);
    }

    private ConstraintToken peek() {
        return tokens.get(at);
    }

    private ConstraintToken peekAt(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    private ConstraintToken next() {
        ConstraintToken token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Properties guarded from here on, this constraint included. */
    Set<String> guardedAfter() {
        return Set.copyOf(guarded);
    }
}
