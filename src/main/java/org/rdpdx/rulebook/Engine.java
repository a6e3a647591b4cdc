package org.rdpdx.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.rule.ConsequenceException;
import org.kie.api.runtime.rule.Match;
import org.rdpdx.facts.Fact;

/**
 * Fires rules in Drools: one immutable KieBase per choice of units, sessions from a pool. Safe for several threads.
 */
final class Engine implements AutoCloseable {

    /** Beyond this many choices of units, all are loaded for the rest: they differ from case to case. */
    static final int MOST_BASES = 16;

    private static final int SESSIONS_AT_ONCE = 16;

    /** What firing gave. */
    record Fired(List<Finding> findings, List<Fact> deduced, Map<String, String> failedUnits) {}

    private final ClassLoader loader;
    private final Map<String, CompiledUnit> units;
    private final Map<String, String> unitOfRule = new TreeMap<>();
    private final Map<Set<String>, KieSessionsPool> pools = new LinkedHashMap<>();

    Engine(Collection<CompiledUnit> units, ClassLoader loader) {
        this.loader = loader;
        this.units = new TreeMap<>();
        for (CompiledUnit unit : units) {
            this.units.put(unit.id(), unit);
            unit.rules().forEach(rule -> unitOfRule.put(rule.name(), unit.id()));
        }
    }

    /** Fires nothing, so that all of Drools that any case needs is loaded. */
    void prepare() {
        fireOnce(List.of(), pool(new TreeSet<>(Set.of(CoreUnit.ID)), false), Map.of());
    }

    /**
     * Inserts the facts and fires these units; a unit that throws is left out, and the others fire again without it.
     *
     * @param othersDoNoHarm whether other units, that cannot match, may be loaded beside them
     */
    Fired fire(List<Object> facts, Set<String> wanted, boolean othersDoNoHarm) {
        SortedSet<String> chosen = new TreeSet<>(wanted);
        Map<String, String> failed = new TreeMap<>();
        while (true) {
            if (chosen.stream().allMatch(CoreUnit.ID::equals)) {
                return new Fired(List.of(), List.of(), failed);
            }
            chosen.add(CoreUnit.ID);
            try {
                return fireOnce(facts, pool(chosen, othersDoNoHarm && failed.isEmpty()), failed);
            } catch (RuntimeException | StackOverflowError thrown) {
                String culprit = culprit(thrown, facts, chosen);
                failed.put(culprit, String.valueOf(thrown.getMessage()));
                chosen.remove(culprit);
            }
        }
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

    /** The unit that threw: named by the exception, or found by firing each alone. */
    private String culprit(Throwable thrown, List<Object> facts, Set<String> chosen) {
        if (thrown instanceof ConsequenceException consequence) {
            Match match = consequence.getMatch();
            String unit = match == null ? null : unitOfRule.get(match.getRule().getName());
            if (unit != null && chosen.contains(unit)) {
                return unit;
            }
        }
        String message = String.valueOf(thrown.getMessage());
        for (Map.Entry<String, String> rule : unitOfRule.entrySet()) {
            if (message.contains("\"" + rule.getKey() + "\"") && chosen.contains(rule.getValue())) {
                return rule.getValue();
            }
        }
        for (String unit : chosen) {
            if (unit.equals(CoreUnit.ID)) {
                continue;
            }
            try {
                fireOnce(facts, pool(new TreeSet<>(Set.of(CoreUnit.ID, unit)), false), Map.of());
            } catch (RuntimeException | StackOverflowError again) {
                return unit;
            }
        }
        throw new IllegalStateException("no unit of " + chosen + " throws by itself", thrown);
    }

    private synchronized KieSessionsPool pool(Set<String> chosen, boolean othersDoNoHarm) {
        KieSessionsPool pool = pools.get(chosen);
        if (pool != null) {
            return pool;
        }
        if (pools.size() < MOST_BASES) {
            return pools.computeIfAbsent(new TreeSet<>(chosen), this::newPool);
        }
        return othersDoNoHarm ? pools.computeIfAbsent(units.keySet(), this::newPool) : newPool(chosen);
    }

    private KieSessionsPool newPool(Set<String> chosen) {
        return load(chosen).newKieSessionsPool(SESSIONS_AT_ONCE);
    }

    /** A session that threw may have left anything behind in its pool. Other threads may still have sessions of it. */
    private synchronized void forget(KieSessionsPool pool) {
        pools.values().remove(pool);
    }

    private KieBase load(Set<String> chosen) {
        List<String> models = new ArrayList<>();
        for (String id : chosen) {
            CompiledUnit unit = units.get(id);
            if (unit == null) {
                throw new IllegalStateException("no unit " + id);
            }
            models.add(unit.modelClass());
        }
        return CompiledModel.base(models, loader, configuration());
    }

    // deprecated since 10 without another public way to name a class loader
    @SuppressWarnings("deprecation")
    private KieBaseConfiguration configuration() {
        KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration(null, loader);
        configuration.setOption(KieBaseMutabilityOption.DISABLED);
        return configuration;
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
