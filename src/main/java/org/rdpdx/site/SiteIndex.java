package org.rdpdx.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rdpdx.facts.Kind;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.Step;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What is in a rulebook, looked up from every side: who uses a step, reads a fact or rests on a deduction. */
final class SiteIndex {

    private final Rulebook rulebook;
    private final SortedMap<String, Card> cards = new TreeMap<>();
    private final SortedMap<String, Step> steps = new TreeMap<>();
    private final SortedMap<String, List<Rule>> rules = new TreeMap<>();
    private final Map<String, List<RuleCase>> cases = new LinkedHashMap<>();
    private final Map<Kind, List<Rule>> readers = new LinkedHashMap<>();
    private final Map<String, List<Rule>> asking = new HashMap<>();
    private final Set<String> deductions = new TreeSet<>();
    private final Map<String, List<String>> files = new HashMap<>();

    SiteIndex(Rulebook rulebook) {
        this.rulebook = rulebook;
        rulebook.causes().forEach(cause -> cards.put(cause.id(), rulebook.card(cause.id())));
        rulebook.stepIds().forEach(id -> steps.put(id, rulebook.step(id)));
        for (Rule rule : rulebook.rules()) {
            rules.computeIfAbsent(rule.owner(), owner -> new ArrayList<>()).add(rule);
            if (rule.isDeduction()) {
                deductions.add(rule.owner());
            }
            rule.patterns().stream().map(Pattern::kind).distinct().forEach(kind -> readers.computeIfAbsent(
                            kind, key -> new ArrayList<>())
                    .add(rule));
        }
        for (Rule rule : rulebook.rules()) {
            Constants.of(rule).stream()
                    .flatMap(constant -> constant.dialog().stream())
                    .distinct()
                    .forEach(dialog -> asking.computeIfAbsent(dialog, key -> new ArrayList<>())
                            .add(rule));
        }
        rules.values().forEach(some -> some.sort(Comparator.comparingInt(Rule::line)));
        for (RuleCase one : rulebook.cases()) {
            cases.computeIfAbsent(one.owner(), owner -> new ArrayList<>()).add(one);
        }
    }

    Rulebook rulebook() {
        return rulebook;
    }

    List<Area> areas() {
        return rulebook.areas();
    }

    /** The area of that id. */
    Area area(String id) {
        return areas().stream().filter(area -> area.id().equals(id)).findFirst().orElseThrow();
    }

    /** All cards by id. */
    SortedMap<String, Card> cards() {
        return cards;
    }

    /** The cards of an area, the most common first. */
    List<Card> cards(Area area) {
        return cards.values().stream()
                .filter(card -> card.area().equals(area.id()))
                .sorted(Comparator.comparing(Card::frequency).thenComparing(Card::id))
                .toList();
    }

    Card card(String id) {
        Card card = cards.get(id);
        if (card == null) {
            throw new IllegalStateException("no diagnosis " + id);
        }
        return card;
    }

    /** The diagnoses that a card is explained by. */
    List<String> explainedBy(String id) {
        return rulebook.causes().stream()
                .filter(cause -> cause.explains().contains(id))
                .map(Cause::id)
                .toList();
    }

    /** All steps by id. */
    SortedMap<String, Step> steps() {
        return steps;
    }

    Step step(String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw new IllegalStateException("no step " + id);
        }
        return step;
    }

    /** The cards that name a step. */
    List<Card> usersOf(Step step) {
        return cards.values().stream()
                .filter(card -> card.remedies().stream()
                        .anyMatch(remedy -> remedy.stepId().equals(step.id())))
                .toList();
    }

    /** The steps that a step comes before. */
    List<Step> needing(Step step) {
        return steps.values().stream()
                .filter(other -> other.needs().contains(step.id()))
                .toList();
    }

    /** The rules of a folder, in the order written. */
    List<Rule> rules(String owner) {
        return rules.getOrDefault(owner, List.of());
    }

    /** The lines of a file of the rulebook. */
    List<String> lines(String file) {
        return files.computeIfAbsent(file, path -> rulebook.text(path).lines().toList());
    }

    /** The names of the folders of deductions. */
    Set<String> deductions() {
        return deductions;
    }

    /** The cases of a folder, in the order written. */
    List<RuleCase> cases(String owner) {
        return cases.getOrDefault(owner, List.of());
    }

    /** The rules that read a kind of fact, by name. */
    List<Rule> readers(Kind kind) {
        return readers.getOrDefault(kind, List.of());
    }

    /** The rules that read a property. */
    List<Rule> readers(Kind kind, String property) {
        return readers(kind).stream()
                .filter(rule -> rule.patterns().stream()
                        .filter(pattern -> pattern.kind() == kind)
                        .flatMap(pattern -> pattern.conditions().stream())
                        .anyMatch(condition -> condition.properties().contains(property)))
                .toList();
    }

    /** The rules that ask for what a folder of deductions makes. */
    List<Rule> restingOn(String deduction) {
        Set<Rule> found = new LinkedHashSet<>();
        for (Rule maker : rules(deduction)) {
            Optional.ofNullable(maker.deduces()).ifPresent(made -> rulebook.rules().stream()
                    .filter(rule -> rule.patterns().stream()
                            .anyMatch(pattern -> pattern.kind().deduced() && made.makes(pattern)))
                    .forEach(found::add));
        }
        return found.stream().sorted(Comparator.comparing(Rule::name)).toList();
    }

    /** The folders of deductions that make what a pattern asks for. */
    List<String> makersOf(Pattern pattern) {
        Set<String> makers = new TreeSet<>();
        for (String owner : deductions) {
            for (Rule rule : rules(owner)) {
                Optional.ofNullable(rule.deduces())
                        .filter(made -> made.makes(pattern))
                        .ifPresent(made -> makers.add(owner));
            }
        }
        return List.copyOf(makers);
    }

    /** The rules that ask for a dialog, by name. */
    List<Rule> asking(String dialog) {
        return asking.getOrDefault(dialog, List.of());
    }

    /** Ids that once existed and that a diagnosis replaced. */
    List<Retired> replacedBy(String id) {
        return rulebook.retired().stream()
                .filter(gone -> gone.replacedBy().filter(id::equals).isPresent())
                .toList();
    }

    /** All comparisons within an expression. */
    static void comparisons(Expression expression, List<Expression.Comparison> found) {
        if (expression instanceof Expression.Comparison comparison) {
            found.add(comparison);
        } else if (expression instanceof Expression.All all) {
            all.parts().forEach(part -> comparisons(part, found));
        } else if (expression instanceof Expression.Any any) {
            any.parts().forEach(part -> comparisons(part, found));
        }
    }

    /** All comparisons of a pattern, in the order written. */
    static List<Expression.Comparison> comparisons(Pattern pattern) {
        List<Expression.Comparison> found = new ArrayList<>();
        pattern.conditions().stream().map(Condition::expression).forEach(one -> comparisons(one, found));
        return found;
    }
}
