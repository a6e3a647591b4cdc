package org.rdpdx.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.knowledge.Cause;

/**
 * One cause, weighed for one case.
 *
 * @param cause which
 * @param likelihood how sure, in a word
 * @param confidence how sure, from 0 to 1
 * @param prior log-odds before anything was known
 * @param evidence what speaks for and against it, strongest first
 * @param foldedUnder id of the likely cause that explains this one; null if it stands by itself
 */
public record Diagnosis(
        Cause cause,
        Likelihood likelihood,
        double confidence,
        double prior,
        List<Evidence> evidence,
        @Nullable String foldedUnder) {

    /** Copies what it is given. */
    public Diagnosis {
        evidence = List.copyOf(evidence);
    }

    /** Id of the diagnosis. */
    public String id() {
        return cause.id();
    }

    /** The cause whose symptom this is. */
    public Optional<String> explainedBy() {
        return Optional.ofNullable(foldedUnder);
    }

    /** Whether something that counts speaks for it. */
    public boolean spokenFor() {
        return evidence.stream().anyMatch(one -> one.contribution() > 0);
    }

    /** The same, standing by itself. */
    Diagnosis standing() {
        return foldedUnder == null ? this : new Diagnosis(cause, likelihood, confidence, prior, evidence, null);
    }

    Diagnosis foldedUnder(String id) {
        return new Diagnosis(cause, likelihood, confidence, prior, evidence, id);
    }
}
