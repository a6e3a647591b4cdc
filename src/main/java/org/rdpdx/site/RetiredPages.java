package org.rdpdx.site;

import static org.rdpdx.site.Html.with;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.report.Messages;

/** Ids that once named a diagnosis: a list of all, and in the place of each page one that leads on. */
final class RetiredPages {

    private RetiredPages() {}

    static void add(SiteIndex index, Map<String, String> pages) {
        List<Retired> retired = index.rulebook().retired();
        if (retired.isEmpty()) {
            return;
        }
        pages.put(SitePage.Part.RETIRED.path(), list(index, retired));
        for (Retired gone : retired) {
            pages.put(SitePage.diagnosis(gone.id()), of(index, gone));
        }
    }

    private static String list(SiteIndex index, List<Retired> retired) {
        SitePage page =
                new SitePage(index, SitePage.Part.RETIRED.path(), SitePage.Part.RETIRED, SitePage.Part.RETIRED.words());
        Html html = page.html();
        return page.around(Optional.empty(), () -> {
            html.say("h1", SitePage.Part.RETIRED.words());
            html.say("p", Messages.text("site.retired.what"), Html.styled("lead"));
            html.in("dl", "index", () -> {
                for (Retired gone : retired) {
                    html.say("dt", gone.id(), with("id", gone.id()));
                    html.in("dd", () -> why(page, gone));
                }
            });
        });
    }

    private static String of(SiteIndex index, Retired gone) {
        SitePage page = new SitePage(index, SitePage.diagnosis(gone.id()), SitePage.Part.RETIRED, gone.id());
        Html html = page.html();
        return page.around(successor(index, gone).map(SitePage::diagnosis), () -> {
            page.trail(SitePage.Part.RETIRED.path(), SitePage.Part.RETIRED.words());
            html.in("h1", () -> page.code(gone.id()));
            html.in("p", "lead", () -> why(page, gone));
        });
    }

    private static void why(SitePage page, Retired gone) {
        page.html().text(gone.why());
        gone.replacedBy().ifPresent(id -> {
            page.html().text(" ").text(Messages.text("site.retired.instead")).text(" ");
            if (successor(page.index(), gone).isPresent()) {
                page.link(SitePage.diagnosis(id), page.index().card(id).title());
            } else {
                page.code(id);
            }
        });
    }

    /** The diagnosis that took its place, if there still is one. */
    private static Optional<String> successor(SiteIndex index, Retired gone) {
        return gone.replacedBy().filter(id -> index.cards().containsKey(id));
    }
}
