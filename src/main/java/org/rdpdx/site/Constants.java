package org.rdpdx.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** A value that a rule compares with, as somebody would search for it. */
record Constants(Kind kind, Property property, Object value) {

    /** The values that a rule names. */
    static List<Constants> of(Rule rule) {
        List<Constants> found = new ArrayList<>();
        for (Pattern pattern : rule.patterns()) {
            for (Expression.Comparison comparison : SiteIndex.comparisons(pattern)) {
                if (comparison.operand() instanceof Expression.Constant constant) {
                    Property property = FactPaths.property(
                            pattern.kind(), comparison.property().name());
                    List<?> values = constant.value() instanceof List<?> several ? several : List.of(constant.value());
                    values.forEach(value -> found.add(new Constants(pattern.kind(), property, value)));
                }
            }
        }
        return found;
    }

    /** The dialog that it is the id of. */
    Optional<String> dialog() {
        return property.type() == ValueType.MESSAGE ? Optional.of(value.toString()) : Optional.empty();
    }

    /** What a search finds a diagnosis by beside its own words: codes, events, dialogs, names of services and files. */
    static Set<String> terms(List<Rule> rules) {
        Set<String> terms = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (!rule.against()) {
                of(rule).forEach(constant -> constant.term().ifPresent(terms::add));
            }
        }
        return terms;
    }

    private Optional<String> term() {
        return switch (property.type()) {
            case CODE ->
                value instanceof Number code
                        ? Optional.of(property.name() + " " + property.text(value) + " = "
                                + Integer.toUnsignedString(code.intValue()))
                        : Optional.empty();
            case INT ->
                kind.key().equals("events") && property.name().equals("id")
                        ? Optional.of("event " + value)
                        : Optional.empty();
            case MESSAGE ->
                Optional.ofNullable(Vocabulary.messages().get(value.toString()))
                        .map(words -> "\u201c" + words + "\u201d");
            case NAME, PATH -> Optional.of(value.toString());
            case TOKEN, WORD ->
                property.name().equals(Kind.VIEWPOINT) || kind.deduced()
                        ? Optional.empty()
                        : Optional.of(kind.typeName().toLowerCase(Locale.ROOT) + " " + value);
            case FLAG, NUMBER, TEXT, TIME, CLOCK, PRINCIPAL, THUMBPRINT -> Optional.empty();
        };
    }
}
