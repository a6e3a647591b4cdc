package org.rdpdx.accuracy;

import java.util.function.ToDoubleFunction;

/**
 * What the build holds the rulebook to, and what is aimed at. This is the only place where the bars stand: one is raised as
 * soon as the figures allow it, and never lowered.
 */
enum Bar {
    LEFT_OUT_TOP_1("first, without its own sources", true, 0.88, 0.75, measured -> measured.leftOut()
            .top1()),
    TOP_1("first, with all rules", true, 0.97, 0.90, measured -> measured.whole()
            .top1()),
    TOP_3("among the first three", true, 0.99, 0.98, measured -> measured.whole()
            .top3()),
    WRONG_AND_SURE(
            "wrong and sure", false, 0.02, 0.02, measured -> measured.whole().wrongAndSure()),
    CALIBRATION("calibration error, upper end", false, 0.12, 0.12, Measured::calibrationAtMost),
    UNRESOLVED("unresolved, yet determined", false, 0, 0, Measured::unresolvedDetermined);

    private final String words;
    private final boolean least;
    private final double held;
    private final double aim;
    // a function of what is measured, which holds nothing
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Measured> figure;

    Bar(String words, boolean least, double held, double aim, ToDoubleFunction<Measured> figure) {
        this.words = words;
        this.least = least;
        this.held = held;
        this.aim = aim;
        this.figure = figure;
    }

    /** What was measured of it. */
    double figure(Measured measured) {
        return figure.applyAsDouble(measured);
    }

    /** What must be reached, at least or at most. */
    double held() {
        return held;
    }

    /** What is aimed at. */
    double aim() {
        return aim;
    }

    /** Whether more is better. */
    boolean least() {
        return least;
    }

    /** What it is, in words. */
    String words() {
        return words;
    }

    /** Whether what was measured is as good as the bar asks. */
    boolean isHeldBy(Measured measured) {
        return least ? figure(measured) >= held : figure(measured) <= held;
    }
}
