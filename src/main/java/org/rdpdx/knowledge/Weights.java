package org.rdpdx.knowledge;

import java.util.Map;

/**
 * The one table of weights, from {@code rulebook.yaml}. Log-odds and chances are a judgement, and said to be one on
 * screen.
 *
 * @param prior log-odds of a cause before anything is known
 * @param strength log-odds that a finding adds or takes
 * @param stageGate strength with which an attempt that got further than a cause allows speaks against it
 * @param cures chance that a step cures its cause
 * @param confirmed least confidence of a confirmed cause
 * @param likely least confidence of a likely cause
 * @param possible least confidence of a possible cause
 */
public record Weights(
        Map<Frequency, Double> prior,
        Map<Strength, Double> strength,
        Strength stageGate,
        Map<Cures, Double> cures,
        double confirmed,
        double likely,
        double possible) {

    /** Copies what it is given. */
    public Weights {
        prior = Map.copyOf(prior);
        strength = Map.copyOf(strength);
        cures = Map.copyOf(cures);
    }

    /** Log-odds of a cause before anything is known. */
    public double of(Frequency frequency) {
        return known(prior.get(frequency), frequency);
    }

    /** Log-odds that a finding of that strength adds; for one that speaks against, they are taken away. */
    public double of(Strength strong) {
        return known(strength.get(strong), strong);
    }

    /** Chance from 0 to 1 that a step cures. */
    public double of(Cures often) {
        return known(cures.get(often), often);
    }

    private static double known(@org.jspecify.annotations.Nullable Double weight, Object of) {
        if (weight == null) {
            throw new IllegalStateException("no weight of " + of);
        }
        return weight;
    }
}
