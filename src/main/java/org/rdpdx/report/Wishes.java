package org.rdpdx.report;

import java.util.ArrayList;
import java.util.List;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.rulebook.Expression;

/** The values that would satisfy a condition, in words. */
final class Wishes {

    private Wishes() {}

    /** What is wanted; empty if that hangs on another fact. */
    static String of(Kind kind, Expression expression) {
        if (expression instanceof Expression.Comparison comparison) {
            return comparison(kind, comparison);
        }
        if (expression instanceof Expression.Observed observed) {
            return Messages.text("wish.any", observed.property().name());
        }
        boolean all = expression instanceof Expression.All;
        List<Expression> parts =
                expression instanceof Expression.All every ? every.parts() : ((Expression.Any) expression).parts();
        List<String> wishes = new ArrayList<>();
        for (Expression part : parts) {
            String wish = of(kind, part);
            if (!wish.isEmpty()) {
                wishes.add(wish);
            }
        }
        return String.join(Messages.text(all ? "wish.and" : "wish.or"), wishes);
    }

    private static String comparison(Kind kind, Expression.Comparison comparison) {
        Property property = FactPaths.property(kind, comparison.property().name());
        if (!(comparison.operand() instanceof Expression.Constant constant)) {
            return "";
        }
        String value = ValueText.of(property, constant.value());
        String wish =
                switch (comparison.operator()) {
                    case EQUAL -> value;
                    case IN -> Messages.text("wish.one-of", value);
                    case NOT_EQUAL -> Messages.text("seen.not", value);
                    case NOT_IN -> Messages.text("seen.none-of", value);
                    case CONTAINS -> Messages.text("wish.holding", value);
                    case NOT_CONTAINS -> Messages.text("seen.without", value);
                    case MATCHES -> Messages.text("wish.like", value);
                    case NOT_MATCHES -> Messages.text("seen.unlike", value);
                    case LESS -> Messages.text("seen.below", value);
                    case AT_MOST -> Messages.text("seen.at-most", value);
                    case GREATER -> Messages.text("seen.above", value);
                    case AT_LEAST -> Messages.text("seen.at-least", value);
                };
        return Messages.text("wish.is", property.name(), wish);
    }
}
