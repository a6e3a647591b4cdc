package org.rdpdx.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.Stories;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;
import org.rdpdx.plan.PlanStep.Role;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What must hold of the plan of every story, sample, real case and made-up case, and of each cause by itself. */
class PlansOfAllCasesTest {

    private static Rulebook bundled;
    private static int plans;

    @BeforeAll
    static void open() {
        bundled = Rulebook.bundled();
    }

    @AfterAll
    static void close() {
        bundled.close();
        assertThat(plans).as("cases with a plan").isGreaterThan(60);
    }

    static List<Path> files() {
        return Stories.everythingAndMadeUp();
    }

    static List<String> causes() {
        try (Rulebook rulebook = Rulebook.bundled()) {
            return rulebook.causes().stream().map(Cause::id).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_plan_is_in_a_safe_order(Path file) {
        CaseFacts facts = Stories.read(file);

        assertThatThePlanIsSafe(Ranking.of(bundled.consider(facts), bundled), facts);
    }

    /** What speaks for it is taken to have been seen, so that causes that no file shows have their plan looked at too. */
    @ParameterizedTest
    @MethodSource("causes")
    void the_plan_of_a_cause_by_itself_is_in_a_safe_order(String id) {
        CaseFacts nothing = CaseFacts.named("nothing").build();
        Set<String> speaking = bundled.rules().stream()
                .filter(rule -> rule.owner().equals(id) && !rule.against())
                .map(Rule::name)
                .collect(Collectors.toSet());
        Findings findings = bundled.consider(nothing);
        Ranking ranking = Ranking.of(findings, bundled).assuming(id, speaking, findings, bundled);

        assertThat(ranking.atLeast(Likelihood.LIKELY)).extracting(Diagnosis::id).containsExactly(id);
        assertThatThePlanIsSafe(ranking, nothing);
    }

    private static void assertThatThePlanIsSafe(Ranking ranking, CaseFacts facts) {
        Plan plan = Plan.curing(ranking, facts, bundled);

        List<PlanStep> steps = plan.steps();
        plans += steps.isEmpty() ? 0 : 1;
        assertThat(steps).extracting(PlanStep::id).doesNotHaveDuplicates();
        assertThat(steps.isEmpty()).isEqualTo(ranking.atLeast(Likelihood.LIKELY).isEmpty());
        assertThat(plan.cutsAccess()).isEqualTo(done(plan).stream().anyMatch(Step::cutsAccess));
        assertThatReadingComesFirstAndUndoingLast(plan);
        assertThatNeedsComeBefore(plan);
        assertThatClassesRise(plan);
        assertThatWeakeningIsTakenBack(plan);
        assertThatEachStepIsThereForALikelyCause(plan, ranking);
        assertThatWhatIsUnobservedIsRead(plan);
    }

    private static List<Step> done(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.role() == Role.DO)
                .map(step -> step.what().orElseThrow())
                .toList();
    }

    private static void assertThatReadingComesFirstAndUndoingLast(Plan plan) {
        List<Role> roles = plan.steps().stream().map(PlanStep::role).toList();

        assertThat(roles).isSorted();
        for (int i = 0; i < plan.steps().size(); i++) {
            assertThat(plan.steps().get(i).number()).isEqualTo(i + 1);
        }
    }

    private static void assertThatNeedsComeBefore(Plan plan) {
        Set<String> before = new HashSet<>();
        for (Step step : done(plan)) {
            assertThat(before).as("before %s", step.id()).containsAll(step.needs());
            before.add(step.id());
        }
    }

    /** A milder step stands after a harder one only if it needs one. */
    private static void assertThatClassesRise(Plan plan) {
        StepClass hardest = StepClass.CHECK;
        for (Step step : done(plan)) {
            if (step.needs().isEmpty()) {
                assertThat(step.kind()).as("class of %s", step.id()).isGreaterThanOrEqualTo(hardest);
            }
            hardest = Collections.max(List.of(hardest, step.kind()));
        }
    }

    private static void assertThatWeakeningIsTakenBack(Plan plan) {
        List<String> weakening = new ArrayList<>();
        for (Step step : done(plan)) {
            if (step.kind() == StepClass.WEAKENS_SECURITY) {
                weakening.add(0, "undo/" + step.id());
            } else {
                assertThat(weakening).as("before %s", step.id()).isEmpty();
            }
        }
        List<String> undone = plan.steps().stream()
                .filter(step -> step.role() == Role.UNDO)
                .map(PlanStep::id)
                .toList();

        assertThat(undone).isEqualTo(weakening);
    }

    private static void assertThatEachStepIsThereForALikelyCause(Plan plan, Ranking ranking) {
        List<String> likely = ranking.standing().stream()
                .filter(diagnosis -> diagnosis.likelihood().atLeast(Likelihood.LIKELY))
                .map(Diagnosis::id)
                .toList();
        for (PlanStep step : plan.steps()) {
            if (step.role() == Role.DO) {
                assertThat(step.cures()).isNotEmpty().isSubsetOf(likely).doesNotHaveDuplicates();
                assertThat(step.chance()).isBetween(0.0, 1.0);
            }
        }
    }

    private static void assertThatWhatIsUnobservedIsRead(Plan plan) {
        List<String> read =
                plan.steps().stream().flatMap(step -> step.fact().stream()).toList();
        for (PlanStep step : plan.steps()) {
            assertThat(read).containsAll(step.unobserved());
        }
    }
}
