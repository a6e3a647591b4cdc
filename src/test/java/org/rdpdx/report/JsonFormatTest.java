package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.facts.CaseFacts;

class JsonFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode json(CaseFacts.Builder facts) throws IOException {
        return JSON.readTree(Sample.written(ReportFormat.json(), Sample.report(facts)));
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = Report.class.getResourceAsStream("report.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
    }

    @ParameterizedTest
    @MethodSource("org.rdpdx.report.TextFormatTest#cases")
    void a_report_is_what_its_schema_says(CaseFacts.Builder facts) throws IOException {
        assertThat(schema().validate(json(facts))).isEmpty();
    }

    @Test
    void several_reports_are_a_list_and_one_is_none() throws IOException {
        Report report = Sample.report(Sample.expired());
        StringBuilder two = new StringBuilder();
        StringBuilder one = new StringBuilder();
        StringBuilder none = new StringBuilder();

        ReportFormat.json().writeAll(List.of(report, report), two);
        ReportFormat.json().writeAll(List.of(report), one);
        ReportFormat.json().writeAll(List.of(), none);

        assertThat(JSON.readTree(two.toString())).hasSize(2);
        assertThat(schema().validate(JSON.readTree(two.toString()))).isEmpty();
        assertThat(JSON.readTree(one.toString()).isObject()).isTrue();
        assertThat(JSON.readTree(none.toString())).isEmpty();
    }

    @Test
    void the_schema_refuses_a_key_that_it_does_not_know() throws IOException {
        JsonNode report = json(Sample.expired());
        ((com.fasterxml.jackson.databind.node.ObjectNode) report).put("mood", "good");

        assertThat(schema().validate(report)).isNotEmpty();
    }

    @Test
    void keys_stand_in_one_order() throws IOException {
        List<String> keys = new ArrayList<>();

        json(Sample.expired()).fieldNames().forEachRemaining(keys::add);

        assertThat(keys)
                .containsExactly(
                        "schemaVersion",
                        "tool",
                        "case",
                        "files",
                        "observedAt",
                        "verdict",
                        "rulebook",
                        "states",
                        "errors",
                        "diagnoses",
                        "unlikelyCount",
                        "undecided",
                        "collectNext",
                        "plan",
                        "next");
    }

    @Test
    void confidence_has_four_decimals() {
        assertThat(Sample.written(ReportFormat.json(), Sample.report(Sample.expired())))
                .contains("\"confidence\": 0.7311,\n");
    }

    @Test
    void states_add_up() throws IOException {
        JsonNode states = json(Sample.confirmed()).get("states");

        int sum = states.get("fired").asInt()
                + states.get("contradicted").asInt()
                + states.get("undecided").asInt()
                + states.get("notApplicable").asInt()
                + states.get("error").asInt();

        assertThat(sum).isEqualTo(states.get("total").asInt());
    }

    @Test
    void every_cause_is_listed_or_counted() throws IOException {
        JsonNode report = json(Sample.confirmed());

        int listed = report.get("diagnoses").size();

        assertThat(listed + report.get("unlikelyCount").asInt())
                .isEqualTo(Sample.RULEBOOK.causes().size());
    }

    @Test
    void evidence_names_the_fact_and_what_it_follows_from() throws IOException {
        JsonNode evidence = json(Sample.expired()).at("/diagnoses/0/evidence/0");

        assertThat(evidence.get("rule").asText()).isEqualTo("expired/seen");
        JsonNode read = evidence.at("/conditions/1/reads/0");
        assertThat(read.get("path").asText()).isEqualTo("host.certificate.validity");
        assertThat(read.get("value").asText()).isEqualTo("expired");
        assertThat(read.get("derivedFrom").asText()).isEqualTo("notAfter");
    }

    @Test
    void a_deduced_fact_names_what_it_rests_on() throws IOException {
        JsonNode deduced = json(Sample.expired()).at("/diagnoses/0/evidence/1/conditions/2");

        assertThat(deduced.get("deducedBy").asText()).isEqualTo("refused/by-message");
        assertThat(deduced.at("/because/0/reads/0/path").asText()).isEqualTo("attempt.message");
    }

    @Test
    void the_stage_gate_has_no_rule_and_speaks_against() throws IOException {
        JsonNode report = json(Sample.expired().put("attempt.progress", "estimating"));

        JsonNode gate = report.at("/diagnoses").findParents("stageGate").get(0);

        assertThat(report.get("reached").asText()).isEqualTo("credentials");
        assertThat(gate.has("rule")).isFalse();
        assertThat(gate.get("speaks").asText()).isEqualTo("against");
        assertThat(gate.at("/conditions/0/reads/0/path").asText()).isEqualTo("attempt.progress");
    }

    @Test
    void a_rule_that_does_not_count_names_the_one_that_does() throws IOException {
        JsonNode uncounted = json(Sample.confirmed())
                .at("/diagnoses")
                .findParents("countedAs")
                .get(0);

        assertThat(uncounted.get("rule").asText()).isEqualTo("expired/event");
        assertThat(uncounted.get("countedAs").asText()).isEqualTo("expired/seen");
        assertThat(uncounted.get("contribution").asDouble()).isZero();
        assertThat(uncounted.get("speaks").asText()).isEqualTo("for");
    }

    @Test
    void a_look_alike_stated_on_one_card_is_shown_on_both() throws IOException {
        JsonNode report = json(Sample.expired().put("host.keyStore.rdpKeyReadable", false));

        for (JsonNode diagnosis : report.get("diagnoses")) {
            assertThat(diagnosis.at("/lookAlikes/0/tellApart").asText())
                    .isEqualTo("An expired certificate has a key that can be read.");
        }
    }

    @Test
    void an_undecided_rule_names_what_it_lacks_and_how_to_collect_it() throws IOException {
        JsonNode undecided = json(Sample.expired()).get("undecided");

        JsonNode rule = undecided.get(1);

        assertThat(rule.get("rule").asText()).isEqualTo("expired/event-now");
        assertThat(rule.get("missing").toString())
                .isEqualTo("[\"host.events[36870].status\",\"host.events[36870].at\"]");
        assertThat(rule.at("/collect/0/beside").asText()).isEqualTo("provider Schannel");
        assertThat(rule.at("/collect/0/command").asText()).startsWith("Get-WinEvent");
        assertThat(rule.at("/collect/0/seconds").asInt()).isPositive();
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        String first = Sample.written(ReportFormat.json(), Sample.report(Sample.confirmed()));
        String second = Sample.written(ReportFormat.json(), Sample.report(Sample.confirmed()));

        assertThat(first).isEqualTo(second).endsWith("}\n").doesNotContain("\r");
    }
}
