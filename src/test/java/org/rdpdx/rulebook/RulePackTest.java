package org.rdpdx.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.knowledge.Layer;

class RulePackTest {

    private static final Rulebook.PackLabel LABEL =
            new Rulebook.PackLabel("1.0.0", "0.1", "org.rdpdx.rules", "rulebook");
    private static final CaseFacts WORKS =
            CaseFacts.named("case").put("attempt.outcome", "works").build();
    private static final String RULE = "area/works/rule.drl";

    /** What was packed once for all tests of this class. */
    private static final byte[] PACKED = packed(layer("works"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Layer layer(String outcome) {
        return layerOf("Attempt( outcome == \"" + outcome + "\" )");
    }

    private static Layer layerOf(String leftSide) {
        return new SmallRulebook()
                .diagnosisOf("works", SmallRulebook.drl("works", leftSide))
                .layer();
    }

    private static byte[] packed(Layer layer) {
        try (Rulebook rulebook = RulebookLoader.open(List.of(layer), UnitCache.none())) {
            return rulebook.packed(LABEL);
        }
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("my.jar"), content);
    }

    private static Map<String, byte[]> entries(byte[] jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private byte[] with(String name, String content) throws IOException {
        Map<String, byte[]> entries = entries(PACKED);
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return zipped(entries);
    }

    private byte[] withManifest(String line, String other) throws IOException {
        Map<String, byte[]> entries = entries(PACKED);
        String manifest =
                new String(Objects.requireNonNull(entries.get(JarFile.MANIFEST_NAME)), StandardCharsets.UTF_8);
        assertThat(manifest).contains(line);
        entries.put(JarFile.MANIFEST_NAME, manifest.replace(line, other).getBytes(StandardCharsets.UTF_8));
        return zipped(entries);
    }

    private List<ProblemCode> refusal(byte[] content) throws IOException {
        return refusal(content, PackedRulebook.Limits.USUAL);
    }

    private List<ProblemCode> refusal(byte[] content, PackedRulebook.Limits limits) throws IOException {
        List<Problem> problems = new ArrayList<>();
        assertThat(PackedRulebook.open(file(content), limits, problems)).isEmpty();
        assertThat(problems).allSatisfy(problem -> assertThat(problem.place().file())
                .isEqualTo(folder.resolve("my.jar").toString()));
        return problems.stream().map(Problem::code).toList();
    }

    @Test
    void the_same_rules_give_the_same_bytes_after_other_rules_and_from_another_folder() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path other = Files.createDirectories(folder.resolve("elsewhere/other"));
        write(layer("works"), one, Instant.parse("2020-01-01T00:00:00Z"));
        write(layer("works"), other, Instant.parse("2026-05-05T05:05:05Z"));
        RulebookLoader.open(List.of(layer("fails")), UnitCache.none()).close();

        byte[] first = packed(Layer.of(one, new ArrayList<>()));
        byte[] second = packed(Layer.of(other, new ArrayList<>()));

        assertThat(first).isEqualTo(second).isEqualTo(PACKED);
    }

    private static void write(Layer layer, Path folder, Instant time) throws IOException {
        for (Map.Entry<String, byte[]> entry : layer.files().entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
            Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    @Test
    void a_packed_rulebook_is_the_one_that_was_packed() throws IOException {
        try (Rulebook rulebook = Rulebook.open(file(PACKED));
                Rulebook opened = RulebookLoader.open(List.of(layer("works")), UnitCache.none())) {
            assertThat(rulebook.hash()).isEqualTo(opened.hash());
            assertThat(rulebook.rules()).hasSameSizeAs(opened.rules());
            assertThat(rulebook.consider(WORKS).verdicts())
                    .extracting(RuleVerdict::state)
                    .containsExactly(RuleState.FIRED);
        }
        assertThat(Rulebook.packedIn(folder.resolve("my.jar")).version()).isEqualTo("1.0.0");
    }

    @Test
    void what_was_compiled_is_used_and_the_cache_of_the_user_stays_as_it_is() throws IOException {
        Path cache = folder.resolve("units");
        List<Problem> problems = new ArrayList<>();
        try (PackedRulebook pack = PackedRulebook.open(file(PACKED), PackedRulebook.Limits.USUAL, problems)
                        .orElseThrow();
                Rulebook rulebook = RulebookLoader.open(List.of(pack.layer()), UnitCache.in(cache), List.of(pack))) {
            assertThat(rulebook.consider(WORKS).verdicts())
                    .extracting(RuleVerdict::state)
                    .containsExactly(RuleState.FIRED);
        }

        try (var kept = Files.list(cache)) {
            // the unit that every rulebook has, and not that of the file
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void compiled_rules_that_are_damaged_or_say_something_else_are_compiled_again() throws IOException {
        Map<String, byte[]> entries = entries(PACKED);
        String unit = entries.keySet().stream()
                .filter(name -> name.startsWith("compiled/"))
                .findFirst()
                .orElseThrow();
        byte[] damaged = Objects.requireNonNull(entries.get(unit)).clone();
        damaged[damaged.length / 2] ^= 1;
        SortedMap<String, byte[]> others =
                new TreeMap<>(entries(packed(layerOf("Attempt( outcome == \"works\", occurs == \"always\" )"))));
        byte[] other = others.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("compiled/"))
                .findFirst()
                .orElseThrow()
                .getValue();

        for (byte[] content : List.of(damaged, other, new byte[0], new byte[40])) {
            entries.put(unit, content);
            try (Rulebook rulebook = Rulebook.open(file(zipped(entries)))) {
                assertThat(rulebook.consider(WORKS).verdicts())
                        .extracting(RuleVerdict::state)
                        .containsExactly(RuleState.FIRED);
            }
        }
    }

    @Test
    void a_file_that_is_cut_off_or_no_jar_is_refused() throws IOException {
        assertThat(refusal(new byte[0])).containsExactly(ProblemCode.PACK_UNREADABLE);
        assertThat(refusal("rules".getBytes(StandardCharsets.UTF_8))).containsExactly(ProblemCode.PACK_UNREADABLE);
        for (int length = 1; length < PACKED.length; length += 997) {
            assertThat(refusal(Arrays.copyOf(PACKED, length))).containsExactly(ProblemCode.PACK_UNREADABLE);
        }
    }

    @Test
    void no_byte_that_is_changed_brings_more_than_a_refusal() throws IOException {
        for (int i = 0; i < PACKED.length; i += 41) {
            byte[] changed = PACKED.clone();
            changed[i] ^= 0x55;
            List<Problem> problems = new ArrayList<>();

            PackedRulebook.open(file(changed), PackedRulebook.Limits.USUAL, problems)
                    .ifPresentOrElse(
                            pack -> {
                                // what is left is what was packed; of compiled rules it is looked at when they are
                                // loaded
                                assertThat(pack.layer().files())
                                        .hasSameSizeAs(layer("works").files());
                                pack.close();
                            },
                            () -> assertThat(problems).isNotEmpty());
        }
    }

    @Test
    void another_jar_is_refused() throws IOException {
        assertThat(refusal(zipped(Map.of("a.txt", new byte[3])))).containsExactly(ProblemCode.PACK_FOREIGN);
        assertThat(refusal(withManifest("Rdpdx-Pack: 1\r\n", ""))).containsExactly(ProblemCode.PACK_FOREIGN);
    }

    @Test
    void names_that_lead_out_of_the_file_are_refused() throws IOException {
        for (String name : List.of(
                "rulebook/../../evil.yaml",
                "../evil",
                "/etc/passwd",
                "rulebook/./x",
                "rulebook//x",
                "rulebook/a\\..\\b",
                "C:/evil",
                "rulebook/a\nb")) {
            assertThat(refusal(with(name, "x"))).describedAs(name).containsExactly(ProblemCode.PACK_ENTRY_NAME);
        }
    }

    @Test
    void what_is_no_part_of_a_rulebook_is_refused_and_a_signature_is_not() throws IOException {
        assertThat(refusal(with("notes.txt", "x"))).containsExactly(ProblemCode.PACK_ENTRY_STRAY);
        assertThat(refusal(with("org/rdpdx/Evil.class", "x"))).containsExactly(ProblemCode.PACK_ENTRY_STRAY);
        Rulebook.open(file(with("META-INF/SIGNER.SF", "x"))).close();
    }

    @Test
    void rules_that_were_changed_in_the_file_are_refused() throws IOException {
        assertThat(refusal(with("rulebook/" + RULE, "changed"))).containsExactly(ProblemCode.PACK_CHANGED);
        assertThat(refusal(with("rulebook/area/more/rule.drl", "more"))).containsExactly(ProblemCode.PACK_CHANGED);
    }

    @Test
    void the_same_name_twice_is_refused() throws IOException {
        byte[] twice = with("rulebook/rulebook.yamk", "version: 9");
        replaceAll(twice, "rulebook/rulebook.yamk", "rulebook/rulebook.yaml");

        assertThat(refusal(twice)).containsExactly(ProblemCode.PACK_ENTRY_TWICE);
    }

    private static void replaceAll(byte[] bytes, String text, String other) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(wanted, 0, wanted.length, bytes, i, i + wanted.length)) {
                System.arraycopy(other.getBytes(StandardCharsets.UTF_8), 0, bytes, i, wanted.length);
            }
        }
    }

    @Test
    void a_bomb_is_refused_before_it_is_unpacked() throws IOException {
        PackedRulebook.Limits limits = new PackedRulebook.Limits(1 << 20, 30, 100_000, 150_000, 1 << 20);

        assertThat(refusal(with("rulebook/bomb.yaml", "0".repeat(100_001)), limits))
                .containsExactly(ProblemCode.PACK_ENTRY_TOO_LARGE);
        Map<String, byte[]> many = entries(PACKED);
        for (int i = 0; i < 30; i++) {
            many.put("rulebook/steps/s" + i + ".yaml", new byte[0]);
        }
        assertThat(refusal(zipped(many), limits)).containsExactly(ProblemCode.PACK_TOO_MANY);
        Map<String, byte[]> large = entries(PACKED);
        large.put("rulebook/steps/a.yaml", new byte[90_000]);
        large.put("rulebook/steps/b.yaml", new byte[90_000]);
        assertThat(refusal(zipped(large), limits)).containsExactly(ProblemCode.PACK_UNREADABLE);
        assertThat(refusal(Arrays.copyOf(PACKED, (1 << 20) + 1), limits)).containsExactly(ProblemCode.TOO_LARGE);
    }

    @Test
    void a_manifest_must_say_everything_and_nothing_newer_than_we_are() throws IOException {
        assertThat(refusal(withManifest("Rdpdx-Engine: Drools 10.2.0\r\n", "")))
                .containsExactly(ProblemCode.PACK_ATTRIBUTE);
        assertThat(refusal(withManifest("Rdpdx-Minimum-Version: 0.1", "Rdpdx-Minimum-Version: soon")))
                .containsExactly(ProblemCode.PACK_ATTRIBUTE);
        assertThat(refusal(withManifest("Rdpdx-Vocabulary-Version: 1", "Rdpdx-Vocabulary-Version: 7")))
                .containsExactly(ProblemCode.PACK_VOCABULARY);
        assertThat(refusal(withManifest("Rdpdx-Pack: 1", "Rdpdx-Pack: 2")))
                .containsExactly(ProblemCode.PACK_NEEDS_NEWER);
    }

    @Test
    void versions_are_compared_by_their_numbers() {
        assertThat(PackedRulebook.isNewer("1.10.0", "1.9.9")).isTrue();
        assertThat(PackedRulebook.isNewer("2", "1.9.9")).isTrue();
        assertThat(PackedRulebook.isNewer("1.0", "1.0.0")).isFalse();
        assertThat(PackedRulebook.isNewer("1.0.0-SNAPSHOT", "1.0.0")).isFalse();
        assertThat(PackedRulebook.isNewer("0.9", "1.0.0")).isFalse();
        assertThat(PackedRulebook.isNewer("9", "")).isFalse();
    }

    @Test
    void what_the_compiler_makes_of_rules_is_harmless() {
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Rulebook rulebook : List.of(Samples.rulebook(), Samples.zoo())) {
            rulebook.units().forEach(unit -> all.putAll(unit.classes()));
        }

        assertThat(all).hasSizeGreaterThan(600);
        assertThat(HarmlessClasses.strange(all)).isEmpty();
    }

    @Test
    void a_class_that_does_something_else_is_not() throws IOException {
        for (Class<?> strange : List.of(PackedRulebook.class, RulePackTest.class, Rulebook.class)) {
            String name = strange.getName().substring(strange.getPackageName().length() + 1) + ".class";
            byte[] code;
            try (var in = Objects.requireNonNull(strange.getResourceAsStream(name))) {
                code = in.readAllBytes();
            }
            assertThat(HarmlessClasses.strange(new TreeMap<>(Map.of("rules.Rule", code))))
                    .isNotEmpty();
        }
        assertThat(HarmlessClasses.strange(new TreeMap<>(Map.of("rules.Rule", new byte[9]))))
                .isNotEmpty();
        assertThat(HarmlessClasses.strange(new TreeMap<>(Map.of("java.lang.Evil", new byte[9]))))
                .isNotEmpty();
    }

    @Test
    void the_bundled_rulebook_has_no_files_to_be_packed() {
        assertThatThrownBy(() -> Rulebook.bundled().packed(LABEL)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_that_is_none_is_told_by_its_place() throws IOException {
        Path file = file(new byte[7]);

        assertThatThrownBy(() -> Rulebook.open(file))
                .isInstanceOfSatisfying(InvalidRulebookException.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::toString)
                        .containsExactly(file + ":1:1 pack-unreadable [] []"));
    }
}
