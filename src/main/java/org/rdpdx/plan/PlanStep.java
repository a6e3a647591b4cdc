package org.rdpdx.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.knowledge.Step;

/**
 * One line of a plan.
 *
 * @param number its place, from 1
 * @param role what it is there for
 * @param id of the step; a line that reads a fact is {@code read/} and its path, one that takes back a step
 *     {@code undo/} and its id
 * @param step what to do, or what is taken back; null of a line that reads a fact
 * @param factPath the fact to read; null of other lines
 * @param action what a person does; null of a line that reads a fact
 * @param command to run, with the case's values in it; null if the action says all
 * @param unobserved paths of the values that the command still lacks
 * @param byPolicy whether it changes a policy, because a policy owns the setting
 * @param cures ids of the causes it is there for, most likely first
 * @param chance that it cures, from 0 to 1; of a line that cures nothing by itself, that of what needs it
 * @param effortMinutes work and downtime together, at least 1
 */
public record PlanStep(
        int number,
        Role role,
        String id,
        @Nullable Step step,
        @Nullable String factPath,
        @Nullable String action,
        @Nullable String command,
        List<String> unobserved,
        boolean byPolicy,
        List<String> cures,
        double chance,
        int effortMinutes) {

    /** What a line is there for. */
    public enum Role {
        /** Reads a fact that a later line needs. */
        READ,
        /** A step of a cure. */
        DO,
        /** Takes back a temporary step. */
        UNDO
    }

    /** Copies what it is given. */
    public PlanStep {
        unobserved = List.copyOf(unobserved);
        cures = List.copyOf(cures);
    }

    /** What to do, or what is taken back. */
    public Optional<Step> what() {
        return Optional.ofNullable(step);
    }

    /** The fact to read. */
    public Optional<String> fact() {
        return Optional.ofNullable(factPath);
    }

    /** What a person does. */
    public Optional<String> doing() {
        return Optional.ofNullable(action);
    }

    /** What to run. */
    public Optional<String> running() {
        return Optional.ofNullable(command);
    }

    PlanStep numbered(int place) {
        return new PlanStep(
                place, role, id, step, factPath, action, command, unobserved, byPolicy, cures, chance, effortMinutes);
    }
}
