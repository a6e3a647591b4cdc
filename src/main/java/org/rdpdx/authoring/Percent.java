package org.rdpdx.authoring;

/** Shares that are held to a bar: rounded down, so that 100 means all. */
final class Percent {

    private Percent() {}

    /** Percentage with one digit after the point; 100 if there is nothing to count. */
    static double of(long part, long all) {
        return all == 0 ? 100 : Math.floor(part * 1000.0 / all) / 10;
    }
}
