package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.diagnosis.Likelihood;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.report.Report;
import org.rdpdx.report.ReportFormat;
import org.rdpdx.rulebook.Rulebook;

class DiagnosticianTest {

    private static Diagnostician diagnostician;

    @BeforeAll
    static void open() {
        diagnostician = Diagnostician.withRules(Rulebook.bundled());
    }

    @AfterAll
    static void close() {
        diagnostician.close();
    }

    static List<Path> files() {
        return Stories.everything();
    }

    private static byte[] json(CaseFacts facts) {
        return json(diagnostician.diagnose(facts));
    }

    private static byte[] json(Report report) {
        StringBuilder json = new StringBuilder();
        try {
            ReportFormat.json().write(report, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<CaseFacts> stories() {
        return Stories.files().stream().map(Stories::read).toList();
    }

    @Test
    void a_program_that_embeds_it_needs_three_lines() {
        CaseFacts facts = CaseFacts.named("INC-1")
                .put("attempt.error", 0x904)
                .put("attempt.extendedError", 7)
                .put("host.certificate.validity", "expired")
                .put("host.certificate.privateKeyReadable", true)
                .build();

        Report report = diagnostician.diagnose(facts);

        assertThat(report.ranking().of("host-certificate-expired").orElseThrow().likelihood())
                .isGreaterThanOrEqualTo(Likelihood.POSSIBLE);
        assertThat(report.facts()).isSameAs(facts);
    }

    /** 10,000 evaluations, all compared by what they say, and some by the bytes of their JSON. */
    @Test
    void four_threads_at_once_give_what_one_gives() throws InterruptedException, ExecutionException {
        List<CaseFacts> stories = stories();
        List<Report> alone = stories.stream().map(diagnostician::diagnose).toList();
        List<byte[]> bytesAlone = alone.stream().map(DiagnosticianTest::json).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> runs = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Random random = new Random(thread);
            runs.add(() -> {
                for (int i = 0; i < 2500; i++) {
                    int story = random.nextInt(stories.size());
                    Report report = diagnostician.diagnose(stories.get(story));
                    assertSame(report, alone.get(story));
                    if (i % 50 == 0) {
                        assertThat(json(report)).isEqualTo(bytesAlone.get(story));
                    }
                }
                return 2500;
            });
        }

        int same = 0;
        try {
            for (Future<Integer> run : threads.invokeAll(runs)) {
                same += run.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(same).isEqualTo(10_000);
    }

    private static void assertSame(Report one, Report other) {
        assertThat(one.ranking()).isEqualTo(other.ranking());
        assertThat(one.plan()).isEqualTo(other.plan());
        assertThat(one.findings().verdicts()).isEqualTo(other.findings().verdicts());
    }

    @Test
    void one_case_leaves_no_trace_in_the_next() {
        List<CaseFacts> stories = stories();
        List<byte[]> fresh = new ArrayList<>();
        for (CaseFacts story : stories) {
            try (Diagnostician own = Diagnostician.withRules(Rulebook.bundled())) {
                StringBuilder json = new StringBuilder();
                ReportFormat.json().write(own.diagnose(story), json);
                fresh.add(json.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        List<byte[]> oneAfterTheOther =
                stories.stream().map(DiagnosticianTest::json).toList();

        assertThat(oneAfterTheOther).containsExactlyElementsOf(fresh);
    }

    @Test
    void language_and_time_zone_of_the_machine_do_not_show() {
        CaseFacts story = Stories.read(Stories.file("host-certificate-expired"));
        byte[] before = json(story);
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));

            assertThat(json(Stories.read(Stories.file("host-certificate-expired"))))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_same_facts_told_by_path_give_the_same_as_the_file(Path file) {
        CaseFacts read = Stories.read(file);
        CaseFacts told = Retold.of(read);

        Report byFile = diagnostician.diagnose(read);
        Report byPath = diagnostician.diagnose(told);

        assertThat(told.facts()).isEqualTo(read.facts());
        assertSame(byPath, byFile);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void what_is_made_while_rules_are_fired_is_the_same_and_made_once(Path file) {
        CaseFacts facts = Stories.read(file);
        AtomicInteger made = new AtomicInteger();

        Report beside = diagnostician.diagnose(
                facts,
                report -> {
                    made.incrementAndGet();
                    return report;
                },
                task -> new Thread(task).start());

        assertSame(beside, diagnostician.diagnose(facts));
        assertThat(made).hasValue(1);
    }

    @Test
    void it_prints_nothing() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(caught);
            System.setErr(caught);
            try (Diagnostician own = Diagnostician.withRules(Rulebook.open(Path.of("rules", "v1")))) {
                for (CaseFacts story : stories()) {
                    ReportFormat.text(100, true).write(own.diagnose(story), new StringBuilder());
                    ReportFormat.json().write(own.diagnose(story), new StringBuilder());
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void the_bundled_rules_are_those_of_the_folder() {
        try (Rulebook folder = Rulebook.open(Path.of("rules", "v1"))) {
            assertThat(diagnostician.rulebook().hash()).isEqualTo(folder.hash());
            assertThat(diagnostician.rulebook().rules()).isEqualTo(folder.rules());
            assertThat(Rulebook.isBundled(Path.of("rules", "v1"))).isTrue();
        }
    }

    @Test
    void a_case_of_which_nothing_is_known_is_undetermined() {
        Report report = diagnostician.diagnose(CaseFacts.named("nothing").build());

        assertThat(report.ranking().atLeast(Likelihood.POSSIBLE)).isEmpty();
        assertThat(report.plan().steps()).isEmpty();
    }
}
