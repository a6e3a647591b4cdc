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

    /** For the consequence of a rule: {@code insertLogical(Finding.of(drools.getMatch()));}. */
    public static Finding of(Match match) {
        return new Finding(match.getRule().getName(), match.getObjects());
    }
}
