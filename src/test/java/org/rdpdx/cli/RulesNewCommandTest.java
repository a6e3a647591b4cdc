package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;

class RulesNewCommandTest {

    private static final String AREAS = "areas, in the order of a connection: area\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path rules() {
        return SmallRulebook.in(folder.resolve("rules"))
                .cause("alpha", List.of("title: The first"), Way.of("strong", "A"))
                .file(
                        "retired.yaml",
                        "retired: [ { id: gone, why: It was two causes. }, { id: old, why: Renamed., replacedBy: alpha } ]\n")
                .written();
    }

    private Path facts(String text) throws IOException {
        return Files.writeString(folder.resolve("case.yaml"), text);
    }

    private static Run made(Path rules, String... more) {
        return Run.of(Stream.concat(
                        Stream.of("rules", "new"),
                        Stream.concat(Stream.of(more), Stream.of("--rules", rules.toString())))
                .toArray(String[]::new));
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(folder::relativize).map(Path::toString).sorted().toList();
        }
    }

    @Test
    void a_new_diagnosis_says_what_was_written_and_what_to_do_next() throws IOException {
        Path rules = rules();

        Run run = made(rules, "area/my-diagnosis", "--title", "The \"listener\" has a C:\\ problem");

        String made = rules.resolve("area/my-diagnosis").toString();
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out().replace(made, "MADE").replace(rules.toString(), "RULES"))
                .isEqualTo("""
                written: MADE/cases.yaml
                written: MADE/diagnosis.yaml
                written: MADE/rule.drl
                written: RULES/_schema
                Write what is marked TODO, then:
                  rdpdx rules check --rules RULES
                  rdpdx rules test my-diagnosis --rules RULES
                """);
        assertThat(Files.readString(Path.of(made, "diagnosis.yaml")))
                .startsWith("# yaml-language-server: $schema=../../_schema/card.schema.json\n")
                .contains("\ntitle: \"The \\\"listener\\\" has a C:\\\\ problem\"\n")
                .contains("  - id: my-diagnosis-step\n");
        assertThat(Files.readString(Path.of(made, "rule.drl")))
                .startsWith("package rules;")
                .contains("rule \"my-diagnosis/other-way\"");
        assertThat(Stream.of("rule.drl", "diagnosis.yaml", "cases.yaml").map(file -> Path.of(made, file)))
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("_template"));
        assertThat(everything()).noneMatch(path -> path.contains(".new-"));
    }

    @Test
    void the_lines_for_editors_name_schemas_that_are_there() throws IOException {
        Path rules = rules();

        made(rules, "area/copied");
        made(rules, "area/begun", "--from", "facts-samples/first.yaml");

        for (String file :
                List.of("copied/diagnosis.yaml", "copied/cases.yaml", "begun/diagnosis.yaml", "begun/cases.yaml")) {
            Path made = rules.resolve("area").resolve(file);
            String line = Files.readAllLines(made).get(0);
            assertThat(line).startsWith("# yaml-language-server: $schema=");
            assertThat(made.resolveSibling(line.substring(line.indexOf('=') + 1))
                            .normalize())
                    .isRegularFile();
        }
        // they are no part of the rules
        assertThat(Run.of("rules", "check", rules.toString()).out()).doesNotContain("_schema");
    }

    @Test
    void what_was_written_passes_the_check_and_its_tests_and_says_what_is_left_to_write() {
        Path rules = rules();

        made(rules, "area/my-diagnosis");
        Run check = Run.of("rules", "check", rules.toString());
        Run test = Run.of("rules", "test", "my-diagnosis", "--coverage", "--rules", rules.toString());

        assertThat(check.err()).isEmpty();
        assertThat(check.code()).isZero();
        String made = rules.resolve("area/my-diagnosis").toString();
        assertThat(check.out().replace(made, "MADE").lines().filter(line -> line.startsWith("MADE")))
                .containsExactly(
                        "MADE/cases.yaml:2:3  note: still to do: prove the rules.",
                        "MADE/diagnosis.yaml:6:9  note: still to do: say what is broken, and on which machine (my-diagnosis)",
                        "MADE/diagnosis.yaml:8:3  note: still to do: say in one short paragraph what happens in Windows"
                                + " terms, and why the connection then fails.",
                        "MADE/diagnosis.yaml:20:3  note: still to do: say what to do.",
                        "MADE/diagnosis.yaml:45:3  note: still to do: name the causes that look alike, and how to tell them"
                                + " apart. One of the two cards is enough.",
                        "MADE/diagnosis.yaml:49:3  note: still to do: say when the rules speak although this is not the cause.",
                        "MADE/diagnosis.yaml:53:3  note: still to do: say where the claims come from, in your own words, and"
                                + " when you looked.",
                        "MADE/rule.drl:6:4  note: still to do: say when.",
                        "MADE/rule.drl:14:1  warning: all that speaks for \"my-diagnosis\" together comes to 38 %, and likely"
                                + " begins at 60 %; add a way of seeing it that speaks more strongly");
        assertThat(test.code()).isZero();
        assertThat(test.out()).contains("9 cases as expected, 0 not").contains("100 %");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    my-diagnosis        | "my-diagnosis" is not an area and an id; write them with one slash, such as reachability/my-diagnosis
                    area/               | "area/" is not an area and an id; write them with one slash, such as reachability/area
                    /                   | "/" is not an area and an id; write them with one slash, such as reachability/my-diagnosis
                    /x                  | "/x" is not an area and an id; write them with one slash, such as reachability/my-diagnosis
                    rules/v1/area/x     | "rules/v1/area/x" is not an area and an id; write them with one slash, such as area/x
                    area/My_Diag No.2   | "My_Diag No.2" cannot be an id; write small letters, digits and single hyphens, such as "my-diag-no-2"
                    area/..             | ".." cannot be an id; write small letters, digits and single hyphens, such as "my-diagnosis"
                    area/\u00e4rger     | "\u00e4rger" cannot be an id; write small letters, digits and single hyphens, such as "rger"
                    area/alpha          | "alpha" is there already, in RULES/area/alpha; choose another id, or change what is there
                    area/reached        | "reached" is there already, in RULES/deductions/reached; choose another id, or change what is there
                    area/gone           | "gone" once named another diagnosis (It was two causes.), and an id is never used again; choose another
                    """)
    void a_name_that_cannot_be_is_refused_and_nothing_is_written(String name, String sentence) throws IOException {
        Path rules = rules();
        List<String> before = everything();

        Run run = made(rules, name);

        assertThat(run.err().replace(rules.toString(), "RULES")).isEqualTo(sentence + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void an_area_that_is_none_is_answered_with_those_there_are() throws IOException {
        Path rules = rules();
        List<String> before = everything();

        assertThat(made(rules, "aera/new").err())
                .isEqualTo("there is no area \"aera\"; did you mean \"area\"?\n" + AREAS);
        assertThat(made(rules, "steps/new").err())
                .isEqualTo("there is no area \"steps\"; choose the one in which the connection breaks\n" + AREAS);
        assertThat(made(rules, "_template/new").code()).isEqualTo(2);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void what_lies_there_is_never_written_over() throws IOException {
        Path rules = rules();
        // a folder without files is no part of the rulebook, but it is somebody's
        Files.createDirectories(rules.resolve("area/kept/notes"));
        Files.writeString(rules.resolve("area/note"), "mine");

        Run folderThere = made(rules, "area/kept");
        Run fileThere = made(rules, "area/note");

        assertThat(folderThere.err())
                .isEqualTo("\"kept\" is there already, in " + rules
                        + "/area/kept; choose another id, or change what is there\n");
        assertThat(fileThere.err()).startsWith("\"note\" is there already, in ");
        assertThat(Files.readString(rules.resolve("area/note"))).isEqualTo("mine");
        assertThat(rules.resolve("area/kept/notes")).isEmptyDirectory();
    }

    @Test
    void where_it_cannot_be_written_nothing_is_left_behind() throws IOException {
        Path rules = SmallRulebook.in(folder.resolve("rules")).written();
        Files.writeString(rules.resolve("area"), "a file where the folder of the area should be");
        List<String> before = everything();

        Run run = made(rules, "area/my-diagnosis");

        assertThat(run.err())
                .isEqualTo(
                        rules + " cannot be written: " + rules.resolve("area").toAbsolutePath()
                                + " is in the way; check the folder, the disk and your rights to it\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_folder_that_may_only_be_read_is_said_to_be() throws IOException {
        Path rules = rules();
        List<String> before = everything();
        assumeThat(rules.toFile().setWritable(false)).isTrue();
        // whoever may write everywhere cannot try this
        assumeThat(Files.isWritable(rules)).isFalse();

        Run run = made(rules, "area/my-diagnosis");

        rules.toFile().setWritable(true);
        assertThat(run.err())
                .isEqualTo(rules
                        + " cannot be written: access is denied; check the folder, the disk and your rights to it\n");
        assertThat(run.code()).isEqualTo(2);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void the_folder_must_be_one_that_can_be_written_into() throws IOException {
        Path rules = rules();
        Path file = Files.writeString(folder.resolve("rules.jar"), "");

        assertThat(Run.of("rules", "new", "client/x", "--rules", "bundled").err())
                .isEqualTo("the bundled rules cannot be changed; name a folder of your own after them: --rules bundled"
                        + " --rules my-rules\n");
        assertThat(Run.of("rules", "new", "client/x", "--rules", folder.toString())
                        .err())
                .isEqualTo(folder
                        + " holds no rulebook.yaml; name the folder that does, or, before this one, the rules that"
                        + " it adds to: --rules bundled --rules " + folder + "\n");
        assertThat(Run.of("rules", "new", "area/x", "--rules", rules.toString(), "--rules", file.toString())
                        .err())
                .isEqualTo("\"" + file + "\" is a file; the last of --rules must be the folder to write into\n");
        assertThat(Run.of("rules", "new", "area/x", "--rules", rules.toString(), "--rules", "bundled", "--rules", "x")
                        .err())
                .isEqualTo("\"bundled\" must be the first of the --rules, since the others are laid over it\n");
    }

    @ParameterizedTest
    @MethodSource("titles")
    void a_title_is_one_line(String title) {
        Run run = made(rules(), "area/x", "--title", title);

        assertThat(run.err()).isEqualTo("a title is one line of text; write what is broken, and on which machine\n");
        assertThat(run.code()).isEqualTo(2);
    }

    private static List<String> titles() {
        return List.of("", "  ", "two\nlines");
    }

    @Test
    void a_folder_of_ones_own_may_add_to_other_rules_and_need_not_be_there() throws IOException {
        Path mine = folder.resolve("deep/my rules");

        Run run = Run.of("rules", "new", "certificate/my-own", "--rules", "bundled", "--rules", mine.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("  rdpdx rules test my-own --rules bundled --rules \"" + mine + "\"\n");
        // the bundled rules have the step and the look-alike of the template
        assertThat(Files.readString(mine.resolve("certificate/my-own/diagnosis.yaml")))
                .contains("  - use: check-port-from-client\n")
                .contains("  - { id: firewall-blocks-rdp, ");
        Run test = Run.of("rules", "test", "my-own", "--rules", "bundled", "--rules", mine.toString());
        assertThat(test.out()).endsWith("9 cases as expected, 0 not\n");
        Run again = Run.of("rules", "new", "client/my-own", "--rules", "bundled", "--rules", mine.toString());
        assertThat(again.err())
                .isEqualTo("\"my-own\" is there already, in " + mine
                        + "/certificate/my-own; choose another id, or change what is there\n");
    }

    @Test
    void two_authors_at_once_never_mix_their_files() throws Exception {
        Path rules = rules();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService authors = Executors.newFixedThreadPool(8);
        try {
            List<Future<Run>> runs = IntStream.range(0, 8)
                    .mapToObj(i -> authors.submit(() -> {
                        start.await();
                        return made(rules, "area/same", "--title", "Title " + i);
                    }))
                    .toList();
            start.countDown();
            int done = 0;
            for (Future<Run> run : runs) {
                done += run.get().code() == 0 ? 1 : 0;
                assertThat(run.get().code()).isIn(0, 2);
            }
            assertThat(done).isEqualTo(1);
        } finally {
            authors.shutdownNow();
        }
        assertThat(Run.of("rules", "test", "same", "--rules", rules.toString()).code())
                .isZero();
        assertThat(everything()).noneMatch(path -> path.contains(".new-"));
    }

    @Test
    void facts_begin_the_rule_and_its_cases() throws IOException {
        Path rules = rules();
        Path facts = facts("""
                case: INC-1
                observedAt: 2026-11-20T09:20:00Z
                attempt: { at: 2026-11-20T09:14:00Z, error: 0x904, messageText: words for people }
                host:
                  certificate: { notAfter: 2026-11-01T00:00:00Z, thumbprint: 00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff }
                  events: [ { provider: Schannel, id: 36870, at: 2026-11-20T09:13:57Z }, { provider: Schannel, id: 36871, at: 2026-11-19T09:13:57Z } ]
                  services: [ { name: TSSDis, present: false } ]
                  listeners: [ { name: RDP-Tcp, present: true } ]
                """);

        Run run = made(rules, "area/begun", "--from", facts.toString());

        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(rules.resolve("area/begun/rule.drl"))).contains("""
                when
                    Attempt( error == 0x904 )
                    Service( viewpoint == "host", name == "TSSDis", present == false )
                    Event( viewpoint == "host", provider == "Schannel", id == 36870, secondsFromAttempt >= -300, secondsFromAttempt <= 60 )
                    Event( viewpoint == "host", provider == "Schannel", id == 36871, present == true )
                    Listener( viewpoint == "host", name == "RDP-Tcp", present == true )
                    Certificate( viewpoint == "host", thumbprint == "00FF00FF00FF00FF00FF00FF00FF00FF00FF00FF", validity == "expired" )
                then
                """);
        assertThat(Files.readString(rules.resolve("area/begun/diagnosis.yaml"))).contains("ways: [begun] }");
        assertThat(Files.readAllLines(rules.resolve("area/begun/cases.yaml")).stream()
                        .filter(line -> line.startsWith("- ") || line.matches("  (expect|because): .*")))
                .containsExactly(
                        "- name: \"everything as in the file\"",
                        "  expect: fires",
                        "  because: host.certificate.thumbprint",
                        "- name: \"attempt.error is 0x905, not 0x904\"",
                        "  expect: silent",
                        "  because: attempt.error",
                        "- name: \"nobody looked at host.certificate\"",
                        "  expect: cannot-tell",
                        "  because: host.certificate.thumbprint");
        assertThat(Run.of("rules", "test", "begun", "--rules", rules.toString()).out())
                .endsWith("3 cases as expected, 0 not\n");
        assertThat(Run.of("rules", "check", rules.toString()).out())
                .contains(
                        "rule.drl:6:4  note: still to do: take out what does not matter, and say how strongly the rest speaks\n")
                .contains(
                        "cases.yaml:2:3  note: still to do: give each case a name that says what is different in it, and take"
                                + " out what names people or machines\n");
    }

    @Test
    void every_sample_begins_a_diagnosis_whose_cases_are_as_expected() throws IOException {
        Path rules = rules();
        List<Path> samples;
        try (Stream<Path> all = Files.walk(Path.of("facts-samples"))) {
            samples = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }

        for (Path sample : samples) {
            String id = sample.getFileName().toString().replace(".yaml", "");
            Run run = made(rules, "area/" + id, "--from", sample.toString());
            assertThat(run.err()).as(id).isEmpty();
            assertThat(run.code()).as(id).isZero();
        }

        Run test = Run.of("rules", "test", "--rules", rules.toString());
        assertThat(test.err()).isEmpty();
        assertThat(test.out()).contains(samples.size() * 3 + 6 + " cases as expected, 0 not\n");
    }

    @Test
    void facts_must_be_those_of_one_case() throws IOException {
        Path rules = rules();
        List<String> before = everything();

        Run two =
                made(rules, "area/x", "--from", facts("case: A\n---\ncase: B\n").toString());
        Run none = made(rules, "area/x", "--from", facts("case: A\n").toString());
        Run wrong = made(rules, "area/x", "--from", facts("case: A\nhots: {}\n").toString());
        Run missing = made(rules, "area/x", "--from", folder.resolve("nix.yaml").toString());

        String file = folder.resolve("case.yaml").toString();
        assertThat(two.err()).isEqualTo("\"" + file + "\" holds 2 cases; name a file that holds one\n");
        assertThat(none.err())
                .isEqualTo("\"" + file + "\" says nothing of the case; name a file with facts, or leave --from out\n");
        assertThat(wrong.err()).startsWith(file + ":2:1  unknown key \"hots\"; did you mean \"host\"?");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(missing.err())
                .isEqualTo(folder.resolve("nix.yaml")
                        + "  there is no such file or folder; check its name and the folder you are in\n");
        assertThat(missing.code()).isEqualTo(3);
        Files.delete(folder.resolve("case.yaml"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_rulebook_that_is_refused_begins_nothing_from_facts_and_says_why() throws IOException {
        Path rules = rules();
        Files.writeString(rules.resolve("area/alpha/diagnosis.yaml"), "title: only this\n");
        List<String> before = everything();

        Run run = made(rules, "area/x", "--from", "facts-samples/first.yaml");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains(rules + "/area/alpha/diagnosis.yaml:1:1  ");
        assertThat(everything()).isEqualTo(before);
        assertThat(made(rules, "area/x").code()).isZero();
    }
}
