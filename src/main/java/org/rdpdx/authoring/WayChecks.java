package org.rdpdx.authoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** Ways of seeing causes beside each other: which never counts, which two are one, which is surer than it can be. */
final class WayChecks {

    /** What somebody sees of the very attempt, or of another that differs in one thing. */
    private static final Set<String> OF_AN_ATTEMPT =
            Set.of("attempt", "trials", "probes", "packetTraces", "symptoms", "certificateChecks");

    private final Checked checked;
    private final List<Rule> rules;
    private final IdentityHashMap<Pattern, Together> known = new IdentityHashMap<>();

    WayChecks(Checked checked) {
        this.checked = checked;
        this.rules = checked.rulebook().rules();
    }

    void run() {
        List<Rule> ways = rules.stream().filter(rule -> !rule.isDeduction()).toList();
        for (int i = 0; i < ways.size(); i++) {
            Rule way = ways.get(i);
            for (int j = i + 1; j < ways.size(); j++) {
                if (checked.isWanted(way) || checked.isWanted(ways.get(j))) {
                    compare(way, ways.get(j));
                }
            }
            checkDecisive(way);
        }
        checked.rulebook().causes().forEach(this::checkLikely);
    }

    private void compare(Rule one, Rule other) {
        if (!haveKindsInCommon(one, other)) {
            return;
        }
        if (one.owner().equals(other.owner())) {
            compareWays(one, other, implies(one, other), implies(other, one));
        } else if (!one.against()
                && !other.against()
                && !isWeak(one)
                && !isWeak(other)
                && implies(one, other)
                && implies(other, one)) {
            checkTwins(one, other);
        }
    }

    /** A weak way says that a cause can show so; a black screen can be of very many, and no card could tell it from them all. */
    private static boolean isWeak(Rule rule) {
        return rule.speaks().filter(Strength.WEAK::equals).isPresent();
    }

    private static boolean haveKindsInCommon(Rule one, Rule other) {
        return one.patterns().stream()
                .anyMatch(mine -> other.patterns().stream().anyMatch(theirs -> theirs.kind() == mine.kind()));
    }

    private void compareWays(Rule one, Rule other, boolean forwards, boolean backwards) {
        if (one.against() != other.against()) {
            if (forwards && backwards) {
                boolean oneIsLater = one.line() > other.line();
                Rule later = oneIsLater ? one : other;
                Rule earlier = oneIsLater ? other : one;
                checked.add(ProblemCode.SPEAKS_BOTH_WAYS, checked.place(later), later.name(), earlier.name());
            }
            return;
        }
        boolean oneSight = one.sees() != null && one.sees().equals(other.sees());
        if (!(forwards && backwards) && !oneSight) {
            // the narrower one adds what it says beyond the wider
            return;
        }
        boolean oneAddsNothing = forwards && weight(one) <= weight(other);
        boolean otherAddsNothing = backwards && weight(other) <= weight(one);
        if (oneAddsNothing && (!otherAddsNothing || one.line() > other.line())) {
            checked.add(ProblemCode.WAY_WITHOUT_WEIGHT, checked.place(one), one.name(), other.name());
        } else if (otherAddsNothing) {
            checked.add(ProblemCode.WAY_WITHOUT_WEIGHT, checked.place(other), other.name(), one.name());
        }
    }

    private double weight(Rule rule) {
        return rule.speaks().map(checked.rulebook().weights()::of).orElse(0.0);
    }

    private void checkTwins(Rule one, Rule other) {
        Map<String, Card> cards = checked.knowledge().cards();
        if (!names(cards.get(one.owner()), other.owner()) && !names(cards.get(other.owner()), one.owner())) {
            checked.add(ProblemCode.TWIN, checked.place(other), other.name(), one.name(), one.owner());
        }
    }

    private static boolean names(@Nullable Card card, String other) {
        return card != null
                && (card.explains().contains(other)
                        || card.lookAlikes().stream().anyMatch(like -> like.id().equals(other)));
    }

    /** Whether the second fires whenever the first does. */
    private boolean implies(Rule one, Rule other) {
        return one.branches().stream()
                .allMatch(mine -> other.branches().stream().anyMatch(theirs -> theirs.stream()
                        .allMatch(index ->
                                follows(one, mine, other, other.patterns().get(index)))));
    }

    private boolean follows(Rule one, List<Integer> mine, Rule other, Pattern wanted) {
        Together theirs = together(other, wanted);
        return mine.stream().map(one.patterns()::get).anyMatch(pattern -> {
            boolean not = pattern.presence() == Pattern.Presence.NOT;
            if (not != (wanted.presence() == Pattern.Presence.NOT)) {
                return false;
            }
            return not
                    ? theirs.implies(together(one, pattern))
                    : together(one, pattern).implies(theirs);
        });
    }

    private Together together(Rule rule, Pattern pattern) {
        return known.computeIfAbsent(pattern, same -> read(rule, same));
    }

    private static Together read(Rule rule, Pattern pattern) {
        Map<Integer, String> variables = new HashMap<>();
        for (Pattern binding : rule.patterns()) {
            binding.bindings()
                    .forEach((slot, property) -> variables.put(
                            slot,
                            binding.kind().typeName() + "."
                                    + binding.kind().properties().get(property).name()));
        }
        return Together.of(
                pattern.kind(),
                variables,
                pattern.conditions().stream().map(Condition::expression).toList());
    }

    private void checkDecisive(Rule way) {
        boolean decisive = way.speaks().equals(Optional.of(Strength.DECISIVE)) && !way.against();
        if (decisive && !isTied(way, new HashSet<>())) {
            checked.add(ProblemCode.LOOSE_DECISIVE, checked.place(way), way.name());
        }
    }

    private boolean isTied(Rule rule, Set<String> asked) {
        return rule.branches().stream()
                .allMatch(branch ->
                        branch.stream().map(rule.patterns()::get).anyMatch(pattern -> isTied(pattern, asked)));
    }

    private boolean isTied(Pattern pattern, Set<String> asked) {
        if (pattern.presence() == Pattern.Presence.NOT) {
            return false;
        }
        if (pattern.kind().deduced()) {
            List<Rule> makers = makers(pattern);
            return !makers.isEmpty()
                    && makers.stream().allMatch(maker -> !asked.add(maker.name()) || isTied(maker, asked));
        }
        String key = pattern.kind().key();
        boolean timed = pattern.conditions().stream()
                .anyMatch(condition -> condition.properties().contains("secondsFromAttempt"));
        return OF_AN_ATTEMPT.contains(key) || timed;
    }

    private List<Rule> makers(Pattern pattern) {
        return rules.stream()
                .filter(rule -> rule.deduces() != null && rule.deduces().makes(pattern))
                .toList();
    }

    /** With all its ways together, of those that see the same thing the strongest. */
    private void checkLikely(Cause cause) {
        double sum = checked.rulebook().weights().of(cause.frequency());
        Map<String, Double> sights = new HashMap<>();
        Rule first = null;
        for (Rule rule : rules) {
            if (rule.owner().equals(cause.id()) && !rule.isDeduction()) {
                first = first == null || rule.line() < first.line() ? rule : first;
                if (!rule.against()) {
                    String sight = rule.sees() == null ? "/" + rule.name() : rule.sees();
                    sights.merge(sight, weight(rule), Math::max);
                }
            }
        }
        for (double weight : sights.values()) {
            sum += weight;
        }
        double most = 1 / (1 + Math.exp(-sum));
        double likely = checked.rulebook().weights().likely();
        if (first != null && most < likely) {
            checked.add(ProblemCode.NEVER_LIKELY, checked.place(first), cause.id(), percent(most), percent(likely));
        }
    }

    private static String percent(double chance) {
        return String.format(Locale.ROOT, "%.0f", chance * 100);
    }
}
