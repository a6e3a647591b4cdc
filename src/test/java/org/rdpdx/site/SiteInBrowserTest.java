package org.rdpdx.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.rulebook.Rulebook;

/**
 * The site in a real browser. Without one these tests are skipped, unless {@code -Dbrowser=required} says that they must run;
 * {@code -Dchromium=PATH} names one that is not on the path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteInBrowserTest {

    private static final List<String> PAGES = List.of(
            "index.html",
            "diagnosis/host-certificate-expired.html",
            "step/test-with-nla-off.html",
            "fact/certificate.html",
            "deduction/reached.html",
            "dialogs.html",
            "codes.html",
            "code/primary.html",
            "tested.html");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private Chromium browser;

    @SuppressWarnings("NullAway.Init")
    private String axe;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        Optional<Path> program = Chromium.installed();
        boolean required = "required".equals(System.getProperty("browser"));
        assumeTrue(
                program.isPresent() || required,
                "no Chromium on the path: the site was not looked at in a browser (Debian: apt-get install chromium)");
        browser = Chromium.start(
                program.orElseThrow(() -> new IllegalStateException("-Dbrowser=required, and no Chromium on the path")),
                folder.resolve("browser"));
        try (InputStream in = SiteInBrowserTest.class.getResourceAsStream("/axe.min.js");
                Rulebook rulebook = Rulebook.bundled()) {
            axe = new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
            RulebookSite.of(rulebook).writeTo(folder.resolve("site"));
        }
    }

    @AfterAll
    @SuppressWarnings("NullAway")
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static URI page(String path) {
        return URI.create(folder.resolve("site").toUri() + path);
    }

    static Stream<Arguments> views() {
        List<Arguments> views = new ArrayList<>();
        for (String path : PAGES) {
            views.add(Arguments.of(path, 1280, "light"));
            views.add(Arguments.of(path, 390, "dark"));
        }
        // no colour depends on the width: one page the other way round is enough
        views.add(Arguments.of(PAGES.get(1), 1280, "dark"));
        views.add(Arguments.of(PAGES.get(1), 390, "light"));
        return views.stream();
    }

    @ParameterizedTest
    @MethodSource("views")
    void axe_finds_nothing_that_keeps_anybody_out(String path, int width, String scheme) {
        try (Chromium.Tab tab = browser.tab(width, scheme)) {
            tab.open(page(path));
            unfold(tab);
            tab.ask(axe + "\n;1");
            JsonNode found = tab.ask("""
                    axe.run(document, { preload: false, resultTypes: ['violations'] }).then(results => ({
                      rules: results.passes.length,
                      contrast: results.passes.some(rule => rule.id === 'color-contrast'),
                      violations: results.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node =>
                        node.target.join(' ') + ' ' + node.failureSummary).join('; '))
                    }))""");

            assertThat(found.path("rules").asInt()).isGreaterThan(15);
            assertThat(found.path("contrast").asBoolean()).isTrue();
            assertThat(texts(found.path("violations"))).isEmpty();
            assertThat(tab.errors()).isEmpty();
        }
    }

    /** What is folded away is looked at too. */
    private static void unfold(Chromium.Tab tab) {
        tab.ask("document.querySelectorAll('details').forEach(details => { details.open = true; }), 1");
    }

    @Test
    void axe_would_find_a_colour_that_cannot_be_read() {
        try (Chromium.Tab tab = browser.tab(1280, "light")) {
            tab.open(page("index.html"));
            tab.ask("document.querySelector('.lead').style.color = '#bbb'");
            tab.ask(axe + "\n;1");

            JsonNode found = tab.ask(
                    "axe.run(document, { preload: false }).then(results => results.violations.map(rule => rule.id))");

            assertThat(texts(found)).containsExactly("color-contrast");
        }
    }

    @Test
    void no_page_has_to_be_moved_sideways_on_a_phone() {
        try (Chromium.Tab tab = browser.tab(320, "light")) {
            List<String> wide = new ArrayList<>();
            for (String path : PAGES) {
                tab.open(page(path));
                unfold(tab);
                if (tab.ask("document.documentElement.scrollWidth > document.documentElement.clientWidth")
                        .asBoolean()) {
                    wide.add(path);
                }
            }

            assertThat(wide).isEmpty();
        }
    }

    @Test
    void nothing_is_loaded_but_files_of_the_site() {
        try (Chromium.Tab tab = browser.tab(1280, "light")) {
            for (String path : PAGES) {
                tab.open(page(path));
            }

            assertThat(tab.loaded()).hasSizeGreaterThanOrEqualTo(PAGES.size()).allSatisfy(url -> assertThat(url)
                    .matches("\\Q" + page("") + "\\E.*|data:,|about:blank"));
            assertThat(tab.errors()).isEmpty();
        }
    }

    @Test
    void the_search_finds_a_code_an_event_and_a_dialog_and_says_how_many() {
        try (Chromium.Tab tab = browser.tab(390, "light")) {
            tab.open(page("index.html"));
            int all = shown(tab).size();

            assertThat(sought(tab, "2308")).contains("host-certificate-expired").isEqualTo(sought(tab, "0X00000904"));
            assertThat(sought(tab, "6919")).containsExactly("host-certificate-expired");
            assertThat(tab.ask("document.querySelector('.diagnoses > li:not([hidden]) .matches').textContent")
                            .asText())
                    .isEqualTo("error 0x1B07 = 6919");
            assertThat(tab.ask("document.getElementById('found').textContent").asText())
                    .isEqualTo("1 of " + all + " diagnoses");
            assertThat(sought(tab, "691")).isEmpty();
            assertThat(tab.ask("document.getElementById('nothing').checkVisibility()")
                            .asBoolean())
                    .isTrue();
            assertThat(sought(tab, "1058")).contains("host-certificate-expired", "machine-keys-unusable");
            assertThat(sought(tab, "certificate \u201cRECEIVED from the remote"))
                    .contains("host-certificate-expired");
            assertThat(sought(tab, "")).hasSize(all);
        }
    }

    @Test
    void a_search_can_be_begun_and_ended_by_keys_and_kept_as_a_link() {
        try (Chromium.Tab tab = browser.tab(1280, "light")) {
            tab.open(page("index.html#q=6919"));

            assertThat(shown(tab)).containsExactly("host-certificate-expired");
            tab.press("/");
            assertThat(tab.ask("document.activeElement.id").asText()).isEqualTo("sought");
            tab.press("Escape");
            assertThat(shown(tab)).hasSizeGreaterThan(1);
            assertThat(tab.ask("location.hash").asText()).isEmpty();
        }
    }

    private static List<String> sought(Chromium.Tab tab, String words) {
        tab.ask(
                "document.getElementById('sought').value = '%s', document.getElementById('sought').dispatchEvent(new Event('input')), 1"
                        .formatted(words));
        return shown(tab);
    }

    /** The ids of the diagnoses that can be seen. */
    private static List<String> shown(Chromium.Tab tab) {
        return texts(tab.ask("""
                Array.from(document.querySelectorAll('.diagnoses > li')).filter(item => item.checkVisibility())
                  .map(item => item.querySelector('.marks code').textContent)"""));
    }

    @Test
    void a_command_is_copied_line_by_line_as_it_is_written() {
        try (Chromium.Tab tab = browser.tab(1280, "light")) {
            tab.open(page("step/test-with-nla-off.html"));

            JsonNode copied = tab.ask("""
                    new Promise(done => {
                      navigator.clipboard.writeText = text => { done(text); return Promise.resolve(); };
                      document.querySelector('.copy').click();
                    })""");

            assertThat(copied.asText()).isEqualTo("""
                    $rdp = Get-CimInstance -Namespace root/cimv2/TerminalServices -ClassName Win32_TSGeneralSetting -Filter "TerminalName='RDP-Tcp'"
                    $rdp | Select-Object UserAuthenticationRequired
                    Invoke-CimMethod -InputObject $rdp -MethodName SetUserAuthenticationRequired -Arguments @{ UserAuthenticationRequired = [uint32]0 }""");
            assertThat(tab.ask("document.querySelector('.copy').textContent").asText())
                    .isEqualTo("Copied");
        }
    }

    @Test
    void without_scripts_all_can_be_read_and_no_button_does_nothing() {
        try (Chromium.Tab tab = browser.tab(390, "dark")) {
            tab.withoutScripts();
            tab.open(page("index.html"));

            assertThat(shown(tab)).contains("host-certificate-expired");
            assertThat(tab.ask("document.getElementById('search').checkVisibility()")
                            .asBoolean())
                    .isFalse();
            tab.open(page("step/test-with-nla-off.html"));
            assertThat(tab.ask("document.querySelector('.copy').checkVisibility()")
                            .asBoolean())
                    .isFalse();
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
