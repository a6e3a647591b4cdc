package org.rdpdx.accuracy;

import java.util.List;
import java.util.stream.IntStream;
import org.rdpdx.diagnosis.Diagnosis;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.diagnosis.Verdict;

/**
 * What came of one case.
 *
 * @param real the case
 * @param first the cause that was put first; its id is empty if nothing speaks for any
 * @param confidence of that, from 0 to 1
 * @param rank of the true cause, from 1
 * @param determined whether some cause is at least likely
 */
record Scored(RealCase real, String first, double confidence, int rank, boolean determined) {

    /** From which confidence on a wrong cause would mislead. */
    static final double SURE = 0.8;

    static Scored of(RealCase real, Ranking ranking) {
        List<Diagnosis> all = ranking.diagnoses();
        String cause = real.cause().orElse("");
        // a cause for which nothing speaks was not found, wherever it stands
        int rank = IntStream.range(0, all.size())
                .filter(place ->
                        all.get(place).id().equals(cause) && all.get(place).spokenFor())
                .map(place -> place + 1)
                .findFirst()
                .orElse(all.size() + 1);
        Diagnosis first = all.get(0);
        return new Scored(
                real,
                first.spokenFor() ? first.id() : "",
                first.confidence(),
                rank,
                ranking.verdict() == Verdict.DETERMINED);
    }

    boolean right() {
        return rank == 1;
    }

    boolean wrongAndSure() {
        return !right() && confidence >= SURE;
    }
}
