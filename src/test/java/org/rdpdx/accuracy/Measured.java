package org.rdpdx.accuracy;

import java.util.List;

/**
 * All that the bars ask for.
 *
 * @param whole figures of the scored cases, with all rules
 * @param leftOut the same without the ways of seeing a cause that rest on the case's own sources alone
 * @param calibrationAtMost upper end of the interval of the calibration error, with all rules
 * @param unresolvedDetermined how many cases that nobody resolved have a cause that is at least likely
 */
record Measured(Figures whole, Figures leftOut, double calibrationAtMost, int unresolvedDetermined) {

    static Measured of(List<Scored> whole, List<Scored> leftOut, List<Scored> unresolved) {
        return new Measured(Figures.of(whole), Figures.of(leftOut), Figures.calibrationInterval(whole)[1], (int)
                unresolved.stream().filter(Scored::determined).count());
    }
}
