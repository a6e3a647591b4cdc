package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.input.Nearest;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Expression;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** Words that conditions compare with: names as some Windows shows them, and those that nothing makes or nobody else reads. */
final class WordChecks {

    /** Names that are one word as programs know them, and several as Windows shows them in the language of the machine. */
    private static final Set<String> ONE_WORD =
            Set.of("services.name", "features.name", "firewallRules.id", "listeners.name", "events.service");

    /** What makes an attempt stop where it stopped; the ranking reads it whether a rule does or not. */
    private static final String STAGES = "reached";

    private final Checked checked;

    WordChecks(Checked checked) {
        this.checked = checked;
    }

    /** A constant in a rule. */
    private record Word(Rule rule, Pattern pattern, Condition condition, Property property, String text) {}

    void run() {
        List<Word> words = words();
        words.forEach(this::checkShown);
        checkReaders(words);
        checkDeduced();
    }

    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        for (Rule rule : checked.rulebook().rules()) {
            for (Pattern pattern : rule.patterns()) {
                for (Condition condition : pattern.conditions()) {
                    add(rule, pattern, condition, condition.expression(), words);
                }
            }
        }
        return words;
    }

    private static void add(Rule rule, Pattern pattern, Condition condition, Expression one, List<Word> words) {
        if (one instanceof Expression.Any any) {
            any.parts().forEach(part -> add(rule, pattern, condition, part, words));
        } else if (one instanceof Expression.All all) {
            all.parts().forEach(part -> add(rule, pattern, condition, part, words));
        } else if (one instanceof Expression.Comparison comparison
                && comparison.operand() instanceof Expression.Constant constant) {
            Property property =
                    pattern.kind().properties().get(comparison.property().index());
            List<?> values = constant.value() instanceof List<?> list ? list : List.of(constant.value());
            for (Object value : values) {
                if (value instanceof String text) {
                    words.add(new Word(rule, pattern, condition, property, text));
                }
            }
        }
    }

    private void checkShown(Word word) {
        String path = word.pattern().kind().key() + "." + word.property().name();
        String shown = word.pattern().kind().typeName() + "." + word.property().name();
        Place place = checked.place(word.rule(), word.condition());
        if (ONE_WORD.contains(path) && word.text().contains(" ")) {
            checked.add(ProblemCode.SHOWN_NAME, place, word.text(), shown);
        } else if (word.property().type() != ValueType.MESSAGE
                && word.text().contains(" ")
                && Vocabulary.message(word.text()).isPresent()) {
            checked.add(ProblemCode.SHOWN_TEXT, place, word.text(), shown);
        }
    }

    private void checkReaders(List<Word> words) {
        Map<String, Word> first = new TreeMap<>();
        Map<String, Set<String>> owners = new TreeMap<>();
        for (Word word : words) {
            String kind = word.pattern().kind().key();
            String name = word.property().name();
            if (word.property().type() == ValueType.MESSAGE || (kind.equals("symptoms") && name.equals("kind"))) {
                String key = kind + "." + name + " " + word.text();
                first.putIfAbsent(key, word);
                owners.computeIfAbsent(key, unseen -> new TreeSet<>())
                        .add(word.rule().owner());
            }
        }
        first.forEach((key, word) -> {
            if (owners.getOrDefault(key, Set.of()).size() == 1 && !word.rule().isDeduction()) {
                checked.add(
                        ProblemCode.READ_BY_ONE,
                        checked.place(word.rule(), word.condition()),
                        word.text(),
                        word.pattern().kind().key() + "." + word.property().name(),
                        word.rule().owner());
            }
        });
    }

    private void checkDeduced() {
        List<Rule> rules = checked.rulebook().rules();
        Set<String> made = new TreeSet<>();
        rules.forEach(rule -> made.addAll(makes(rule)));
        List<Pattern> asked = new ArrayList<>();
        for (Rule rule : rules) {
            for (Pattern pattern : rule.patterns()) {
                if (!pattern.kind().deduced()) {
                    continue;
                }
                asked.add(pattern);
                boolean makeable = rules.stream()
                        .anyMatch(maker ->
                                maker.deduces() != null && maker.deduces().makes(pattern));
                if (!makeable) {
                    String name = name(pattern);
                    checked.add(Problem.of(ProblemCode.NEVER_DEDUCED, checked.place(rule, pattern), name)
                            .remedy(Nearest.to(name, made)));
                }
            }
        }
        checkRead(rules, asked);
    }

    private void checkRead(List<Rule> rules, List<Pattern> asked) {
        Set<String> said = new TreeSet<>();
        for (Rule rule : rules) {
            Rule.Deduced deduced = rule.deduces();
            if (deduced == null || deduced.kind().equals(STAGES)) {
                continue;
            }
            boolean read = asked.stream().anyMatch(deduced::makes);
            if (!read && said.add(rule.owner())) {
                checked.add(ProblemCode.UNREAD_DEDUCTION, checked.place(rule), rule.owner());
            }
        }
    }

    private static Set<String> makes(Rule rule) {
        Set<String> names = new TreeSet<>();
        if (rule.deduces() != null) {
            for (Expression.Operand argument : rule.deduces().arguments()) {
                if (argument instanceof Expression.Constant constant) {
                    names.add(String.valueOf(constant.value()));
                }
            }
        }
        return names;
    }

    private static String name(Pattern pattern) {
        for (Property property : pattern.kind().properties()) {
            List<?> pinned = pattern.pinned(property.name());
            if (!pinned.isEmpty()) {
                return String.valueOf(pinned.get(0));
            }
        }
        return pattern.kind().typeName();
    }
}
