import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rdpdx.Diagnostician;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;

/** Milliseconds of judging all rules for the first time, and of everything from the start of Java on; run by cold-start.sh. */
public class Judging {

    public static void main(String[] arguments) throws Exception {
        CaseFacts facts = FactFile.readAll(List.of(Path.of(arguments[0])), System.in).cases().get(0);
        try (Rulebook rulebook = Rulebook.bundled()) {
            long begin = System.nanoTime();
            rulebook.judge(facts);
            long judged = System.nanoTime() - begin;
            ReportFormat.of("text").write(Diagnostician.withRules(rulebook).diagnose(facts), new StringBuilder());
            Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
            System.out.println(judged / 1_000_000 + " " + Duration.between(start, Instant.now()).toMillis());
        }
    }
}
