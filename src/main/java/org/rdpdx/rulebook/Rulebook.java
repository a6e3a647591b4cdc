package org.rdpdx.rulebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Layer;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.Weights;

/**
 * A rulebook, ready to consider cases. Immutable and safe for several threads; open one and keep it, since what is compiled
 * and loaded for one case serves the next. Close it to let go of the compiled rules.
 */
public final class Rulebook implements AutoCloseable {

    private static final String TEXT_TOO_HARD = "TextTooHard";

    private final RulebookContent content;
    private final List<Rule> rules;
    private final List<List<Rule>> deductionsByRank;
    private final List<Rule> negating;
    private final List<Rule> matchingTexts;
    private final Engine engine;

    /** Read when they are first asked for; read twice they are the same. */
    private volatile @Nullable Codes codes;

    /** Collected when the first case is judged, if they were not given; collected twice they are the same. */
    private volatile @Nullable SharedPatterns shared;

    Rulebook(RulebookContent content, List<CompiledUnit> units, ClassLoader loader) {
        this(content, units, OrderedRules.of(units), loader, Engine.MOST_BASES);
    }

    /**
     * Takes what it is given.
     *
     * @param ordered all rules of the units
     */
    Rulebook(
            RulebookContent content,
            List<CompiledUnit> units,
            OrderedRules ordered,
            ClassLoader loader,
            int mostBases) {
        this.shared = ordered.shared();
        this.content = content;
        this.rules = ordered.rules();
        this.deductionsByRank = ordered.deductionsByRank();
        this.negating = rules.stream().filter(Rule::negates).toList();
        this.matchingTexts = rules.stream().filter(Rule::matchesText).toList();
        this.engine = new Engine(units, rules, loader, mostBases);
    }

    /** The rulebook that comes with this library. */
    public static Rulebook bundled() {
        return RulebookLoader.bundled();
    }

    /**
     * Opens the rulebook in a folder, or in a file that was {@linkplain #packed packed}; further ones are laid over it and
     * may only add. Rules that were compiled before are taken from a cache that only this user can write, where such a folder can be had.
     *
     * @throws InvalidRulebookException if anything in them is wrong, with all problems at once
     */
    public static Rulebook open(Path folder, Path... over) {
        List<Path> folders = new ArrayList<>(List.of(folder));
        folders.addAll(List.of(over));
        return RulebookLoader.open(false, folders);
    }

    /**
     * Lays folders or packed files over the rulebook that comes with this library; they may only add.
     *
     * @throws InvalidRulebookException if anything in them is wrong, with all problems at once
     */
    public static Rulebook bundledWith(Path... over) {
        return RulebookLoader.open(true, List.of(over));
    }

    /**
     * Opens, of the rulebook in some folders, these diagnoses or deductions and all deductions, to run their cases: of the
     * others only the names are looked at, and of a rule file only the rules that changed are compiled. What is found of a
     * case is the same as with the whole rulebook. Where anything is wrong, or there is no such id, it opens the whole.
     *
     * @param overBundled whether the folders are laid over the rulebook that comes with this library
     * @param folders at least one, the later laid over the earlier
     * @param ids at least one
     * @throws InvalidRulebookException if anything in them is wrong, with all problems at once
     */
    public static Rulebook openToTry(boolean overBundled, List<Path> folders, Set<String> ids) {
        return RulebookLoader.openToTry(overBundled, folders, ids);
    }

    /** Whether a folder holds exactly the rulebook that comes with this library. */
    public static boolean isBundled(Path folder) {
        return RulebookLoader.isBundled(folder);
    }

    /**
     * Makes ready what the first case would otherwise wait for. Nobody needs to call it; it is worth calling on a thread
     * beside the one that reads the first facts.
     */
    public void prepare() {
        engine.prepare();
    }

    /** Considers the facts of one case: fires the rules that can match and judges all of them. */
    public Findings consider(CaseFacts facts) {
        return consider(facts, false);
    }

    /**
     * As {@link #consider(CaseFacts)}, using what is found while it is still being fired: what is made of the judged verdicts
     * is made at once, and made anew if Drools should not agree with them. For the first case of a program, when firing
     * takes longest.
     *
     * @param use what to make of it, without effects; where it is called twice, the first answer is thrown away
     * @param beside runs the firing
     */
    public <T> T consider(CaseFacts facts, Function<Findings, T> use, Executor beside) {
        Judged judged = judge(facts, new TreeMap<>());
        if (!judged.failed().isEmpty()) {
            return use.apply(consider(facts));
        }
        CompletableFuture<Engine.Fired> firing = CompletableFuture.supplyAsync(() -> fire(judged, false), beside);
        T made = use.apply(judged.findings());
        Engine.Fired fired = firing.join();
        if (!fired.failedUnits().isEmpty()) {
            return use.apply(consider(facts));
        }
        Findings findings = judged.comparedWith(fired);
        boolean agreed = findings.verdicts().stream().noneMatch(verdict -> verdict.state() == RuleState.ERROR);
        return agreed ? made : use.apply(findings);
    }

    /**
     * Judges all rules by their conditions alone, without firing any: much quicker, and the same in every case that tests
     * compare. For what tries many cases; an answer to a person is fired.
     */
    public Findings judge(CaseFacts facts) {
        return judge(facts, new TreeMap<>()).findings();
    }

    /** As {@link #consider(CaseFacts)}, but with every unit loaded: what choosing units must agree with. */
    Findings considerWithAllUnits(CaseFacts facts) {
        return consider(facts, true);
    }

    private Findings consider(CaseFacts facts, boolean everything) {
        Map<String, String> failed = new TreeMap<>();
        while (true) {
            Judged judged = judge(facts, failed);
            Engine.Fired fired = fire(judged, everything);
            if (fired.failedUnits().isEmpty()) {
                return judged.comparedWith(fired);
            }
            // others may rest on what the units that failed would have deduced, so they are considered anew without
            // them
            failed.putAll(fired.failedUnits());
        }
    }

    /** Judges every rule but those of units that are left out; the units of rules that cannot be judged are added to them. */
    private Judged judge(CaseFacts facts, Map<String, String> failed) {
        while (true) {
            int before = failed.size();
            World world = new World(facts);
            Judge judge = deductions(world, failed);
            List<RuleVerdict> verdicts = new ArrayList<>();
            for (int place = 0; place < rules.size(); place++) {
                verdicts.add(verdict(judge, rules.get(place), place, failed));
            }
            for (Rule rule : matchingTexts) {
                if (!failed.containsKey(rule.owner()) && judge.isTooHard(rule)) {
                    failed.put(rule.owner(), TEXT_TOO_HARD);
                }
            }
            if (failed.size() == before) {
                return new Judged(new Findings(facts, verdicts, world), world, judge, failed);
            }
        }
    }

    /**
     * What judging gave.
     *
     * @param failed why units are left out
     */
    private record Judged(Findings findings, World world, Judge judge, Map<String, String> failed) {

        /** What Drools fires is what counts; that the two differ is a fault of ours and must be seen. */
        Findings comparedWith(Engine.Fired fired) {
            Set<String> firedRules = new HashSet<>();
            fired.findings().forEach(finding -> firedRules.add(finding.rule()));
            List<RuleVerdict> verdicts = new ArrayList<>(findings.verdicts());
            boolean agreed = true;
            for (int i = 0; i < verdicts.size(); i++) {
                RuleVerdict verdict = verdicts.get(i);
                if (verdict.state() != RuleState.ERROR
                        && !verdict.rule().isDeduction()
                        && (verdict.state() == RuleState.FIRED)
                                != firedRules.contains(verdict.rule().name())) {
                    String difference = "judged " + verdict.state().word() + ", Drools did not agree";
                    verdicts.set(i, new RuleVerdict(verdict.rule(), RuleState.ERROR, Optional.of(difference)));
                    agreed = false;
                }
            }
            return agreed ? findings : new Findings(findings.facts(), verdicts, world);
        }
    }

    /** A rule that cannot be judged cannot be fired either: its unit is left out, and all others still run. */
    private static RuleVerdict verdict(Judge judge, Rule rule, int place, Map<String, String> failed) {
        if (failed.isEmpty() || !failed.containsKey(rule.owner())) {
            try {
                return new RuleVerdict(rule, judge.state(rule, place), Optional.empty());
            } catch (Judge.TooManyCombinations | StackOverflowError thrown) {
                failed.put(rule.owner(), thrown.getClass().getSimpleName());
            }
        }
        return new RuleVerdict(rule, RuleState.ERROR, Optional.ofNullable(failed.get(rule.owner())));
    }

    /** Deduces all that can be; what a unit that failed may deduce is unknown. */
    private Judge deductions(World world, Map<String, String> failed) {
        Judge judge = new Judge(world, shared());
        for (List<Rule> rank : deductionsByRank) {
            for (Rule rule : rank) {
                if (failed.containsKey(rule.owner())) {
                    judge.deduceAnything(rule);
                } else {
                    try {
                        judge.deduce(rule);
                    } catch (Judge.TooManyCombinations | StackOverflowError thrown) {
                        failed.put(rule.owner(), thrown.getClass().getSimpleName());
                    }
                }
            }
        }
        return judge;
    }

    private SharedPatterns shared() {
        SharedPatterns known = shared;
        if (known == null) {
            known = SharedPatterns.of(rules);
            shared = known;
        }
        return known;
    }

    private Engine.Fired fire(Judged judged, boolean everything) {
        Judge judge = judged.judge();
        Map<String, String> failed = judged.failed();
        List<Object> inserted = new ArrayList<>(judged.world().facts());
        for (Rule rule : negating) {
            for (int i = 0; i < rule.patterns().size(); i++) {
                Pattern pattern = rule.patterns().get(i);
                if (pattern.presence() == Pattern.Presence.NOT && judge.undecided(rule, pattern)) {
                    inserted.add(Undecided.of(rule.name(), i));
                }
            }
        }
        return engine.fire(inserted, everything ? all(failed) : chosen(judge, failed), failed.isEmpty());
    }

    private Set<String> all(Map<String, String> failed) {
        Set<String> names = new HashSet<>();
        rules.stream().filter(rule -> !failed.containsKey(rule.owner())).forEach(rule -> names.add(rule.name()));
        return names;
    }

    /** The rules that can match, looking at one pattern at a time. */
    private Set<String> chosen(Judge judge, Map<String, String> failed) {
        Set<String> names = new HashSet<>();
        for (int place = 0; place < rules.size(); place++) {
            Rule rule = rules.get(place);
            if (!failed.containsKey(rule.owner()) && judge.open(rule, place)) {
                names.add(rule.name());
            }
        }
        return names;
    }

    /**
     * One case seen in more than one way, for comparing.
     *
     * @param judged by the conditions alone
     * @param chosen names of the rules that can match
     * @param ofChosen by Drools with these; as with all where the engine loads no more choices
     * @param ofAll by Drools with all rules
     */
    record Compared(Findings judged, Set<String> chosen, Engine.Fired ofChosen, Engine.Fired ofAll) {}

    Compared compare(CaseFacts facts) {
        Judged judged = judge(facts, new TreeMap<>());
        Engine.Fired all = fire(judged, true);
        return new Compared(
                judged.findings(),
                chosen(judged.judge(), judged.failed()),
                engine.loadsMoreChoices() ? fire(judged, false) : all,
                all);
    }

    /** These rules without the others: for telling whether the others change what they do. */
    Rulebook only(Predicate<Rule> wanted) {
        List<CompiledUnit> fewer = engine.units().stream()
                .map(unit -> unit.with(unit.rules().stream().filter(wanted).toList()))
                .toList();
        return new Rulebook(content, fewer, engine.loader());
    }

    /** What was compiled. */
    Collection<CompiledUnit> units() {
        return engine.units();
    }

    /** The condition table, by rule name. */
    public List<Rule> rules() {
        return rules;
    }

    /** Version of the content, from {@code rulebook.yaml}. */
    public String version() {
        return content.version();
    }

    /** SHA-256 over paths and content of all its files, in hexadecimal digits: version and hash identify a rulebook. */
    public String hash() {
        return content.hash();
    }

    /** The areas in connection order. */
    public List<Area> areas() {
        return content.areas();
    }

    /** The one table of weights. */
    public Weights weights() {
        return content.weights();
    }

    /** Every diagnosis without its words, by id. */
    public List<Cause> causes() {
        return content.causes();
    }

    /** The cause of that id. */
    public Optional<Cause> cause(String id) {
        return causes().stream().filter(cause -> cause.id().equals(id)).findFirst();
    }

    /**
     * The card of a diagnosis.
     *
     * @throws IllegalArgumentException if there is no such diagnosis
     */
    public Card card(String id) {
        return content.card(id);
    }

    /**
     * A step.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public Step step(String id) {
        return content.step(id);
    }

    /** Ids of all steps, shared and written in a card, sorted. */
    public List<String> stepIds() {
        return content.stepIds();
    }

    /** Ids of all steps that a cure names or needs, sorted. */
    public Set<String> usedSteps() {
        Set<String> ids = new TreeSet<>();
        List<String> open = new ArrayList<>();
        causes().forEach(cause -> card(cause.id()).remedies().forEach(remedy -> open.add(remedy.stepId())));
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            if (ids.add(id)) {
                open.addAll(step(id).needs());
            }
        }
        return ids;
    }

    /** Ids that once existed. */
    public List<Retired> retired() {
        return content.retired();
    }

    /** What is known about codes and events, whatever rules make of them; read when asked for. */
    public Codes codes() {
        Codes known = codes;
        if (known == null) {
            known = content.codes();
            codes = known;
        }
        return known;
    }

    /** The cases beside the rules; read when asked for. */
    public List<RuleCase> cases() {
        return content.cases();
    }

    /** The files it was read from, later layers adding to earlier ones; read when asked for. */
    public List<Layer> layers() {
        return content.layers();
    }

    /** What its files say, except the rules; read when asked for. */
    public Knowledge knowledge() {
        return content.knowledge();
    }

    /**
     * The rules that the next language of Drools would read otherwise than they are read today.
     *
     * @param wanted tells by its path whether a rule file is looked at
     */
    public List<Problem> problemsInNextLanguage(Predicate<String> wanted) {
        List<Problem> problems = new ArrayList<>();
        knowledge().rules().values().stream()
                .filter(file -> wanted.test(file.path()))
                .forEach(file -> new NextLanguage(file).compare(problems));
        return problems;
    }

    /**
     * The text of one of its files as its author wrote it.
     *
     * @param path inside the rulebook, such as {@link Rule#file()}
     * @throws IllegalArgumentException if there is no such file
     */
    public String text(String path) {
        return content.text(path);
    }

    /**
     * Writes this rulebook in the form in which {@link #bundled()} finds it.
     *
     * @param classes root of a class path
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path classes) throws IOException {
        RulebookLoader.write(this, content, engine.units(), classes);
    }

    /**
     * What a packed rulebook says of itself beside its content.
     *
     * @param version of the content; {@link Rulebook#version()} unless it is an addition, which has none of its own
     * @param minimum least version of this program that may run it
     * @param group of its Maven coordinates
     * @param artifact of its Maven coordinates
     */
    public record PackLabel(String version, String minimum, String group, String artifact) {}

    /**
     * This rulebook as one file, which {@link #open} takes in place of a folder. Of several folders laid over each other it
     * is the last. The same rulebook gives the same bytes.
     *
     * @throws IllegalStateException if it is the {@linkplain #bundled() bundled} one
     */
    public byte[] packed(PackLabel label) {
        return RulebookLoader.pack(content, engine.units(), label);
    }

    /**
     * What a packed rulebook says of itself.
     *
     * @param version of its content
     * @param hash as {@link Rulebook#hash()}, of what is in the file alone
     * @param minimum least version of this program that may run it
     * @param builtFor what its compiled rules are for
     * @param files how many files of authors it holds
     */
    public record Packed(String version, String hash, String minimum, String builtFor, int files) {}

    /**
     * Reads a packed rulebook without opening its rules.
     *
     * @throws InvalidRulebookException if the file is none
     */
    public static Packed packedIn(Path file) {
        return RulebookLoader.packedIn(file);
    }

    /** Version of this program, for comparing with what a packed rulebook needs; empty while it is developed. */
    public static Optional<String> programVersion() {
        return Optional.ofNullable(Rulebook.class.getPackage().getImplementationVersion());
    }

    /** Lets go of compiled rules and sessions. */
    @Override
    public void close() {
        engine.close();
    }
}
