package org.rdpdx.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Origin;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.ValueType;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What is right in a fact file and may yet not be what was meant. */
final class Notices {

    private Notices() {}

    static List<String> of(CaseFacts facts, Rulebook rulebook) {
        List<String> notices = new ArrayList<>();
        attemptAfterFacts(facts).ifPresent(notices::add);
        for (Fact fact : facts.facts()) {
            for (Property property : fact.factKind().ownProperties()) {
                if (property.type() == ValueType.CODE && !property.set()) {
                    decimal(facts, fact, property, rulebook).ifPresent(notices::add);
                }
            }
        }
        return notices;
    }

    /** What was observed before the attempt may have been otherwise at it; who asks for a case does so in that order. */
    private static Optional<String> attemptAfterFacts(CaseFacts facts) {
        Optional<TimeSpan> observed = facts.observedAt();
        return facts.value("attempt.at")
                .map(TimeSpan.class::cast)
                .filter(at -> observed.isPresent() && at.compareTo(observed.get()) > 0)
                .map(at -> Messages.text("text.notice.after", at, observed.get()));
    }

    /** A code without 0x is decimal; it may have been copied from where it stands in hexadecimal. */
    private static Optional<String> decimal(CaseFacts facts, Fact fact, Property property, Rulebook rulebook) {
        String text = facts.origin(fact, property.name()).map(Origin::text).orElse("");
        if (!text.matches("\\d{2,8}") || !(fact.value(property.name()) instanceof Integer read)) {
            return Optional.empty();
        }
        int meant = Integer.parseUnsignedInt(text, 16);
        Set<Object> known = known(fact.factKind(), property, rulebook);
        if (known.contains(read) || !known.contains(meant)) {
            return Optional.empty();
        }
        String path = FactPaths.of(fact) + "." + property.name();
        return Optional.of(Messages.text("text.notice.decimal", path, text, property.text(read), "0x" + text));
    }

    /** The codes that some rule asks for. */
    private static Set<Object> known(Kind kind, Property property, Rulebook rulebook) {
        Set<Object> known = new HashSet<>();
        for (Rule rule : rulebook.rules()) {
            for (Pattern pattern : rule.patterns()) {
                if (pattern.kind() == kind) {
                    known.addAll(pattern.pinned(property.name()));
                }
            }
        }
        return known;
    }
}
