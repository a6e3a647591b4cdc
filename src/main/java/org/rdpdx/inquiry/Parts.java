package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rdpdx.inquiry.RulebookDiff.Fate;
import org.rdpdx.inquiry.RulebookDiff.FieldChange;
import org.rdpdx.inquiry.RulebookDiff.Part;
import org.rdpdx.inquiry.RulebookDiff.RuleChange;
import org.rdpdx.inquiry.RulebookDiff.Sort;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cures;
import org.rdpdx.knowledge.Frequency;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.knowledge.Weights;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** Compares what two rulebooks say, part by part. */
final class Parts {

    private final Rulebook before;
    private final Rulebook after;
    private final Map<String, String> renamed = new TreeMap<>();

    Parts(Rulebook before, Rulebook after) {
        this.before = before;
        this.after = after;
        Set<String> old = ids(before);
        Set<String> now = ids(after);
        for (Retired retired : after.retired()) {
            Optional<String> instead = retired.replacedBy();
            boolean moved = old.contains(retired.id())
                    && !now.contains(retired.id())
                    && instead.isPresent()
                    && now.contains(instead.get())
                    && !old.contains(instead.get())
                    && !renamed.containsValue(instead.get());
            if (moved) {
                renamed.put(retired.id(), instead.get());
            }
        }
    }

    private static Set<String> ids(Rulebook rulebook) {
        Set<String> ids = new TreeSet<>();
        rulebook.causes().forEach(cause -> ids.add(cause.id()));
        return ids;
    }

    /** New ids of diagnoses by their old ones. */
    Map<String, String> renamed() {
        return renamed;
    }

    List<Part> all() {
        List<Part> parts = new ArrayList<>();
        parts.addAll(diagnoses());
        parts.addAll(deductions());
        parts.addAll(steps());
        return parts;
    }

    // ------------------------------------------------------------------ weights and areas

    List<FieldChange> general() {
        Differences differences = new Differences();
        Weights old = before.weights();
        Weights now = after.weights();
        for (Frequency frequency : Frequency.values()) {
            differences.add(Sort.WEIGHT, "weights.prior." + frequency.word(), old.of(frequency), now.of(frequency));
        }
        for (Strength strength : Strength.values()) {
            differences.add(Sort.WEIGHT, "weights.strength." + strength.word(), old.of(strength), now.of(strength));
        }
        for (Cures cures : Cures.values()) {
            differences.add(Sort.WEIGHT, "weights.cures." + cures.word(), old.of(cures), now.of(cures));
        }
        differences.add(
                Sort.WEIGHT,
                "weights.stageGate",
                old.stageGate().word(),
                now.stageGate().word());
        differences.add(Sort.WEIGHT, "weights.likelihood.confirmed", old.confirmed(), now.confirmed());
        differences.add(Sort.WEIGHT, "weights.likelihood.likely", old.likely(), now.likely());
        differences.add(Sort.WEIGHT, "weights.likelihood.possible", old.possible(), now.possible());
        Map<String, Area> oldAreas = areas(before);
        Map<String, Area> newAreas = areas(after);
        differences.add(
                Sort.WORDS, "areas", String.join(", ", oldAreas.keySet()), String.join(", ", newAreas.keySet()));
        oldAreas.forEach((id, area) -> {
            Area other = newAreas.get(id);
            if (other != null) {
                differences.add(Sort.WORDS, "areas." + id + ".title", area.title(), other.title());
                differences.add(Sort.WEIGHT, "areas." + id + ".stages", phases(area.phases()), phases(other.phases()));
            }
        });
        return differences.all;
    }

    private static Map<String, Area> areas(Rulebook rulebook) {
        Map<String, Area> areas = new LinkedHashMap<>();
        rulebook.areas().forEach(area -> areas.put(area.id(), area));
        return areas;
    }

    private static String phases(List<Phase> phases) {
        return phases.stream().map(Phase::word).collect(Collectors.joining(", "));
    }

    /** Gathers what is not the same. */
    private static final class Differences {
        private final List<FieldChange> all = new ArrayList<>();

        void add(Sort sort, String field, Object old, Object now) {
            if (!old.equals(now)) {
                all.add(new FieldChange(sort, field, old.toString(), now.toString()));
            }
        }

        void add(Sort sort, String field, Optional<?> old, Optional<?> now) {
            add(
                    sort,
                    field,
                    old.map(Object::toString).orElse(""),
                    now.map(Object::toString).orElse(""));
        }

        /** A list is told by what is gone and what is new; by all of it if only the order differs. */
        void addList(Sort sort, String field, List<String> old, List<String> now) {
            if (old.equals(now)) {
                return;
            }
            List<String> gone = without(old, now);
            List<String> added = without(now, old);
            if (gone.isEmpty() && added.isEmpty()) {
                add(sort, field, String.join(", ", old), String.join(", ", now));
                return;
            }
            gone.forEach(one -> all.add(new FieldChange(sort, field, one, "")));
            added.forEach(one -> all.add(new FieldChange(sort, field, "", one)));
        }
    }

    /** What is in one list oftener than in another. */
    static List<String> without(List<String> list, List<String> other) {
        List<String> left = new ArrayList<>(list);
        other.forEach(left::remove);
        return left;
    }

    // ------------------------------------------------------------------ diagnoses

    private List<Part> diagnoses() {
        Set<String> old = ids(before);
        Set<String> now = ids(after);
        Set<String> all = new TreeSet<>(now);
        old.stream().filter(id -> !renamed.containsKey(id)).forEach(all::add);
        Map<String, String> oldIds = new HashMap<>();
        renamed.forEach((from, to) -> oldIds.put(to, from));
        List<Part> parts = new ArrayList<>();
        for (String id : all) {
            String oldId = oldIds.getOrDefault(id, id);
            if (!old.contains(oldId)) {
                parts.add(part(
                        RulebookDiff.Kind.DIAGNOSIS,
                        Fate.ADDED,
                        id,
                        after.card(id).title(),
                        rules(null, id)));
            } else if (!now.contains(id)) {
                parts.add(gone(id));
            } else {
                changed(id, oldId).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private static Part part(RulebookDiff.Kind kind, Fate fate, String id, String title, List<RuleChange> rules) {
        return new Part(kind, fate, id, id, title, "", "", List.of(), rules);
    }

    private Part gone(String id) {
        Optional<Retired> retired =
                after.retired().stream().filter(one -> one.id().equals(id)).findFirst();
        return new Part(
                RulebookDiff.Kind.DIAGNOSIS,
                retired.isPresent() ? Fate.RETIRED : Fate.REMOVED,
                id,
                id,
                before.card(id).title(),
                retired.map(Retired::why).orElse(""),
                retired.flatMap(Retired::replacedBy).orElse(""),
                List.of(),
                rules(id, null));
    }

    private Optional<Part> changed(String id, String oldId) {
        List<FieldChange> fields = fields(before.card(oldId), after.card(id), renamed);
        List<RuleChange> rules = rules(oldId, id);
        boolean moved = !oldId.equals(id);
        if (fields.isEmpty() && rules.isEmpty() && !moved) {
            return Optional.empty();
        }
        String why = after.retired().stream()
                .filter(one -> moved && one.id().equals(oldId))
                .map(Retired::why)
                .findFirst()
                .orElse("");
        return Optional.of(new Part(
                RulebookDiff.Kind.DIAGNOSIS,
                moved ? Fate.RENAMED : Fate.CHANGED,
                id,
                oldId,
                after.card(id).title(),
                why,
                "",
                fields,
                rules));
    }

    /** A reference to what was only renamed is no change. */
    private static List<FieldChange> fields(Card old, Card now, Map<String, String> renamed) {
        Differences differences = new Differences();
        differences.add(Sort.WORDS, "area", old.area(), now.area());
        differences.add(Sort.WORDS, "title", old.title(), now.title());
        differences.add(Sort.WORDS, "why", old.why(), now.why());
        differences.add(
                Sort.WEIGHT,
                "frequency",
                old.frequency().word(),
                now.frequency().word());
        differences.add(Sort.WEIGHT, "stages", phases(old.phases()), phases(now.phases()));
        differences.addList(Sort.STEPS, "steps", remedies(old), remedies(now));
        differences.addList(
                Sort.WORDS,
                "lookAlikes",
                old.lookAlikes().stream()
                        .map(like -> renamed.getOrDefault(like.id(), like.id()) + ": " + like.tellApart())
                        .toList(),
                now.lookAlikes().stream()
                        .map(like -> like.id() + ": " + like.tellApart())
                        .toList());
        differences.addList(
                Sort.WEIGHT,
                "explains",
                old.explains().stream().map(id -> renamed.getOrDefault(id, id)).toList(),
                now.explains());
        differences.addList(Sort.WORDS, "falsePositives", old.falsePositives(), now.falsePositives());
        differences.addList(Sort.WORDS, "sources", sources(old), sources(now));
        differences.add(Sort.WORDS, "since", old.since(), now.since());
        differences.add(Sort.WORDS, "status", old.status(), now.status());
        return differences.all;
    }

    private static List<String> remedies(Card card) {
        return card.remedies().stream()
                .map(remedy -> remedy.stepId()
                        + remedy.curing()
                                .map(cures -> " (cures " + cures.word() + ")")
                                .orElse(""))
                .toList();
    }

    private static List<String> sources(Card card) {
        return card.sources().stream()
                .map(source -> source.url() + " " + source.checked())
                .toList();
    }

    // ------------------------------------------------------------------ rules

    private static Map<String, Rule> byWay(Rulebook rulebook, @Nullable String owner) {
        Map<String, Rule> ways = new TreeMap<>();
        for (Rule rule : rulebook.rules()) {
            if (rule.owner().equals(owner)) {
                ways.put(rule.name().substring(rule.owner().length()), rule);
            }
        }
        return ways;
    }

    private List<RuleChange> rules(@Nullable String oldOwner, @Nullable String owner) {
        Map<String, Rule> old = byWay(before, oldOwner);
        Map<String, Rule> now = byWay(after, owner);
        Set<String> ways = new TreeSet<>(old.keySet());
        ways.addAll(now.keySet());
        List<RuleChange> changes = new ArrayList<>();
        for (String way : ways) {
            Rule one = old.get(way);
            Rule other = now.get(way);
            if (one == null) {
                Rule added = Objects.requireNonNull(other);
                changes.add(new RuleChange(added.name(), Fate.ADDED, List.of(), List.of(), patterns(added)));
            } else if (other == null) {
                changes.add(new RuleChange(one.name(), Fate.REMOVED, List.of(), patterns(one), List.of()));
            } else {
                changed(one, other).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private static Optional<RuleChange> changed(Rule old, Rule now) {
        Differences marks = new Differences();
        marks.add(
                Sort.WEIGHT,
                "strength",
                old.speaks().map(Strength::word),
                now.speaks().map(Strength::word));
        marks.add(Sort.WEIGHT, "speaks", old.against() ? "against" : "for", now.against() ? "against" : "for");
        marks.add(Sort.WEIGHT, "sees", Optional.ofNullable(old.sees()), Optional.ofNullable(now.sees()));
        marks.add(Sort.WEIGHT, "deduces", made(old), made(now));
        List<String> gone = new ArrayList<>();
        List<String> added = new ArrayList<>();
        compare(old, now, gone, added);
        if (gone.isEmpty() && added.isEmpty() && !old.branches().equals(now.branches())) {
            gone.addAll(patterns(old));
            added.addAll(patterns(now));
        }
        return marks.all.isEmpty() && gone.isEmpty() && added.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleChange(now.name(), Fate.CHANGED, marks.all, gone, added));
    }

    private static String made(Rule rule) {
        Rule.Deduced deduced = rule.deduces();
        return deduced == null
                ? ""
                : deduced.arguments().stream()
                        .map(argument -> argument instanceof Expression.Constant constant
                                ? String.valueOf(constant.value())
                                : ((Expression.Variable) argument).name())
                        .collect(Collectors.joining(", "));
    }

    private static List<String> patterns(Rule rule) {
        return rule.patterns().stream().map(Parts::shown).toList();
    }

    private static String shown(Pattern pattern) {
        return presence(pattern)
                + pattern.kind().typeName()
                + pattern.conditions().stream().map(Condition::text).collect(Collectors.joining(", ", "( ", " )"));
    }

    private static String presence(Pattern pattern) {
        return switch (pattern.presence()) {
            case MATCH -> "";
            case EXISTS -> "exists ";
            case NOT -> "not ";
        };
    }

    /** Patterns over the same kind are taken for the same in the order in which they are written, the equal ones first. */
    private static void compare(Rule old, Rule now, List<String> gone, List<String> added) {
        List<Pattern> left = new ArrayList<>(old.patterns());
        List<Pattern> right = new ArrayList<>(now.patterns());
        left.removeIf(pattern -> {
            Optional<Pattern> same = right.stream()
                    .filter(other ->
                            alike(pattern, other) && conditions(pattern).equals(conditions(other)))
                    .findFirst();
            same.ifPresent(right::remove);
            return same.isPresent();
        });
        for (Pattern pattern : left) {
            Optional<Pattern> other =
                    right.stream().filter(one -> alike(pattern, one)).findFirst();
            if (other.isEmpty()) {
                gone.add(shown(pattern));
                continue;
            }
            right.remove(other.get());
            Set<Expression> kept = new LinkedHashSet<>(conditions(pattern));
            kept.retainAll(conditions(other.get()));
            differing(pattern, kept).forEach(gone::add);
            differing(other.get(), kept).forEach(added::add);
        }
        right.forEach(pattern -> added.add(shown(pattern)));
    }

    private static boolean alike(Pattern one, Pattern other) {
        return one.kind() == other.kind() && one.presence() == other.presence();
    }

    private static Set<Expression> conditions(Pattern pattern) {
        Set<Expression> conditions = new LinkedHashSet<>();
        pattern.conditions().forEach(condition -> conditions.add(condition.expression()));
        return conditions;
    }

    private static List<String> differing(Pattern pattern, Set<Expression> kept) {
        return pattern.conditions().stream()
                .filter(condition -> !kept.contains(condition.expression()))
                .map(condition -> presence(pattern) + pattern.kind().typeName() + ": " + condition.text())
                .toList();
    }

    // ------------------------------------------------------------------ deductions and steps

    private static Set<String> deductions(Rulebook rulebook) {
        Set<String> ids = new TreeSet<>();
        rulebook.rules().stream().filter(Rule::isDeduction).forEach(rule -> ids.add(rule.owner()));
        return ids;
    }

    private List<Part> deductions() {
        Set<String> old = deductions(before);
        Set<String> now = deductions(after);
        Set<String> all = new TreeSet<>(old);
        all.addAll(now);
        List<Part> parts = new ArrayList<>();
        for (String id : all) {
            List<RuleChange> rules = rules(old.contains(id) ? id : null, now.contains(id) ? id : null);
            Fate fate = !old.contains(id) ? Fate.ADDED : now.contains(id) ? Fate.CHANGED : Fate.REMOVED;
            if (!rules.isEmpty()) {
                parts.add(part(RulebookDiff.Kind.DEDUCTION, fate, id, "", rules));
            }
        }
        return parts;
    }

    private List<Part> steps() {
        Set<String> old = before.usedSteps();
        Set<String> now = after.usedSteps();
        Set<String> all = new TreeSet<>(old);
        all.addAll(now);
        List<Part> parts = new ArrayList<>();
        for (String id : all) {
            if (!old.contains(id)) {
                parts.add(part(
                        RulebookDiff.Kind.STEP, Fate.ADDED, id, after.step(id).title(), List.of()));
            } else if (!now.contains(id)) {
                parts.add(part(
                        RulebookDiff.Kind.STEP,
                        Fate.REMOVED,
                        id,
                        before.step(id).title(),
                        List.of()));
            } else {
                List<FieldChange> fields = fields(before.step(id), after.step(id));
                if (!fields.isEmpty()) {
                    String title = after.step(id).title();
                    parts.add(new Part(RulebookDiff.Kind.STEP, Fate.CHANGED, id, id, title, "", "", fields, List.of()));
                }
            }
        }
        return parts;
    }

    private static List<FieldChange> fields(Step old, Step now) {
        Differences differences = new Differences();
        differences.add(Sort.WORDS, "title", old.title(), now.title());
        differences.add(Sort.STEPS, "where", old.where(), now.where());
        differences.add(Sort.STEPS, "class", old.kind().word(), now.kind().word());
        differences.add(Sort.STEPS, "action", old.action(), now.action());
        differences.add(Sort.STEPS, "command", old.command(), now.command());
        differences.add(
                Sort.STEPS,
                "policy.owner",
                old.policy().map(Step.PolicyVariant::owner),
                now.policy().map(Step.PolicyVariant::owner));
        differences.add(
                Sort.STEPS,
                "policy.action",
                old.policy().map(Step.PolicyVariant::action),
                now.policy().map(Step.PolicyVariant::action));
        differences.add(
                Sort.STEPS,
                "policy.command",
                old.policy().flatMap(Step.PolicyVariant::command),
                now.policy().flatMap(Step.PolicyVariant::command));
        differences.add(Sort.STEPS, "privilege", old.privilege(), now.privilege());
        differences.add(Sort.STEPS, "minutes", old.minutes(), now.minutes());
        differences.add(Sort.STEPS, "downtimeMinutes", old.downtimeMinutes(), now.downtimeMinutes());
        differences.add(Sort.STEPS, "cutsAccess", old.cutsAccess(), now.cutsAccess());
        differences.add(Sort.STEPS, "temporaryMinutes", old.temporaryMinutes(), now.temporaryMinutes());
        differences.add(Sort.STEPS, "verify", old.verify(), now.verify());
        differences.add(Sort.STEPS, "undo", old.undo(), now.undo());
        differences.addList(Sort.STEPS, "needs", old.needs(), now.needs());
        differences.addList(Sort.STEPS, "applies", applies(old), applies(now));
        differences.addList(
                Sort.WORDS,
                "sources",
                old.sources().stream()
                        .map(source -> source.url() + " " + source.checked())
                        .toList(),
                now.sources().stream()
                        .map(source -> source.url() + " " + source.checked())
                        .toList());
        return differences.all;
    }

    private static List<String> applies(Step step) {
        return step.applies().stream()
                .map(applies -> (applies.only() ? "only if " : "not if ") + applies.fact() + " is "
                        + String.join(", ", applies.values()))
                .toList();
    }
}
