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
import org.junit.jupiter.params.provider.CsvSource;
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
import org.rdpdx.rulebook.Rulebook;

/** What the rulebook tells people to do does no harm that it does not say, and can be taken back. */
class SafeAdviceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Pages that were read and answer without encryption only; one more is a decision. */
    private static final Set<String> WITHOUT_ENCRYPTION = Set.of(
            "http://www.kouhan.cn/en/article/00017806",
            "http://mskb.pkisolutions.com/kb/2797502",
            "http://www.icenlemon.co.uk/blog/?tag=certificate",
            "http://www.roadtosysadmin.net/content/windows/user_password_expired_NLA-enabled_Windows_Server_system.html");

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

    static List<Path> stories() {
        return Stories.everything();
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
    @MethodSource("stories")
    void no_command_of_a_plan_is_dangerous(Path file) {
        CaseFacts facts = Stories.read(file);
        Ranking ranking = Ranking.of(bundled.consider(facts), bundled);
        for (PlanStep line : Plan.curing(ranking, facts, bundled).steps()) {
            boolean test = line.what()
                    .filter(step -> step.kind() == StepClass.WEAKENS_SECURITY)
                    .isPresent();
            line.running()
                    .ifPresent(command ->
                            assertThat(Danger.in(command, test)).as(line.id()).isEmpty());
        }
    }

    /** The test of the test: each form that public pages show is found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "Rename-Item 'C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys' MachineKeys.old @ all machine keys",
                "ren C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys MachineKeys_bak @ all machine keys",
                "Remove-Item \"$env:ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*\" @ all machine keys",
                "takeown /f C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys /a /r @ all machine keys",
                "icacls C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys /t /grant \"NT AUTHORITY\\NETWORK SERVICE:(R)\" @ all machine keys",
                "icacls MachineKeys\\* /grant *S-1-5-20:R @ all machine keys",
                "net localgroup Administrators \"NT Authority\\NETWORK SERVICE\" /add @ administrator",
                "Add-LocalGroupMember -SID S-1-5-32-544 -Member 'NETWORK SERVICE' @ administrator",
                "reg add \"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp\" /v SecurityLayer /t REG_DWORD /d 0 /f @ RDP security layer",
                "Set-ItemProperty -Path $p -Name UserAuthentication -Value 0 @ NLA off",
                "reg add HKLM\\X /v MinEncryptionLevel /t REG_DWORD /d 1 /f @ encryption",
                "reg add HKLM\\X /v AllowEncryptionOracle /t REG_DWORD /d 2 /f @ CredSSP",
                "reg add \"HKLM\\X\\Protocols\\TLS 1.0\\Server\" /v Enabled /t REG_DWORD /d 1 /f @ TLS 1.0",
                "Set-NetFirewallProfile -All -Enabled False @ firewall off",
                "netsh advfirewall set allprofiles state off @ firewall off",
                "New-NetFirewallRule -DisplayName RDP -LocalPort 3389 -Protocol TCP -Action Allow @ everybody",
                "Set-NetFirewallRule -Name X -RemoteAddress Any -Enabled True @ everybody",
                "Enable-NetFirewallRule -DisplayGroup 'Remote Desktop' @ everybody",
                "Remove-Item 'HKLM:\\SYSTEM\\X\\RCM\\GracePeriod' @ grace period",
                "wusa.exe /uninstall /kb:4103718 @ security updates",
                "Set-ItemProperty HKLM:\\SYSTEM\\CurrentControlSet\\Services\\TermService\\Parameters ServiceDll C:\\x\\termsrv.dll @ foreign program files",
                "iex (iwr https://example.com/fix.ps1) @ downloads",
            })
    void what_public_pages_advise_is_known_to_be_dangerous(String command, String name) {
        assertThat(Danger.in(command, false))
                .anySatisfy(found -> assertThat(found).contains(name));
    }

    @Test
    void a_folder_named_in_one_line_is_seen_in_the_next() {
        String command = "$f = 'C:\\x\\MachineKeys'\nicacls.exe $f /save a\nRemove-Item $f";

        assertThat(Danger.in(command, false)).singleElement().asString().contains("Remove-Item 'C:\\x\\MachineKeys'");
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
    void what_changes_something_says_how_to_see_that_it_worked_and_how_to_take_it_back(Step step) {
        assertThat(step.verify()).isNotBlank();
        if (step.kind() != StepClass.CHECK) {
            assertThat(step.undo().orElse("")).as("undo of %s", step.id()).isNotBlank();
        }
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
                assertThat(step.kind()).as(step.id()).isIn(StepClass.SERVICE_RESTART, StepClass.REBOOT);
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
            assertThat(source.checked()).isBetween(LocalDate.of(2025, 1, 1), TODAY);
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
