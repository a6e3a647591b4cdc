package org.rdpdx.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.Diagnostician;
import org.rdpdx.Stories;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.facts.Property;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.Rulebook;

class WhatIfTest {

    private static final Diagnostician DIAGNOSTICIAN = Diagnostician.withRules(Rulebook.bundled());
    private static final CaseFacts EXPIRED = Stories.read(Stories.file("host-certificate-expired"));

    @AfterAll
    static void close() {
        DIAGNOSTICIAN.close();
    }

    @Test
    void a_certificate_that_still_runs_takes_its_cause_out_of_the_likely_ones() {
        WhatIf whatIf =
                DIAGNOSTICIAN.whatIf(EXPIRED, Map.of("host.certificate.notAfter", "2027-11-01T00:00:00Z"), List.of());

        assertThat(whatIf.moves()).anySatisfy(move -> {
            assertThat(move.cause().id()).isEqualTo("host-certificate-expired");
            assertThat(move.before().likelihood()).isEqualTo(Likelihood.CONFIRMED);
            assertThat(move.after().likelihood()).isLessThan(Likelihood.LIKELY);
        });
        assertThat(whatIf.states())
                .contains(new WhatIf.StateChange(
                        "host-certificate-expired/expired", RuleState.FIRED, RuleState.CONTRADICTED));
    }

    @Test
    void nothing_moves_where_nothing_is_otherwise() {
        WhatIf whatIf = DIAGNOSTICIAN.whatIf(EXPIRED, Map.of(), List.of());

        assertThat(whatIf.moves()).isEmpty();
        assertThat(whatIf.states()).isEmpty();
    }

    @Test
    void what_is_taken_out_is_unknown_again() {
        CaseFacts without = EXPIRED.changed(Map.of(), List.of("host.certificate", "attempt.error"));

        assertThat(without.value("host.certificate.notAfter")).isEmpty();
        assertThat(without.value("attempt.error")).isEmpty();
        assertThat(without.value("attempt.extendedError")).isEqualTo(EXPIRED.value("attempt.extendedError"));
        assertThat(DIAGNOSTICIAN
                        .whatIf(EXPIRED, Map.of(), List.of("host.certificate"))
                        .states())
                .contains(new WhatIf.StateChange(
                        "host-certificate-expired/expired", RuleState.FIRED, RuleState.UNDECIDED));
    }

    @Test
    void a_thing_can_be_said_to_be_missing_or_to_be_there() {
        CaseFacts stopped = EXPIRED.changed(Map.of("host.services[TermService].present", "false"), List.of());

        assertThat(stopped.value("host.services[TermService].present")).contains(false);
        assertThat(stopped.value("host.services[TermService].state")).isEmpty();
        assertThat(stopped.changed(Map.of("host.services[TermService].state", "running"), List.of())
                        .value("host.services[TermService].present"))
                .contains(true);
    }

    @Test
    void all_other_values_keep_where_they_came_from() {
        CaseFacts changed = EXPIRED.changed(Map.of("host.nla.required", false), List.of());

        for (Fact fact : EXPIRED.facts()) {
            Optional<Fact> same = changed.facts().stream().filter(fact::equals).findFirst();
            if (same.isPresent()) {
                for (Property property : fact.factKind().ownProperties()) {
                    assertThat(changed.origin(same.get(), property.name()))
                            .isEqualTo(EXPIRED.origin(fact, property.name()));
                }
            }
        }
        assertThat(changed.files()).isEqualTo(EXPIRED.files());
    }

    static List<CaseFacts> everything() {
        return Stories.everything().stream().map(Stories::read).toList();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_case_of_which_nothing_is_changed_says_the_same(CaseFacts facts) {
        assertThat(facts.changed(Map.of(), List.of()).facts()).isEqualTo(facts.facts());
    }

    @Test
    void what_is_no_path_or_no_value_is_refused_with_what_may_have_been_meant() {
        assertThatThrownBy(() -> EXPIRED.changed(Map.of("host.nla.requird", "false"), List.of()))
                .isInstanceOfSatisfying(InvalidFactFileException.class, refused -> assertThat(refused.problems())
                        .singleElement()
                        .asString()
                        .contains("host.nla.required"));
        assertThatThrownBy(() -> EXPIRED.changed(Map.of("host.nla.required", "perhaps"), List.of()))
                .isInstanceOf(InvalidFactFileException.class);
        assertThatThrownBy(() -> EXPIRED.changed(Map.of(), List.of("host.nlaa")))
                .isInstanceOf(InvalidFactFileException.class);
    }

    @Test
    void a_cause_of_which_nothing_is_known_can_be_brought_among_the_likely_ones() {
        CaseFacts hardly = CaseFacts.named("hardly").put("attempt.error", 0x204).build();

        assertThat(DIAGNOSTICIAN.flip(hardly, "firewall-blocks-rdp")).hasValueSatisfying(flip -> {
            assertThat(flip.likelyBefore()).isFalse();
            assertThat(flip.changes()).singleElement().extracting(Change::path).isEqualTo("host.firewall.admitsRdp");
        });
    }

    static List<CaseFacts> stories() {
        return Stories.files().stream().map(Stories::read).toList();
    }

    /** Of each story other causes, so that all come up and it ends soon. */
    @ParameterizedTest
    @MethodSource("stories")
    void no_part_of_a_smallest_change_does_it(CaseFacts story) {
        int found = 0;
        List<Cause> causes = DIAGNOSTICIAN.rulebook().causes();
        int stories = stories().size();
        for (int at = Math.floorMod(story.name().hashCode(), stories); at < causes.size(); at += stories) {
            Cause cause = causes.get(at);
            Optional<Flip> flip = DIAGNOSTICIAN.flip(story, cause.id());
            if (flip.isEmpty()) {
                continue;
            }
            found++;
            List<Change> changes = flip.get().changes();
            assertThat(changes).hasSizeBetween(1, Flip.MOST_CHANGES);
            assertThat(likely(story, cause, List.of())).isEqualTo(flip.get().likelyBefore());
            assertThat(likely(story, cause, changes))
                    .as(cause.id() + " " + changes)
                    .isNotEqualTo(flip.get().likelyBefore());
            for (int subset = 1; subset < (1 << changes.size()) - 1; subset++) {
                List<Change> part = new ArrayList<>();
                for (int i = 0; i < changes.size(); i++) {
                    if ((subset & 1 << i) != 0) {
                        part.add(changes.get(i));
                    }
                }
                assertThat(likely(story, cause, part))
                        .as(cause.id() + " " + part)
                        .isEqualTo(flip.get().likelyBefore());
            }
        }
        assertThat(found).as("causes that can be flipped").isPositive();
    }

    private static boolean likely(CaseFacts facts, Cause cause, List<Change> changes) {
        Map<String, String> set = new LinkedHashMap<>();
        List<String> unset = new ArrayList<>();
        for (Change change : changes) {
            if (change.takesOut()) {
                unset.add(change.path());
            } else {
                set.putAll(change.all());
            }
        }
        return DIAGNOSTICIAN
                .diagnose(facts.changed(set, unset))
                .ranking()
                .of(cause.id())
                .orElseThrow()
                .likelihood()
                .atLeast(Likelihood.LIKELY);
    }
}
