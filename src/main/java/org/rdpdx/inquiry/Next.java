package org.rdpdx.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.knowledge.Weights;
import org.rdpdx.plan.Plan;
import org.rdpdx.plan.PlanStep;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/**
 * What to collect next: how far each command or question can be expected to bring the case, for the time it takes.
 *
 * <p>An undecided rule that fires moves the confidence of its cause by a known amount, and so much is learned, in bits. How
 * likely it is to fire is judged by how likely its cause is, since nothing else is known. What it is worth is shared by all
 * that has to be done to settle it: a rule that lacks three commands is worth each of them only a third, however quick one of
 * them is. What could not change the first steps of the plan, whatever it showed, is not worth collecting.
 */
public final class Next {

    /** How often a way of seeing a cause is seen where it is the cause; a judgement, like the weights. */
    private static final double SENSITIVITY = 0.5;

    /** Seconds to find the place, to type and to note the answer, whatever the command itself takes. */
    private static final int TO_BEGIN_SECONDS = 20;

    /** Steps of a plan that are done before anybody looks again. */
    private static final int FIRST_STEPS = 3;

    private final Findings findings;
    private final Rulebook rulebook;
    private final Weights weights;
    private final Ranking ranking;
    private final List<String> firstSteps;
    private final Map<String, List<Wanted>> undecided;
    private final Map<String, Action> actions = new LinkedHashMap<>();
    /** The same by path of what is wanted: many rules want the same, and how it is collected takes long to find out. */
    private final Map<String, Action> byPath = new HashMap<>();

    private final Map<String, Boolean> open = new HashMap<>();
    private final Set<String> unread = new HashSet<>();

    private Next(
            Findings findings, Ranking ranking, Plan plan, Rulebook rulebook, Map<String, List<Wanted>> undecided) {
        this.findings = findings;
        this.rulebook = rulebook;
        this.ranking = ranking;
        this.weights = rulebook.weights();
        this.firstSteps = firstSteps(plan);
        this.undecided = undecided;
        findings.facts().unread().forEach(one -> unread.add(one.path()));
    }

    /**
     * What is worth doing, best first; nothing if nothing would change what is done first.
     *
     * @param findings what became of each rule
     * @param ranking the causes, weighed by these findings
     * @param plan the steps for the likely ones
     * @param rulebook the rulebook that was asked
     * @param undecided what undecided rules lack, by name, from {@link Missing#byRule}
     * @param most how many at most
     */
    public static List<ToCollect> of(
            Findings findings,
            Ranking ranking,
            Plan plan,
            Rulebook rulebook,
            Map<String, List<Wanted>> undecided,
            int most) {
        Next next = new Next(findings, ranking, plan, rulebook, undecided);
        next.weigh();
        return next.best(most);
    }

    /** Whatever an undecided rule lacks and somebody could collect, by name: what {@link #of} chooses from. */
    static List<ToCollect> everything(
            Findings findings, Ranking ranking, Rulebook rulebook, Map<String, List<Wanted>> undecided) {
        Next next = new Next(findings, ranking, new Plan(List.of(), false), rulebook, undecided);
        undecided.forEach((rule, lacks) -> {
            for (Wanted one : lacks) {
                if (!next.couldNotBeRead(one.path())) {
                    next.action(one).wanted.putIfAbsent(one.path(), one);
                }
            }
        });
        Map<String, ToCollect> byName = new TreeMap<>();
        for (Action action : next.actions.values()) {
            ToCollect one = action.toCollect();
            byName.put(one.shown(), one);
        }
        return List.copyOf(byName.values());
    }

    /** One command for one thing. */
    private static final class Action {
        private final Map<String, Wanted> wanted = new LinkedHashMap<>();
        private final Map<String, Double> worthOfFact = new HashMap<>();
        private final @Nullable CollectWay how;
        /** Worth by diagnosis. */
        private final Map<String, Double> worth = new LinkedHashMap<>();

        Action(@Nullable CollectWay how) {
            this.how = how;
        }

        double worth() {
            double sum = 0;
            for (double one : worth.values()) {
                sum += one;
            }
            return sum;
        }

        ToCollect toCollect() {
            List<Wanted> sorted = new ArrayList<>(wanted.values());
            sorted.sort(Comparator.comparingDouble((Wanted one) -> -worthOfFact.getOrDefault(one.path(), 0.0))
                    .thenComparing(Wanted::path));
            List<String> decides = new ArrayList<>(worth.keySet());
            decides.sort(Comparator.comparingDouble((String id) -> -worth.getOrDefault(id, 0.0))
                    .thenComparing(Comparator.naturalOrder()));
            return new ToCollect(sorted, how, decides, worth());
        }
    }

    private void weigh() {
        double all = 0;
        for (Diagnosis diagnosis : ranking.standing()) {
            all += diagnosis.confidence();
        }
        for (Diagnosis diagnosis : ranking.standing()) {
            double chance = diagnosis.confidence() / Math.max(1, all);
            for (RuleVerdict verdict : findings.verdicts(diagnosis.id())) {
                Rule rule = verdict.rule();
                // of alternatives one that could not be read leaves the others
                List<Wanted> lacks = undecided.getOrDefault(rule.name(), List.of()).stream()
                        .filter(one -> !couldNotBeRead(one.path()))
                        .toList();
                if (!lacks.isEmpty()) {
                    weigh(diagnosis, chance, rule, lacks);
                }
            }
        }
    }

    private void weigh(Diagnosis diagnosis, double chance, Rule rule, List<Wanted> lacks) {
        double learned = learned(diagnosis, rule);
        if (learned <= 0) {
            return;
        }
        double fires = SENSITIVITY * (rule.against() ? 1 - chance : chance);
        Set<Action> needed = new LinkedHashSet<>();
        int seconds = 0;
        for (Wanted one : lacks) {
            Action action = action(one);
            action.wanted.putIfAbsent(one.path(), one);
            if (needed.add(action)) {
                seconds += TO_BEGIN_SECONDS + ToCollect.seconds(action.how);
            }
        }
        double worth = 60 * fires * learned / seconds;
        for (Action action : needed) {
            action.worth.merge(diagnosis.id(), worth, Math::max);
        }
        for (Wanted one : lacks) {
            action(one).worthOfFact.merge(one.path(), worth, Double::sum);
        }
    }

    /**
     * How much is learned of the cause if the rule fires, in bits: the divergence of what is believed then from what is
     * believed now (Lindley, On a measure of the information provided by an experiment, 1956). That a cause which nobody
     * suspects is none tells little, that it is the cause tells much. Of rules that see the same thing only the strongest
     * counts.
     */
    private double learned(Diagnosis diagnosis, Rule rule) {
        double now = diagnosis.confidence();
        double more = weights.of(strength(rule)) - counted(rule);
        if (more <= 0) {
            return 0;
        }
        double then = 1 / (1 + Math.exp(-(Math.log(now / (1 - now)) + (rule.against() ? -more : more))));
        return (then * Math.log(then / now) + (1 - then) * Math.log((1 - then) / (1 - now))) / Math.log(2);
    }

    /** What counts already for what the rule sees. */
    private double counted(Rule rule) {
        String sees = rule.sees();
        double counted = 0;
        if (sees != null) {
            for (RuleVerdict verdict : findings.verdicts(rule.owner())) {
                Rule other = verdict.rule();
                if (verdict.state() == RuleState.FIRED
                        && sees.equals(other.sees())
                        && other.against() == rule.against()) {
                    counted = Math.max(counted, weights.of(strength(other)));
                }
            }
        }
        return counted;
    }

    private static Strength strength(Rule rule) {
        return rule.speaks().orElseThrow(() -> new IllegalStateException(rule.name()));
    }

    /** Whether it, or the thing or the kind that it lies in, was tried in vain. */
    private boolean couldNotBeRead(String path) {
        if (unread.isEmpty()) {
            return false;
        }
        for (int i = 0; i < path.length(); i++) {
            char next = path.charAt(i);
            if ((next == '.' || next == '[') && unread.contains(path.substring(0, i))) {
                return true;
            }
        }
        return unread.contains(path);
    }

    private Action action(Wanted wanted) {
        return byPath.computeIfAbsent(
                wanted.path(),
                path -> actions.computeIfAbsent(
                        key(wanted), unused -> new Action(wanted.way().orElse(null))));
    }

    /** One command may answer for several things of a kind, but a person runs it for one at a time. */
    static String key(Wanted wanted) {
        String property = wanted.property();
        String thing = property == null
                ? wanted.path()
                : wanted.path().substring(0, wanted.path().length() - property.length() - 1);
        return thing + "\n" + wanted.way().map(CollectWay::name).orElse("");
    }

    private List<ToCollect> best(int most) {
        List<ToCollect> all = new ArrayList<>();
        for (Action action : actions.values()) {
            if (action.worth() > 0) {
                all.add(action.toCollect());
            }
        }
        all.sort(Comparator.comparingDouble((ToCollect one) -> -one.worth()).thenComparing(ToCollect::shown));
        List<ToCollect> best = new ArrayList<>();
        for (ToCollect one : all) {
            if (best.size() == most) {
                break;
            }
            if (couldChangeTheFirstSteps(one)) {
                best.add(one);
            }
        }
        return best;
    }

    /** Whether it speaks for or against a cause about which so much is open that the plan may begin otherwise. */
    private boolean couldChangeTheFirstSteps(ToCollect one) {
        for (String id : one.decides()) {
            if (open.computeIfAbsent(id, this::couldChangeTheFirstSteps)) {
                return true;
            }
        }
        return false;
    }

    private boolean couldChangeTheFirstSteps(String id) {
        return changed(id, false) || changed(id, true);
    }

    private boolean changed(String id, boolean against) {
        Set<String> assumed = new TreeSet<>();
        for (RuleVerdict verdict : findings.verdicts(id)) {
            Rule rule = verdict.rule();
            if (rule.against() == against && undecided.containsKey(rule.name())) {
                assumed.add(rule.name());
            }
        }
        if (assumed.isEmpty()) {
            return false;
        }
        Ranking then = ranking.assuming(id, assumed, findings, rulebook);
        // only what is likely is in the plan
        return (isLikely(id, ranking) || isLikely(id, then))
                && !firstSteps(Plan.curing(then, findings.facts(), rulebook)).equals(firstSteps);
    }

    private static boolean isLikely(String id, Ranking ranking) {
        return ranking.of(id).orElseThrow().likelihood().atLeast(Likelihood.LIKELY);
    }

    private static List<String> firstSteps(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.role() == PlanStep.Role.DO)
                .limit(FIRST_STEPS)
                .map(PlanStep::id)
                .toList();
    }
}
