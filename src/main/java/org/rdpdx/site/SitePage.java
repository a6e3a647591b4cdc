package org.rdpdx.site;

import static org.rdpdx.site.Html.styled;
import static org.rdpdx.site.Html.with;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rdpdx.report.Messages;

/** One page: what stands around its content, and where its links lead. */
final class SitePage {

    /** The parts of the site, in the order of its menu. */
    enum Part {
        CATALOGUE("index.html"),
        STEPS("steps.html"),
        FACTS("facts.html"),
        DEDUCTIONS("deductions.html"),
        DIALOGS("dialogs.html"),
        CODES("codes.html"),
        TESTED("tested.html"),
        RETIRED("retired.html");

        private final String path;

        Part(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        String words() {
            return switch (this) {
                case CATALOGUE -> Messages.text("site.part.catalogue");
                case STEPS -> Messages.text("site.part.steps");
                case FACTS -> Messages.text("site.part.facts");
                case DEDUCTIONS -> Messages.text("site.part.deductions");
                case DIALOGS -> Messages.text("site.part.dialogs");
                case CODES -> Messages.text("site.part.codes");
                case TESTED -> Messages.text("site.part.tested");
                case RETIRED -> Messages.text("site.part.retired");
            };
        }
    }

    private static final int SHOWN_OF_HASH = 12;
    private static final Pattern HYPHENED = Pattern.compile("[^\\s-]*-\\S*");

    private final SiteIndex index;
    private final String path;
    private final Part part;
    private final String title;
    private final Html html = new Html();

    /**
     * A page that is still empty.
     *
     * @param path from the root of the site
     */
    SitePage(SiteIndex index, String path, Part part, String title) {
        this.index = index;
        this.path = path;
        this.part = part;
        this.title = title;
    }

    static String diagnosis(String id) {
        return "diagnosis/" + id + ".html";
    }

    static String step(String id) {
        return "step/" + id + ".html";
    }

    static String fact(String key) {
        return "fact/" + key + ".html";
    }

    static String deduction(String owner) {
        return "deduction/" + owner + ".html";
    }

    SiteIndex index() {
        return index;
    }

    Html html() {
        return html;
    }

    String path() {
        return path;
    }

    /** A place on the site as seen from this page. */
    String href(String target) {
        return path.contains("/") ? "../" + target : target;
    }

    /** A link to a place on the site. */
    void link(String target, String words) {
        html.say("a", words, with("href", href(target)));
    }

    /** A word of the rulebook, as files write it. */
    void code(String word) {
        html.say("code", word);
    }

    /**
     * The whole page.
     *
     * @param movedTo where to go at once instead
     * @param content of the main part; begins with the heading
     */
    String around(Optional<String> movedTo, Html.Content content) {
        html.in("html", List.of(with("lang", "en")), () -> {
            head(movedTo);
            html.in("body", () -> {
                html.say("a", Messages.text("site.skip"), styled("skip"), with("href", "#main"));
                html.in("header", "top", this::menu);
                html.in("main", List.of(with("id", "main"), with("tabindex", "-1")), content);
                html.in("footer", this::footer);
            });
        });
        return "<!DOCTYPE html>\n" + html;
    }

    private void head(Optional<String> movedTo) {
        String site = Messages.text("site.name");
        html.in("head", () -> {
            html.empty("meta", with("charset", "utf-8"));
            html.empty("meta", with("name", "viewport"), with("content", "width=device-width, initial-scale=1"));
            html.empty("meta", with("name", "color-scheme"), with("content", "light dark"));
            html.empty("meta", with("name", "referrer"), with("content", "no-referrer"));
            movedTo.ifPresent(target ->
                    html.empty("meta", with("http-equiv", "refresh"), with("content", "0; url=" + href(target))));
            html.say("title", title(site));
            html.empty("link", with("rel", "icon"), with("href", "data:,"));
            html.empty("link", with("rel", "stylesheet"), with("href", href("site.css")));
            html.say("script", "", with("src", href("site.js")), with("defer", "defer"));
        });
    }

    /** A step, a fact and a deduction may be called the same. */
    private String title(String site) {
        if (title.equals(site)) {
            return site;
        }
        boolean alone = part == Part.CATALOGUE || title.equals(part.words());
        return Messages.text("site.title", alone ? title : Messages.text("site.title", title, part.words()), site);
    }

    private void menu() {
        html.in("a", List.of(styled("brand"), with("href", href(Part.CATALOGUE.path()))), () -> {
            html.say("strong", Messages.text("site.name"));
            html.text(" ").say("span", index.rulebook().version());
        });
        html.in(
                "nav",
                List.of(with("aria-label", Messages.text("site.menu"))),
                () -> html.in("ul", () -> {
                    for (Part one : Part.values()) {
                        if (one != Part.RETIRED || !index.rulebook().retired().isEmpty()) {
                            html.in("li", () -> menuEntry(one));
                        }
                    }
                }));
    }

    private void menuEntry(Part one) {
        if (one.path().equals(path)) {
            html.say("a", one.words(), with("href", href(one.path())), with("aria-current", "page"));
        } else if (one == part) {
            html.say("a", one.words(), with("href", href(one.path())), with("aria-current", "true"));
        } else {
            link(one.path(), one.words());
        }
    }

    private void footer() {
        String hash = index.rulebook().hash();
        html.in("p", () -> {
            html.text(Messages.text("site.footer", index.rulebook().version())).text(" ");
            html.say("code", path.equals(Part.CATALOGUE.path()) ? hash : hash.substring(0, SHOWN_OF_HASH));
        });
        html.say("p", Messages.text("site.judgement"));
    }

    // ------------------------------------------------------------------ parts that many pages have

    /** Where the page lies: the parts above it. */
    void trail(String... targetsAndWords) {
        html.in(
                "nav",
                List.of(styled("trail"), with("aria-label", Messages.text("site.trail"))),
                () -> html.in("ol", () -> {
                    for (int i = 0; i < targetsAndWords.length; i += 2) {
                        String target = targetsAndWords[i];
                        String words = targetsAndWords[i + 1];
                        html.in("li", () -> link(target, words));
                    }
                }));
    }

    /** A heading that links can lead to. */
    void heading(String tag, String id, String words) {
        html.say(tag, words, with("id", id));
    }

    /** Something to copy, line by line. */
    void commands(String label, String text) {
        html.in("div", "code", () -> {
            html.say(
                    "button",
                    Messages.text("site.copy"),
                    with("type", "button"),
                    styled("copy"),
                    with("hidden", "hidden"),
                    with("aria-label", Messages.text("site.copy.what", label)),
                    with("data-done", Messages.text("site.copied")),
                    with("data-failed", Messages.text("site.copy.failed")));
            html.in(
                    "div",
                    List.of(styled("lines"), with("role", "group"), with("aria-label", label)),
                    () -> text.strip().lines().forEach(this::line));
        });
    }

    /** A line is broken between words alone: a browser would take the hyphen of a command for a place to break. */
    private void line(String line) {
        int indent = line.length() - line.stripLeading().length();
        html.in("code", indent == 0 ? List.of() : List.of(with("style", "--indent:" + indent)), () -> {
            Matcher word = HYPHENED.matcher(line);
            int said = 0;
            while (word.find()) {
                html.text(line.substring(said, word.start()));
                html.say("span", word.group());
                said = word.end();
            }
            html.text(line.substring(said));
        });
        html.text("\n");
    }

    /** Links parted by commas. */
    void links(List<Link> links) {
        for (int i = 0; i < links.size(); i++) {
            html.text(i == 0 ? "" : ", ");
            link(links.get(i).target(), links.get(i).words());
        }
    }

    /** A link. */
    record Link(String target, String words) {}

    /** A row of a list of names and what they are. */
    void row(String name, Html.Content content) {
        html.say("dt", name);
        html.in("dd", content);
    }
}
