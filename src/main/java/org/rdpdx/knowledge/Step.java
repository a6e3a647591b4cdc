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
        List<Source> sources) {

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
        sources = List.copyOf(sources);
    }
}
