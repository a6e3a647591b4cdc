package org.rdpdx.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.plan.PlanStep.Role;
import org.rdpdx.rulebook.Rulebook;

class PlanTest {

    private static final String THUMBPRINT = "9F2C41D07B8E6A53C1D94E07A2B6F8835D0E71CA";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** The plan for a common cause seen strongly, so that it is likely with 62 %. */
    private static Plan plan(SmallRulebook written, String steps) {
        written.cause("alpha", List.of("steps: [ " + steps + " ]"), Way.of("strong", "A"));
        return plan(written, running().build());
    }

    private static Plan plan(SmallRulebook written, CaseFacts facts) {
        try (Rulebook rulebook = written.open()) {
            return Plan.curing(Ranking.of(rulebook.consider(facts), rulebook), facts, rulebook);
        }
    }

    private static CaseFacts.Builder running() {
        return CaseFacts.named("case").put("host.services[A].state", "running");
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream().map(PlanStep::id).toList();
    }

    private static PlanStep step(Plan plan, String id) {
        return plan.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void where_nothing_is_likely_there_is_nothing_to_do() {
        SmallRulebook written = SmallRulebook.in(folder)
                .step("mend", "cutsAccess: true")
                .cause("alpha", List.of("steps: [ { use: mend, cures: usually } ]"), Way.of("moderate", "A"));

        Plan plan = plan(written, running().build());

        assertThat(plan.steps()).isEmpty();
        assertThat(plan.cutsAccess()).isFalse();
    }

    @Test
    void lines_are_numbered_from_one() {
        Plan plan = plan(
                SmallRulebook.in(folder).step("one").step("two"),
                "{ use: one, cures: often }, { use: two, cures: often }, { use: look }");

        assertThat(plan.steps()).extracting(PlanStep::number).containsExactly(1, 2, 3);
    }

    @Test
    void what_a_step_does_to_the_machine_decides_first_and_the_mildest_is_done_first() {
        Plan plan = plan(
                SmallRulebook.in(folder)
                        .step("a-weak", "class: weakens-security", "temporaryMinutes: 5", "minutes: 1")
                        .step("b-reboot", "class: reboot", "minutes: 1")
                        .step("c-service", "class: service-restart", "minutes: 1")
                        .step("d-change", "class: reversible", "minutes: 500"),
                "{ use: a-weak, cures: usually }, { use: b-reboot, cures: usually }, { use: c-service, cures: usually },"
                        + " { use: d-change, cures: sometimes }, { use: look }");

        assertThat(ids(plan)).containsExactly("look", "d-change", "c-service", "b-reboot", "a-weak", "undo/a-weak");
    }

    @Test
    void inside_a_class_the_chance_of_a_cure_over_the_effort_decides() {
        Plan plan = plan(
                SmallRulebook.in(folder)
                        .step("sure-and-long", "minutes: 60")
                        .step("sure-and-short", "minutes: 10")
                        .step("unsure-and-quick", "minutes: 2")
                        .step("quick-with-downtime", "minutes: 2", "downtimeMinutes: 30"),
                "{ use: sure-and-long, cures: usually }, { use: quick-with-downtime, cures: sometimes },"
                        + " { use: sure-and-short, cures: usually }, { use: unsure-and-quick, cures: sometimes }");

        assertThat(ids(plan))
                .containsExactly("unsure-and-quick", "sure-and-short", "sure-and-long", "quick-with-downtime");
        assertThat(plan.steps()).extracting(PlanStep::effortMinutes).containsExactly(2, 10, 60, 32);
    }

    @Test
    void equal_steps_stand_by_their_id_whatever_the_order_of_the_card() {
        Plan plan = plan(
                SmallRulebook.in(folder).step("gamma").step("beta").step("alef"),
                "{ use: gamma, cures: often }, { use: alef, cures: often }, { use: beta, cures: often }");

        assertThat(ids(plan)).containsExactly("alef", "beta", "gamma");
    }

    @Test
    void a_step_that_takes_no_time_counts_as_a_minute() {
        Plan plan = plan(SmallRulebook.in(folder).step("instant", "minutes: 0"), "{ use: instant, cures: often }");

        assertThat(step(plan, "instant").effortMinutes()).isEqualTo(1);
    }

    @Test
    void what_a_step_needs_comes_before_it_even_if_it_does_more_to_the_machine() {
        Plan plan = plan(
                SmallRulebook.in(folder)
                        .step("quick", "minutes: 1", "needs: [restart]")
                        .step("restart", "class: reboot", "needs: [backup]")
                        .step("backup", "minutes: 90")
                        .step("other", "minutes: 2"),
                "{ use: quick, cures: usually }, { use: other, cures: sometimes }");

        assertThat(ids(plan)).containsExactly("other", "backup", "restart", "quick");
    }

    @Test
    void what_is_needed_is_there_for_the_causes_of_what_needs_it() {
        SmallRulebook written = SmallRulebook.in(folder)
                .step("mend", "needs: [prepare]")
                .step("prepare", "needs: [look]")
                .cause("alpha", List.of("steps: [ { use: mend, cures: often } ]"), Way.of("strong", "A"))
                .cause("beta", List.of("steps: [ { use: mend, cures: usually } ]"), Way.of("decisive", "A"));

        Plan plan = plan(written, running().build());

        assertThat(plan.steps())
                .extracting(PlanStep::id, PlanStep::cures)
                .containsExactly(
                        tuple("look", List.of("beta", "alpha")),
                        tuple("prepare", List.of("beta", "alpha")),
                        tuple("mend", List.of("beta", "alpha")));
    }

    @Test
    void a_step_of_several_causes_is_one_line_and_cures_more_likely() {
        SmallRulebook written = SmallRulebook.in(folder)
                .step("mend")
                .cause("alpha", List.of("steps: [ { use: mend, cures: often } ]"), Way.of("strong", "A"))
                .cause("beta", List.of("steps: [ { use: mend, cures: usually } ]"), Way.of("strong", "A"))
                .cause("unlikely", List.of("steps: [ { use: mend, cures: usually } ]"), Way.of("weak", "A"));

        Plan plan = plan(written, running().build());

        double likely = 1 / (1 + Math.exp(-0.5));
        PlanStep mend = plan.steps().get(0);
        assertThat(plan.steps()).hasSize(1);
        assertThat(mend.cures()).containsExactly("alpha", "beta");
        assertThat(mend.chance()).isCloseTo(1 - (1 - likely * 0.5) * (1 - likely * 0.8), within(1e-12));
    }

    @Test
    void what_a_likely_cause_explains_is_cured_with_it_and_not_by_itself() {
        SmallRulebook written = SmallRulebook.in(folder)
                .step("mend-key")
                .step("renew", "minutes: 1")
                .cause(
                        "key",
                        List.of("steps: [ { use: mend-key, cures: often } ]", "explains: [certificate]"),
                        Way.of("decisive", "A"))
                .cause("certificate", List.of("steps: [ { use: renew, cures: usually } ]"), Way.of("strong", "A"));

        Plan plan = plan(written, running().build());

        assertThat(ids(plan)).containsExactly("mend-key");
        assertThat(step(plan, "mend-key").cures()).containsExactly("key");
    }

    @Test
    void a_look_cures_nothing_and_is_worth_as_much_as_its_cause_is_likely() {
        Plan plan = plan(SmallRulebook.in(folder), "{ use: look }");

        assertThat(step(plan, "look").chance()).isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-12));
    }

    @Test
    void steps_that_weaken_security_come_last_and_are_taken_back_in_the_reverse_order() {
        Plan plan = plan(
                SmallRulebook.in(folder)
                        .step("without-nla", "class: weakens-security", "temporaryMinutes: 10", "minutes: 1")
                        .step("without-tls", "class: weakens-security", "temporaryMinutes: 5", "minutes: 9")
                        .step("mend", "class: reboot", "minutes: 600"),
                "{ use: without-nla, cures: usually }, { use: without-tls, cures: usually }, { use: mend, cures: sometimes }");

        assertThat(ids(plan))
                .containsExactly("mend", "without-nla", "without-tls", "undo/without-tls", "undo/without-nla");
        assertThat(plan.steps())
                .extracting(PlanStep::role)
                .containsExactly(Role.DO, Role.DO, Role.DO, Role.UNDO, Role.UNDO);
        assertThat(step(plan, "undo/without-nla").doing()).contains("Take without-nla back.");
        assertThat(step(plan, "undo/without-nla").what().orElseThrow().id()).isEqualTo("without-nla");
    }

    @Test
    void one_step_that_cuts_access_makes_the_plan_ask_for_the_console() {
        assertThat(plan(
                                SmallRulebook.in(folder.resolve("cuts")).step("cut", "cutsAccess: true"),
                                "{ use: look }, { use: cut, cures: often }")
                        .cutsAccess())
                .isTrue();
        assertThat(plan(SmallRulebook.in(folder.resolve("safe")), "{ use: look }")
                        .cutsAccess())
                .isFalse();
    }

    @Test
    void a_command_holds_the_values_of_the_case() {
        SmallRulebook written = SmallRulebook.in(folder)
                .step("renew", "command: \"Remove-Item {host.certificate.thumbprint}\"")
                .cause("alpha", List.of("steps: [ { use: renew, cures: often } ]"), Way.of("strong", "A"));

        Plan plan = plan(
                written,
                running().put("host.certificate.thumbprint", THUMBPRINT).build());

        assertThat(ids(plan)).containsExactly("renew");
        assertThat(step(plan, "renew").running()).contains("Remove-Item '" + THUMBPRINT + "'");
        assertThat(step(plan, "renew").unobserved()).isEmpty();
    }

    @Test
    void a_value_that_nobody_observed_is_read_first() {
        Plan plan = plan(
                SmallRulebook.in(folder)
                        .step("renew", "command: \"Remove-Item {host.certificate.thumbprint}\"")
                        .step("bind", "command: \"Set-It {host.certificate.thumbprint} {host.nla.required}\""),
                "{ use: renew, cures: often }, { use: bind, cures: sometimes }, { use: look }");

        assertThat(ids(plan))
                .containsExactly("read/host.certificate.thumbprint", "read/host.nla.required", "look", "renew", "bind");
        PlanStep read = plan.steps().get(0);
        assertThat(read.role()).isEqualTo(Role.READ);
        assertThat(read.fact()).contains("host.certificate.thumbprint");
        assertThat(read.what()).isEmpty();
        assertThat(step(plan, "renew").running()).contains("Remove-Item '<thumbprint>'");
        assertThat(step(plan, "renew").unobserved()).containsExactly("host.certificate.thumbprint");
    }

    private SmallRulebook ownedByPolicy() {
        return SmallRulebook.in(folder)
                .step(
                        "set",
                        "command: \"Set-It {host.certificate.thumbprint}\"",
                        "policy: { owner: host.nla.setBy, action: \"Change the policy.\", command: \"gpupdate.exe\" }")
                .cause("alpha", List.of("steps: [ { use: set, cures: often } ]"), Way.of("strong", "A"));
    }

    @Test
    void where_a_policy_owns_a_setting_the_policy_is_changed() {
        Plan plan =
                plan(ownedByPolicy(), running().put("host.nla.setBy", "policy").build());

        assertThat(ids(plan)).containsExactly("set");
        PlanStep set = step(plan, "set");
        assertThat(set.byPolicy()).isTrue();
        assertThat(set.doing()).contains("Change the policy.");
        assertThat(set.running()).contains("gpupdate.exe");
    }

    @Test
    void where_the_machine_owns_a_setting_it_is_changed_there() {
        Plan plan = plan(
                ownedByPolicy(),
                running()
                        .put("host.nla.setBy", "local")
                        .put("host.certificate.thumbprint", THUMBPRINT)
                        .build());

        assertThat(ids(plan)).containsExactly("set");
        PlanStep set = step(plan, "set");
        assertThat(set.byPolicy()).isFalse();
        assertThat(set.doing()).contains("Do set.");
        assertThat(set.running()).contains("Set-It '" + THUMBPRINT + "'");
    }

    @Test
    void where_nobody_knows_who_owns_a_setting_that_is_read_first() {
        Plan plan = plan(
                ownedByPolicy(),
                running().put("host.certificate.thumbprint", THUMBPRINT).build());

        assertThat(ids(plan)).containsExactly("read/host.nla.setBy", "set");
        assertThat(step(plan, "set").byPolicy()).isFalse();
        assertThat(step(plan, "set").unobserved()).isEmpty();
    }

    @Test
    void a_policy_without_a_command_of_its_own_has_none() {
        SmallRulebook written = SmallRulebook.in(folder)
                .step("set", "command: Set-It", "policy: { owner: host.nla.setBy, action: \"Change the policy.\" }")
                .cause("alpha", List.of("steps: [ { use: set, cures: often } ]"), Way.of("strong", "A"));

        Plan plan = plan(written, running().put("host.nla.setBy", "policy").build());

        assertThat(step(plan, "set").running()).isEqualTo(Optional.empty());
    }

    private SmallRulebook forSome() {
        return SmallRulebook.in(folder)
                .step("let-windows-renew", "unless: { fact: host.certificate.binding, is: [custom, policy] }")
                .step("bind-by-hand", "onlyIf: { fact: host.certificate.binding, is: [custom] }")
                .cause(
                        "alpha",
                        List.of(
                                "steps: [ { use: let-windows-renew, cures: often }, { use: bind-by-hand, cures: often } ]"),
                        Way.of("strong", "A"));
    }

    @Test
    void a_step_for_certain_values_is_left_out_for_others() {
        assertThat(ids(plan(
                        forSome(),
                        running().put("host.certificate.binding", "custom").build())))
                .containsExactly("bind-by-hand");
        assertThat(ids(plan(
                        forSome(),
                        running().put("host.certificate.binding", "policy").build())))
                .isEmpty();
        assertThat(ids(plan(
                        forSome(),
                        running().put("host.certificate.binding", "default").build())))
                .containsExactly("let-windows-renew");
    }

    @Test
    void where_nobody_observed_the_value_only_the_step_that_needs_it_is_left_out() {
        assertThat(ids(plan(forSome(), running().build()))).containsExactly("let-windows-renew");
    }

    @Test
    void a_step_written_in_the_card_is_a_step_like_any_other() {
        Plan plan = plan(
                SmallRulebook.in(folder),
                "{ use: look }, { id: own, cures: often, title: T, where: client, class: reversible, action: A, privilege:"
                        + " user, minutes: 1, downtimeMinutes: 0, cutsAccess: false, verify: V, undo: U, needs: [look],"
                        + " sources: [ { url: \"https://example.com/\", checked: 2026-11-22 } ] }");

        assertThat(ids(plan)).containsExactly("look", "own");
        assertThat(step(plan, "own").doing()).contains("A");
    }
}
