package org.rdpdx.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.report.Messages;

/** Drives the watching by hand: a file is written, and the watch is told to look. */
class RuleWatchTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path temporary;

    private Path rules = Path.of("");

    @BeforeEach
    void write_a_rulebook() {
        rules = SmallRulebook.in(temporary.resolve("rules"))
                .cause("alpha", List.of(), Way.of("strong", "A"))
                .cause("beta", List.of(), Way.of("strong", "B"))
                .written();
    }

    @Test
    void nothing_is_run_at_first_where_no_id_is_named() {
        RuleWatch.Round first = watch().look(List.of());

        assertThat(first.problems()).isEmpty();
        assertThat(first.ran()).isEmpty();
    }

    @Test
    void the_ids_that_are_named_are_run_at_first() {
        RuleWatch.Round first =
                RuleWatch.of(false, List.of(rules), Set.of("beta")).look(List.of());

        assertThat(first.ran()).containsExactly("beta");
        assertThat(first.runs()).hasSize(3).allMatch(CaseRun::passed);
    }

    @Test
    void a_saved_rule_is_run_and_no_other() throws IOException {
        RuleWatch watch = begun();

        RuleWatch.Round round = watch.look(save("area/alpha/rule.drl", "\"running\"", "\"stopped\""));

        assertThat(round.ran()).containsExactly("alpha");
        assertThat(round.failed()).extracting(run -> run.rule().expect().word()).containsExactly("fires", "silent");
        assertThat(round.stillFailing()).isEmpty();
    }

    @Test
    void what_a_changed_folder_had_better_not_say_is_told_when_nothing_is_wrong() throws IOException {
        RuleWatch watch = begun();
        assertThat(watch.advice()).isEmpty();
        watch.look(save("area/alpha/rule.drl", "state == \"running\"", "state == \"running\", state != null"));
        String own = rules + "/area/alpha/";

        assertThat(watch.advice())
                .isNotEmpty()
                .allMatch(problem -> problem.place().file().startsWith(own));

        watch.look(save("area/alpha/rule.drl", "state == \"running\"", "state == "));
        assertThat(watch.advice()).isEmpty();
    }

    @Test
    void what_nobody_touched_is_not_run_again() throws IOException {
        RuleWatch watch = begun();
        watch.look(save("area/alpha/rule.drl", "\"running\"", "\"stopped\""));

        RuleWatch.Round round = watch.look(List.of());

        assertThat(round.changed()).isFalse();
        assertThat(round.ran()).isEmpty();
        assertThat(round.stillFailing()).containsExactly("alpha");
    }

    @Test
    void a_change_is_found_though_no_event_told_of_it() throws IOException {
        RuleWatch watch = begun();
        save("area/alpha/rule.drl", "\"running\"", "\"stopped\"");

        assertThat(watch.look(List.of()).ran()).containsExactly("alpha");
    }

    @Test
    void a_change_that_neither_size_nor_time_shows_is_found_where_an_event_told_of_it() throws IOException {
        Path file = rules.resolve("area/alpha/rule.drl");
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, longAgo);
        RuleWatch watch = begun();
        List<Path> named = save("area/alpha/rule.drl", "\"running\"", "\"stopped\"");
        Files.setLastModifiedTime(file, longAgo);

        assertThat(watch.look(named).ran()).containsExactly("alpha");
    }

    @Test
    void several_saved_at_once_are_run_at_once() throws IOException {
        RuleWatch watch = begun();
        save("area/alpha/rule.drl", "\"running\"", "\"stopped\"");
        save("area/beta/cases.yaml", "running", "paused");

        RuleWatch.Round round = watch.look(List.of());

        assertThat(round.ran()).containsExactly("alpha", "beta");
        assertThat(round.stillFailing()).isEmpty();
    }

    @Test
    void a_file_that_an_editor_replaces_by_another_is_read() throws IOException {
        RuleWatch watch = begun();
        Path file = rules.resolve("area/alpha/rule.drl");
        Path other = rules.resolve("area/alpha/.rule.drl.new");
        Files.writeString(other, Files.readString(file).replace("\"running\"", "\"stopped\""));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(watch.look(List.of(other)).ran()).containsExactly("alpha");
    }

    @Test
    void copies_and_locks_that_editors_leave_beside_a_file_are_no_part_of_the_rules() throws IOException {
        RuleWatch watch = begun();
        for (String name : List.of("rule.drl~", "#rule.drl#", ".#rule.drl", ".rule.drl.swp")) {
            Files.writeString(rules.resolve("area/alpha").resolve(name), "x");
        }

        RuleWatch.Round round = watch.look(List.of());

        assertThat(round.problems()).isEmpty();
        assertThat(round.changed()).isFalse();
    }

    @Test
    void a_half_written_rule_is_told_and_run_when_it_is_whole() throws IOException {
        RuleWatch watch = begun();
        Path file = rules.resolve("area/alpha/rule.drl");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));

        RuleWatch.Round half = watch.look(List.of());

        assertThat(half.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.place().file().endsWith("area/alpha/rule.drl"));
        assertThat(half.ran()).isEmpty();
        assertThat(half.waiting()).containsExactly("alpha");

        Files.writeString(file, whole);
        RuleWatch.Round mended = watch.look(List.of());

        assertThat(mended.problems()).isEmpty();
        assertThat(mended.ran()).containsExactly("alpha");
        assertThat(mended.waiting()).isEmpty();
    }

    @Test
    void an_empty_file_is_told() throws IOException {
        RuleWatch watch = begun();
        Files.writeString(rules.resolve("area/alpha/cases.yaml"), "");

        RuleWatch.Round round = watch.look(List.of());

        assertThat(round.problems()).isNotEmpty();
        assertThat(round.ran()).isEmpty();
    }

    @Test
    void a_diagnosis_is_run_though_another_is_half_written() throws IOException {
        RuleWatch watch = begun();
        Files.writeString(rules.resolve("area/beta/rule.drl"), "half a ru");
        save("area/alpha/rule.drl", "\"running\"", "\"stopped\"");

        RuleWatch.Round round = watch.look(List.of());

        assertThat(round.ran()).containsExactly("alpha");
        assertThat(round.waiting()).containsExactly("beta");
        assertThat(round.problems()).isNotEmpty();
    }

    @Test
    void a_folder_that_is_deleted_is_missed_by_nobody() throws IOException {
        RuleWatch watch = begun();
        watch.look(save("area/beta/rule.drl", "\"running\"", "\"stopped\""));
        delete(rules.resolve("area/beta"));

        RuleWatch.Round round = watch.look(List.of());

        assertThat(round.changed()).isTrue();
        assertThat(round.problems()).isEmpty();
        assertThat(round.stillFailing()).isEmpty();
        assertThat(watch.ids()).doesNotContain("beta");
    }

    @Test
    void a_file_that_is_deleted_and_comes_back_is_told_and_run() throws IOException {
        RuleWatch watch = begun();
        Path file = rules.resolve("area/alpha/cases.yaml");
        String text = Files.readString(file);
        Files.delete(file);

        assertThat(watch.look(List.of()).problems()).isNotEmpty();

        Files.writeString(file, text);
        assertThat(watch.look(List.of()).ran()).containsExactly("alpha");
    }

    @Test
    void a_new_diagnosis_is_run() throws IOException {
        RuleWatch watch = begun();

        SmallRulebook.in(rules).cause("gamma", List.of(), Way.of("weak", "C")).written();

        assertThat(watch.look(List.of()).ran()).containsExactly("gamma");
    }

    @Test
    void what_rests_on_a_deduction_is_run_with_it() throws IOException {
        write(
                "area/alpha/rule.drl",
                Files.readString(rules.resolve("area/alpha/rule.drl"))
                        .replace("when Service", "when Reached( phase == \"later\" ) Service"));
        RuleWatch watch = begun();

        RuleWatch.Round round = watch.look(save("deductions/reached/rule.drl", "works", "fails"));

        assertThat(round.ran()).containsExactly("alpha", "reached");
    }

    @Test
    void what_rested_on_a_deduction_that_makes_something_else_now_is_run() throws IOException {
        write("deductions/odd/rule.drl", """
                package rules;
                import org.rdpdx.facts.kind.*;
                rule "odd" when Attempt( outcome == "works" ) then insertLogical(new Deduced("odd")); end
                """);
        write("deductions/odd/cases.yaml", """
                - { name: it fires, facts: { attempt: { outcome: works } }, expect: fires, because: attempt.outcome }
                - { name: it is silent, facts: { attempt: { outcome: fails } }, expect: silent, because: attempt.outcome }
                - { name: nobody looked, facts: { attempt: { port: 3389 } }, expect: cannot-tell, because: attempt.outcome }
                """);
        write(
                "area/alpha/rule.drl",
                Files.readString(rules.resolve("area/alpha/rule.drl"))
                        .replace("when Service", "when Deduced( name == \"odd\" ) Service"));
        RuleWatch watch = begun();

        RuleWatch.Round round = watch.look(save("deductions/odd/rule.drl", "Deduced(\"odd\")", "Deduced(\"even\")"));

        assertThat(round.ran()).containsExactly("alpha", "odd");
    }

    @Test
    void who_uses_a_step_is_run_with_it() throws IOException {
        RuleWatch watch = begun();

        RuleWatch.Round round = watch.look(save("steps/look.yaml", "minutes: 5", "minutes: 6"));

        assertThat(round.ran()).containsExactly("alpha", "beta");
    }

    @Test
    void a_step_that_is_gone_is_told_at_each_card_that_uses_it() throws IOException {
        RuleWatch watch = begun();
        Files.delete(rules.resolve("steps/look.yaml"));

        RuleWatch.Round round = watch.look(List.of());

        assertThat(round.problems())
                .extracting(problem ->
                        rules.relativize(Path.of(problem.place().file())).toString())
                .containsExactly("area/alpha/diagnosis.yaml", "area/beta/diagnosis.yaml");
    }

    @Test
    void the_header_is_checked_and_mended() throws IOException {
        RuleWatch watch = begun();
        Path header = rules.resolve("rulebook.yaml");
        String text = Files.readString(header);
        Files.writeString(header, text.replace("stageGate: strong", "stageGate: mighty"));

        assertThat(watch.look(List.of()).problems()).hasSize(1);

        Files.writeString(header, text);
        RuleWatch.Round mended = watch.look(List.of());
        assertThat(mended.changed()).isTrue();
        assertThat(mended.problems()).isEmpty();
        assertThat(watch.ids()).contains("alpha", "beta");
    }

    @Test
    void a_whole_folder_that_goes_away_and_comes_back_is_told_and_read() throws IOException {
        RuleWatch watch = begun();
        Path aside = temporary.resolve("aside");
        Files.move(rules, aside);

        RuleWatch.Round gone = watch.look(List.of());

        assertThat(gone.problems()).isNotEmpty();
        assertThat(Messages.of(gone.problems().get(0))).contains("there is no such file or folder");

        Files.move(aside, rules);
        assertThat(watch.look(List.of()).problems()).isEmpty();
    }

    @Test
    void only_the_ids_that_are_named_are_run() throws IOException {
        RuleWatch watch = RuleWatch.of(false, List.of(rules), Set.of("beta"));
        watch.look(List.of());

        RuleWatch.Round round = watch.look(save("area/alpha/rule.drl", "\"running\"", "\"stopped\""));

        assertThat(round.changed()).isTrue();
        assertThat(round.ran()).isEmpty();
    }

    private RuleWatch watch() {
        return RuleWatch.of(false, List.of(rules), Set.of());
    }

    private RuleWatch begun() {
        RuleWatch watch = watch();
        assertThat(watch.look(List.of()).problems()).isEmpty();
        return watch;
    }

    private List<Path> save(String path, String old, String changed) throws IOException {
        Path file = rules.resolve(path);
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, changed));
        return List.of(file);
    }

    private void write(String path, String text) throws IOException {
        Path file = rules.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
