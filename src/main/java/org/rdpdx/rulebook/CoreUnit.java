package org.rdpdx.rulebook;

import java.util.List;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * The unit that every choice of units holds: one query over findings and one over each deduced kind. An immutable KieBase
 * drops what no pattern reads, findings first.
 */
final class CoreUnit {

    /** No folder can have this name. */
    static final String ID = "_core";

    private CoreUnit() {}

    static String drl() {
        StringBuilder drl = new StringBuilder("""
                package rules;

                import org.rdpdx.facts.kind.*;
                import org.rdpdx.rulebook.Finding;

                query findings()
                    $finding : Finding()
                end
                """);
        for (String typeName : deducedTypes()) {
            drl.append("\nquery all")
                    .append(typeName)
                    .append("()\n    $fact : ")
                    .append(typeName)
                    .append("()\nend\n");
        }
        return drl.toString();
    }

    static List<String> deducedTypes() {
        return Vocabulary.kinds().stream()
                .filter(Kind::deduced)
                .map(Kind::typeName)
                .sorted()
                .toList();
    }

    static boolean isDeduced(Object object) {
        return object instanceof Fact fact && fact.factKind().deduced();
    }
}
