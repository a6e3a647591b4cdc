package org.rdpdx.rulebook;

/** The one state each rule is in after a run; the counts of all states add up to the number of rules. */
public enum RuleState {
    /** Every condition holds: Drools fired it. */
    FIRED("fired"),
    /** At least one condition is false, whatever the missing facts are. */
    CONTRADICTED("contradicted"),
    /** No condition is false, and at least one depends on a fact that nobody observed. */
    UNDECIDED("undecided"),
    /** The rule speaks about a part of the world that the facts say does not exist. */
    NOT_APPLICABLE("notApplicable"),
    /** A condition or consequence threw; its compile unit was left out, all others ran. */
    ERROR("error");

    private final String word;

    RuleState(String word) {
        this.word = word;
    }

    /** The word used in JSON and on screen. */
    public String word() {
        return word;
    }
}
