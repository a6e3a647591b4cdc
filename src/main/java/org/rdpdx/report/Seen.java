package org.rdpdx.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Place;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.JudgedCondition;
import org.rdpdx.rulebook.Operator;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Truth;

/**
 * What a rule saw, in words: one line for each thing it looked at, such as {@code host certificate validity is expired
 * (notAfter 2026-11-01)  case.yaml:14}.
 */
final class Seen {

    /** Properties whose value names a thing without their own name beside it. */
    static final Set<String> SPEAKING = Set.of("name", "id", "kind", "with", "what");

    private static final Object[] NOTHING_BOUND = new Object[0];

    private final Findings findings;
    private final CaseFacts facts;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> told = new LinkedHashSet<>();

    private Seen(Findings findings) {
        this.findings = findings;
        this.facts = findings.facts();
    }

    /** The lines of conditions that hold. */
    static List<String> lines(List<JudgedCondition> conditions, Findings findings) {
        Seen seen = new Seen(findings);
        seen.tell(conditions, "");
        return seen.lines;
    }

    private void tell(List<JudgedCondition> conditions, String meaning) {
        List<JudgedCondition> ofPattern = new ArrayList<>();
        for (JudgedCondition one : conditions) {
            if (!ofPattern.isEmpty() && !ofPattern.get(0).pattern().isAt(one.pattern())) {
                tellPattern(ofPattern, meaning);
                ofPattern.clear();
            }
            ofPattern.add(one);
        }
        if (!ofPattern.isEmpty()) {
            tellPattern(ofPattern, meaning);
        }
    }

    private void tellPattern(List<JudgedCondition> judged, String meaning) {
        Pattern pattern = judged.get(0).pattern();
        Fact fact = judged.get(0).fact().orElse(null);
        if (pattern.kind().deduced()) {
            deduced(pattern, fact);
        } else if (fact != null) {
            add(line(pattern, fact, judged) + meaning + places(judged, fact));
        }
    }

    private void add(String line) {
        if (told.add(line)) {
            lines.add(line);
        }
    }

    // ------------------------------------------------------------------ what was deduced

    /** A deduction is told by what it rests on. */
    private void deduced(Pattern pattern, @Nullable Fact fact) {
        String name = fact == null ? constants(pattern) : values(fact);
        if (pattern.presence() == Pattern.Presence.NOT) {
            add(Messages.text("seen.not-deduced", name));
            return;
        }
        for (RuleVerdict verdict : findings.verdicts()) {
            boolean made = verdict.state() == RuleState.FIRED
                    && verdict.rule().deduces() != null
                    && verdict.rule().deduces().makes(pattern);
            if (made) {
                tell(findings.conditions(verdict.rule()), " " + Messages.text("seen.so", name));
                return;
            }
        }
        add(name);
    }

    private static String values(Fact fact) {
        List<String> values = new ArrayList<>();
        for (Property property : fact.factKind().ownProperties()) {
            Object value = fact.value(property.name());
            if (value != null) {
                values.add(ValueText.of(property, value));
            }
        }
        return String.join(" ", values);
    }

    private static String constants(Pattern pattern) {
        List<String> texts = new ArrayList<>();
        for (Condition condition : pattern.conditions()) {
            boolean equal = condition.expression() instanceof Expression.Comparison comparison
                    && comparison.operator() == Operator.EQUAL;
            int quote = condition.text().indexOf('"');
            texts.add(equal && quote >= 0 ? condition.text().substring(quote).replace("\"", "") : condition.text());
        }
        return String.join(", ", texts);
    }

    // ------------------------------------------------------------------ what was observed

    private String line(Pattern pattern, Fact fact, List<JudgedCondition> judged) {
        Set<String> naming = new LinkedHashSet<>(fact.factKind().identity());
        naming.addAll(fact.factKind().needsOneOf());
        Map<String, List<Expression.Comparison>> asked = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (JudgedCondition one : judged) {
            one.condition().ifPresent(condition -> sort(condition, fact, asked, others));
        }
        List<String> said = new ArrayList<>();
        asked.forEach((name, comparisons) -> {
            if (!naming.contains(name) && !name.equals(Kind.VIEWPOINT) && !name.equals(Kind.PRESENT)) {
                said.add(said(fact, name, comparisons, judged));
            }
        });
        said.addAll(others);
        if (said.isEmpty()) {
            return presence(fact, thing(fact, pattern));
        }
        String colon = fact.factKind().identity().isEmpty() ? " " : ": ";
        return thing(fact, pattern) + colon + String.join(", ", said);
    }

    /** Puts the comparisons of a condition that hold under their properties. */
    private static void sort(
            Condition condition, Fact fact, Map<String, List<Expression.Comparison>> asked, List<String> others) {
        List<Expression> holding = new ArrayList<>();
        holding(condition.expression(), fact, holding);
        for (Expression one : holding) {
            if (one instanceof Expression.Comparison comparison) {
                asked.computeIfAbsent(comparison.property().name(), name -> new ArrayList<>())
                        .add(comparison);
            } else if (one instanceof Expression.Observed observed) {
                asked.computeIfAbsent(observed.property().name(), name -> new ArrayList<>());
            }
        }
        if (holding.isEmpty()) {
            others.add(condition.text());
        }
    }

    private static void holding(Expression expression, Fact fact, List<Expression> holding) {
        if (expression instanceof Expression.All all) {
            all.parts().forEach(part -> holding(part, fact, holding));
        } else if (expression instanceof Expression.Any any) {
            any.parts().stream()
                    .filter(part -> joins(part) || part.judge(fact, NOTHING_BOUND) == Truth.TRUE)
                    .forEach(part -> holding(part, fact, holding));
        } else {
            holding.add(expression);
        }
    }

    private static boolean joins(Expression expression) {
        boolean[] joins = new boolean[1];
        expression.variables(variable -> joins[0] = true);
        return joins[0];
    }

    private String said(Fact fact, String name, List<Expression.Comparison> comparisons, List<JudgedCondition> judged) {
        Property property = FactPaths.property(fact.factKind(), name);
        Object value = fact.value(name);
        if (value == null) {
            return name;
        }
        List<String> beside = new ArrayList<>();
        for (Expression.Comparison comparison : comparisons) {
            String bound = bound(property, comparison);
            if (!bound.isEmpty() && !beside.contains(bound)) {
                beside.add(bound);
            }
        }
        read(judged, name).ifPresent(read -> {
            if (read.from() != null) {
                beside.add(read.from().name() + " " + read.fromText().orElse(""));
            }
        });
        String said = saidValue(property, name, ValueText.of(property, value));
        return beside.isEmpty() ? said : said + " (" + String.join(", ", beside) + ")";
    }

    private static String saidValue(Property property, String name, String value) {
        if (!property.set()) {
            return Messages.text("seen.is", name, value);
        }
        return value.isEmpty() ? Messages.text("seen.empty", name) : Messages.text("seen.holds", name, value);
    }

    private Optional<Read> read(List<JudgedCondition> judged, String name) {
        return judged.stream()
                .flatMap(one -> Read.by(one, facts).stream())
                .filter(read -> read.property().name().equals(name))
                .findFirst();
    }

    /** The constant that the value was compared with, where the value itself does not tell it. */
    private static String bound(Property property, Expression.Comparison comparison) {
        if (!(comparison.operand() instanceof Expression.Constant constant)) {
            return "";
        }
        return switch (comparison.operator()) {
            case EQUAL, IN, CONTAINS, MATCHES -> "";
            case NOT_EQUAL -> Messages.text("seen.not", constant(property, constant));
            case NOT_IN -> Messages.text("seen.none-of", constant(property, constant));
            case NOT_CONTAINS -> Messages.text("seen.without", constant(property, constant));
            case NOT_MATCHES -> Messages.text("seen.unlike", constant(property, constant));
            case LESS -> Messages.text("seen.below", constant(property, constant));
            case AT_MOST -> Messages.text("seen.at-most", constant(property, constant));
            case GREATER -> Messages.text("seen.above", constant(property, constant));
            case AT_LEAST -> Messages.text("seen.at-least", constant(property, constant));
        };
    }

    private static String constant(Property property, Expression.Constant constant) {
        return ValueText.of(property, constant.value());
    }

    private static String presence(Fact fact, String thing) {
        if (!fact.absent()) {
            return Messages.text("seen.present", thing);
        }
        Object since = fact.factKind().property("since").isPresent() ? fact.value("since") : null;
        String absent = Messages.text("seen.absent", thing);
        return since == null ? absent : absent + " " + Messages.text("seen.searched", since);
    }

    /** Which thing it is: {@code host service TermService}, {@code client probe to host, protocol tcp, port 3389}. */
    private static String thing(Fact fact, Pattern pattern) {
        Kind kind = fact.factKind();
        StringBuilder text = new StringBuilder();
        if (!fact.viewpoint().equals(Vocabulary.TOP)) {
            text.append(fact.viewpoint()).append(' ');
        }
        text.append(words(kind.typeName()));
        boolean several = kind.identity().size() > 1;
        String separator = " ";
        for (String name : kind.identity()) {
            Object value = fact.value(name);
            if (value != null) {
                boolean speaking = !several && SPEAKING.contains(name);
                text.append(separator)
                        .append(speaking ? "" : name + " ")
                        .append(ValueText.of(FactPaths.property(kind, name), value));
                separator = ", ";
            }
        }
        for (String name : kind.needsOneOf()) {
            Object value = fact.value(name);
            boolean asked = pattern.conditions().stream()
                    .anyMatch(condition -> condition.properties().contains(name));
            if (asked && value != null) {
                text.append(" (")
                        .append(name)
                        .append(' ')
                        .append(ValueText.of(FactPaths.property(kind, name), value))
                        .append(')');
            }
        }
        return text.toString();
    }

    /** {@code NameLookup} as {@code name lookup}. */
    static String words(String typeName) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < typeName.length(); i++) {
            char character = typeName.charAt(i);
            boolean capital = Character.isUpperCase(character);
            words.append(capital && i > 0 ? " " : "").append(Character.toLowerCase(character));
        }
        return words.toString();
    }

    /** Two spaces and where it is written; nothing for what is not written in a file. */
    private String places(List<JudgedCondition> judged, Fact fact) {
        Set<String> places = new LinkedHashSet<>();
        for (JudgedCondition one : judged) {
            boolean names = one.condition().stream()
                    .flatMap(condition -> condition.properties().stream())
                    .allMatch(name -> name.equals(Kind.VIEWPOINT)
                            || name.equals(Kind.PRESENT)
                            || fact.factKind().identity().contains(name)
                            || fact.factKind().needsOneOf().contains(name));
            if (!names) {
                Read.by(one, facts).forEach(read -> read.place().ifPresent(place -> places.add(shown(place))));
            }
        }
        if (places.isEmpty()) {
            Place entry = facts.origin(fact).place();
            if (entry.line() > 0) {
                places.add(shown(entry));
            }
        }
        return places.isEmpty() ? "" : "  " + String.join(" ", places);
    }

    private static String shown(Place place) {
        return Shown.line(place.file()) + ":" + place.line();
    }
}
