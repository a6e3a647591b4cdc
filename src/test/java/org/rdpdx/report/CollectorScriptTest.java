package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.CollectScript;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.FactFile;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.report.PowerShellTree.Node;
import org.rdpdx.rulebook.Rulebook;

/**
 * The script that collects facts. Nobody can run it where this is built, so it is held to the grammar of PowerShell, and to a
 * list of everything it may call.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CollectorScriptTest {

    private static final Path GOLDEN = Path.of("src/test/resources/report/host-certificate-expired.ps1");

    /** All that reads and changes nothing; {@code New-Object} makes objects of the types below. */
    private static final Set<String> CMDLETS = words("""
            ForEach-Object Get-AuthenticodeSignature Get-ChildItem Get-CimInstance Get-Content Get-DnsClientGlobalSetting
            Get-NetAdapter Get-NetConnectionProfile Get-NetFirewallAddressFilter Get-NetFirewallApplicationFilter
            Get-NetFirewallPortFilter Get-NetFirewallProfile Get-NetFirewallRule Get-NetFirewallServiceFilter
            Get-NetIPInterface Get-NetTCPConnection Get-NetUDPEndpoint Get-Process Get-TlsCipherSuite Get-WinEvent
            Invoke-CimMethod Join-Path Measure-Object New-Object Select-Object Sort-Object Test-ComputerSecureChannel
            Where-Object
            """);

    private static final Set<String> PROGRAMS =
            Set.of("qwinsta.exe", "nltest.exe ('/dsgetdc:' + $computer.Domain) /force", "cmdkey.exe /list");

    private static final Set<String> METHODS = words("""
            Abs Add AddDays Append BeginConnect Close Contains EndConnect Escape Exists GetAccessControl GetAccessRules
            GetAttribute GetBaseException GetCurrent GetFileNameWithoutExtension GetHostAddresses GetIPGlobalProperties
            GetRSAPrivateKey GetType GetUnresolvedProviderPathFromPSPath GetValue GetValueKind GetValueNames
            GetVersionInfo Invoke InvokeMember IsInRole OpenBaseKey OpenSubKey Replace SelectNodes SelectSingleNode Send
            Split Substring ToCharArray ToLocalTime ToLowerInvariant ToString ToUInt32 ToUniversalTime ToXml Translate
            Trim TryParse WaitOne WriteAllText
            """);

    /** What they may be called with where they could also change something. */
    private static final Set<String> BOUND = Set.of(
            "Invoke('Members')",
            "InvokeMember('objectSid', 'GetProperty', $null, $_, $null)",
            "OpenSubKey($below)",
            "Invoke-CimMethod -InputObject $setting -MethodName GetSpecifiedLicenseServerList",
            "Invoke-CimMethod -InputObject $setting -MethodName GetGracePeriodDays",
            "Test-ComputerSecureChannel");

    private static final Set<String> MADE = words("""
            Collections.ArrayList Collections.Specialized.OrderedDictionary Net.NetworkInformation.Ping
            Net.NetworkInformation.PingOptions Net.Sockets.TcpClient NotSupportedException
            Security.Principal.SecurityIdentifier Security.Principal.WindowsPrincipal Text.StringBuilder TimeoutException
            UnauthorizedAccessException byte[]
            """);

    /** Properties of objects whose text is in the language of the machine. */
    private static final Set<String> TRANSLATED = words("""
            Caption Description DisplayGroup DisplayName FriendlyName LevelDisplayName LongName Message
            StatusDescription StatusMessage
            """);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, PowerShellTree> scripts = new LinkedHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private Rulebook rulebook;

    @BeforeAll
    void write() {
        rulebook = Rulebook.open(Path.of("rules/v1"));
        for (String viewpoint : Vocabulary.viewpoints()) {
            scripts.put(viewpoint, PowerShellTree.of(script(Optional.empty(), viewpoint)));
        }
    }

    @AfterAll
    void close() {
        rulebook.close();
    }

    private String script(Optional<String> diagnosis, String viewpoint) {
        StringBuilder out = new StringBuilder();
        try {
            VocabularyText.script(diagnosis, viewpoint, rulebook, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Set<String> words(String words) {
        return new TreeSet<>(List.of(words.strip().split("\\s+")));
    }

    // ------------------------------------------------------------------ the text

    @Test
    void every_script_is_right_by_the_grammar() {
        scripts.forEach((viewpoint, script) ->
                assertThat(script.mistakes()).as(viewpoint).isEmpty());
        Set<String> texts = new TreeSet<>();
        rulebook.causes().forEach(cause -> {
            for (String viewpoint : Vocabulary.viewpoints()) {
                String text = script(Optional.of(cause.id()), viewpoint);
                if (text.contains("Read-Fact -Kind")) {
                    texts.add(text);
                } else {
                    // nothing but the frame, which has been looked at
                    assertThat(text).contains("\n# " + Messages.text("script.nothing") + "\n");
                }
            }
        });
        assertThat(texts).hasSizeGreaterThan(rulebook.causes().size());
        // each block stands in one of the scripts above too: how they are put together is what is left to look at
        int number = 0;
        for (String text : texts) {
            if (number++ % 6 == 0) {
                assertThat(PowerShellTree.of(text).mistakes()).isEmpty();
            }
        }
    }

    @Test
    void a_script_begins_with_saying_that_nobody_has_run_it() {
        for (String viewpoint : Vocabulary.viewpoints()) {
            assertThat(script(Optional.empty(), viewpoint)).startsWith("# Untried on Windows");
        }
    }

    /** The console's code page and the encoding of a redirection do it no harm. */
    @Test
    void a_script_is_plain_ascii() {
        for (String viewpoint : Vocabulary.viewpoints()) {
            assertThat(script(Optional.empty(), viewpoint)).matches("[\\n\\x20-\\x7e]*");
        }
    }

    @Test
    void the_script_for_a_diagnosis_is_the_stored_one() throws IOException {
        String script = script(Optional.of("host-certificate-expired"), "host");
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(GOLDEN, script);
        }

        assertThat(GOLDEN)
                .usingCharset(StandardCharsets.UTF_8)
                .as("run with -Drewrite=true after a change of the script")
                .hasContent(script);
    }

    @Test
    void a_script_asks_only_for_what_the_rules_of_the_diagnosis_read() {
        String script = script(Optional.of("host-certificate-expired"), "host");

        assertThat(script)
                .contains("Read-Fact -Kind 'certificate'", "Read-Fact -Kind 'events'", "id = 1058")
                .doesNotContain("Read-Fact -Kind 'services'", "id = 36870");
    }

    @Test
    void what_a_script_cannot_collect_is_said_with_how_a_person_does() {
        String script = script(Optional.of("machine-keys-unusable"), "host");

        assertThat(script)
                .contains("#   host.certificate: recreatedAfterDeletion\n")
                .contains("After deleting it from the store Remote Desktop");
        assertThat(script(Optional.of("vpn-slow-or-unstable"), "network"))
                .contains("#   network.intermediaries\n", "What lies between the two machines");
    }

    @Test
    void of_things_with_a_choice_of_names_each_is_looked_for() {
        assertThat(script(Optional.of("machine-keys-unusable"), "host"))
                .contains("@{ id = 1057; provider = 'Schannel' }")
                .contains("@{ id = 36870; provider = 'Schannel' }")
                .contains("@{ id = 1057; provider = 'Microsoft-Windows-TerminalServices-RemoteConnectionManager' }");
    }

    // ------------------------------------------------------------------ what it does on the machine

    @Test
    void only_commands_that_read_are_called() {
        scripts.forEach((viewpoint, script) -> {
            Set<String> own =
                    script.root().all("function_name").stream().map(Node::text).collect(Collectors.toSet());
            for (Node command : script.root().all("command")) {
                List<Node> name = command.all("command_name");
                boolean operator = command.text().startsWith("& ");
                String called = command.text().replaceFirst("^& ", "").strip();
                if (operator && !called.equals("$Block $thing")) {
                    assertThat(called).isIn(PROGRAMS);
                } else if (!operator) {
                    assertThat(own.contains(name.get(0).text())
                                    || CMDLETS.contains(name.get(0).text()))
                            .as("%s: %s", viewpoint, command)
                            .isTrue();
                }
                if (called.startsWith("Invoke-") || called.startsWith("Test-ComputerSecureChannel")) {
                    assertThat(called).isIn(BOUND);
                }
                if (called.startsWith("New-Object")) {
                    assertThat(called.split(" ", -1)[1]).isIn(MADE);
                }
            }
        });
    }

    @Test
    void only_methods_that_read_are_called() {
        scripts.forEach((viewpoint, script) -> {
            for (Node call : script.root().all("invokation_expression")) {
                Node method = call.child("member_name");
                assertThat(method.text()).as("%s: %s", viewpoint, call).isIn(METHODS);
                if (Set.of("Invoke", "InvokeMember", "OpenSubKey").contains(method.text())) {
                    assertThat(method.text() + call.child("argument_list").text())
                            .isIn(BOUND);
                }
            }
        });
    }

    @Test
    void one_file_is_written_at_most_and_only_where_one_is_named() {
        scripts.forEach((viewpoint, script) -> {
            List<Node> writing = script.root().all("invokation_expression").stream()
                    .filter(call -> call.child("member_name").text().startsWith("Write"))
                    .toList();

            assertThat(writing).hasSize(1);
            assertThat(writing.get(0).text())
                    .startsWith("[IO.File]::WriteAllText(")
                    .contains("($Out)");
            assertThat(script.root().all("redirection")).isEmpty();
        });
    }

    @Test
    void nothing_is_set_but_variables_of_the_script() {
        scripts.forEach((viewpoint, script) -> {
            for (Node assignment : script.root().all("left_assignment_expression")) {
                assertThat(assignment.text())
                        .as("%s: %s", viewpoint, assignment)
                        .matches("\\$[A-Za-z]+(, \\$[A-Za-z]+)*|"
                                + "\\$(found|filter|said|known)\\.\\w+|"
                                + "\\$(ports|services|programs|data|written|targets|entry|facts|lists)\\[.*]|"
                                + "\\$known\\.Entry\\[\\$name]");
            }
        });
    }

    @Test
    void nothing_in_the_language_of_the_machine_is_read() {
        scripts.forEach((viewpoint, script) -> {
            List<String> read = script.root().all("member_access").stream()
                    .map(access -> access.child("member_name").text())
                    .toList();

            assertThat(read).as(viewpoint).isNotEmpty().doesNotContainAnyElementsOf(TRANSLATED);
            for (Node text : script.root().all("string_literal")) {
                assertThat(TRANSLATED).doesNotContain(text.text().replaceAll("['\"]", ""));
            }
        });
    }

    /** Names that a later PowerShell or another module brought. */
    @Test
    void nothing_needs_more_than_windows_brings() {
        scripts.forEach((viewpoint, script) -> {
            assertThat(script.root().all("command_name"))
                    .extracting(Node::text)
                    .doesNotContain("Import-Module", "Install-Module", "Add-Type");
            assertThat(script.root().text()).doesNotContain("??", " ? ", "&& ", "|| ", "-Parallel", "clean {");
        });
    }

    // ------------------------------------------------------------------ what it says

    @Test
    void a_block_says_what_it_is_said_to_give_and_nothing_else() {
        for (Kind kind : Vocabulary.kinds()) {
            for (CollectScript script : scripts(kind)) {
                PowerShellTree block = PowerShellTree.of(script.block());
                Set<String> known = new TreeSet<>(Asked.writable(kind));
                if (kind.absentable()) {
                    known.add(Kind.PRESENT);
                }
                Set<String> said = new TreeSet<>(said(block).keySet());

                assertThat(block.mistakes()).isEmpty();
                assertThat(known).as("%s %s", kind, script.way()).containsAll(said);
                said.removeAll(kind.identity());
                said.removeAll(kind.needsOneOf());
                if (!script.gives().contains(Kind.PRESENT)) {
                    said.remove(Kind.PRESENT);
                }
                Set<String> gives = new TreeSet<>(script.gives());
                gives.removeAll(kind.identity());
                assertThat(said).as("%s %s", kind, script.way()).isEqualTo(gives);
            }
        }
    }

    @Test
    void a_word_is_one_of_the_vocabulary() {
        for (Kind kind : Vocabulary.kinds()) {
            for (CollectScript script : scripts(kind)) {
                PowerShellTree block = PowerShellTree.of(script.block());
                said(block).forEach((name, values) -> {
                    Property property = kind.property(name).orElseThrow();
                    if (property.type() == ValueType.WORD) {
                        assertThat(property.words()).as("%s.%s", kind, name).containsAll(literals(values));
                    }
                });
                Set<String> all = kind.ownProperties().stream()
                        .flatMap(property -> property.words().stream())
                        .collect(Collectors.toSet());
                List<Node> tables = block.root().all("hash_entry").stream()
                        .filter(entry -> entry.child("key_expression")
                                        .all("integer_literal")
                                        .size()
                                == 1)
                        .toList();
                assertThat(all).as("%s %s", kind, script.way()).containsAll(literals(tables));
            }
        }
    }

    /** What a block says of each property: the keys of what it gives that begin with a small letter. */
    private static Map<String, List<Node>> said(PowerShellTree block) {
        Map<String, List<Node>> said = new LinkedHashMap<>();
        for (Node entry : block.root().all("hash_entry")) {
            String key = entry.child("key_expression").text();
            if (key.matches("[a-z]\\w*")) {
                said.computeIfAbsent(key, unused -> new ArrayList<>()).add(entry);
            }
        }
        for (Node assignment : block.root().all("assignment_expression")) {
            String left = assignment.child("left_assignment_expression").text();
            if (left.matches("\\$said\\.[a-z]\\w*")) {
                said.computeIfAbsent(left.substring("$said.".length()), unused -> new ArrayList<>())
                        .add(assignment);
            }
        }
        return said;
    }

    /** Words that stand there as texts and are no keys. */
    private static Set<String> literals(List<Node> values) {
        Set<String> literals = new TreeSet<>();
        for (Node value : values) {
            for (Node text : value.all("verbatim_string_characters")) {
                literals.add(text.text().replace("'", ""));
            }
            for (Node key : value.all("key_expression")) {
                for (Node text : key.all("verbatim_string_characters")) {
                    literals.remove(text.text().replace("'", ""));
                }
            }
        }
        literals.removeIf(text -> !text.matches("[a-z0-9]+([-.][a-z0-9]+)*"));
        return literals;
    }

    @Test
    void why_something_could_not_be_read_is_said_in_a_word_of_the_vocabulary() {
        Node reason = PowerShellTree.of(script(Optional.empty(), "host")).root().all("function_statement").stream()
                .filter(function -> function.child("function_name").text().equals("Get-Reason"))
                .findFirst()
                .orElseThrow();

        assertThat(literals(List.of(reason))).containsExactlyInAnyOrderElementsOf(Vocabulary.unreadReasons());
    }

    /** As the functions of the script write it: what is found, what is not there, what could not be read. */
    @Test
    void what_the_script_writes_is_read_without_a_problem() throws IOException {
        for (String viewpoint : Vocabulary.viewpoints()) {
            StringBuilder yaml = new StringBuilder("case: \"INC-1 \\u00E4\"\nobservedAt: 2026-11-20T09:14:00Z\n");
            yaml.append(viewpoint).append(":\n  collected: \"rdpdx facts script, vocabulary 1, not elevated\"\n");
            List<String> unread = new ArrayList<>();
            int there = 0;
            for (Kind kind : Vocabulary.kinds()) {
                List<CollectScript> blocks = Collecting.of(kind).scripts(viewpoint);
                if (blocks.isEmpty()) {
                    continue;
                }
                Set<String> names = new TreeSet<>(kind.identity());
                blocks.forEach(block -> names.addAll(block.gives()));
                names.addAll(kind.needsOneOf());
                yaml.append("  ").append(kind.key()).append(":\n");
                there += entry(kind, names, yaml);
                if (kind.absentable() && !kind.identity().isEmpty()) {
                    there += absent(kind, yaml);
                }
                for (String name : names) {
                    unread.add("  - { fact: \"" + viewpoint + "." + kind.key() + "." + name
                            + "\", because: access-denied } # CimException 0x80041003\n");
                }
            }
            if (!unread.isEmpty()) {
                yaml.append("unread:\n");
                unread.forEach(yaml::append);
            }
            Path file = Files.writeString(folder.resolve(viewpoint + ".yaml"), yaml);

            CaseFacts facts = FactFile.read(List.of(file)).get(0);

            assertThat(facts.facts()).hasSize(there);
            assertThat(facts.unread()).hasSize(unread.size());
        }
    }

    private static int entry(Kind kind, Set<String> names, StringBuilder yaml) {
        String front = kind.identity().isEmpty() ? "    " : "    - ";
        yaml.append(front)
                .append("source: { at: 2026-11-20T09:14:02Z, command: \"facts.ps1 ")
                .append(kind.key())
                .append(" main\", how: measured }\n");
        for (String name : names) {
            yaml.append(" ".repeat(front.length())).append(name).append(": ");
            yaml.append(sample(kind.property(name).orElseThrow(), 0)).append('\n');
        }
        return 1;
    }

    private static int absent(Kind kind, StringBuilder yaml) {
        yaml.append("    - source: { at: 2026-11-20T09:14:02Z, command: \"facts.ps1 x main\", how: measured }\n");
        List<String> beside = new ArrayList<>(kind.identity());
        beside.addAll(kind.withAbsent());
        for (String name : beside) {
            yaml.append("      ").append(name).append(": ");
            yaml.append(sample(kind.property(name).orElseThrow(), 1)).append('\n');
        }
        yaml.append("      present: false\n");
        return 1;
    }

    private static String sample(Property property, int which) {
        String one =
                switch (property.type()) {
                    case FLAG -> "true";
                    case INT -> String.valueOf(2600 + which);
                    case NUMBER -> "1.5";
                    case CODE -> "\"0x8009030D\"";
                    case TIME -> "2026-11-20T09:14:0" + which + "Z";
                    case WORD ->
                        "\"" + property.words().get(which % property.words().size()) + "\"";
                    case PRINCIPAL -> "\"S-1-5-2" + which + "\"";
                    case THUMBPRINT -> "\"" + "A9".repeat(20) + "\"";
                    case TOKEN -> "\"e1g6032e\"";
                    case NAME, PATH, TEXT -> "\"a:\\\\b" + which + "\"";
                    case CLOCK, MESSAGE -> throw new IllegalStateException(property.name());
                };
        return property.set() ? "[ " + one + ", " + one + " ]" : one;
    }

    private static List<CollectScript> scripts(Kind kind) {
        return Stream.concat(Stream.of(Vocabulary.TOP), Vocabulary.viewpoints().stream())
                .flatMap(viewpoint -> Collecting.of(kind).scripts(viewpoint).stream())
                .distinct()
                .toList();
    }
}
