package org.rdpdx.site;

import static org.rdpdx.site.Html.with;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rdpdx.knowledge.Area;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.LookAlike;
import org.rdpdx.knowledge.Phase;
import org.rdpdx.knowledge.Retired;
import org.rdpdx.knowledge.Step;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rule;

/** All about one diagnosis. */
final class DiagnosisPage {

    private final SiteIndex index;
    private final Card card;
    private final Area area;
    private final List<Rule> ways;
    private final SitePage page;
    private final Html html;
    private final List<SitePage.Link> sections = new ArrayList<>();

    private DiagnosisPage(SiteIndex index, Card card) {
        this.index = index;
        this.card = card;
        this.area = index.area(card.area());
        this.ways = index.rules(card.id());
        this.page = new SitePage(index, SitePage.diagnosis(card.id()), SitePage.Part.CATALOGUE, card.title());
        this.html = page.html();
    }

    static String of(SiteIndex index, Card card) {
        DiagnosisPage diagnosis = new DiagnosisPage(index, card);
        return diagnosis.page.around(Optional.empty(), diagnosis::content);
    }

    private void content() {
        page.trail(
                SitePage.Part.CATALOGUE.path(),
                SitePage.Part.CATALOGUE.words(),
                StageLine.place(area),
                StageLine.name(area));
        StageLine.write(page, area);
        html.say("h1", card.title());
        html.say("p", card.why(), Html.styled("lead"));
        html.in("div", "split", () -> {
            html.in("div", "aside", () -> {
                contents();
                known();
            });
            html.in("div", "body", () -> {
                steps();
                fires();
                lookAlikes();
                falsePositives();
                new RuleView(page).otherCases(card.id());
                sources();
            });
        });
    }

    private void contents() {
        boolean any = index.cases(card.id()).stream().anyMatch(one -> one.rule().isEmpty());
        sections.add(new SitePage.Link("#steps", Messages.text("site.steps.do")));
        sections.add(new SitePage.Link("#fires", Messages.text("site.fires")));
        if (!card.lookAlikes().isEmpty()) {
            sections.add(new SitePage.Link("#look-alikes", Messages.text("site.look-alikes")));
        }
        if (!card.falsePositives().isEmpty()) {
            sections.add(new SitePage.Link("#false-positives", Messages.text("site.false-positives")));
        }
        if (any) {
            sections.add(new SitePage.Link("#cases", Messages.text("site.cases.any")));
        }
        sections.add(new SitePage.Link("#sources", Messages.text("site.sources")));
        html.in(
                "nav",
                List.of(Html.styled("contents"), with("aria-label", Messages.text("site.contents"))),
                () -> html.in(
                        "ul",
                        () -> sections.forEach(link ->
                                html.in("li", () -> html.say("a", link.words(), with("href", link.target()))))));
    }

    private void known() {
        html.in("dl", "known", () -> {
            page.row(Messages.text("site.id"), () -> page.code(card.id()));
            page.row(Messages.text("site.frequency"), () -> html.text(CataloguePage.frequency(card.frequency())));
            RuleView.strongest(ways)
                    .ifPresent(strength ->
                            page.row(Messages.text("site.strongest"), () -> RuleView.strength(html, strength, false)));
            page.row(Messages.text("site.phases"), () -> html.text(phases()));
            explained(Messages.text("site.explains"), card.explains());
            explained(Messages.text("site.explained-by"), index.explainedBy(card.id()));
            page.row(Messages.text("site.since"), () -> html.text(card.since() + ", " + card.status()));
            List<Retired> former = index.replacedBy(card.id());
            if (!former.isEmpty()) {
                page.row(
                        Messages.text("site.replaces"),
                        () -> page.links(former.stream()
                                .map(gone ->
                                        new SitePage.Link(SitePage.Part.RETIRED.path() + "#" + gone.id(), gone.id()))
                                .toList()));
            }
        });
    }

    private String phases() {
        return card.phases().size() == Phase.values().length
                ? Messages.text("site.phases.all")
                : card.phases().stream().map(Phase::word).collect(Collectors.joining(", "));
    }

    private void explained(String label, List<String> ids) {
        if (!ids.isEmpty()) {
            page.row(
                    label,
                    () -> page.links(ids.stream()
                            .map(id -> new SitePage.Link(
                                    SitePage.diagnosis(id), index.card(id).title()))
                            .toList()));
        }
    }

    private void steps() {
        html.in("section", () -> {
            page.heading("h2", "steps", Messages.text("site.steps.do"));
            html.say("p", Messages.text("site.steps.plan"), Html.styled("quiet"));
            if (card.remedies().stream()
                    .anyMatch(remedy -> index.step(remedy.stepId()).cutsAccess())) {
                html.say("p", Messages.text("text.console"), Html.styled("warning"));
            }
            html.in("ol", "steps", () -> {
                for (Card.Remedy remedy : card.remedies()) {
                    Step step = index.step(remedy.stepId());
                    html.in("li", List.of(with("id", "step-" + step.id())), () -> {
                        html.in("h3", () -> page.link(SitePage.step(step.id()), step.title()));
                        new StepView(page).write(step, remedy.curing());
                    });
                }
            });
        });
    }

    private void fires() {
        html.in("section", () -> {
            page.heading("h2", "fires", Messages.text("site.fires"));
            html.say("p", Messages.text("site.fires.what"), Html.styled("quiet"));
            ways(Messages.text("site.for"), false);
            ways(Messages.text("site.against"), true);
            html.say("p", Messages.text("site.collect.for"), Html.styled("quiet"));
            page.commands(Messages.text("site.collect.for"), Messages.text("site.collect.command", card.id()));
        });
    }

    private void ways(String heading, boolean against) {
        List<Rule> some = ways.stream()
                .filter(rule -> rule.against() == against)
                .sorted(Comparator.comparing((Rule rule) -> rule.speaks().orElseThrow())
                        .thenComparing(Rule::line))
                .toList();
        if (some.isEmpty()) {
            return;
        }
        html.in(
                "h3",
                () -> html.text(heading).text(" ").say("span", String.valueOf(some.size()), Html.styled("count")));
        html.in("ul", "ways", () -> some.forEach(rule -> new RuleView(page).write("h4", rule, ways)));
    }

    private void lookAlikes() {
        if (card.lookAlikes().isEmpty()) {
            return;
        }
        html.in("section", () -> {
            page.heading("h2", "look-alikes", Messages.text("site.look-alikes"));
            html.in("dl", "alike", () -> {
                for (LookAlike like : card.lookAlikes()) {
                    html.in(
                            "dt",
                            () -> page.link(
                                    SitePage.diagnosis(like.id()),
                                    index.card(like.id()).title()));
                    html.say("dd", like.tellApart());
                }
            });
        });
    }

    private void falsePositives() {
        if (card.falsePositives().isEmpty()) {
            return;
        }
        html.in("section", () -> {
            page.heading("h2", "false-positives", Messages.text("site.false-positives"));
            html.say("p", Messages.text("site.false-positives.what"), Html.styled("quiet"));
            html.in("ul", () -> card.falsePositives().forEach(one -> html.say("li", one)));
        });
    }

    private void sources() {
        html.in("section", () -> {
            page.heading("h2", "sources", Messages.text("site.sources"));
            StepView.sources(page, card.sources());
        });
    }
}
