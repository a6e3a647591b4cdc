package org.rdpdx.accuracy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.rdpdx.Stories;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Fields;

/**
 * A case made up with two faults at work at once. The engine is given the facts alone.
 *
 * @param id name of its fact file
 * @param facts what is observed
 * @param causes both
 */
record TwoFaults(String id, CaseFacts facts, Set<String> causes) {

    private static final Path CAUSES = Path.of("src/test/resources/two-faults-causes");

    /** Copies what it is given. */
    TwoFaults {
        causes = Set.copyOf(causes);
    }

    /** All of them, by id. */
    static List<TwoFaults> all() {
        List<TwoFaults> all = new ArrayList<>();
        for (Path file : Stories.twoFaults()) {
            CaseFacts facts = Stories.read(file);
            Fields fields = RealCase.fields(CAUSES.resolve(facts.name() + ".yaml"));
            all.add(new TwoFaults(facts.name(), facts, new TreeSet<>(fields.texts("causes"))));
            fields.end();
        }
        return all;
    }

    /** Of both causes, those that a ranking does not hold for at least likely. */
    Set<String> missedIn(Ranking ranking) {
        Predicate<Diagnosis> likely = diagnosis -> diagnosis.likelihood().atLeast(Likelihood.LIKELY);
        Set<String> missed = new TreeSet<>(causes);
        ranking.diagnoses().stream().filter(likely).map(Diagnosis::id).forEach(missed::remove);
        return missed;
    }

    @Override
    public String toString() {
        return id;
    }
}
