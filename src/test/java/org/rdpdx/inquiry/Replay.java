package org.rdpdx.inquiry;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.rdpdx.Stories;
import org.rdpdx.accuracy.RealCase;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.InvalidFactFileException;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.plan.Plan;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.RuleState;
import org.rdpdx.rulebook.RuleVerdict;
import org.rdpdx.rulebook.Rulebook;

/**
 * Plays cases of which everything is known from what the attempt said alone, and counts the seconds of collecting until the
 * right cause is first and at least likely: in the order of {@link Next}, in the order in which experienced people ask, and
 * in random orders.
 */
public final class Replay {

    private static final int RANDOM_ORDERS = 4;

    /** A real case of which less was told is no world. */
    private static final int LEAST_OBSERVATIONS = 8;

    /** The order of asking in {@code shared knowledge}: stage and scope, names, port, switches, certificate, events ... */
    private static final List<String> FIXED_ORDER = List.of(
            "symptoms",
            "trials",
            "nameLookups",
            "dns",
            "probes",
            "listeners",
            "ports",
            "services",
            "remoteDesktop",
            "sessions",
            "certificate",
            "keyStore",
            "roleCertificates",
            "certificateChecks",
            "events",
            "securityLayer",
            "nla",
            "encryption",
            "tls",
            "cipherSuites",
            "credssp",
            "account",
            "localGroups",
            "memberships",
            "userRights",
            "savedCredential",
            "join",
            "controller",
            "kerberos",
            "clock",
            "ntlm",
            "credentialGuard",
            "licensing",
            "cals",
            "licenseCache",
            "paths",
            "adapters",
            "packetTraces",
            "operatingSystem",
            "updates",
            "boot",
            "changes",
            "software",
            "features",
            "intermediaries",
            "firewall",
            "firewallRules",
            "securityRules",
            "registryValues");

    private final Rulebook rulebook;

    Replay(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** What one strategy came to in one world. */
    record Outcome(int seconds, boolean solved) {}

    private interface Strategy {
        /** The next thing to do among those that are left; null to stop. */
        ToCollect choose(List<ToCollect> left, State state, Set<String> done);
    }

    /** What is known and what follows from it. */
    private final class State {
        private final Findings findings;
        private final Ranking ranking;
        private final Map<String, List<Wanted>> undecided;

        State(CaseFacts facts) {
            this.findings = rulebook.judge(facts);
            this.ranking = Ranking.of(findings, rulebook);
            this.undecided = Missing.byRule(findings);
        }

        /** When more is known of some kinds: what rules lack that look at none of them is what they lacked. */
        State(CaseFacts facts, State before, Set<Kind> changed) {
            this.findings = rulebook.judge(facts);
            this.ranking = Ranking.of(findings, rulebook);
            List<RuleVerdict> anew = new ArrayList<>();
            for (RuleVerdict verdict : findings.verdicts()) {
                boolean same = before.undecided.containsKey(verdict.rule().name())
                        && verdict.rule().looksAt().stream()
                                .noneMatch(looked -> looked.kind().deduced() || changed.contains(looked.kind()));
                if (!same) {
                    anew.add(verdict);
                }
            }
            Map<String, List<Wanted>> lacks = Missing.byRule(findings, anew);
            this.undecided = new LinkedHashMap<>();
            for (RuleVerdict verdict : findings.verdicts()) {
                String rule = verdict.rule().name();
                if (verdict.state() == RuleState.UNDECIDED) {
                    undecided.put(rule, lacks.getOrDefault(rule, before.undecided.getOrDefault(rule, List.of())));
                }
            }
        }

        /** When something was asked for that is not available: nothing else follows, and rules lack what they lacked. */
        State(CaseFacts facts, State before) {
            this.findings = rulebook.judge(facts);
            this.ranking = before.ranking;
            this.undecided = before.undecided;
        }

        boolean solved(String cause) {
            return Replay.solved(ranking, cause);
        }

        /** The best that was not done; what was done is asked for again where a world tells a part of a list. */
        Optional<ToCollect> next(Set<String> done) {
            Plan plan = Plan.curing(ranking, findings.facts(), rulebook);
            for (int most : List.of(1, 10, Integer.MAX_VALUE)) {
                List<ToCollect> best = Next.of(findings, ranking, plan, rulebook, undecided, most);
                Optional<ToCollect> next =
                        best.stream().filter(one -> !done.contains(name(one))).findFirst();
                if (next.isPresent() || best.size() < most) {
                    return next;
                }
            }
            return Optional.empty();
        }

        List<ToCollect> left() {
            return Next.everything(findings, ranking, rulebook, undecided);
        }
    }

    private static boolean solved(Ranking ranking, String cause) {
        Diagnosis first = ranking.standing().get(0);
        return first.id().equals(cause) && first.likelihood().atLeast(Likelihood.LIKELY);
    }

    private boolean isSolved(CaseFacts facts, String cause) {
        return solved(Ranking.of(rulebook.judge(facts), rulebook), cause);
    }

    Outcome play(World fresh, Strategy strategy) {
        World world = fresh.again();
        Set<String> done = new HashSet<>();
        int seconds = 0;
        State state = new State(world.known());
        List<ToCollect> left = state.left();
        while (!state.solved(world.cause())) {
            // a time that is known by the day only may be asked for to the second; the world knows no more of it
            left = left.stream().filter(one -> !done.contains(name(one))).toList();
            if (left.isEmpty()) {
                return new Outcome(seconds, false);
            }
            ToCollect chosen = strategy.choose(left, state, done);
            seconds += chosen.seconds();
            done.add(name(chosen));
            if (world.answer(chosen)) {
                Set<Kind> changed = new HashSet<>();
                chosen.wanted().forEach(wanted -> changed.add(wanted.kind()));
                CaseFacts facts = world.known();
                boolean noMore = facts.none().equals(state.findings.facts().none());
                state = noMore ? new State(facts, state, changed) : new State(facts);
                left = state.left();
            } else {
                state = new State(world.known(), state);
                List<Wanted> vain = chosen.wanted();
                left = left.stream().filter(one -> !isWithin(one, vain)).toList();
            }
        }
        return new Outcome(seconds, true);
    }

    /** Whether all that somebody would do it for was tried in vain. */
    private static boolean isWithin(ToCollect one, List<Wanted> vain) {
        return one.wanted().stream()
                .allMatch(wanted -> vain.stream().anyMatch(other -> FactPaths.within(wanted.path(), other.path())));
    }

    /** One command is one thing to do, whatever of its answer is wanted; questions are as many as they ask for. */
    private static String name(ToCollect one) {
        return one.way().isPresent() ? Next.key(one.wanted().get(0)) : one.shown();
    }

    private static ToCollect fixed(List<ToCollect> left) {
        return left.stream()
                .min(Comparator.comparingInt(Replay::place).thenComparing(ToCollect::shown))
                .orElseThrow();
    }

    private static int place(ToCollect one) {
        int place = FIXED_ORDER.indexOf(one.wanted().get(0).kind().key());
        return place < 0 ? FIXED_ORDER.size() : place;
    }

    // ------------------------------------------------------------------ worlds

    List<World> worlds() throws IOException {
        List<World> worlds = new ArrayList<>();
        for (Path story : Stories.files()) {
            String id = String.valueOf(story.getFileName()).replace(".yaml", "");
            String cause = id.equals("store-client-workaround") ? "client-program-fault" : id;
            if (rulebook.cause(cause).isPresent()) {
                worlds.add(new World("story " + id, cause, Stories.read(story)));
            }
        }
        for (RealCase real : RealCase.all()) {
            if (real.scored() && observations(real.facts()) >= LEAST_OBSERVATIONS) {
                worlds.add(new World(real.id(), real.cause().orElseThrow(), real.facts()));
            }
        }
        Set<String> speaking = new HashSet<>();
        rulebook.rules().stream().filter(rule -> !rule.against()).forEach(rule -> speaking.add(rule.name()));
        Map<String, List<RuleCase>> fires = new TreeMap<>();
        for (RuleCase one : rulebook.cases()) {
            boolean speaksFor = one.expect() == RuleCase.Expected.FIRES
                    && one.rule().filter(speaking::contains).isPresent();
            if (speaksFor && rulebook.cause(one.owner()).isPresent()) {
                fires.computeIfAbsent(one.owner(), owner -> new ArrayList<>()).add(one);
            }
        }
        CaseFacts healthy = Stories.read(Stories.SAMPLES.resolve("healthy.yaml"));
        fires.forEach((cause, cases) -> world(healthy, cause, cases).ifPresent(worlds::add));
        return worlds;
    }

    /**
     * A world in which a cause is found once everything is known: from one case of the cause, or from several where one alone
     * says too little; nothing if all of them together do not do.
     */
    private Optional<World> world(CaseFacts healthy, String cause, List<RuleCase> cases) {
        for (RuleCase one : cases) {
            Optional<CaseFacts> all = over(healthy, one.facts());
            if (all.isPresent() && isSolved(all.get(), cause)) {
                return Optional.of(new World("case " + one.rule().orElse(cause), cause, all.get()));
            }
        }
        CaseFacts together = healthy;
        int laid = 0;
        for (RuleCase one : cases) {
            Optional<CaseFacts> more = over(together, one.facts());
            if (more.isPresent()) {
                together = more.get();
                laid++;
                if (isSolved(together, cause)) {
                    return Optional.of(new World(laid + " cases of " + cause, cause, together));
                }
            }
        }
        return Optional.empty();
    }

    private static int observations(CaseFacts facts) {
        int count = 0;
        for (Fact fact : facts.facts()) {
            for (Property property : fact.factKind().ownProperties()) {
                count += fact.value(property.name()) == null || property.derived() ? 0 : 1;
            }
        }
        return count;
    }

    /**
     * What a case says, laid over a host and a client on which everything is in order, of an attempt that fails; nothing if
     * the two cannot both be true.
     */
    private static Optional<CaseFacts> over(CaseFacts healthy, CaseFacts said) {
        Map<String, Map<String, Object>> things = new LinkedHashMap<>();
        Map<String, String> lists = new LinkedHashMap<>();
        Set<String> described = new HashSet<>();
        said.facts().forEach(fact -> described.add(FactPaths.of(fact)));
        for (Fact fact : healthy.facts()) {
            boolean replaced = described.contains(FactPaths.of(fact))
                    && (fact.absent() || fact.factKind().repeatable());
            if (!replaced) {
                put(fact, things, lists);
            }
        }
        said.facts().forEach(fact -> put(fact, things, lists));
        things.computeIfAbsent("attempt", thing -> new LinkedHashMap<>()).put("outcome", "fails");
        CaseFacts.Builder builder = CaseFacts.named(said.name());
        healthy.observedAt().ifPresent(time -> builder.observedAt(time.toString()));
        things.forEach((thing, properties) -> builder.add(lists.getOrDefault(thing, thing), properties));
        try {
            return Optional.of(builder.build());
        } catch (InvalidFactFileException contradicting) {
            return Optional.empty();
        }
    }

    private static void put(Fact fact, Map<String, Map<String, Object>> things, Map<String, String> lists) {
        Kind kind = fact.factKind();
        String thing = FactPaths.of(fact) + (kind.repeatable() ? " " + things.size() : "");
        lists.put(thing, FactPaths.of(fact.viewpoint(), kind, List.of()));
        Map<String, Object> said = things.computeIfAbsent(thing, key -> new LinkedHashMap<>());
        if (fact.absent()) {
            said.clear();
            said.put(Kind.PRESENT, "false");
        }
        for (Property property : kind.ownProperties()) {
            Object value = fact.value(property.name());
            if (value != null && !property.derived()) {
                said.put(property.name(), value instanceof List<?> list ? list : property.text(value));
            }
        }
    }

    // ------------------------------------------------------------------ figures

    private static void print(String name, List<Outcome> outcomes, PrintStream out) {
        double[] seconds =
                outcomes.stream().mapToDouble(Outcome::seconds).sorted().toArray();
        double mean = outcomes.stream().mapToInt(Outcome::seconds).average().orElse(0);
        long solved = outcomes.stream().filter(Outcome::solved).count();
        out.printf(
                Locale.ROOT,
                "%-12s mean %7.0f s   median %6.0f s   solved %3.0f %%%n",
                name,
                mean,
                seconds[seconds.length / 2],
                100.0 * solved / outcomes.size());
    }

    private static double mean(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::seconds).average().orElse(0);
    }

    private static String line(World world, Map<String, List<Outcome>> played) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-60s", world.name()));
        played.values()
                .forEach(outcomes -> line.append(String.format(
                        Locale.ROOT, " %6.0f%s", mean(outcomes), outcomes.get(0).solved() ? " " : "-")));
        return line.toString();
    }

    /** Plays all worlds; with an argument, tells each of them. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        try (Rulebook rulebook = Rulebook.open(Path.of("rules/v1"))) {
            Replay replay = new Replay(rulebook);
            List<World> worlds = replay.worlds();
            Map<String, Function<World, List<Outcome>>> strategies = new LinkedHashMap<>();
            strategies.put(
                    "next",
                    world -> List.of(replay.play(
                            world, (left, state, done) -> state.next(done).orElseGet(() -> fixed(left)))));
            strategies.put("fixed order", world -> List.of(replay.play(world, (left, state, done) -> fixed(left))));
            strategies.put("random", world -> {
                List<Outcome> outcomes = new ArrayList<>();
                for (int seed = 0; seed < RANDOM_ORDERS; seed++) {
                    Random random = new Random(seed);
                    outcomes.add(replay.play(world, (left, state, done) -> left.get(random.nextInt(left.size()))));
                }
                return outcomes;
            });
            long real = worlds.stream()
                    .filter(world -> world.name().startsWith("case-"))
                    .count();
            long stories = worlds.stream()
                    .filter(world -> world.name().startsWith("story "))
                    .count();
            out.printf(
                    Locale.ROOT,
                    "%d worlds: %d stories, %d real cases, %d diagnoses of %d laid over a healthy host%n",
                    worlds.size(),
                    stories,
                    real,
                    worlds.size() - stories - real,
                    rulebook.causes().size());
            Map<String, List<Outcome>> all = new LinkedHashMap<>();
            List<Map<String, List<Outcome>>> played = worlds.parallelStream()
                    .map(world -> {
                        Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
                        strategies.forEach((name, play) -> outcomes.put(name, play.apply(world)));
                        if (arguments.length > 0) {
                            out.println(line(world, outcomes));
                        }
                        return outcomes;
                    })
                    .toList();
            for (Map<String, List<Outcome>> outcomes : played) {
                outcomes.forEach((name, some) ->
                        all.computeIfAbsent(name, key -> new ArrayList<>()).addAll(some));
            }
            all.forEach((name, outcomes) -> print(name, outcomes, out));
            double next = mean(all.getOrDefault("next", List.of()));
            out.printf(
                    Locale.ROOT,
                    "next costs %.0f %% of the fixed order and %.0f %% of a random one%n",
                    100 * next / mean(all.getOrDefault("fixed order", List.of())),
                    100 * next / mean(all.getOrDefault("random", List.of())));
        }
    }
}
