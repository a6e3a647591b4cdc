package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitCacheTest {

    private static final String TEXT = SmallRulebook.drl("works", "Attempt( outcome == \"works\" )");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name_the_folder() {
        folder = temporary.resolve("rdpdx/units");
    }

    @Test
    void what_was_compiled_once_is_not_compiled_again() throws IOException {
        assertThat(open()).containsExactly(RuleState.FIRED);
        assertThat(files()).hasSize(2).allMatch(file -> file.toString().endsWith(".unit"));
        touch();

        assertThat(open()).containsExactly(RuleState.FIRED);

        assertThat(files()).hasSize(2).allSatisfy(file -> assertThat(Files.getLastModifiedTime(file))
                .isEqualTo(LONG_AGO));
    }

    @Test
    void another_text_is_another_unit() throws IOException {
        open();
        touch();

        List<RuleState> states = open(TEXT.replace("\"works\" )", "\"fails\" )"));

        assertThat(states).containsExactly(RuleState.CONTRADICTED);
        assertThat(files()).hasSize(3);
        assertThat(files().stream().filter(file -> !time(file).equals(LONG_AGO)))
                .hasSize(1);
    }

    @Test
    void the_key_changes_with_text_and_path() {
        String key = UnitCache.key("area/works/rule.drl", TEXT);

        assertThat(key).matches("[0-9a-f]{64}");
        assertThat(UnitCache.key("area/works/rule.drl", TEXT)).isEqualTo(key);
        assertThat(UnitCache.key("area/works/rule.drl", TEXT + "\n")).isNotEqualTo(key);
        assertThat(UnitCache.key("area/other/rule.drl", TEXT)).isNotEqualTo(key);
        assertThat(UnitCache.key("area/works/rule.drl\n", TEXT.substring(1))).isNotEqualTo(key);
    }

    @Test
    void a_damaged_file_is_compiled_anew() throws IOException {
        open();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
        }
        touch();

        assertThat(open()).containsExactly(RuleState.FIRED);

        assertThat(files()).hasSize(2).noneMatch(file -> time(file).equals(LONG_AGO));
    }

    @Test
    void a_truncated_or_empty_file_is_compiled_anew() throws IOException {
        for (int length : new int[] {0, 10, 32, 33, 500}) {
            open();
            for (Path file : files()) {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
            }

            assertThat(open()).containsExactly(RuleState.FIRED);
            assertThat(files()).allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(500));
        }
    }

    @Test
    void a_file_whose_hash_is_wrong_is_not_loaded() throws IOException {
        UnitCache cache = UnitCache.in(folder);
        String key = UnitCache.key("area/works/rule.drl", TEXT);
        cache.keep(key, new CompiledUnit("works", List.of(), "rules.Nothing", new TreeMap<>(), new TreeMap<>()));
        assertThat(cache.find(key)).isPresent();
        Path file = folder.resolve(key + ".unit");
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] ^= 1;
        Files.write(file, bytes);

        assertThat(cache.find(key)).isEmpty();
        assertThat(open()).containsExactly(RuleState.FIRED);
    }

    @Test
    void what_is_no_unit_is_not_loaded_though_its_hash_is_right() throws IOException {
        UnitCache cache = UnitCache.in(folder);
        String key = UnitCache.key("area/works/rule.drl", TEXT);
        byte[] content = "not a unit at all".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(UnitCache.sha256(content), 32 + content.length);
        System.arraycopy(content, 0, all, 32, content.length);
        Files.write(folder.resolve(key + ".unit"), all);

        assertThat(cache.find(key)).isEmpty();
        assertThat(open()).containsExactly(RuleState.FIRED);
    }

    @Test
    void a_folder_that_cannot_be_made_only_costs_time() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        folder = file.resolve("units");

        assertThat(open()).containsExactly(RuleState.FIRED);
        assertThat(open()).containsExactly(RuleState.FIRED);
    }

    @Test
    void a_folder_that_goes_away_only_costs_time() throws IOException {
        UnitCache cache = UnitCache.in(folder);
        Files.delete(folder);

        assertThat(states(cache, TEXT)).containsExactly(RuleState.FIRED);
        assertThat(folder).doesNotExist();
    }

    @Test
    void nothing_but_units_stays_behind_when_one_cannot_be_kept() throws IOException {
        UnitCache cache = UnitCache.in(folder);
        String key = UnitCache.key("area/works/rule.drl", TEXT);
        // a folder of that name that holds something cannot be replaced
        Files.createDirectories(folder.resolve(key + ".unit/inside"));

        assertThat(states(cache, TEXT)).containsExactly(RuleState.FIRED);

        assertThat(files()).noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void only_its_owner_can_read_and_write_the_folder() throws IOException {
        assumeThat(Files.getFileStore(temporary).supportsFileAttributeView("posix"))
                .isTrue();

        open();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(files())
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void a_folder_that_others_may_write_is_not_used() throws IOException {
        assumeThat(Files.getFileStore(temporary).supportsFileAttributeView("posix"))
                .isTrue();
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

        assertThat(open()).containsExactly(RuleState.FIRED);

        assertThat(files()).isEmpty();
    }

    @Test
    void two_at_once_do_not_disturb_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<RuleState>>> work = List.of(this::open, this::open, this::open, this::open);
            for (Future<List<RuleState>> future : threads.invokeAll(work)) {
                assertThat(future.get()).containsExactly(RuleState.FIRED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).hasSize(2).allMatch(file -> file.toString().endsWith(".unit"));
        touch();
        assertThat(open()).containsExactly(RuleState.FIRED);
        assertThat(files()).allMatch(file -> time(file).equals(LONG_AGO));
    }

    @Test
    void two_processes_at_once_do_not_disturb_each_other() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            OneOfTwo.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start());
        }

        for (Process process : processes) {
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(said).contains("[FIRED] 20 times");
            assertThat(process.waitFor()).isZero();
        }
        assertThat(files()).hasSize(2).allMatch(file -> file.toString().endsWith(".unit"));
        touch();
        assertThat(open()).containsExactly(RuleState.FIRED);
        assertThat(files()).allMatch(file -> time(file).equals(LONG_AGO));
    }

    /** Damages the cache again and again while the other uses it. */
    static final class OneOfTwo {

        private OneOfTwo() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            int right = 0;
            for (int i = 0; i < 20; i++) {
                if (states(UnitCache.in(folder), TEXT).equals(List.of(RuleState.FIRED))) {
                    right++;
                }
                if (i % 5 == 0) {
                    try (Stream<Path> all = Files.list(folder)) {
                        for (Path file : all.filter(one -> one.toString().endsWith(".unit"))
                                .toList()) {
                            Files.deleteIfExists(file);
                        }
                    }
                }
            }
            System.out.println("[FIRED] " + right + " times");
        }
    }

    @Test
    void the_longest_kept_goes_where_there_is_no_more_room() throws IOException {
        UnitCache cache = UnitCache.in(folder);
        for (String name : List.of("a", "b", "c")) {
            cache.keep(name.repeat(64), unit(10_000));
        }
        Files.setLastModifiedTime(folder.resolve("a".repeat(64) + ".unit"), FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(folder.resolve("b".repeat(64) + ".unit"), FileTime.fromMillis(1_000));

        UnitCache.in(folder, 35_000).keep("d".repeat(64), unit(10_000));

        assertThat(files())
                .extracting(file -> file.getFileName().toString().substring(0, 1))
                .containsExactly("a", "c", "d");
    }

    @Test
    void folders_of_other_vocabularies_count_too() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("rdpdx/units-0123abcd"));
        Path old = Files.write(other.resolve("e".repeat(64) + ".unit"), new byte[20_000]);
        Files.setLastModifiedTime(old, LONG_AGO);
        Path mine = temporary.resolve("rdpdx/units-4567cdef");

        UnitCache.in(mine, 25_000).keep("d".repeat(64), unit(10_000));

        assertThat(old).doesNotExist();
        assertThat(mine.resolve("d".repeat(64) + ".unit")).exists();
    }

    @Test
    void what_a_killed_process_left_is_taken_away_and_nothing_of_others() throws IOException {
        UnitCache cache = UnitCache.in(folder);
        Path half = Files.write(folder.resolve("1.part"), new byte[10]);
        Files.setLastModifiedTime(half, LONG_AGO);
        Path young = Files.write(folder.resolve("2.part"), new byte[10]);
        Path foreign = Files.write(folder.resolve("notes.txt"), new byte[10]);
        Files.setLastModifiedTime(foreign, LONG_AGO);

        cache.keep("d".repeat(64), unit(10));

        assertThat(half).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    private static CompiledUnit unit(int bytes) {
        TreeMap<String, byte[]> classes = new TreeMap<>();
        classes.put("rules.Nothing", new byte[bytes]);
        return new CompiledUnit("works", List.of(), "rules.Nothing", new TreeMap<>(), classes);
    }

    private List<RuleState> open() {
        return open(TEXT);
    }

    private List<RuleState> open(String text) {
        return states(UnitCache.in(folder), text);
    }

    private static List<RuleState> states(UnitCache cache, String text) {
        SmallRulebook small = new SmallRulebook().diagnosisOf("works", text).cachedIn(cache);
        try (Rulebook rulebook = small.open()) {
            return rulebook.consider(Samples.facts("attempt: { outcome: works }")).verdicts().stream()
                    .map(RuleVerdict::state)
                    .toList();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            // what was compiled last is named by the name of the rule file
            return all.filter(file -> !file.toString().endsWith(".latest"))
                    .sorted()
                    .toList();
        }
    }

    private void touch() throws IOException {
        for (Path file : files()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
