package org.rdpdx.rulebook;

import java.util.List;
import org.kie.api.runtime.rule.Match;

/**
 * What a rule inserts when it fires. Rules make it, nobody else needs to.
 *
 * @param rule name of the rule
 * @param facts the facts that its patterns matched
 */
public record Finding(String rule, List<Object> facts) {

    /** Copies what it is given. */
    public Finding {
        facts = List.copyOf(facts);
    }

    // Drools asks for both of each finding; what Java makes for a record costs 20 ms when it is first asked

    @Override
    public boolean equals(Object other) {
        return other instanceof Finding finding && rule.equals(finding.rule) && facts.equals(finding.facts);
    }

    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    /** For the consequence of a rule: {@code insertLogical(Finding.of(drools.getMatch()));}. */
    public static Finding of(Match match) {
        return new Finding(match.getRule().getName(), match.getObjects());
    }
}
