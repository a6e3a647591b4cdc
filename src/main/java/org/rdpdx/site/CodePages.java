package org.rdpdx.site;

import static org.rdpdx.site.Html.styled;
import static org.rdpdx.site.Html.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rule;

/** The codes and events that are known: a list of their tables, and a page for each. */
final class CodePages {

    private final SiteIndex index;
    private final Codes codes;
    private final Map<String, String> pages;

    private CodePages(SiteIndex index, Map<String, String> pages) {
        this.index = index;
        this.codes = index.rulebook().codes();
        this.pages = pages;
    }

    static void add(SiteIndex index, Map<String, String> pages) {
        CodePages codes = new CodePages(index, pages);
        codes.list();
        codes.codes.tables().forEach(codes::table);
        codes.eventsByProvider().forEach(codes::events);
    }

    private static String path(String table) {
        return "code/" + table + ".html";
    }

    private static String pathOfProvider(String provider) {
        return path("event-" + provider.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    private Map<String, List<Codes.Event>> eventsByProvider() {
        Map<String, List<Codes.Event>> byProvider = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        codes.events().forEach(event -> byProvider
                .computeIfAbsent(event.provider(), unused -> new ArrayList<>())
                .add(event));
        return byProvider;
    }

    private void list() {
        SitePage page =
                new SitePage(index, SitePage.Part.CODES.path(), SitePage.Part.CODES, SitePage.Part.CODES.words());
        Html html = page.html();
        pages.put(page.path(), page.around(Optional.empty(), () -> {
            html.say("h1", SitePage.Part.CODES.words());
            html.say("p", Messages.text("site.codes.what"), styled("lead"));
            page.heading("h2", "codes", Messages.text("site.codes.tables"));
            html.in("ul", "plain", () -> codes.tables()
                    .forEach(table -> html.in("li", () -> {
                        page.link(path(table.id()), table.title());
                        String words =
                                Messages.text("site.codes.count", table.codes().size(), table.where());
                        html.text(" ").say("span", words, styled("quiet"));
                    })));
            page.heading("h2", "events", Messages.text("site.codes.events"));
            html.in("ul", "plain", () -> eventsByProvider()
                    .forEach((provider, events) -> html.in("li", () -> {
                        page.link(pathOfProvider(provider), provider);
                        html.text(" ").say("span", Messages.text("site.codes.some", events.size()), styled("quiet"));
                    })));
        }));
    }

    private void table(Codes.Table table) {
        page(path(table.id()), table.title(), table.where(), table.note(), page -> {
            int number = 0;
            for (Codes.Code code : table.codes()) {
                String hexadecimal = code.number().isPresent()
                        ? Codes.hexadecimal(code.number().getAsLong())
                        : "";
                String heading = (hexadecimal + " " + code.symbol()).strip();
                // several symbols share a number in some tables
                String anchor =
                        (hexadecimal.isEmpty() ? code.symbol() : hexadecimal).toLowerCase(Locale.ROOT) + "-" + number++;
                String decimal = code.number().isPresent()
                        ? Messages.text(
                                        "site.codes.decimal",
                                        decimal(code.number().getAsLong())) + ", "
                        : "";
                one(page, anchor, heading, decimal, code.meaning(), CodeLookup.readers(table, code, index.rulebook()));
            }
        });
    }

    private static String decimal(long number) {
        int signed = (int) number;
        return signed < 0 ? number + ", " + signed : String.valueOf(number);
    }

    private void events(String provider, List<Codes.Event> events) {
        page(pathOfProvider(provider), provider, Messages.text("site.codes.some", events.size()), "", page -> {
            int number = 0;
            for (Codes.Event event : events) {
                String where = Messages.text("site.codes.logged", event.on(), event.channel(), event.level()) + ", ";
                one(
                        page,
                        "event-" + event.id() + "-" + number++,
                        String.valueOf(event.id()),
                        where,
                        event.meaning(),
                        CodeLookup.readers(event, index.rulebook()));
            }
        });
    }

    private interface Content {
        void write(SitePage page);
    }

    private void page(String path, String title, String lead, String note, Content content) {
        SitePage page = new SitePage(index, path, SitePage.Part.CODES, title);
        Html html = page.html();
        pages.put(path, page.around(Optional.empty(), () -> {
            page.trail(SitePage.Part.CODES.path(), SitePage.Part.CODES.words());
            html.say("h1", title);
            html.say("p", lead, styled("lead"));
            if (!note.isEmpty()) {
                html.say("p", note);
            }
            content.write(page);
        }));
    }

    private void one(
            SitePage page, String anchor, String heading, String before, Codes.Meaning meaning, List<Rule> readers) {
        Html html = page.html();
        html.in("div", "dialog", () -> {
            page.heading("h2", anchor, heading);
            html.say("p", meaning.says());
            String stage = meaning.stage().isEmpty()
                    ? Messages.text("code.no-stage")
                    : Messages.text("code.stage", meaning.stage());
            html.say("p", before + stage + ", " + meaning.surety().word(), styled("quiet"));
            if (!meaning.note().isEmpty()) {
                html.say("p", meaning.note());
            }
            html.in("ul", "plain", () -> meaning.sources()
                    .forEach(source -> html.in("li", () -> {
                        if (source.matches("https?://[^ ]+")) {
                            html.say("a", source, with("href", source), with("rel", "noreferrer"));
                        } else {
                            html.say("span", source, styled("quiet"));
                        }
                    })));
            if (!readers.isEmpty()) {
                RuleView.readers(page, readers);
            }
        });
    }
}
