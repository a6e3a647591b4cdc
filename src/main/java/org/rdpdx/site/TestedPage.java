package org.rdpdx.site;

import static org.rdpdx.site.Html.styled;
import static org.rdpdx.site.Html.with;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.authoring.Coverage;
import org.rdpdx.report.Messages;

/** How far the cases beside the rules show each condition with every value it can take. */
final class TestedPage {

    private TestedPage() {}

    static void add(SiteIndex index, Map<String, String> pages) {
        Coverage coverage = Coverage.of(index.rulebook(), Set.of());
        SitePage page =
                new SitePage(index, SitePage.Part.TESTED.path(), SitePage.Part.TESTED, SitePage.Part.TESTED.words());
        Html html = page.html();
        pages.put(page.path(), page.around(Optional.empty(), () -> {
            html.say("h1", SitePage.Part.TESTED.words());
            int cases =
                    coverage.folders().stream().mapToInt(Coverage.Folder::cases).sum();
            int conditions = coverage.folders().stream()
                    .mapToInt(Coverage.Folder::conditions)
                    .sum();
            html.say(
                    "p",
                    Messages.text("site.tested.what", cases, conditions, percent(coverage.percent())),
                    styled("lead"));
            html.in("ul", "plain", () -> coverage.folders()
                    .forEach(folder -> html.in("li", () -> {
                        boolean diagnosis = index.cards().containsKey(folder.owner());
                        page.link(
                                diagnosis ? SitePage.diagnosis(folder.owner()) : SitePage.deduction(folder.owner()),
                                folder.owner());
                        html.text(" ")
                                .say(
                                        "span",
                                        Messages.text(
                                                "site.tested.one",
                                                folder.cases(),
                                                folder.conditions(),
                                                folder.seen(),
                                                folder.wanted()),
                                        styled("quiet"));
                        if (!folder.gaps().isEmpty()) {
                            html.in("ul", () -> folder.gaps()
                                    .forEach(gap -> html.say(
                                            "li",
                                            Messages.text(
                                                    "site.tested.gap",
                                                    gap.rule().name(),
                                                    gap.line(),
                                                    gap.truth().toString().toLowerCase(Locale.ROOT)),
                                            with("class", "gap"))));
                        }
                    })));
        }));
    }

    private static String percent(double percent) {
        return String.valueOf((int) Math.floor(percent));
    }
}
