package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Judges rules against the facts of one case in three values. Independent of Drools: what Drools fires must be exactly
 * what is judged true here.
 */
final class Judge {

    /** Called for each way in which facts can be combined to match; returns whether to go on. */
    private interface Leaf {
        boolean visit(Truth truth, @Nullable Fact[] chosen, Truth[][] verdicts, @Nullable Object[] bound);
    }

    /** No case has so many facts that a rule could need more; a rule that does is reported as an error. */
    static final int MOST_COMBINATIONS = 2_000_000;

    private static final Object[] UNBOUND = {};

    private final World world;
    private final @Nullable SharedPatterns shared;

    /** Of the shared patterns, as far as they were asked for. */
    private final @Nullable Truth[] truths;

    private final @Nullable Boolean[] applying;

    private int fewestTooMany;

    /** For rules that stand in no rulebook. */
    Judge(World world) {
        this.world = world;
        this.shared = null;
        this.truths = new Truth[0];
        this.applying = new Boolean[0];
    }

    Judge(World world, SharedPatterns shared) {
        this.world = world;
        this.shared = shared;
        this.truths = new Truth[shared.count()];
        this.applying = new Boolean[shared.count()];
    }

    /** Adds to the world what the rules of one deduced kind deduce; kinds it rests on come before. */
    void deduce(Rule rule) {
        Rule.Deduced deduced = rule.deduces();
        if (deduced == null) {
            throw new IllegalStateException(rule.name());
        }
        Kind kind = Vocabulary.byKey(deduced.kind()).orElseThrow();
        for (List<Integer> branch : rule.branches()) {
            List<Pattern> patterns = rule.branch(branch);
            if (!applies(patterns)) {
                continue;
            }
            new Search(rule, patterns, false, (truth, chosen, verdicts, bound) -> {
                        Object[] values = new Object[deduced.arguments().size()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = deduced.arguments().get(i).value(bound);
                        }
                        world.deduce(Vocabulary.create(kind, values), truth);
                        return true;
                    })
                    .run();
        }
    }

    /** Adds to the world what a deduction that cannot be judged may make: nobody knows whether, nor what. */
    void deduceAnything(Rule rule) {
        Rule.Deduced deduced = rule.deduces();
        if (deduced != null) {
            Kind kind = Vocabulary.require(deduced.kind());
            world.deduce(Vocabulary.create(kind, new Object[kind.properties().size()]), Truth.UNKNOWN);
        }
    }

    /**
     * Whether a {@code not} is undecided whatever its variables are: a fact that it forbids may yet be deduced. Drools knows
     * no such state, and is told by an {@link Undecided}.
     */
    boolean undecided(Rule rule, Pattern pattern) {
        @Nullable Object[] unbound = new Object[rule.variables().size()];
        return world.perhaps(pattern.kind()).stream().anyMatch(fact -> all(pattern, fact, unbound) != Truth.FALSE);
    }

    private static Truth all(Pattern pattern, Fact fact, @Nullable Object[] bound) {
        Truth truth = Truth.TRUE;
        for (Condition condition : pattern.conditions()) {
            truth = truth.and(condition.expression().judge(fact, bound));
            if (truth == Truth.FALSE) {
                return truth;
            }
        }
        return truth;
    }

    /**
     * As {@link #state(Rule)}, of a rule that stands in the rulebook; not before all is deduced.
     *
     * @param place of the rule among the rules
     */
    RuleState state(Rule rule, int place) {
        SharedPatterns.Parts parts = parts(place);
        if (parts.count() == 0 || parts.count() >= fewestTooMany()) {
            return state(rule);
        }
        Truth truth = Truth.TRUE;
        for (int i = 0; i < parts.count(); i++) {
            int part = parts.number(i);
            if (!applies(part)) {
                return RuleState.NOT_APPLICABLE;
            }
            truth = truth.and(truth(part));
        }
        return stateOf(truth);
    }

    /** With so many patterns and more, a rule may combine more facts than Drools may be given to combine. */
    private int fewestTooMany() {
        if (fewestTooMany == 0) {
            long combinations = 1;
            int most = Math.max(2, world.mostOfOneKind() + 1);
            while (combinations <= MOST_COMBINATIONS) {
                combinations *= most;
                fewestTooMany++;
            }
        }
        return fewestTooMany;
    }

    private SharedPatterns.Parts parts(int place) {
        return shared == null ? SharedPatterns.Parts.WHOLE : shared.of(place);
    }

    private SharedPatterns shared() {
        if (shared == null) {
            throw new IllegalStateException("no rulebook");
        }
        return shared;
    }

    private boolean applies(int part) {
        if (!world.canBeNone(shared().kind(part))) {
            return true;
        }
        Boolean known = applying[part];
        if (known == null) {
            known = applies(shared().told(part).pattern());
            applying[part] = known;
        }
        return known;
    }

    private Truth truth(int part) {
        Truth known = truths[part];
        if (known == null) {
            // no pattern over what is observed asks that there be nothing
            Kind kind = shared().kind(part);
            known = kind.deduced() || world.has(kind) ? truth(shared().told(part)) : Truth.UNKNOWN;
            truths[part] = known;
        }
        return known;
    }

    /** The best that can be said of a pattern that joins nothing: of the facts it can mean, the one that suits it best. */
    private Truth truth(SharedPatterns.Told told) {
        Pattern pattern = told.pattern();
        Truth best = Truth.FALSE;
        for (Fact fact : world.of(pattern.kind())) {
            best = best.or(all(pattern, fact, UNBOUND));
            if (best == Truth.TRUE) {
                break;
            }
        }
        if (best == Truth.FALSE) {
            for (Fact fact : world.perhaps(pattern.kind())) {
                best = best.or(all(pattern, fact, UNBOUND).and(Truth.UNKNOWN));
            }
        }
        return switch (pattern.presence()) {
            case EXISTS -> best;
            case NOT -> best.negated();
            case MATCH ->
                best == Truth.FALSE && mayBeUnseen(pattern.kind(), told.tying(), UNBOUND) ? Truth.UNKNOWN : best;
        };
    }

    /** The state of a rule by its conditions alone. */
    RuleState state(Rule rule) {
        if (world.saysNothingOf(rule.looksAt())) {
            return RuleState.UNDECIDED;
        }
        boolean applicable = false;
        Truth best = Truth.FALSE;
        for (List<Integer> branch : rule.branches()) {
            List<Pattern> patterns = rule.branch(branch);
            if (applies(patterns)) {
                applicable = true;
                best = best.or(truth(rule, patterns));
            }
        }
        if (!applicable) {
            return RuleState.NOT_APPLICABLE;
        }
        return stateOf(best);
    }

    private static RuleState stateOf(Truth truth) {
        return switch (truth) {
            case TRUE -> RuleState.FIRED;
            case UNKNOWN -> RuleState.UNDECIDED;
            case FALSE -> RuleState.CONTRADICTED;
        };
    }

    private Truth truth(Rule rule, List<Pattern> patterns) {
        Truth[] best = {Truth.FALSE};
        new Search(rule, patterns, false, (truth, chosen, verdicts, bound) -> {
                    best[0] = best[0].or(truth);
                    return best[0] != Truth.TRUE;
                })
                .run();
        return best[0];
    }

    /**
     * Each condition of a rule with its truth, for the combination of facts that comes closest to matching: the one with
     * the best truth, then with the most conditions true, then the first. Empty for a rule that cannot be judged.
     */
    List<JudgedCondition> conditions(Rule rule) {
        Closest closest = new Closest();
        for (List<Integer> branch : rule.branches()) {
            List<Pattern> patterns = rule.branch(branch);
            boolean applies = applies(patterns);
            Search search = new Search(rule, patterns, true, (truth, chosen, verdicts, bound) -> {
                closest.offer(applies ? truth : Truth.FALSE, patterns, chosen, verdicts);
                return true;
            });
            search.runAsFarAsItGoes();
        }
        return closest.conditions;
    }

    /** Each condition with each truth it has, see {@link Findings#truths}. */
    List<JudgedCondition> truths(Rule rule) {
        boolean undecided = state(rule) == RuleState.UNDECIDED;
        Set<JudgedCondition> seen = new LinkedHashSet<>();
        for (List<Integer> branch : rule.branches()) {
            List<Pattern> patterns = rule.branch(branch);
            Search search = new Search(rule, patterns, true, (truth, chosen, verdicts, bound) -> {
                for (int p = 0; p < patterns.size(); p++) {
                    boolean unseen = chosen[p] == null && patterns.get(p).presence() == Pattern.Presence.MATCH;
                    for (JudgedCondition judged : judged(patterns.get(p), verdicts[p], null)) {
                        boolean counts = !unseen || judged.truth() != Truth.UNKNOWN;
                        if (counts || (undecided && truth == Truth.UNKNOWN)) {
                            seen.add(judged);
                        }
                    }
                }
                return true;
            });
            search.runAsFarAsItGoes();
        }
        return List.copyOf(seen);
    }

    /** The conditions of a pattern, or the pattern as a whole. */
    private static List<JudgedCondition> judged(Pattern pattern, Truth[] verdicts, @Nullable Fact stated) {
        if (pattern.conditions().isEmpty() || pattern.presence() != Pattern.Presence.MATCH) {
            return List.of(new JudgedCondition(pattern, null, verdicts[0], stated));
        }
        List<JudgedCondition> judged = new ArrayList<>();
        for (int c = 0; c < pattern.conditions().size(); c++) {
            judged.add(new JudgedCondition(pattern, pattern.conditions().get(c), verdicts[c], stated));
        }
        return judged;
    }

    private final class Closest {
        private List<JudgedCondition> conditions = List.of();
        private int score = -1;

        void offer(Truth truth, List<Pattern> patterns, @Nullable Fact[] chosen, Truth[][] verdicts) {
            int holding = 0;
            int all = 0;
            for (Truth[] pattern : verdicts) {
                for (Truth condition : pattern) {
                    holding += condition == Truth.TRUE ? 1 : 0;
                    all++;
                }
            }
            // the share that holds, so that a short alternative does not lose to a long one
            int offered = truth.ordinal() * 1_000_000 + (all == 0 ? 1000 : holding * 1000 / all);
            if (offered <= score) {
                return;
            }
            score = offered;
            List<JudgedCondition> judged = new ArrayList<>();
            for (int p = 0; p < patterns.size(); p++) {
                Fact fact = chosen[p];
                Fact stated = fact == null ? null : world.stated(fact);
                judged.addAll(judged(patterns.get(p), verdicts[p], stated));
            }
            conditions = List.copyOf(judged);
        }
    }

    /** Whether every part of the world that the patterns speak about exists. */
    private boolean applies(List<Pattern> patterns) {
        if (!world.lacksAny()) {
            return true;
        }
        for (Pattern pattern : patterns) {
            if (!applies(pattern)) {
                return false;
            }
        }
        return true;
    }

    private boolean applies(Pattern pattern) {
        return !world.canBeNone(pattern.kind()) || !pattern.isOnlyAt(world.none());
    }

    /** Whether a rule can match at all, looking at one pattern at a time: what decides which rules are loaded. */
    boolean open(Rule rule, int place) {
        SharedPatterns.Parts parts = parts(place);
        for (int i = 0; i < parts.count(); i++) {
            int part = parts.number(i);
            // what nobody looked at, or may be deduced, makes a pattern unknown at best
            if (truth(part) != Truth.TRUE && shared().told(part).pattern().presence() != Pattern.Presence.NOT) {
                return false;
            }
        }
        return parts.count() > 0 || open(rule);
    }

    private boolean open(Rule rule) {
        if (world.saysNothingOf(rule.looksAt())) {
            return false;
        }
        for (List<Integer> branch : rule.branches()) {
            if (allOpen(rule, branch)) {
                return true;
            }
        }
        return false;
    }

    private boolean allOpen(Rule rule, List<Integer> branch) {
        for (int index : branch) {
            if (!open(rule, rule.patterns().get(index))) {
                return false;
            }
        }
        return true;
    }

    private boolean open(Rule rule, Pattern pattern) {
        if (pattern.presence() == Pattern.Presence.NOT) {
            return true;
        }
        Object[] unbound = new Object[rule.variables().size()];
        for (Fact fact : world.of(pattern.kind())) {
            boolean matches = true;
            for (Condition condition : pattern.conditions()) {
                if (condition.joins()) {
                    continue;
                }
                if (condition.expression().judge(fact, unbound) != Truth.TRUE) {
                    matches = false;
                    break;
                }
            }
            if (matches) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a rule compares a text of this case with an expression for which that takes too long: Drools must not even try.
     */
    boolean isTooHard(Rule rule) {
        for (Pattern pattern : rule.patterns()) {
            for (Condition condition : pattern.conditions()) {
                if (world.of(pattern.kind()).stream()
                        .anyMatch(fact -> Expression.isTooHard(condition.expression(), fact))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Goes through the combinations of facts that the patterns of one branch can see. */
    private final class Search {
        private final Rule rule;
        private final List<Pattern> patterns;
        private final boolean explaining;
        private final Leaf leaf;
        private final @Nullable Fact[] chosen;
        private final Truth[][] verdicts;
        private final @Nullable Object[] bound;
        private int visited;

        Search(Rule rule, List<Pattern> patterns, boolean explaining, Leaf leaf) {
            this.rule = rule;
            this.patterns = patterns;
            this.explaining = explaining;
            this.leaf = leaf;
            this.chosen = new Fact[patterns.size()];
            this.verdicts = new Truth[patterns.size()][];
            this.bound = new Object[rule.variables().size()];
        }

        void run() {
            step(0, Truth.TRUE);
        }

        /** For explaining what was judged before: the closest that was found has to do. */
        @SuppressWarnings("EmptyCatch")
        void runAsFarAsItGoes() {
            try {
                run();
            } catch (TooManyCombinations | StackOverflowError enough) {
                // what was visited until then has been offered
            }
        }

        private boolean step(int at, Truth soFar) {
            if (++visited > MOST_COMBINATIONS) {
                throw new TooManyCombinations(rule.name());
            }
            if (at == patterns.size()) {
                return leaf.visit(soFar, chosen, verdicts, bound);
            }
            Pattern pattern = patterns.get(at);
            if (pattern.presence() != Pattern.Presence.MATCH) {
                return quantified(at, pattern, soFar);
            }
            for (Fact fact : world.of(pattern.kind())) {
                if (!candidate(at, pattern, fact, Truth.TRUE, soFar)) {
                    return false;
                }
            }
            for (Fact fact : world.perhaps(pattern.kind())) {
                if (!candidate(at, pattern, fact, Truth.UNKNOWN, soFar)) {
                    return false;
                }
            }
            return unseen(at, pattern, soFar);
        }

        private boolean candidate(int at, Pattern pattern, Fact fact, Truth certainty, Truth soFar) {
            chosen[at] = fact;
            if (!pattern.bindings().isEmpty()) {
                pattern.bindings().forEach((slot, index) -> bound[slot] = fact.value(index));
            }
            Truth[] judged = new Truth[Math.max(1, pattern.conditions().size())];
            judged[0] = certainty;
            Truth truth = soFar.and(certainty);
            for (int c = 0; c < pattern.conditions().size(); c++) {
                judged[c] = pattern.conditions()
                        .get(c)
                        .expression()
                        .judge(fact, bound)
                        .and(certainty.or(Truth.UNKNOWN));
                truth = truth.and(judged[c]);
                if (truth == Truth.FALSE && !explaining) {
                    clear(at, pattern);
                    return true;
                }
            }
            verdicts[at] = judged;
            boolean goOn = step(at + 1, truth);
            clear(at, pattern);
            return goOn;
        }

        private void clear(int at, Pattern pattern) {
            chosen[at] = null;
            if (!pattern.bindings().isEmpty()) {
                pattern.bindings().keySet().forEach(slot -> bound[slot] = null);
            }
        }

        /** What nobody listed may still be there, unless all that the pattern can mean was looked at. */
        private boolean unseen(int at, Pattern pattern, Truth soFar) {
            if (mayBeUnseen(pattern.kind(), pattern.tying(), bound)) {
                Truth[] judged = new Truth[Math.max(1, pattern.conditions().size())];
                Arrays.fill(judged, Truth.UNKNOWN);
                verdicts[at] = judged;
                return step(at + 1, soFar.and(Truth.UNKNOWN));
            }
            if (explaining
                    && world.of(pattern.kind()).isEmpty()
                    && world.perhaps(pattern.kind()).isEmpty()) {
                Truth[] judged = new Truth[Math.max(1, pattern.conditions().size())];
                Arrays.fill(judged, Truth.FALSE);
                verdicts[at] = judged;
                return step(at + 1, Truth.FALSE);
            }
            return true;
        }

        private boolean quantified(int at, Pattern pattern, Truth soFar) {
            Truth exists = Truth.FALSE;
            for (Fact fact : world.of(pattern.kind())) {
                exists = exists.or(all(pattern, fact, bound));
            }
            boolean not = pattern.presence() == Pattern.Presence.NOT;
            if (not && undecided(rule, pattern)) {
                exists = exists.or(Truth.UNKNOWN);
            }
            if (!not) {
                for (Fact fact : world.perhaps(pattern.kind())) {
                    exists = exists.or(all(pattern, fact, bound).and(Truth.UNKNOWN));
                }
            }
            Truth holds = not ? exists.negated() : exists;
            Truth truth = soFar.and(holds);
            if (truth == Truth.FALSE && !explaining) {
                return true;
            }
            verdicts[at] = new Truth[] {holds};
            return step(at + 1, truth);
        }
    }

    /** Whether there may be a fact that nobody stated and that a pattern means. */
    private boolean mayBeUnseen(Kind kind, @Nullable List<Expression.Comparison> tying, @Nullable Object[] bound) {
        return !kind.deduced() && (tying == null || !allLookedAt(kind, tying, bound));
    }

    /**
     * Whether everything the pattern can mean has an entry: it ties down which thing is meant, and each such thing is
     * either described or stated absent.
     */
    private boolean allLookedAt(Kind kind, List<Expression.Comparison> tying, @Nullable Object[] bound) {
        List<Fact> known = world.of(kind);
        if (known.isEmpty()) {
            return false;
        }
        int meant = 1;
        for (Expression.Comparison comparison : tying) {
            meant *= Math.max(1, pinned(comparison));
        }
        Set<List<@Nullable Object>> found = new HashSet<>();
        for (Fact fact : known) {
            if (isMeant(fact, tying, bound)) {
                if (meant == 1) {
                    return true;
                }
                List<@Nullable Object> which = new ArrayList<>();
                for (Expression.Comparison comparison : tying) {
                    which.add(comparison.property().of(fact));
                }
                found.add(which);
            }
        }
        return found.size() >= meant;
    }

    /** Of how many values one is asked for; 0 if that is not known beforehand. */
    private static int pinned(Expression.Comparison comparison) {
        if (comparison.operand() instanceof Expression.Constant constant) {
            return comparison.operator() == Operator.IN ? ((List<?>) constant.compared()).size() : 1;
        }
        return 0;
    }

    private static boolean isMeant(Fact fact, List<Expression.Comparison> tying, @Nullable Object[] bound) {
        for (Expression.Comparison comparison : tying) {
            if (comparison.judge(fact, bound) != Truth.TRUE) {
                return false;
            }
        }
        return true;
    }

    /** A rule joins so many facts that it cannot be judged in reasonable time. */
    static final class TooManyCombinations extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyCombinations(String rule) {
            super(rule);
        }
    }
}
