package org.rdpdx.site;

import static org.rdpdx.site.Html.with;

import java.util.List;
import java.util.Optional;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Frequency;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rule;

/** The first page: every diagnosis, by area in the order of a connection. */
final class CataloguePage {

    private final SiteIndex index;
    private final SitePage page;
    private final Html html;

    private CataloguePage(SiteIndex index) {
        this.index = index;
        this.page = new SitePage(
                index, SitePage.Part.CATALOGUE.path(), SitePage.Part.CATALOGUE, Messages.text("site.name"));
        this.html = page.html();
    }

    static String of(SiteIndex index) {
        CataloguePage catalogue = new CataloguePage(index);
        return catalogue.page.around(Optional.empty(), catalogue::content);
    }

    private void content() {
        html.say("h1", Messages.text("site.catalogue"));
        html.say(
                "p",
                Messages.text(
                        "site.catalogue.what",
                        index.cards().size(),
                        index.rulebook().rules().size(),
                        index.rulebook().cases().size()),
                Html.styled("lead"));
        search();
        StageLine.write(page);
        for (Area area : index.areas()) {
            area(area);
        }
        html.say(
                "p",
                Messages.text("site.search.nothing.long"),
                with("id", "nothing"),
                with("hidden", "hidden"),
                Html.styled("nothing"));
    }

    private void search() {
        int all = index.cards().size();
        html.in("form", List.of(with("id", "search"), with("role", "search"), with("hidden", "hidden")), () -> {
            html.say("label", Messages.text("site.search"), with("for", "sought"));
            html.empty(
                    "input",
                    with("id", "sought"),
                    with("type", "search"),
                    with("autocomplete", "off"),
                    with("spellcheck", "false"),
                    with("enterkeyhint", "search"),
                    with("aria-describedby", "hint"));
            html.say("p", Messages.text("site.search.hint"), with("id", "hint"), Html.styled("quiet"));
            html.say(
                    "p",
                    "",
                    with("id", "found"),
                    with("role", "status"),
                    with("data-some", Messages.text("site.search.some", "#", all)),
                    with("data-none", Messages.text("site.search.none")));
        });
    }

    private void area(Area area) {
        List<Card> cards = index.cards(area);
        html.in("section", List.of(Html.styled("area"), with("aria-labelledby", StageLine.anchor(area))), () -> {
            html.in("div", "head", () -> {
                page.heading("h2", StageLine.anchor(area), StageLine.name(area));
                html.say("p", StageLine.meaning(area));
            });
            if (cards.isEmpty()) {
                html.say("p", Messages.text("site.area.empty"), Html.styled("quiet"));
            } else {
                html.in("ul", "diagnoses", () -> cards.forEach(this::diagnosis));
            }
        });
    }

    private void diagnosis(Card card) {
        List<Rule> ways = index.rules(card.id());
        String terms = String.join("\n", Constants.terms(ways));
        html.in("li", List.of(with("data-terms", terms)), () -> {
            html.in("h3", () -> page.link(SitePage.diagnosis(card.id()), card.title()));
            html.say("p", first(card.why()), Html.styled("why"));
            html.in("p", "marks", () -> {
                html.say("code", card.id());
                html.text(" ")
                        .say(
                                "span",
                                card.frequency().word(),
                                Html.styled("frequency " + card.frequency().word()));
                html.text(" ");
                RuleView.strongest(ways)
                        .ifPresent(
                                strength -> RuleView.strength(html, Messages.text("site.strongest"), strength, false));
                html.text(" ").say("span", Messages.text("site.ways", ways.size()));
                if (!card.status().equals("stable")) {
                    html.text(" ").say("span", card.status(), Html.styled("status"));
                }
            });
            html.say("p", "", Html.styled("matches"), with("hidden", "hidden"));
        });
    }

    /** The first sentence. */
    private static String first(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    static String frequency(Frequency frequency) {
        return switch (frequency) {
            case COMMON -> Messages.text("site.frequency.common");
            case OCCASIONAL -> Messages.text("site.frequency.occasional");
            case RARE -> Messages.text("site.frequency.rare");
        };
    }
}
