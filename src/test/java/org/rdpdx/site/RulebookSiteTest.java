package org.rdpdx.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.rulebook.Rule;
import org.rdpdx.rulebook.Rulebook;
import org.w3c.dom.Element;

/** The site as a tree of elements, without a browser. */
class RulebookSiteTest {

    private static final Set<String> NOT_WRITTEN =
            Set.of("iframe", "object", "embed", "img", "video", "audio", "style");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static final Rulebook RULEBOOK = Rulebook.bundled();
    private static final RulebookSite SITE = RulebookSite.of(RULEBOOK);
    private static final SortedMap<String, PageTree> PAGES = new TreeMap<>();

    @BeforeAll
    static void read() {
        PAGES.putAll(pages(SITE));
    }

    private static SortedMap<String, PageTree> pages(RulebookSite site) {
        SortedMap<String, PageTree> pages = new TreeMap<>();
        site.files().forEach((path, content) -> {
            if (path.endsWith(".html")) {
                pages.put(path, PageTree.of(content));
            }
        });
        return pages;
    }

    private static PageTree page(Map<String, PageTree> pages, String path) {
        return Objects.requireNonNull(pages.get(path), path);
    }

    @Test
    void everything_in_the_rulebook_has_its_page() {
        Set<String> wanted = new TreeSet<>();
        RULEBOOK.causes().forEach(cause -> wanted.add("diagnosis/" + cause.id() + ".html"));
        RULEBOOK.stepIds().forEach(id -> wanted.add("step/" + id + ".html"));
        Vocabulary.kinds().forEach(kind -> wanted.add("fact/" + kind.key() + ".html"));
        RULEBOOK.rules().stream()
                .filter(Rule::isDeduction)
                .forEach(rule -> wanted.add("deduction/" + rule.owner() + ".html"));
        RULEBOOK.codes().tables().forEach(table -> wanted.add("code/" + table.id() + ".html"));
        RULEBOOK.codes()
                .events()
                .forEach(event -> wanted.add("code/event-"
                        + event.provider().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".html"));
        wanted.addAll(Set.of(
                "index.html",
                "steps.html",
                "facts.html",
                "deductions.html",
                "dialogs.html",
                "codes.html",
                "tested.html"));

        assertThat(PAGES.keySet()).isEqualTo(wanted);
        assertThat(SITE.pages()).isEqualTo(wanted.size());
    }

    @Test
    void every_link_leads_to_something() {
        List<String> broken = broken(PAGES);

        assertThat(broken).isEmpty();
        assertThat(page(PAGES, "diagnosis/host-certificate-expired.html").attributes("href"))
                .contains("../step/renew-listener-certificate.html", "../fact/certificate.html", "#fires");
    }

    private static List<String> broken(Map<String, PageTree> pages) {
        List<String> broken = new ArrayList<>();
        pages.forEach((path, page) -> page.each(element -> {
            for (String attribute : List.of("href", "src")) {
                String target = element.getAttribute(attribute);
                if (!target.isEmpty() && !target.matches("(https?:|data:).*") && !leads(pages, path, target)) {
                    broken.add(path + " -> " + target);
                }
            }
        }));
        return broken;
    }

    private static boolean leads(Map<String, PageTree> pages, String from, String target) {
        URI to = URI.create("site:/" + from).resolve(target);
        String path = to.getPath().substring(1);
        PageTree page = pages.get(path);
        if (page == null) {
            return SITE.files().containsKey(path) && to.getFragment() == null;
        }
        return to.getFragment() == null || page.attributes("id").contains(to.getFragment());
    }

    @Test
    void an_id_is_given_once_to_a_page() {
        PAGES.forEach((path, page) -> assertThat(page.attributes("id")).as(path).doesNotHaveDuplicates());
    }

    @Test
    void what_names_a_label_or_a_heading_names_one_that_is_there() {
        PAGES.forEach((path, page) -> {
            for (String attribute : List.of("for", "aria-labelledby", "aria-describedby")) {
                assertThat(page.attributes("id")).as(path).containsAll(page.attributes(attribute));
            }
        });
    }

    @Test
    void headings_begin_with_one_and_leave_no_level_out() {
        PAGES.forEach((path, page) -> {
            List<Integer> levels = new ArrayList<>();
            page.each(element -> {
                if (element.getTagName().matches("h[1-6]")) {
                    levels.add(element.getTagName().charAt(1) - '0');
                }
            });
            assertThat(levels).as(path).startsWith(1).containsOnlyOnce(1);
            for (int i = 1; i < levels.size(); i++) {
                assertThat(levels.get(i)).as(path + ", heading " + (i + 1)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
            }
        });
    }

    @Test
    void a_page_has_a_language_a_title_of_its_own_and_a_way_past_the_menu() {
        Map<String, String> byTitle = new LinkedHashMap<>();
        PAGES.forEach((path, page) -> {
            assertThat(page.one("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.one("main").getAttribute("id")).isEqualTo("main");
            assertThat(page.all("a").get(0).getAttribute("href")).isEqualTo("#main");
            assertThat(byTitle.put(page.one("title").getTextContent(), path))
                    .as(path)
                    .isNull();
        });
    }

    @Test
    void every_page_says_which_rulebook_it_was_made_from() {
        PAGES.forEach((path, page) -> assertThat(page.one("footer").getTextContent())
                .as(path)
                .contains("Rulebook " + RULEBOOK.version(), RULEBOOK.hash().substring(0, 12)));
        assertThat(page(PAGES, "index.html").one("footer").getTextContent()).contains(RULEBOOK.hash());
    }

    @Test
    void nothing_is_loaded_from_elsewhere() {
        PAGES.forEach((path, page) -> page.each(element -> {
            assertThat(NOT_WRITTEN).as(path).doesNotContain(element.getTagName());
            boolean external = element.getAttribute("href").startsWith("http")
                    || element.getAttribute("src").startsWith("http");
            if (external) {
                assertThat(element.getTagName()).as(path).isEqualTo("a");
                assertThat(element.getAttribute("rel")).as(path).contains("noreferrer");
            }
            if (element.getTagName().equals("script")) {
                assertThat(element.getTextContent()).isEmpty();
                assertThat(element.getAttribute("src")).matches("(\\.\\./)?site\\.js");
            }
        }));
        assertThat(text("site.css")).doesNotContain("url(", "@import", "http");
        assertThat(text("site.js")).doesNotContain("fetch(", "XMLHttpRequest", "import(", "http", "innerHTML", "eval(");
    }

    private static String text(String path) {
        byte[] content = SITE.files().get(path);
        return new String(content == null ? new byte[0] : content, StandardCharsets.UTF_8);
    }

    @Test
    void the_same_rulebook_gives_the_same_bytes_wherever_it_comes_from() {
        try (Rulebook opened = Rulebook.open(Path.of("rules/v1"))) {
            SortedMap<String, byte[]> again = RulebookSite.of(opened).files();

            assertThat(again.keySet()).isEqualTo(SITE.files().keySet());
            again.forEach((path, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                    .as(path)
                    .isEqualTo(text(path)));
        }
    }

    @Test
    void a_rule_is_shown_as_its_author_wrote_it_with_the_comment_before_it() {
        PageTree page = page(PAGES, "diagnosis/host-certificate-expired.html");
        Element way = page.all("li").stream()
                .filter(item -> item.getAttribute("id").equals("way-code-pair"))
                .findFirst()
                .orElseThrow();

        assertThat(way.getTextContent())
                .contains(
                        "// The pair says that the connection was closed",
                        "rule \"host-certificate-expired/code-pair\"",
                        "Attempt( error == 0x904, extendedError == 0x7 )",
                        "insertLogical(Finding.of(drools.getMatch()));")
                .doesNotContain("works-anyway\"");
    }

    @Test
    void the_catalogue_can_be_searched_by_codes_in_both_ways_of_writing_by_events_and_by_dialogs() {
        String terms = page(PAGES, "index.html").all("li").stream()
                .filter(item -> item.getTextContent().contains("host-certificate-expired"))
                .map(item -> item.getAttribute("data-terms"))
                .findFirst()
                .orElseThrow();

        assertThat(terms.lines())
                .contains(
                        "event 1058",
                        "error 0x904 = 2308",
                        "\u201cthe authentication certificate received from the remote computer is expired or invalid\u201d",
                        "Microsoft-Windows-TerminalServices-RemoteConnectionManager");
    }

    // ------------------------------------------------------------------ what authors may write

    @Test
    void what_an_author_wrote_is_text_and_never_markup() {
        String wild = "<script>alert(1)</script> & \"two\" 'one' </title> <!-- ]]>";
        String yaml = "'" + wild.replace("'", "''") + "'";
        SmallRulebook small = SmallRulebook.in(folder)
                .step(
                        "wild",
                        "title: " + yaml,
                        "action: " + yaml,
                        "command: " + yaml,
                        "verify: " + yaml,
                        "undo: " + yaml)
                .cause(
                        "alpha",
                        List.of(
                                "title: " + yaml,
                                "why: " + yaml,
                                "steps: [ { use: wild } ]",
                                "falsePositives: [ " + yaml + " ]",
                                "sources: [ { url: \"https://example.com/?a=1&b=%22%3E\", checked: 2026-11-22, says: "
                                        + yaml + " } ]"),
                        Way.of("strong", "A"));
        try (Rulebook rulebook = small.open()) {
            SortedMap<String, PageTree> pages = pages(RulebookSite.of(rulebook));

            PageTree page = page(pages, "diagnosis/alpha.html");
            assertThat(page.one("h1").getTextContent()).isEqualTo(wild);
            assertThat(page.one("title").getTextContent()).startsWith(wild);
            assertThat(page.all("script")).hasSize(1);
            assertThat(page.attributes("href")).contains("https://example.com/?a=1&b=%22%3E");
            pages.forEach((path, one) -> one.each(element -> {
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    assertThat(element.getAttributes().item(i).getNodeName())
                            .as(path)
                            .doesNotStartWith("on");
                }
            }));
            assertThat(broken(pages)).isEmpty();
        }
    }

    @Test
    void what_turns_a_line_around_is_shown_and_does_nothing() {
        Html html = new Html().say("code", "del \u202e/f\u2066 \u0007\ud800 ok");

        assertThat(html).hasToString("<code>del \ufffd/f\ufffd \ufffd\ufffd ok</code>");
    }

    @Test
    void a_source_that_is_no_page_of_the_web_is_no_link() {
        SmallRulebook small = SmallRulebook.in(folder)
                .cause(
                        "alpha",
                        List.of("sources: [ { url: \"javascript:alert(1)\", checked: 2026-11-22, says: so } ]"),
                        Way.of("strong", "A"));
        try (Rulebook rulebook = small.open()) {
            PageTree page = page(pages(RulebookSite.of(rulebook)), "diagnosis/alpha.html");

            assertThat(page.attributes("href")).noneMatch(href -> href.startsWith("javascript"));
            assertThat(page.one("main").getTextContent()).contains("javascript:alert(1)");
        }
    }

    @Test
    void a_place_for_a_value_of_the_case_is_no_block_of_powershell() {
        SmallRulebook small = SmallRulebook.in(folder)
                .step("mark", "command: \"Get-Item '{host.certificate.thumbprint}'; & { 1 }\"")
                .cause("alpha", List.of("steps: [ { use: mark } ]"), Way.of("strong", "A"));
        try (Rulebook rulebook = small.open()) {
            PageTree page = page(pages(RulebookSite.of(rulebook)), "step/mark.html");

            assertThat(page.one("main").getTextContent())
                    .contains(
                            "Get-Item '<thumbprint>'; & { 1 }",
                            "For <thumbprint> write the value of host.certificate.thumbprint.");
        }
    }

    @Test
    void a_retired_id_leads_to_what_replaced_it() {
        SmallRulebook small = SmallRulebook.in(folder)
                .cause("alpha", List.of(), Way.of("strong", "A"))
                .file("retired.yaml", """
                        retired:
                          - { id: old-name, why: It was split., replacedBy: alpha }
                          - { id: gone, why: Nobody ever saw it. }
                        """);
        try (Rulebook rulebook = small.open()) {
            SortedMap<String, PageTree> pages = pages(RulebookSite.of(rulebook));

            assertThat(page(pages, "diagnosis/old-name.html").attributes("content"))
                    .contains("0; url=../diagnosis/alpha.html");
            assertThat(page(pages, "diagnosis/old-name.html").one("main").getTextContent())
                    .contains("It was split.", "The cause alpha");
            assertThat(page(pages, "diagnosis/gone.html").attributes("http-equiv"))
                    .isEmpty();
            assertThat(page(pages, "diagnosis/alpha.html").attributes("href")).contains("../retired.html#old-name");
            assertThat(page(pages, "index.html").attributes("href")).contains("retired.html");
            assertThat(broken(pages)).isEmpty();
        }
    }
}
