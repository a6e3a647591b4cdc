import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.rdpdx.Diagnostician;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.rulebook.Rulebook;

/** Cases per second, warm; run by warm.sh. */
public class Warm {

    private interface Work {
        void on(CaseFacts facts);
    }

    public static void main(String[] arguments) throws Exception {
        double seconds = Double.parseDouble(arguments[0]);
        List<CaseFacts> cases = FactFile.readAll(List.of(Path.of("facts-samples/stories")), System.in).cases();
        try (Rulebook rulebook = Rulebook.bundled();
                Diagnostician diagnostician = Diagnostician.withRules(rulebook)) {
            System.out.println("java " + System.getProperty("java.version") + ", " + cases.size() + " cases, "
                    + rulebook.rules().size() + " rules, " + rulebook.causes().size() + " diagnoses");
            double judged = rounds("rules judged", seconds, 1, cases, rulebook::judge);
            double both = rounds("rules fired and judged", seconds, 1, cases, rulebook::consider);
            rounds("  and ranked", seconds, 1, cases, facts -> Ranking.of(rulebook.consider(facts), rulebook));
            double whole = rounds("whole diagnosis with plan", seconds, 1, cases, diagnostician::diagnose);
            System.out.printf("judging takes %.0f %% of firing and judging, %.0f %% of a whole diagnosis%n",
                    100 * both / judged, 100 * whole / judged);
            rounds("rules fired and judged, 2 threads", seconds, 2, cases, rulebook::consider);
        }
    }

    private static double rounds(String name, double seconds, int threads, List<CaseFacts> cases, Work work)
            throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            double rate = rate(seconds, threads, cases, work);
            if (round > 0) {
                rates.add(rate);
            }
        }
        rates.sort(null);
        System.out.printf("%-36s median %,.0f cases/s (min %,.0f, max %,.0f)%n", name, rates.get(rates.size() / 2),
                rates.get(0), rates.get(rates.size() - 1));
        return rates.get(rates.size() / 2);
    }

    private static double rate(double seconds, int threads, List<CaseFacts> cases, Work work)
            throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                long own = 0;
                while (System.nanoTime() < end) {
                    work.on(cases.get((int) (own++ % cases.size())));
                }
                done.addAndGet(own);
            });
            thread.start();
            running.add(thread);
        }
        for (Thread thread : running) {
            thread.join();
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
