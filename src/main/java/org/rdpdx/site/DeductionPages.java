package org.rdpdx.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rule;

/** The deductions: a list of all, and a page for each. */
final class DeductionPages {

    private DeductionPages() {}

    static void add(SiteIndex index, Map<String, String> pages) {
        pages.put(SitePage.Part.DEDUCTIONS.path(), list(index));
        index.deductions().forEach(owner -> pages.put(SitePage.deduction(owner), of(index, owner)));
    }

    private static String list(SiteIndex index) {
        SitePage page = new SitePage(
                index, SitePage.Part.DEDUCTIONS.path(), SitePage.Part.DEDUCTIONS, SitePage.Part.DEDUCTIONS.words());
        Html html = page.html();
        return page.around(Optional.empty(), () -> {
            html.say("h1", SitePage.Part.DEDUCTIONS.words());
            html.say("p", Messages.text("site.deductions.what"), Html.styled("lead"));
            html.in("dl", "index", () -> {
                for (String owner : index.deductions()) {
                    html.in("dt", () -> page.link(SitePage.deduction(owner), owner));
                    html.say(
                            "dd",
                            Messages.text(
                                    "site.deductions.used",
                                    index.rules(owner).size(),
                                    index.restingOn(owner).size()));
                }
            });
        });
    }

    private static String of(SiteIndex index, String owner) {
        SitePage page = new SitePage(index, SitePage.deduction(owner), SitePage.Part.DEDUCTIONS, owner);
        Html html = page.html();
        return page.around(Optional.empty(), () -> {
            page.trail(SitePage.Part.DEDUCTIONS.path(), SitePage.Part.DEDUCTIONS.words());
            html.in("h1", () -> page.code(owner));
            html.in("div", "body", () -> {
                List<Rule> rules = index.rules(owner);
                html.in("section", () -> {
                    page.heading("h2", "rules", Messages.text("site.deduction.rules"));
                    html.in("ul", "ways", () -> rules.forEach(rule -> new RuleView(page).write("h3", rule, rules)));
                });
                new RuleView(page).otherCases(owner);
                List<Rule> resting = index.restingOn(owner);
                html.in("section", () -> {
                    page.heading("h2", "readers", Messages.text("site.deduction.readers"));
                    if (resting.isEmpty()) {
                        html.say("p", Messages.text("site.readers.none"));
                    } else {
                        RuleView.readers(page, resting);
                    }
                });
            });
        });
    }
}
