package org.rdpdx.knowledge;

import java.util.Optional;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Place;

/**
 * A case beside a rule: facts, and what the rule must make of them.
 *
 * @param owner the folder it belongs to
 * @param name a sentence
 * @param place where it is written
 * @param facts given to the rule
 * @param rule the one rule that is meant; any of the folder if empty
 * @param expect what it must do
 * @param because path of the fact that decides
 */
public record RuleCase(
        String owner,
        String name,
        Place place,
        CaseFacts facts,
        Optional<String> rule,
        Expected expect,
        String because) {

    /** What a rule must make of the facts of a case. */
    public enum Expected {
        /** A way of seeing the cause fires. */
        FIRES,
        /** It does not, because a condition is false. */
        SILENT,
        /** It does not, because a fact is missing. */
        CANNOT_TELL;

        /** The word in YAML and on screen. */
        public String word() {
            return Words.of(this);
        }
    }
}
