package org.rdpdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.diagnosis.Ranking;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.knowledge.Source;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;
import org.rdpdx.plan.Plan;
import org.rdpdx.plan.PlanStep;
import org.rdpdx.rulebook.Findings;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;

/** What the rulebook tells people to do does no harm that it does not say, and can be taken back. */
class SafeAdviceTest {

    /** The last day anybody looked at pages; a test that asked the clock would pass here and fail there. */
    private static final LocalDate LAST_LOOK = LocalDate.of(2026, 11, 23);

    /** Pages that were read and answer without encryption only; one more is a decision. */
    private static final Set<String> WITHOUT_ENCRYPTION = Set.of(
            "http://www.kouhan.cn/en/article/00017806",
            "http://mskb.pkisolutions.com/kb/2797502",
            "http://www.icenlemon.co.uk/blog/?tag=certificate",
            "http://www.roadtosysadmin.net/content/windows/user_password_expired_NLA-enabled_Windows_Server_system.html");

    private static final Set<String> PRIVILEGES =
            Set.of("none", "user", "administrator", "domain-admin", "cloud-admin");

    /** What a command sets: a method, a registry value or a rule by its name. */
    private static final Pattern SETTING = Pattern.compile(
            "(?:-MethodName |(?:Set|New)-ItemProperty [^\\n]*-Name |reg(?:\\.exe)? add [^\\n]*/v |-NetFirewallRule -Name )'?([\\w-]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+(?:\\.[^{}\\s]+)+)}");

    private static Rulebook bundled;

    @BeforeAll
    static void open() {
        bundled = Rulebook.bundled();
    }

    @AfterAll
    static void close() {
        bundled.close();
    }

    /** Every step of the rulebook, shared or written in a card, by id. */
    static List<Step> steps() throws IOException {
        Map<String, Step> steps = new TreeMap<>();
        try (Rulebook rulebook = Rulebook.bundled();
                Stream<Path> files = Files.list(Path.of("rules/v1/steps"))) {
            files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .forEach(id -> steps.put(id, rulebook.step(id)));
            for (Cause cause : rulebook.causes()) {
                for (Card.Remedy remedy : rulebook.card(cause.id()).remedies()) {
                    steps.putIfAbsent(
                            remedy.stepId(),
                            remedy.inline() == null ? rulebook.step(remedy.stepId()) : remedy.inline());
                }
            }
        }
        assertThat(steps).hasSizeGreaterThan(40);
        return List.copyOf(steps.values());
    }

    static List<Card> cards() {
        try (Rulebook rulebook = Rulebook.bundled()) {
            return rulebook.causes().stream()
                    .map(cause -> rulebook.card(cause.id()))
                    .toList();
        }
    }

    static List<Path> files() {
        return Stories.everythingAndMadeUp();
    }

    static List<String> causes() {
        return cards().stream().map(Card::id).toList();
    }

    /** Everything in a step that somebody may paste into a shell. */
    private static List<String> commands(Step step) {
        return Stream.of(
                        step.command(),
                        step.policy().flatMap(Step.PolicyVariant::command),
                        step.undo().filter(undo -> undo.lines().count() > 1))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Everything in a step that is read as a sentence. */
    private static List<String> words(Step step) {
        List<String> words = new ArrayList<>(List.of(step.title(), step.action(), step.verify()));
        step.policy().ifPresent(policy -> words.add(policy.action()));
        step.undo().ifPresent(words::add);
        return words;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void no_command_of_a_step_is_dangerous(Step step) {
        boolean test = step.kind() == StepClass.WEAKENS_SECURITY;
        List<String> found = new ArrayList<>();
        commands(step).forEach(command -> found.addAll(Danger.in(command, test)));

        assertThat(found).as(step.id()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void nothing_in_a_plan_is_dangerous(Path file) {
        CaseFacts facts = Stories.read(file);
        Ranking ranking = Ranking.of(bundled.consider(facts), bundled);

        assertThat(dangersOf(Plan.curing(ranking, facts, bundled))).isEmpty();
    }

    /** Also of causes that no file shows. */
    @ParameterizedTest
    @MethodSource("causes")
    void nothing_in_the_plan_of_a_cause_by_itself_is_dangerous(String id) {
        CaseFacts nothing = CaseFacts.named("nothing").build();
        Findings findings = bundled.consider(nothing);
        Ranking likely = Ranking.of(findings, bundled).assuming(id, whatSpeaksFor(id), findings, bundled);
        Plan plan = Plan.curing(likely, nothing, bundled);

        assertThat(plan.steps()).isNotEmpty();
        assertThat(dangersOf(plan)).isEmpty();
    }

    private static Set<String> whatSpeaksFor(String id) {
        return bundled.rules().stream()
                .filter(rule -> rule.owner().equals(id) && !rule.against())
                .map(Rule::name)
                .collect(Collectors.toSet());
    }

    /** What is run and what is said in a plan; taking something back is never a test. */
    private static List<String> dangersOf(Plan plan) {
        List<String> found = new ArrayList<>();
        for (PlanStep line : plan.steps()) {
            boolean test = line.role() == PlanStep.Role.DO
                    && line.what()
                            .filter(step -> step.kind() == StepClass.WEAKENS_SECURITY)
                            .isPresent();
            line.running().ifPresent(command -> found.addAll(Danger.in(command, test)));
            line.doing().ifPresent(action -> found.addAll(DangerousWords.in(action, test)));
        }
        return found;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void a_check_only_looks(Step step) {
        if (step.kind() == StepClass.CHECK) {
            step.command()
                    .ifPresent(command ->
                            assertThat(Danger.changing(command)).as(step.id()).isEmpty());
            assertThat(step.cutsAccess()).isFalse();
            assertThat(step.downtimeMinutes()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void a_step_says_where_what_by_whom_for_how_long_and_how_to_see_that_it_worked(Step step) {
        assertThat(Vocabulary.viewpoints()).contains(step.where());
        assertThat(step.title()).isNotBlank();
        assertThat(step.action()).hasSizeGreaterThan(20);
        step.command().ifPresent(command -> assertThat(command).isNotBlank());
        step.policy().ifPresent(policy -> assertThat(policy.action()).hasSizeGreaterThan(20));
        assertThat(PRIVILEGES).contains(step.privilege());
        assertThat(step.minutes()).isBetween(1, 480);
        assertThat(step.downtimeMinutes()).isBetween(0, 480);
        assertThat(step.verify()).hasSizeGreaterThan(10).isNotEqualTo(step.action());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void what_changes_something_says_how_to_take_it_back_and_a_restart_of_the_machine_takes_time(Step step) {
        if (step.kind() != StepClass.CHECK) {
            assertThat(step.undo().orElse("")).as("undo of %s", step.id()).hasSizeGreaterThan(10);
        }
        if (step.kind() == StepClass.REBOOT) {
            assertThat(step.downtimeMinutes()).as("downtime of %s", step.id()).isPositive();
        }
    }

    /** What takes a test back is itself no danger, and names what the test has set. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void what_is_weakened_is_put_back_as_it_was(Step step) {
        String undo = step.undo().orElse("");
        if (undo.lines().count() > 1) {
            assertThat(Danger.in(undo, false)).as("undo of %s", step.id()).isEmpty();
        }
        assertThat(DangerousWords.in(undo, false)).as("undo of %s", step.id()).isEmpty();
        if (step.kind() == StepClass.WEAKENS_SECURITY) {
            // it stands by itself at the end of a plan
            assertThat(settingsIn(step.command().orElse("")))
                    .as("undo of %s", step.id())
                    .allSatisfy(setting -> assertThat(undo).containsIgnoringCase(setting));
        }
    }

    private static Set<String> settingsIn(String text) {
        Set<String> settings = new TreeSet<>();
        Matcher setting = SETTING.matcher(text);
        while (setting.find()) {
            settings.add(setting.group(1).toLowerCase(Locale.ROOT));
        }
        return settings;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void what_weakens_security_is_for_minutes_only_and_everything_else_is_not_temporary(Step step) {
        if (step.kind() == StepClass.WEAKENS_SECURITY) {
            assertThat(step.temporaryMinutes().orElseThrow()).isBetween(1, 60);
            assertThat(step.undo()).isPresent();
        } else {
            assertThat(step.temporaryMinutes()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void nothing_has_to_weaken_security_first(Step step) {
        for (String needed : step.needs()) {
            assertThat(bundled.step(needed).kind())
                    .as("%s needs %s", step.id(), needed)
                    .isNotEqualTo(StepClass.WEAKENS_SECURITY);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void a_restart_is_said_to_be_one(Step step) {
        for (String command : commands(step)) {
            String small = command.toLowerCase(Locale.ROOT);
            if (small.contains("shutdown.exe /r") || small.contains("restart-computer")) {
                assertThat(step.kind()).as(step.id()).isEqualTo(StepClass.REBOOT);
            }
            if (small.contains("restart-service") || small.contains("stop-service")) {
                assertThat(step.kind())
                        .as(step.id())
                        .isIn(StepClass.SERVICE_RESTART, StepClass.REBOOT, StepClass.WEAKENS_SECURITY);
            }
            boolean ends = small.contains("shutdown.exe /r") || small.matches("(?s).*-service[^\\n]*termservice.*");
            if (ends && step.where().equals("host")) {
                assertThat(step.cutsAccess()).as("%s ends sessions", step.id()).isTrue();
            }
        }
    }

    /** Some words that stand in warnings only: the sentence around them must say so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void dangerous_words_stand_in_warnings_only(Step step) {
        boolean test = step.kind() == StepClass.WEAKENS_SECURITY;
        words(step)
                .forEach(text ->
                        assertThat(DangerousWords.in(text, test)).as(step.id()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cards")
    void dangerous_words_of_a_card_stand_in_warnings_only(Card card) {
        List<String> words = new ArrayList<>(List.of(card.title(), card.why()));
        words.addAll(card.falsePositives());
        card.lookAlikes().forEach(like -> words.add(like.tellApart()));

        words.forEach(
                text -> assertThat(DangerousWords.in(text, false)).as(card.id()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void placeholders_name_facts_and_stand_only_where_a_value_is_put_in_safely(Step step) {
        for (String text : words(step)) {
            assertThat(PLACEHOLDER.matcher(text).find())
                    .as("a placeholder in words of %s", step.id())
                    .isFalse();
        }
        step.policy().ifPresent(policy -> assertThatIsFact(policy.owner()));
        step.applies().forEach(applies -> assertThatIsFact(applies.fact()));
        for (String command : commands(step)) {
            Matcher placeholder = PLACEHOLDER.matcher(command);
            while (placeholder.find()) {
                assertThatIsFact(placeholder.group(1));
                String line =
                        command.substring(command.lastIndexOf('\n', placeholder.start()) + 1, placeholder.start());
                assertThat(line).as("before a placeholder of %s", step.id()).doesNotContain("\"", "#", "@'");
            }
        }
    }

    private static void assertThatIsFact(String path) {
        String plain = path.replaceAll("\\[[^]]*]", "");
        String[] words = plain.split("\\.");
        int at = Vocabulary.viewpoints().contains(words[0]) ? 1 : 0;
        Kind kind = Vocabulary.byKey(words[at]).orElseThrow(() -> new AssertionError(path));

        assertThat(kind.viewpoints()).as(path).contains(at == 1 ? words[0] : Vocabulary.TOP);
        assertThat(kind.property(words[at + 1])).as(path).isPresent();
        assertThat(words).as(path).hasSize(at + 2);
    }

    @Test
    void every_source_is_an_encrypted_page_that_somebody_has_looked_at() throws IOException {
        List<Source> sources = new ArrayList<>();
        steps().forEach(step -> sources.addAll(step.sources()));
        cards().forEach(card -> sources.addAll(card.sources()));

        Set<String> plain = sources.stream()
                .map(Source::url)
                .filter(url -> !url.startsWith("https://"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(plain).isSubsetOf(WITHOUT_ENCRYPTION);
        assertThat(sources).allSatisfy(source -> {
            assertThat(source.checked()).isBetween(LocalDate.of(2025, 1, 1), LAST_LOOK);
            assertThat(source.says()).isNotBlank();
        });
    }

    @Test
    void every_step_and_every_card_has_a_source() throws IOException {
        assertThat(steps())
                .allSatisfy(step -> assertThat(step.sources()).as(step.id()).isNotEmpty());
        assertThat(cards())
                .allSatisfy(card -> assertThat(card.sources()).as(card.id()).isNotEmpty());
    }

    @Test
    void every_shared_step_is_used_and_every_cure_says_how_often() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Card card : cards()) {
            for (Card.Remedy remedy : card.remedies()) {
                Step step = remedy.inline() == null ? bundled.step(remedy.stepId()) : remedy.inline();
                used.add(step.id());
                used.addAll(step.needs());
                assertThat(remedy.curing().isPresent())
                        .as("%s of %s cures", step.id(), card.id())
                        .isEqualTo(step.kind() != StepClass.CHECK);
            }
        }
        assertThat(steps()).extracting(Step::id).allSatisfy(id -> assertThat(used)
                .contains(id));
    }
}
