package org.rdpdx.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Shares and means over many cases.
 *
 * @param cases how many
 * @param top1 share in which the true cause is first
 * @param top3 share in which it is among the first three
 * @param undetermined share in which no cause is at least likely
 * @param wrongAndSure share in which another cause is first with a confidence of 0.8 or more
 * @param meanRank of the true cause
 */
record Figures(int cases, double top1, double top3, double undetermined, double wrongAndSure, double meanRank) {

    private static final int BINS = 5;
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_261_122L;

    static Figures of(List<Scored> scored) {
        return new Figures(
                scored.size(),
                share(scored, Scored::right),
                share(scored, one -> one.rank() <= 3),
                share(scored, one -> !one.determined()),
                share(scored, Scored::wrongAndSure),
                scored.stream().mapToInt(Scored::rank).average().orElse(0));
    }

    private static double share(List<Scored> scored, Predicate<Scored> wanted) {
        return scored.isEmpty() ? 0 : (double) scored.stream().filter(wanted).count() / scored.size();
    }

    /** One of the bins in which confidences are compared with what came true. */
    record Bin(int cases, double meanConfidence, double shareRight) {}

    /** How well the confidence of the first cause tells how often it is right, in bins of equal count. */
    static List<Bin> bins(List<Scored> scored) {
        List<Scored> sorted = new ArrayList<>(scored);
        sorted.sort(Comparator.comparingDouble(Scored::confidence));
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            List<Scored> in = sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS);
            double mean = in.stream().mapToDouble(Scored::confidence).average().orElse(0);
            bins.add(new Bin(in.size(), mean, share(in, Scored::right)));
        }
        return bins;
    }

    /** Mean distance between confidence and share that is right, over the bins, by their size. */
    static double calibrationError(List<Scored> scored) {
        double error = 0;
        for (Bin bin : bins(scored)) {
            error += bin.cases() * Math.abs(bin.meanConfidence() - bin.shareRight());
        }
        return scored.isEmpty() ? 0 : error / scored.size();
    }

    /** Mean square of the distance between the confidence of the first cause and whether it is right. */
    static double brier(List<Scored> scored) {
        return scored.stream()
                .mapToDouble(one -> Math.pow(one.confidence() - (one.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /** The 2.5th and the 97.5th percentile of the calibration error, by drawing the cases anew. */
    static double[] calibrationInterval(List<Scored> scored) {
        Random random = new Random(SEED);
        double[] errors = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<Scored> drawn = new ArrayList<>(scored.size());
            for (int k = 0; k < scored.size(); k++) {
                drawn.add(scored.get(random.nextInt(scored.size())));
            }
            errors[i] = calibrationError(drawn);
        }
        Arrays.sort(errors);
        return new double[] {errors[RESAMPLES / 40], errors[RESAMPLES - 1 - RESAMPLES / 40]};
    }
}
