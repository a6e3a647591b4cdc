package org.rdpdx.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param id under which plans merge it
 * @param title for people, one line
 * @param where viewpoint whose machine it is done on
 * @param kind what it does to that machine
 * @param action what a person does, with exact places
 * @param command for Windows PowerShell 5.1; may hold fact paths in braces
 * @param policy what to do instead where a policy owns the setting
 * @param privilege who may do it: none, user, administrator, domain-admin or cloud-admin
 * @param minutes of work
 * @param downtimeMinutes for which users cannot connect
 * @param cutsAccess whether it can end the only way into the machine
 * @param temporaryMinutes how long at most it may stay so; only of a step that weakens security
 * @param verify how to see that it worked
 * @param undo how to take it back; empty only of a check
 * @param needs ids of the steps that come before
 * @param applies when it is left out of a plan
 * @param sources where it comes from
 */
public record Step(
        String id,
        String title,
        String where,
        StepClass kind,
        String action,
        Optional<String> command,
        Optional<PolicyVariant> policy,
        String privilege,
        int minutes,
        int downtimeMinutes,
        boolean cutsAccess,
        Optional<Integer> temporaryMinutes,
        String verify,
        Optional<String> undo,
        List<String> needs,
        List<Applies> applies,
        List<Source> sources) {

    /**
     * When a step is left out of a plan.
     *
     * @param fact path of the fact that decides
     * @param values its values that are meant, as text
     * @param only whether the step is for these values only, and left out where the fact is not known; else it is left out
     *     for them
     */
    public record Applies(String fact, List<String> values, boolean only) {
        /** Copies what it is given. */
        public Applies {
            values = List.copyOf(values);
        }

        /** Whether the step is for a case with that value of the fact; empty if nobody observed it. */
        public boolean allows(Optional<String> value) {
            return value.filter(values::contains).isPresent() == only;
        }
    }

    /**
     * What to do where a policy owns the setting.
     *
     * @param owner path of the fact that says who owns it
     * @param action what a person does, with exact places
     * @param command for Windows PowerShell 5.1
     */
    public record PolicyVariant(String owner, String action, Optional<String> command) {}

    /** Copies what it is given. */
    public Step {
        needs = List.copyOf(needs);
        applies = List.copyOf(applies);
        sources = List.copyOf(sources);
    }
}
