package org.rdpdx.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Evidence;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.LookAlike;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Source;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;
import org.rdpdx.plan.PlanStep;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;

/** One report as JSON; {@code report.schema.json} describes it. */
final class JsonReport extends JsonValues {

    /** Grows when a key goes away or changes its meaning. */
    private static final String SCHEMA_VERSION = "1";

    private final Report report;
    private final JsonConditions conditions;

    JsonReport(Report report, JsonGenerator json) {
        super(json);
        this.report = report;
        this.conditions = new JsonConditions(report.findings(), json);
    }

    void write() throws IOException {
        List<Diagnosis> shown = report.shown();
        json.writeStartObject();
        json.writeStringField("schemaVersion", SCHEMA_VERSION);
        tool();
        json.writeStringField("case", report.facts().name());
        texts("files", report.facts().files());
        optional("observedAt", report.facts().observedAt().map(Object::toString));
        json.writeStringField("verdict", report.ranking().verdict().word());
        optional("reached", report.findings().reached().map(Phase::word));
        json.writeObjectFieldStart("rulebook");
        json.writeStringField("version", report.rulebook().version());
        json.writeStringField("hash", report.rulebook().hash());
        json.writeEndObject();
        states();
        json.writeArrayFieldStart("diagnoses");
        for (Diagnosis diagnosis : shown) {
            diagnosis(diagnosis, shown);
        }
        json.writeEndArray();
        json.writeNumberField("unlikelyCount", report.ranking().diagnoses().size() - shown.size());
        undecided(shown);
        json.writeArrayFieldStart("collectNext");
        for (ToCollect next : report.collectNext()) {
            json.writeStartObject();
            texts("paths", next.wanted().stream().map(Wanted::path).toList());
            beside(next.wanted().get(0));
            way(next.way());
            json.writeEndObject();
        }
        json.writeEndArray();
        plan();
        json.writeObjectFieldStart("next");
        json.writeStringField("command", NextCommand.of(report));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void tool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", "rdpdx");
        json.writeStringField("version", Report.toolVersion());
        json.writeEndObject();
    }

    private void states() throws IOException {
        Map<RuleState, Integer> counts = report.findings().counts();
        json.writeObjectFieldStart("states");
        int total = 0;
        for (RuleState state : RuleState.values()) {
            int count = counts.getOrDefault(state, 0);
            json.writeNumberField(state.word(), count);
            total += count;
        }
        json.writeNumberField("total", total);
        json.writeEndObject();
        json.writeArrayFieldStart("errors");
        for (RuleVerdict verdict : report.findings().verdicts()) {
            if (verdict.state() == RuleState.ERROR) {
                json.writeStartObject();
                json.writeStringField("rule", verdict.rule().name());
                optional("failure", verdict.failure());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    // ------------------------------------------------------------------ causes

    private void diagnosis(Diagnosis diagnosis, List<Diagnosis> shown) throws IOException {
        Card card = report.rulebook().card(diagnosis.id());
        json.writeStartObject();
        json.writeStringField("id", diagnosis.id());
        json.writeStringField("title", diagnosis.cause().title());
        json.writeStringField("area", diagnosis.cause().area());
        json.writeStringField("likelihood", diagnosis.likelihood().word());
        fraction("confidence", diagnosis.confidence());
        json.writeNumberField("prior", diagnosis.prior());
        optional("explainedBy", diagnosis.explainedBy());
        json.writeStringField("why", card.why());
        json.writeArrayFieldStart("evidence");
        for (Evidence evidence : diagnosis.evidence()) {
            evidence(evidence);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lookAlikes");
        for (LookAlike like : report.lookAlikes(diagnosis, shown)) {
            json.writeStartObject();
            json.writeStringField("id", like.id());
            json.writeStringField("tellApart", like.tellApart());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("falsePositives", card.falsePositives());
        json.writeArrayFieldStart("sources");
        for (Source source : card.sources()) {
            json.writeStartObject();
            json.writeStringField("url", source.url());
            json.writeStringField("checked", source.checked().toString());
            json.writeStringField("says", source.says());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void evidence(Evidence evidence) throws IOException {
        json.writeStartObject();
        optional("rule", evidence.ruleName());
        json.writeStringField("strength", evidence.strength().word());
        json.writeNumberField("contribution", evidence.contribution());
        json.writeStringField("speaks", against(evidence) ? "against" : "for");
        optional("countedAs", evidence.countedAs());
        if (evidence.isStageGate()) {
            json.writeBooleanField("stageGate", true);
        }
        conditions.write("conditions", evidence.conditions());
        json.writeEndObject();
    }

    /** Also of a rule that does not count, and so adds nothing. */
    private boolean against(Evidence evidence) {
        return evidence.isStageGate()
                || report.findings().verdicts().stream()
                        .map(RuleVerdict::rule)
                        .anyMatch(rule -> rule.against()
                                && rule.name().equals(evidence.ruleName().orElse("")));
    }

    // ------------------------------------------------------------------ what is open

    private void undecided(List<Diagnosis> shown) throws IOException {
        Map<String, List<Wanted>> lacking = report.undecided();
        Set<String> ids = new HashSet<>();
        shown.forEach(diagnosis -> ids.add(diagnosis.id()));
        json.writeArrayFieldStart("undecided");
        for (RuleVerdict verdict : report.findings().verdicts()) {
            boolean of = ids.contains(verdict.rule().owner()) && !verdict.rule().isDeduction();
            List<Wanted> missing = lacking.get(verdict.rule().name());
            if (of && missing != null) {
                json.writeStartObject();
                json.writeStringField("rule", verdict.rule().name());
                json.writeStringField("diagnosis", verdict.rule().owner());
                texts("missing", missing.stream().map(Wanted::path).toList());
                json.writeArrayFieldStart("collect");
                for (Wanted wanted : missing) {
                    json.writeStartObject();
                    json.writeStringField("path", wanted.path());
                    beside(wanted);
                    way(wanted.way());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    // ------------------------------------------------------------------ the plan

    private void plan() throws IOException {
        json.writeObjectFieldStart("plan");
        json.writeBooleanField("cutsAccess", report.plan().cutsAccess());
        json.writeArrayFieldStart("steps");
        for (PlanStep step : report.plan().steps()) {
            json.writeStartObject();
            json.writeNumberField("number", step.number());
            json.writeStringField("role", role(step.role()));
            json.writeStringField("id", step.id());
            json.writeStringField("title", PlanText.title(step));
            switch (step.role()) {
                case READ -> read(step);
                case DO -> carryOut(step, step.what().orElseThrow());
                case UNDO -> takeBack(step, step.what().orElseThrow());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String role(PlanStep.Role role) {
        return switch (role) {
            case READ -> "read";
            case DO -> "do";
            case UNDO -> "undo";
        };
    }

    private void read(PlanStep step) throws IOException {
        String path = step.fact().orElseThrow();
        json.writeStringField("path", path);
        way(Wanted.at(path).flatMap(Wanted::way));
    }

    private void takeBack(PlanStep step, Step what) throws IOException {
        json.writeStringField("where", what.where());
        optional("action", step.doing());
        json.writeStringField("privilege", what.privilege());
    }

    private void carryOut(PlanStep step, Step what) throws IOException {
        json.writeStringField("where", what.where());
        json.writeStringField("class", what.kind().word());
        optional("action", step.doing());
        optional("command", step.running());
        texts("unobserved", step.unobserved());
        json.writeBooleanField("byPolicy", step.byPolicy());
        json.writeStringField("privilege", what.privilege());
        json.writeNumberField("minutes", what.minutes());
        json.writeNumberField("downtimeMinutes", what.downtimeMinutes());
        json.writeBooleanField("reboot", what.kind() == StepClass.REBOOT);
        json.writeBooleanField("cutsAccess", what.cutsAccess());
        json.writeBooleanField("weakensSecurity", what.kind() == StepClass.WEAKENS_SECURITY);
        if (what.temporaryMinutes().isPresent()) {
            json.writeNumberField("temporaryMinutes", what.temporaryMinutes().get());
        }
        json.writeStringField("verify", what.verify());
        optional("undo", what.undo());
        texts("needs", what.needs());
        texts("cures", step.cures());
        fraction("chance", step.chance());
    }
}
