import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.rdpdx.Diagnostician;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;

/**
 * Milliseconds of judging all rules for the first time, and of everything since the time that the second argument says, in
 * microseconds since 1970; run by cold-start.sh. The time at which Java says its process was started can be a second off.
 */
public class Judging {

    public static void main(String[] arguments) throws Exception {
        CaseFacts facts = FactFile.readAll(List.of(Path.of(arguments[0])), System.in).cases().get(0);
        try (Rulebook rulebook = Rulebook.bundled()) {
            long begin = System.nanoTime();
            rulebook.judge(facts);
            long judged = System.nanoTime() - begin;
            ReportFormat.of("text").write(Diagnostician.withRules(rulebook).diagnose(facts), new StringBuilder());
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            System.out.println(judged / 1e6 + " " + (now - Long.parseLong(arguments[1])) / 1e3);
        }
    }
}
