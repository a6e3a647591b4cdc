package org.rdpdx.site;

import static org.rdpdx.site.Html.styled;
import static org.rdpdx.site.Html.with;

import java.util.ArrayList;
import java.util.List;
import org.rdpdx.knowledge.Area;
import org.rdpdx.report.Messages;

/** The areas in the order of a connection, as a line with stops. */
final class StageLine {

    private StageLine() {}

    /** What an area is called in short: the words before the colon of its title. */
    static String name(Area area) {
        int colon = area.title().indexOf(':');
        return colon < 0 ? area.title() : area.title().substring(0, colon);
    }

    /** The words behind the colon of an area's title; all of them if there is none. */
    static String meaning(Area area) {
        return area.title().substring(area.title().indexOf(':') + 1).strip();
    }

    static String anchor(Area area) {
        return "area-" + area.id();
    }

    static String place(Area area) {
        return SitePage.Part.CATALOGUE.path() + "#" + anchor(area);
    }

    /** The line of the catalogue: each stop leads to its diagnoses and says how many there are. */
    static void write(SitePage page) {
        write(page, "");
    }

    /** The line with one stop marked. */
    static void write(SitePage page, Area here) {
        write(page, here.id());
        List<Area> areas = page.index().areas();
        page.html().in("p", "stage", () -> page.html()
                .text(Messages.text("site.stage", areas.indexOf(here) + 1, areas.size(), name(here), meaning(here))));
    }

    private static void write(SitePage page, String here) {
        Html html = page.html();
        html.in(
                "nav",
                List.of(
                        styled(here.isEmpty() ? "line counts" : "line"),
                        with("aria-label", Messages.text("site.line"))),
                () -> html.in("ol", () -> {
                    for (Area area : page.index().areas()) {
                        boolean marked = area.id().equals(here);
                        html.in("li", () -> stop(page, area, marked));
                    }
                }));
    }

    private static void stop(SitePage page, Area area, boolean marked) {
        Html html = page.html();
        int count = page.index().cards(area).size();
        List<Html.Attribute> attributes = new ArrayList<>(List.of(with("href", page.href(place(area)))));
        if (marked) {
            attributes.add(with("aria-current", "step"));
        }
        html.in("a", attributes, () -> {
            html.say("span", String.valueOf(count), styled("stop"), with("aria-hidden", "true"));
            html.say("span", name(area), styled("name"));
            html.say("span", " " + Messages.text("site.line.count", count), styled("unseen"));
        });
    }
}
