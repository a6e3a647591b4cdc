package org.rdpdx.knowledge;

/** What a step does to the machine, mildest first: the order of a plan. */
public enum StepClass {
    /** Only looks. */
    CHECK,
    /** Changes something that can be taken back, without a restart. */
    REVERSIBLE,
    /** Restarts a service. */
    SERVICE_RESTART,
    /** Restarts the machine. */
    REBOOT,
    /** Lowers the protection of a machine for a while; always last, with its undo at the end of the plan. */
    WEAKENS_SECURITY;

    /** The word in YAML, JSON and on screen. */
    public String word() {
        return Words.of(this);
    }
}
