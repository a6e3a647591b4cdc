package org.rdpdx.site;

import static org.rdpdx.site.Html.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.report.Messages;
import org.rdpdx.report.VocabularyText;
import org.rdpdx.rulebook.Rule;

/** The kinds of fact: a list of all, and a page for each. */
final class FactPages {

    private FactPages() {}

    static void add(SiteIndex index, Map<String, String> pages) {
        pages.put(SitePage.Part.FACTS.path(), list(index));
        Vocabulary.kinds().forEach(kind -> pages.put(SitePage.fact(kind.key()), of(index, kind)));
    }

    private static String list(SiteIndex index) {
        SitePage page =
                new SitePage(index, SitePage.Part.FACTS.path(), SitePage.Part.FACTS, SitePage.Part.FACTS.words());
        Html html = page.html();
        return page.around(Optional.empty(), () -> {
            html.say("h1", SitePage.Part.FACTS.words());
            html.say("p", Messages.text("site.facts.what", Vocabulary.kinds().size()), Html.styled("lead"));
            html.say("p", Messages.text("facts.file"), Html.styled("quiet"));
            html.in("dl", "index", () -> {
                for (Kind kind : Vocabulary.kinds()) {
                    html.in("dt", () -> page.link(SitePage.fact(kind.key()), kind.key()));
                    html.in("dd", () -> {
                        html.text(Collecting.of(kind).meaning()).text(" ");
                        html.say(
                                "span",
                                Messages.text(
                                        "site.facts.read", index.readers(kind).size()),
                                Html.styled("quiet"));
                    });
                }
            });
        });
    }

    private static String of(SiteIndex index, Kind kind) {
        SitePage page = new SitePage(index, SitePage.fact(kind.key()), SitePage.Part.FACTS, kind.key());
        Html html = page.html();
        return page.around(Optional.empty(), () -> {
            page.trail(SitePage.Part.FACTS.path(), SitePage.Part.FACTS.words());
            html.in("h1", () -> page.code(kind.key()));
            html.say("p", Collecting.of(kind).meaning(), Html.styled("lead"));
            html.in("div", "body", () -> {
                html.in("ul", "badges", () -> VocabularyText.facets(kind)
                        .forEach(facet -> html.say("li", facet, Html.styled("badge"))));
                html.in("section", () -> {
                    page.heading("h2", "properties", Messages.text("site.properties"));
                    html.in("dl", "properties", () -> kind.ownProperties()
                            .forEach(property -> property(page, kind, property)));
                });
                collecting(page, kind);
                readers(page, kind);
            });
        });
    }

    private static void property(SitePage page, Kind kind, Property property) {
        Html html = page.html();
        html.in("dt", List.of(with("id", property.name())), () -> {
            page.code(property.name());
            html.text(" ").say("span", VocabularyText.type(property), Html.styled("type"));
        });
        html.in("dd", () -> {
            String meaning = Collecting.of(kind).meaning(property.name());
            html.say("p", meaning.isEmpty() ? Messages.text("site.property.nothing") : meaning);
            if (!property.words().isEmpty()) {
                html.in("p", "words", () -> property.words().forEach(word -> {
                    page.code(word);
                    html.text(" ");
                }));
            }
            int readers = page.index().readers(kind, property.name()).size();
            if (readers > 0) {
                html.say("p", Messages.text("site.facts.read", readers), Html.styled("quiet"));
            }
        });
    }

    private static void collecting(SitePage page, Kind kind) {
        Html html = page.html();
        List<CollectWay> ways = Collecting.of(kind).ways();
        if (ways.isEmpty()) {
            return;
        }
        html.in("section", () -> {
            page.heading("h2", "collect", Messages.text("site.collect"));
            html.in("ul", "ways", () -> ways.forEach(way -> html.in("li", "way", () -> way(page, kind, way))));
        });
    }

    private static void way(SitePage page, Kind kind, CollectWay way) {
        Html html = page.html();
        List<String> answers = kind.ownProperties().stream()
                .map(Property::name)
                .filter(name -> Collecting.of(kind).ways(name).contains(way))
                .toList();
        String tells = Messages.text("facts.collect", String.join(", ", answers));
        html.say("p", tells, Html.styled("says"));
        List<String> facets = new ArrayList<>();
        facets.add(way.who());
        facets.add(
                way.privilege().equals("none")
                        ? Messages.text("text.no-privilege")
                        : Messages.text("text.privilege", way.privilege()));
        facets.add(Messages.text("text.seconds", way.seconds()));
        html.in("ul", "badges", () -> {
            facets.forEach(facet -> html.say("li", facet, Html.styled("badge")));
            if (!way.changes().isEmpty()) {
                html.say("li", Messages.text("site.changes", way.changes()), Html.styled("badge cuts"));
            }
        });
        if (way.command().isEmpty()) {
            html.say("p", Messages.text("text.ask", way.ask()));
        } else {
            page.commands(tells, way.command());
        }
    }

    private static void readers(SitePage page, Kind kind) {
        Html html = page.html();
        List<Rule> readers = page.index().readers(kind);
        html.in("section", () -> {
            page.heading("h2", "readers", Messages.text("site.readers"));
            if (readers.isEmpty()) {
                html.say("p", Messages.text("site.readers.none"));
            } else {
                RuleView.readers(page, readers);
            }
        });
    }
}
