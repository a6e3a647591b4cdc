package org.rdpdx.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Cures;
import org.rdpdx.knowledge.LookAlike;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.Source;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What a rulebook holds, for people who want to know it and not to run it: its catalogue, and a sheet of each part. */
public final class RuleSheets {

    /** How to write it. */
    public enum Format {
        /** For a terminal. */
        TEXT,
        /** For a wiki. */
        MARKDOWN,
        /** For programs. */
        JSON
    }

    private static final List<String> RULES = List.of("sheet.count.rule", "sheet.count.rules");
    private static final List<String> CASES = List.of("sheet.count.case", "sheet.count.cases");

    private final Rulebook rulebook;
    private final Sheet sheet;

    private RuleSheets(Rulebook rulebook, Sheet sheet) {
        this.rulebook = rulebook;
        this.sheet = sheet;
    }

    private static Sheet sheet(Format format, int width, boolean colour) {
        return format == Format.MARKDOWN ? new Sheet.Markdown() : new Sheet.Terminal(width, colour);
    }

    /** Everything that {@link #show} can tell about: diagnoses, deductions and steps, and ids that are retired. */
    public static Set<String> ids(Rulebook rulebook) {
        Set<String> ids = new TreeSet<>();
        rulebook.causes().forEach(cause -> ids.add(cause.id()));
        rulebook.rules().forEach(rule -> ids.add(rule.owner()));
        ids.addAll(rulebook.stepIds());
        rulebook.retired().forEach(retired -> ids.add(retired.id()));
        return ids;
    }

    /** Rules of a diagnosis or deduction. */
    static List<Rule> rules(Rulebook rulebook, String owner) {
        return rulebook.rules().stream()
                .filter(rule -> rule.owner().equals(owner))
                .toList();
    }

    static List<RuleCase> cases(Rulebook rulebook, String owner) {
        return rulebook.cases().stream()
                .filter(one -> one.owner().equals(owner))
                .toList();
    }

    static Set<String> deductions(Rulebook rulebook) {
        Set<String> ids = new TreeSet<>();
        rulebook.rules().stream().filter(Rule::isDeduction).forEach(rule -> ids.add(rule.owner()));
        return ids;
    }

    // ------------------------------------------------------------------ the catalogue

    /**
     * Writes all diagnoses by area, in the order of a connection.
     *
     * @param area the only area to write; all, with the deductions, if empty
     * @throws IOException if it is not taken
     */
    public static void list(
            Rulebook rulebook, Optional<String> area, Format format, int width, boolean colour, Appendable out)
            throws IOException {
        if (format == Format.JSON) {
            JsonText.write(out, json -> new JsonRules(rulebook, json).list(area));
            return;
        }
        RuleSheets sheets = new RuleSheets(rulebook, sheet(format, width, colour));
        sheets.catalogue(area, format);
        out.append(sheets.sheet.text());
    }

    private void catalogue(Optional<String> wanted, Format format) {
        if (format == Format.MARKDOWN) {
            sheet.title(Messages.text(
                    "sheet.rulebook", rulebook.version(), rulebook.hash().substring(0, 12)));
        }
        Map<String, Long> cases = new TreeMap<>();
        rulebook.cases().forEach(one -> cases.merge(one.owner(), 1L, Long::sum));
        int ways = 0;
        int causes = 0;
        for (Area area : rulebook.areas()) {
            List<Cause> listed = wanted.isPresent() && !wanted.get().equals(area.id()) ? List.of() : of(area);
            if (!listed.isEmpty()) {
                List<List<String>> rows = new ArrayList<>();
                rows.add(List.of(
                        Messages.text("sheet.id"),
                        Messages.text("sheet.title"),
                        Messages.text("sheet.ways"),
                        Messages.text("sheet.cases")));
                for (Cause cause : listed) {
                    int own = rules(rulebook, cause.id()).size();
                    ways += own;
                    rows.add(List.of(
                            cause.id(),
                            cause.title(),
                            count(RULES, own),
                            count(CASES, cases.getOrDefault(cause.id(), 0L))));
                }
                causes += listed.size();
                sheet.heading(area.id() + ": " + area.title());
                sheet.table(rows);
            }
        }
        Set<String> deductions = wanted.isPresent() ? Set.of() : deductions(rulebook);
        if (!deductions.isEmpty()) {
            sheet.heading(Messages.text("sheet.deductions"));
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(Messages.text("sheet.id"), Messages.text("sheet.ways"), Messages.text("sheet.cases")));
            for (String id : deductions) {
                int own = rules(rulebook, id).size();
                ways += own;
                rows.add(List.of(id, count(RULES, own), count(CASES, cases.getOrDefault(id, 0L))));
            }
            sheet.table(rows);
        }
        sheet.heading(
                Messages.text("sheet.sum", causes, ways, rulebook.stepIds().size()));
    }

    private static String count(List<String> key, long number) {
        return number + " " + Messages.text(number == 1 ? key.get(0) : key.get(1));
    }

    private List<Cause> of(Area area) {
        return rulebook.causes().stream()
                .filter(cause -> cause.area().equals(area.id()))
                .toList();
    }

    // ------------------------------------------------------------------ one part

    /**
     * Writes the sheet of a diagnosis, a deduction or a step; of a retired diagnosis why it is gone, and the sheet of the one
     * that replaced it.
     *
     * @param id one of {@link #ids}
     * @throws IOException if it is not taken
     * @throws IllegalArgumentException if there is nothing of that id
     */
    public static void show(Rulebook rulebook, String id, Format format, int width, boolean colour, Appendable out)
            throws IOException {
        if (!ids(rulebook).contains(id)) {
            throw new IllegalArgumentException("nothing is called " + id);
        }
        if (format == Format.JSON) {
            JsonText.write(out, json -> new JsonRules(rulebook, json).show(id));
            return;
        }
        RuleSheets sheets = new RuleSheets(rulebook, sheet(format, width, colour));
        sheets.show(id);
        out.append(sheets.sheet.text());
    }

    static Optional<Retired> retired(Rulebook rulebook, String id) {
        return rulebook.retired().stream().filter(gone -> gone.id().equals(id)).findFirst();
    }

    private void show(String id) {
        Optional<Retired> retired = retired(rulebook, id);
        if (retired.isPresent()) {
            gone(retired.get());
        } else if (rulebook.cause(id).isPresent()) {
            diagnosis(rulebook.card(id));
        } else if (deductions(rulebook).contains(id)) {
            deduction(id);
        } else {
            step(rulebook.step(id));
        }
    }

    private void gone(Retired retired) {
        sheet.title(Messages.text("sheet.retired", retired.id(), retired.why()));
        Optional<String> instead = retired.replacedBy().filter(ids(rulebook)::contains);
        instead.ifPresent(other -> {
            sheet.paragraph(Messages.text("sheet.instead", other));
            show(other);
        });
    }

    private void diagnosis(Card card) {
        sheet.title(Messages.text("sheet.named", card.title(), card.id()));
        String area = rulebook.areas().stream()
                .filter(one -> one.id().equals(card.area()))
                .map(Area::title)
                .findFirst()
                .orElse("");
        List<String> phases = card.phases().stream().map(Phase::word).toList();
        sheet.paragraph(Messages.text(
                "sheet.about",
                card.area(),
                area,
                card.frequency().word(),
                String.join(", ", phases),
                card.status(),
                card.since()));
        sheet.heading(Messages.text("text.why"));
        sheet.paragraph(card.why());
        ways(card.id());
        remedies(card);
        if (!card.lookAlikes().isEmpty()) {
            sheet.heading(Messages.text("sheet.look-alikes"));
            card.lookAlikes().forEach(this::lookAlike);
        }
        if (!card.falsePositives().isEmpty()) {
            sheet.heading(Messages.text("sheet.false-positives"));
            card.falsePositives().forEach(one -> sheet.item(one, List.of()));
        }
        if (!card.explains().isEmpty()) {
            sheet.heading(Messages.text("sheet.explains"));
            card.explains().forEach(id -> sheet.item(named(id), List.of()));
        }
        cases(card.id());
        sources(card.sources());
    }

    private String named(String id) {
        return rulebook.cause(id)
                .map(cause -> Messages.text("sheet.named", cause.title(), cause.id()))
                .orElse(id);
    }

    private void lookAlike(LookAlike like) {
        sheet.item(named(like.id()), List.of(like.tellApart()));
    }

    // ------------------------------------------------------------------ when it fires

    private void ways(String owner) {
        List<Rule> own = rules(rulebook, owner);
        List<Rule> speaking =
                new ArrayList<>(own.stream().filter(rule -> !rule.against()).toList());
        List<Rule> against = new ArrayList<>(own.stream().filter(Rule::against).toList());
        Set<String> deduced = new LinkedHashSet<>();
        Map<String, String> glossary = new LinkedHashMap<>();
        sheet.heading(Messages.text("sheet.for"));
        sheet.paragraph(Messages.text("sheet.for.how"));
        strongestFirst(speaking).forEach(rule -> way(rule, own, deduced, glossary));
        if (!against.isEmpty()) {
            sheet.heading(Messages.text("sheet.against"));
            strongestFirst(against).forEach(rule -> way(rule, own, deduced, glossary));
        }
        beside(deduced, glossary);
    }

    static List<Rule> strongestFirst(List<Rule> rules) {
        return rules.stream()
                .sorted((one, other) -> {
                    int order = strength(one).compareTo(strength(other));
                    return order != 0 ? order : one.name().compareTo(other.name());
                })
                .toList();
    }

    private static Strength strength(Rule rule) {
        return rule.speaks().orElse(Strength.WEAK);
    }

    private void way(Rule rule, List<Rule> own, Set<String> deduced, Map<String, String> glossary) {
        RuleWords words = RuleWords.of(rule);
        glossary.putAll(words.glossary());
        deduced.addAll(restsOn(rule));
        double weight = rulebook.weights().of(strength(rule)) * (rule.against() ? -1 : 1);
        List<String> lines = new ArrayList<>(lines(words));
        List<String> others = sameSight(rule, own);
        if (!others.isEmpty()) {
            lines.add(Messages.text("sheet.sees", String.join(", ", others)));
        }
        sheet.item(Messages.text("sheet.way", way(rule), strength(rule).word(), VerdictText.decimal(weight)), lines);
    }

    /** What follows the id in the name of a rule. */
    static String way(Rule rule) {
        String start = rule.owner() + "/";
        return rule.name().startsWith(start) ? rule.name().substring(start.length()) : rule.name();
    }

    private static List<String> sameSight(Rule rule, List<Rule> own) {
        String sees = rule.sees();
        return own.stream()
                .filter(other -> sees != null
                        && sees.equals(other.sees())
                        && other.against() == rule.against()
                        && !other.name().equals(rule.name()))
                .map(RuleSheets::way)
                .toList();
    }

    private static List<String> lines(RuleWords words) {
        List<String> lines = new ArrayList<>();
        for (List<String> sentences : words.alternatives()) {
            String before = lines.isEmpty() ? "" : Messages.text("sheet.or") + " ";
            for (String sentence : sentences) {
                lines.add(before + sentence);
                before = Messages.text("sheet.and") + " ";
            }
        }
        return lines;
    }

    /** Owners of the deductions that a rule reads. */
    private List<String> restsOn(Rule rule) {
        List<String> owners = new ArrayList<>();
        for (Rule other : rulebook.rules()) {
            Rule.Deduced made = other.deduces();
            if (made != null && rule.patterns().stream().anyMatch(made::makes) && !owners.contains(other.owner())) {
                owners.add(other.owner());
            }
        }
        return owners;
    }

    /** What the ways rest on, so that nobody has to look it up. */
    private void beside(Set<String> deduced, Map<String, String> glossary) {
        if (!deduced.isEmpty()) {
            sheet.heading(Messages.text("sheet.follows"));
            for (String id : deduced) {
                List<String> lines = new ArrayList<>();
                for (Rule rule : rules(rulebook, id)) {
                    RuleWords words = RuleWords.of(rule);
                    glossary.putAll(words.glossary());
                    lines.add(
                            id.equals("reached")
                                    ? Messages.text(
                                            "sheet.thing", words.deduces().orElse(""), words.sentence())
                                    : words.sentence());
                }
                sheet.item(Messages.text("sheet.any-of", id), lines);
            }
        }
        if (!glossary.isEmpty()) {
            sheet.heading(Messages.text("sheet.glossary"));
            glossary.forEach((path, meaning) -> sheet.item(Messages.text("sheet.thing", path, meaning), List.of()));
        }
    }

    private void deduction(String id) {
        sheet.title(Messages.text("sheet.deduction", id));
        sheet.heading(Messages.text("sheet.if"));
        Set<String> deduced = new LinkedHashSet<>();
        Map<String, String> glossary = new LinkedHashMap<>();
        for (Rule rule : rules(rulebook, id)) {
            RuleWords words = RuleWords.of(rule);
            glossary.putAll(words.glossary());
            deduced.addAll(restsOn(rule));
            sheet.item(Messages.text("sheet.thing", way(rule), words.deduces().orElse("")), lines(words));
        }
        deduced.remove(id);
        beside(deduced, glossary);
        sheet.heading(Messages.text("sheet.read-by"));
        for (Rule rule : rulebook.rules()) {
            if (restsOn(rule).contains(id)) {
                sheet.item(rule.name(), List.of());
            }
        }
        cases(id);
    }

    private void cases(String owner) {
        List<RuleCase> own = cases(rulebook, owner);
        if (own.isEmpty()) {
            return;
        }
        sheet.heading(Messages.text("sheet.cases.of", own.size()));
        for (RuleCase.Expected expected : RuleCase.Expected.values()) {
            List<String> names = own.stream()
                    .filter(one -> one.expect() == expected)
                    .map(RuleCase::name)
                    .toList();
            if (!names.isEmpty()) {
                sheet.item(Messages.text("sheet.cases.expect", expected.word(), names.size()), names);
            }
        }
    }

    private void sources(List<Source> sources) {
        if (sources.isEmpty()) {
            return;
        }
        sheet.heading(Messages.text("sheet.sources"));
        for (Source source : sources) {
            List<String> lines = source.says().isEmpty() ? List.of() : List.of(source.says());
            sheet.item(Messages.text("sheet.source", source.url(), source.checked()), lines);
        }
    }

    // ------------------------------------------------------------------ what to do

    private void remedies(Card card) {
        sheet.heading(Messages.text("sheet.steps"));
        for (Card.Remedy remedy : card.remedies()) {
            Step inline = remedy.inline();
            Step step = inline == null ? rulebook.step(remedy.stepId()) : inline;
            List<String> lines = new ArrayList<>();
            lines.add("[" + String.join(", ", PlanText.facets(step)) + "]");
            remedy.curing().ifPresent(often -> lines.add(cures(often)));
            sheet.item(Messages.text("sheet.named", step.title(), step.id()), lines);
        }
    }

    private String cures(Cures often) {
        return Messages.text(
                "sheet.cures",
                often.word(),
                VerdictText.percent(rulebook.weights().of(often)));
    }

    private void step(Step step) {
        sheet.title(Messages.text("sheet.named", step.title(), step.id()));
        sheet.paragraph("[" + String.join(", ", PlanText.facets(step)) + "]");
        sheet.heading(Messages.text("sheet.do"));
        sheet.paragraph(step.action());
        step.command().ifPresent(sheet::code);
        step.policy().ifPresent(policy -> {
            sheet.heading(Messages.text("sheet.policy", policy.owner()));
            sheet.paragraph(policy.action());
            policy.command().ifPresent(sheet::code);
        });
        sheet.heading(Messages.text("sheet.verify"));
        sheet.paragraph(step.verify());
        step.undo().ifPresent(undo -> {
            sheet.heading(Messages.text("sheet.undo"));
            if (undo.contains("\n")) {
                sheet.code(undo);
            } else {
                sheet.paragraph(undo);
            }
        });
        if (!step.needs().isEmpty()) {
            sheet.heading(Messages.text("sheet.needs"));
            step.needs()
                    .forEach(id -> sheet.item(
                            Messages.text("sheet.named", rulebook.step(id).title(), id), List.of()));
        }
        step.applies()
                .forEach(applies -> sheet.paragraph(Messages.text(
                        applies.only() ? "sheet.only-if" : "sheet.not-if",
                        applies.fact(),
                        String.join(", ", applies.values()))));
        sheet.heading(Messages.text("sheet.used-by"));
        for (Cause cause : rulebook.causes()) {
            for (Card.Remedy remedy : rulebook.card(cause.id()).remedies()) {
                if (remedy.stepId().equals(step.id())) {
                    sheet.item(
                            named(cause.id()),
                            remedy.curing().map(often -> List.of(cures(often))).orElse(List.of()));
                }
            }
        }
        sources(step.sources());
    }
}
