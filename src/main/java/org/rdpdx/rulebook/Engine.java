package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.rdpdx.facts.Fact;

/**
 * Fires rules in Drools: one immutable KieBase per choice of rules, sessions from a pool. Safe for several threads.
 */
final class Engine implements AutoCloseable {

    /** Beyond this many choices of rules, all are loaded for the rest: they differ from case to case. */
    static final int MOST_BASES = 16;

    /** Sessions that a pool makes before the first is asked for; more are made as they are needed. */
    private static final int FIRST_SESSIONS = 1;

    /** What firing gave. */
    record Fired(List<Finding> findings, List<Fact> deduced, Map<String, String> failedUnits) {}

    private final ClassLoader loader;
    private final int mostBases;
    private final Map<String, CompiledUnit> units = new TreeMap<>();
    private final List<Rule> rules;
    private final Map<Set<String>, KieSessionsPool> pools = new HashMap<>();
    private @Nullable Configuration configuration;

    /**
     * Fires what these units hold.
     *
     * @param rules all of the units, in the order of their names
     */
    Engine(Collection<CompiledUnit> units, List<Rule> rules, ClassLoader loader, int mostBases) {
        this.loader = loader;
        this.mostBases = mostBases;
        this.rules = rules;
        units.forEach(unit -> this.units.put(unit.id(), unit));
    }

    /** Fires nothing, so that all of Drools that any case needs is loaded. */
    void prepare() {
        fireOnce(List.of(), newPool(Set.of()), Map.of());
    }

    /**
     * Inserts the facts and fires these rules; the unit of a rule that throws is left out, and the others fire again without
     * it.
     *
     * @param othersDoNoHarm whether other rules, that cannot match, may be loaded beside them
     */
    Fired fire(List<Object> facts, Set<String> wanted, boolean othersDoNoHarm) {
        Set<String> chosen = wanted;
        Map<String, String> failed = new TreeMap<>();
        while (!chosen.isEmpty()) {
            try {
                return fireOnce(facts, pool(chosen, othersDoNoHarm && failed.isEmpty()), failed);
            } catch (RuntimeException | StackOverflowError thrown) {
                CompiledUnit culprit = culprit(thrown, facts, chosen);
                failed.put(culprit.id(), String.valueOf(thrown.getMessage()));
                Set<String> others = new HashSet<>(chosen);
                culprit.rules().forEach(rule -> others.remove(rule.name()));
                chosen = others;
            }
        }
        return new Fired(List.of(), List.of(), failed);
    }

    private Fired fireOnce(List<Object> facts, KieSessionsPool pool, Map<String, String> failed) {
        KieSession session = pool.newKieSession();
        boolean finished = false;
        try {
            facts.forEach(session::insert);
            session.fireAllRules();
            List<Finding> findings = new ArrayList<>();
            for (Object finding : session.getObjects(new ClassObjectFilter(Finding.class))) {
                findings.add((Finding) finding);
            }
            List<Fact> deduced = new ArrayList<>();
            for (Object fact : session.getObjects(CoreUnit::isDeduced)) {
                deduced.add((Fact) fact);
            }
            finished = true;
            return new Fired(findings, deduced, failed);
        } finally {
            if (finished) {
                session.dispose();
            } else {
                forget(pool);
            }
        }
    }

    /** The unit whose rule threw: named by the exception, or found by firing each rule alone. */
    private CompiledUnit culprit(Throwable thrown, List<Object> facts, Set<String> chosen) {
        if (thrown instanceof ConsequenceException consequence) {
            Match match = consequence.getMatch();
            if (match != null && chosen.contains(match.getRule().getName())) {
                return unitOf(match.getRule().getName());
            }
        }
        String message = String.valueOf(thrown.getMessage());
        SortedSet<String> inOrder = new TreeSet<>(chosen);
        for (String rule : inOrder) {
            if (message.contains("\"" + rule + "\"")) {
                return unitOf(rule);
            }
        }
        for (String rule : inOrder) {
            try {
                fireOnce(facts, newPool(Set.of(rule)), Map.of());
            } catch (RuntimeException | StackOverflowError again) {
                return unitOf(rule);
            }
        }
        throw new IllegalStateException("no rule of " + chosen + " throws by itself", thrown);
    }

    private CompiledUnit unitOf(String rule) {
        int low = 0;
        int high = rules.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = rules.get(middle).name().compareTo(rule);
            if (order == 0) {
                return unit(rules.get(middle).owner());
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        throw new IllegalStateException("no rule " + rule);
    }

    private CompiledUnit unit(String id) {
        CompiledUnit unit = units.get(id);
        if (unit == null) {
            throw new IllegalStateException("no unit " + id);
        }
        return unit;
    }

    private synchronized KieSessionsPool pool(Set<String> chosen, boolean othersDoNoHarm) {
        KieSessionsPool pool = pools.get(chosen);
        if (pool != null) {
            return pool;
        }
        if (loadsMoreChoices()) {
            return pools.computeIfAbsent(Set.copyOf(chosen), this::newPool);
        }
        return othersDoNoHarm ? pools.computeIfAbsent(all(), this::newPool) : newPool(chosen);
    }

    private Set<String> all() {
        Set<String> names = new HashSet<>();
        rules.forEach(rule -> names.add(rule.name()));
        return names;
    }

    /** Whether a choice of rules that was not seen before is loaded without the others. */
    synchronized boolean loadsMoreChoices() {
        return pools.size() < mostBases;
    }

    private KieSessionsPool newPool(Set<String> chosen) {
        return load(chosen).newKieSessionsPool(FIRST_SESSIONS);
    }

    /** A session that threw may have left anything behind in its pool. Other threads may still have sessions of it. */
    private synchronized void forget(KieSessionsPool pool) {
        pools.values().remove(pool);
    }

    private KieBase load(Set<String> chosen) {
        List<String> methods = new ArrayList<>();
        for (String rule : new TreeSet<>(chosen)) {
            String method = unitOf(rule).methods().get(rule);
            if (method == null) {
                throw new IllegalStateException("nothing gives " + rule);
            }
            methods.add(method);
        }
        Configuration how = configuration();
        return CompiledModel.base(unit(CoreUnit.ID).modelClass(), methods, loader, how.base(), how.builder());
    }

    private synchronized Configuration configuration() {
        Configuration known = configuration;
        if (known == null) {
            known = Configuration.of(loader);
            configuration = known;
        }
        return known;
    }

    /** How bases are made; the same for all. */
    private record Configuration(KieBaseConfiguration base, KnowledgeBuilderConfiguration builder) {

        // deprecated since 10 without another public way to name a class loader
        @SuppressWarnings("deprecation")
        static Configuration of(ClassLoader loader) {
            KieBaseConfiguration base = KieServices.get().newKieBaseConfiguration(null, loader);
            base.setOption(KieBaseMutabilityOption.DISABLED);
            return new Configuration(base, new ClassReactive(loader));
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /** All units, by id. */
    Collection<CompiledUnit> units() {
        return units.values();
    }

    @Override
    public synchronized void close() {
        pools.values().forEach(KieSessionsPool::shutdown);
        pools.clear();
    }
}
