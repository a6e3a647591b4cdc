package org.rdpdx.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;
import org.rdpdx.knowledge.Weights;
import org.rdpdx.rulebook.Rulebook;

/**
 * The steps that cure all likely causes, in one safe order: what must come first; then by what a step does to the machine,
 * mildest first; then by chance of a cure over effort. A step that weakens security comes last, and is taken back at the end.
 * What a likely cause explains has no steps of its own here: with its cause it goes.
 * Immutable, safe for several threads.
 *
 * @param steps in order
 * @param cutsAccess whether a step may end the only way into the host, so that its console has to be at hand before
 */
public record Plan(List<PlanStep> steps, boolean cutsAccess) {

    /** Copies what it is given. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** The plan for the causes that are at least likely and stand by themselves; empty if none is. */
    public static Plan curing(Ranking ranking, CaseFacts facts, Rulebook rulebook) {
        Map<String, Chosen> chosen = chosen(toCure(ranking), facts, rulebook);
        addNeeded(chosen, rulebook);
        List<Step> ordered = ordered(chosen);
        List<PlanStep> lines = new ArrayList<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (Step step : ordered) {
            lines.add(line(step, chosen(chosen, step.id()), facts, wanted));
        }
        List<PlanStep> all = new ArrayList<>();
        wanted.forEach(path -> all.add(reading(path)));
        all.addAll(lines);
        undoing(ordered).forEach(all::add);
        List<PlanStep> numbered = new ArrayList<>();
        for (PlanStep line : all) {
            numbered.add(line.numbered(numbered.size() + 1));
        }
        return new Plan(numbered, ordered.stream().anyMatch(Step::cutsAccess));
    }

    /**
     * What stands by itself. A symptom is cured by curing its cause, and must not be touched before: a certificate that is
     * removed while its key cannot be made leaves the host with none.
     */
    private static List<Diagnosis> toCure(Ranking ranking) {
        return ranking.standing().stream()
                .filter(diagnosis -> diagnosis.likelihood().atLeast(Likelihood.LIKELY))
                .toList();
    }

    /** A step, for what it was chosen and with which chance. */
    private static final class Chosen {
        private final Step step;
        private final List<String> causes = new ArrayList<>();
        private double chance;

        Chosen(Step step) {
            this.step = step;
        }

        int effort() {
            return Math.max(1, step.minutes() + step.downtimeMinutes());
        }

        double worth() {
            return chance / effort();
        }
    }

    private static Map<String, Chosen> chosen(List<Diagnosis> causes, CaseFacts facts, Rulebook rulebook) {
        Weights weights = rulebook.weights();
        Map<String, Chosen> chosen = new LinkedHashMap<>();
        for (Diagnosis cause : causes) {
            Card card = rulebook.card(cause.id());
            for (Card.Remedy remedy : card.remedies()) {
                Step shared = remedy.inline() == null ? rulebook.step(remedy.stepId()) : remedy.inline();
                if (!shared.applies().stream().allMatch(applies -> applies.allows(facts.text(applies.fact())))) {
                    continue;
                }
                Chosen one = chosen.computeIfAbsent(remedy.stepId(), id -> new Chosen(shared));
                one.causes.add(cause.id());
                // a look cures nothing, and is worth as much as its cause is likely
                double cures = remedy.curing().map(weights::of).orElse(onlyLooks(shared) ? 1.0 : 0.0);
                double chance = cause.confidence() * cures;
                one.chance = 1 - (1 - one.chance) * (1 - chance);
            }
        }
        return chosen;
    }

    private static boolean onlyLooks(Step step) {
        return step.kind() == StepClass.CHECK;
    }

    /** Adds what chosen steps need, worth as much as the best of what needs it. */
    private static void addNeeded(Map<String, Chosen> chosen, Rulebook rulebook) {
        List<Chosen> open = new ArrayList<>(chosen.values());
        while (!open.isEmpty()) {
            Chosen needing = open.remove(open.size() - 1);
            for (String id : needing.step.needs()) {
                Chosen needed = chosen.get(id);
                if (needed == null) {
                    needed = new Chosen(rulebook.step(id));
                    chosen.put(id, needed);
                    open.add(needed);
                }
                for (String cause : needing.causes) {
                    if (!needed.causes.contains(cause)) {
                        needed.causes.add(cause);
                    }
                }
                needed.chance = Math.max(needed.chance, needing.chance);
            }
        }
    }

    private static List<Step> ordered(Map<String, Chosen> chosen) {
        List<Chosen> waiting = new ArrayList<>(chosen.values());
        waiting.sort(Plan::inOrder);
        Set<String> done = new HashSet<>();
        List<Step> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Chosen next = waiting.stream()
                    .filter(one -> done.containsAll(one.step.needs()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "steps need each other: " + waiting.get(0).step.id()));
            waiting.remove(next);
            done.add(next.step.id());
            ordered.add(next.step);
        }
        return ordered;
    }

    private static int inOrder(Chosen one, Chosen other) {
        int order = one.step.kind().compareTo(other.step.kind());
        if (order == 0) {
            order = Double.compare(other.worth(), one.worth());
        }
        return order != 0 ? order : one.step.id().compareTo(other.step.id());
    }

    private static Chosen chosen(Map<String, Chosen> chosen, String id) {
        Chosen one = chosen.get(id);
        if (one == null) {
            throw new IllegalStateException(id);
        }
        return one;
    }

    private static PlanStep line(Step step, Chosen chosen, CaseFacts facts, Set<String> wanted) {
        Optional<Step.PolicyVariant> policy = step.policy();
        Optional<String> owner = policy.flatMap(variant -> facts.text(variant.owner()));
        if (policy.isPresent() && owner.isEmpty()) {
            wanted.add(policy.get().owner());
        }
        boolean byPolicy = owner.filter("policy"::equals).isPresent();
        String action = byPolicy ? policy.orElseThrow().action() : step.action();
        Optional<CommandText> command =
                (byPolicy ? policy.orElseThrow().command() : step.command()).map(text -> CommandText.of(text, facts));
        command.ifPresent(text -> wanted.addAll(text.unobserved()));
        return new PlanStep(
                0,
                PlanStep.Role.DO,
                step.id(),
                step,
                null,
                action,
                command.map(CommandText::text).orElse(null),
                command.map(CommandText::unobserved).orElse(List.of()),
                byPolicy,
                chosen.causes,
                chosen.chance,
                chosen.effort());
    }

    private static PlanStep reading(String path) {
        return line(PlanStep.Role.READ, "read/" + path, null, path, null);
    }

    /** Temporary steps are taken back in the reverse order. */
    private static List<PlanStep> undoing(List<Step> ordered) {
        List<PlanStep> lines = new ArrayList<>();
        for (Step step : ordered) {
            if (step.kind() == StepClass.WEAKENS_SECURITY) {
                lines.add(
                        0,
                        line(
                                PlanStep.Role.UNDO,
                                "undo/" + step.id(),
                                step,
                                null,
                                step.undo().orElseThrow()));
            }
        }
        return lines;
    }

    private static PlanStep line(
            PlanStep.Role role, String id, @Nullable Step step, @Nullable String path, @Nullable String action) {
        return new PlanStep(0, role, id, step, path, action, null, List.of(), false, List.of(), 0, 1);
    }
}
