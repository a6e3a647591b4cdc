package org.rdpdx.rulebook;

import java.util.List;
import org.rdpdx.facts.TimeSpan;

/** The comparisons that the door allows in a rule. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IN("in"),
    NOT_IN("not in"),
    CONTAINS("contains"),
    NOT_CONTAINS("not contains"),
    MATCHES("matches"),
    NOT_MATCHES("not matches");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** As it is written in DRL. */
    public String text() {
        return text;
    }

    /** Whether Drools lets it fire on a property that is null, so that a guard has to stand before it. */
    boolean firesOnNull() {
        return switch (this) {
            case NOT_EQUAL, NOT_IN, NOT_CONTAINS -> true;
            case EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IN, CONTAINS, MATCHES, NOT_MATCHES -> false;
        };
    }

    boolean ordersValues() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }

    /** Holds where this does not, of a value that was observed. */
    Operator contrary() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case GREATER -> AT_MOST;
            case AT_LEAST -> LESS;
            case IN -> NOT_IN;
            case NOT_IN -> IN;
            case CONTAINS -> NOT_CONTAINS;
            case NOT_CONTAINS -> CONTAINS;
            case MATCHES -> NOT_MATCHES;
            case NOT_MATCHES -> MATCHES;
        };
    }

    /** Of those that order values: the one that says otherwise of the threshold itself and of nothing else. */
    Operator onTheOtherSide() {
        return switch (this) {
            case LESS -> AT_MOST;
            case AT_MOST -> LESS;
            case GREATER -> AT_LEAST;
            case AT_LEAST -> GREATER;
            case EQUAL, NOT_EQUAL, IN, NOT_IN, CONTAINS, NOT_CONTAINS, MATCHES, NOT_MATCHES ->
                throw new IllegalStateException(text);
        };
    }

    /**
     * Judges two observed values; {@code operand} is a list for {@code in}. Unknown where coarse times overlap, and where it
     * takes too long to compare a text with an expression.
     */
    public Truth judge(Object value, Object operand) {
        return switch (this) {
            case EQUAL -> Truth.of(value.equals(operand));
            case NOT_EQUAL -> Truth.of(!value.equals(operand));
            case LESS -> order(value, operand, -1, false);
            case AT_MOST -> order(value, operand, -1, true);
            case GREATER -> order(value, operand, 1, false);
            case AT_LEAST -> order(value, operand, 1, true);
            case IN -> Truth.of(((List<?>) operand).contains(value));
            case NOT_IN -> Truth.of(!((List<?>) operand).contains(value));
            case CONTAINS -> Truth.of(((List<?>) value).contains(operand));
            case NOT_CONTAINS -> Truth.of(!((List<?>) value).contains(operand));
            case MATCHES -> BoundedMatch.of((String) operand, (String) value);
            case NOT_MATCHES ->
                BoundedMatch.of((String) operand, (String) value).negated();
        };
    }

    private static Truth order(Object value, Object operand, int sign, boolean orEqual) {
        if (value instanceof TimeSpan span && operand instanceof TimeSpan other) {
            return sign < 0 ? before(span, other) : before(other, span);
        }
        if (value instanceof Number left && operand instanceof Number right) {
            int compared = Double.compare(left.doubleValue(), right.doubleValue()) * sign;
            return Truth.of(compared > 0 || (orEqual && compared == 0));
        }
        throw new IllegalStateException("cannot order " + value + " and " + operand);
    }

    /** A coarse time is an interval, and the comparison holds only if it holds for all of it. */
    private static Truth before(TimeSpan first, TimeSpan second) {
        if (first.latest().isBefore(second.earliest())) {
            return Truth.TRUE;
        }
        return first.earliest().isBefore(second.latest()) ? Truth.UNKNOWN : Truth.FALSE;
    }
}
