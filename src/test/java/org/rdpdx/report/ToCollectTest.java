package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.rulebook.Rule;

class ToCollectTest {

    private static List<String> paths(CaseFacts.Builder facts) {
        return Sample.report(facts).collectNext().stream()
                .flatMap(one -> one.wanted().stream())
                .map(Wanted::path)
                .toList();
    }

    private static List<String> missing(String rule, CaseFacts.Builder facts) {
        Report report = Sample.report(facts);
        return report.undecided().getOrDefault(rule, List.of()).stream()
                .map(Wanted::path)
                .toList();
    }

    @Test
    void a_rule_lacks_the_properties_that_nobody_observed() {
        assertThat(missing("expired/seen", Sample.nothing())).containsExactly("host.certificate.validity");
        assertThat(missing("nla-too-old", Sample.nothing().put("host.nla.required", true)))
                .containsExactly("attempt.clientApp");
    }

    @Test
    void a_rule_that_asks_only_whether_a_thing_is_there_lacks_the_thing() {
        assertThat(missing("expired/event", Sample.nothing())).containsExactly("host.events[36870]");
    }

    @Test
    void what_is_worked_out_from_two_times_lacks_both() {
        assertThat(missing("expired/event-now", Sample.nothing()))
                .containsExactly("attempt.at", "host.events[36870].status", "host.events[36870].at");
        assertThat(missing("expired/event-now", Sample.nothing().put("attempt.at", "2026-11-20T09:14:00Z")))
                .containsExactly("host.events[36870].status", "host.events[36870].at");
    }

    @Test
    void what_was_not_deduced_lacks_what_it_could_be_deduced_from() {
        assertThat(missing("key-unusable/refused", Sample.nothing()))
                .containsExactlyInAnyOrder("attempt.message", "attempt.extendedError");
    }

    @Test
    void nothing_that_is_known_is_asked_for() {
        CaseFacts.Builder facts = Sample.expired();

        assertThat(paths(facts))
                .isNotEmpty()
                .allMatch(path -> facts.build().value(path).isEmpty());
    }

    @Test
    void what_could_not_be_read_is_not_asked_for() {
        assertThat(paths(Sample.nothing())).contains("host.keyStore.accessible", "host.keyStore.rdpKeyReadable");
        assertThat(paths(Sample.nothing().unread("host.keyStore", "access-denied")))
                .noneMatch(path -> path.startsWith("host.keyStore"));
        assertThat(paths(Sample.nothing().unread("host.keyStore.accessible", "access-denied")))
                .doesNotContain("host.keyStore.accessible")
                .contains("host.keyStore.rdpKeyReadable");
    }

    @Test
    void what_one_command_prints_is_one_thing_to_collect() {
        assertThat(Sample.report(Sample.nothing()).collectNext()).anyMatch(one -> one.wanted().stream()
                .map(Wanted::path)
                .toList()
                .equals(List.of("host.keyStore.accessible", "host.keyStore.rdpKeyReadable")));
    }

    @Test
    void a_weaker_rule_that_sees_what_was_seen_already_need_not_be_settled() {
        assertThat(Sample.RULEBOOK.rules().stream().map(Rule::name)).contains("expired/event");
        assertThat(missing("expired/event", Sample.expired())).containsExactly("host.events[36870]");
        assertThat(paths(Sample.expired())).doesNotContain("host.events[36870]");
    }

    @Test
    void at_most_five_things_are_asked_for_in_a_stable_order() {
        List<String> first = paths(Sample.nothing());

        assertThat(Sample.report(Sample.nothing()).collectNext()).hasSizeBetween(1, 5);
        assertThat(paths(Sample.nothing())).isEqualTo(first);
    }
}
