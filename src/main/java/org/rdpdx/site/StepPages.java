package org.rdpdx.site;

import static org.rdpdx.site.Html.with;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.knowledge.Card;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;
import org.rdpdx.report.Messages;

/** The steps: a list of all, and a page for each. */
final class StepPages {

    private StepPages() {}

    static void add(SiteIndex index, Map<String, String> pages) {
        pages.put(SitePage.Part.STEPS.path(), list(index));
        index.steps().values().forEach(step -> pages.put(SitePage.step(step.id()), of(index, step)));
    }

    private static String list(SiteIndex index) {
        SitePage page =
                new SitePage(index, SitePage.Part.STEPS.path(), SitePage.Part.STEPS, SitePage.Part.STEPS.words());
        Html html = page.html();
        return page.around(Optional.empty(), () -> {
            html.say("h1", SitePage.Part.STEPS.words());
            html.say("p", Messages.text("site.steps.what", index.steps().size()), Html.styled("lead"));
            for (StepClass kind : StepClass.values()) {
                List<Step> some = index.steps().values().stream()
                        .filter(step -> step.kind() == kind)
                        .toList();
                if (!some.isEmpty()) {
                    html.in("section", () -> {
                        page.heading("h2", kind.word(), heading(kind));
                        html.in(
                                "ul",
                                "plain",
                                () -> some.forEach(step -> html.in("li", () -> {
                                    page.link(SitePage.step(step.id()), step.title());
                                    html.text(" ")
                                            .say(
                                                    "span",
                                                    Messages.text(
                                                            "site.steps.used",
                                                            step.where(),
                                                            step.minutes(),
                                                            index.usersOf(step).size()),
                                                    Html.styled("quiet"));
                                })));
                    });
                }
            }
        });
    }

    private static String heading(StepClass kind) {
        return switch (kind) {
            case CHECK -> Messages.text("site.steps.check");
            case REVERSIBLE -> Messages.text("site.steps.reversible");
            case SERVICE_RESTART -> Messages.text("site.steps.service-restart");
            case REBOOT -> Messages.text("site.steps.reboot");
            case WEAKENS_SECURITY -> Messages.text("site.steps.weakens-security");
        };
    }

    private static String of(SiteIndex index, Step step) {
        SitePage page = new SitePage(index, SitePage.step(step.id()), SitePage.Part.STEPS, step.title());
        Html html = page.html();
        return page.around(Optional.empty(), () -> {
            page.trail(SitePage.Part.STEPS.path(), SitePage.Part.STEPS.words());
            html.say("h1", step.title());
            html.in("p", "id", () -> page.code(step.id()));
            html.in("div", "body", () -> {
                new StepView(page).write(step, Optional.empty());
                usedBy(page, step);
                if (!step.sources().isEmpty()) {
                    html.in("section", () -> {
                        page.heading("h2", "sources", Messages.text("site.sources"));
                        StepView.sources(page, step.sources());
                    });
                }
            });
        });
    }

    private static void usedBy(SitePage page, Step step) {
        Html html = page.html();
        List<Card> users = page.index().usersOf(step);
        List<Step> needing = page.index().needing(step);
        html.in("section", List.of(with("aria-labelledby", "used-by")), () -> {
            page.heading("h2", "used-by", Messages.text("site.step.used-by"));
            if (users.isEmpty()) {
                html.say("p", Messages.text("site.step.unused"));
            }
            html.in("ul", "plain", () -> {
                for (Card card : users) {
                    html.in("li", () -> {
                        page.link(SitePage.diagnosis(card.id()) + "#step-" + step.id(), card.title());
                        card.remedies().stream()
                                .filter(remedy -> remedy.stepId().equals(step.id()))
                                .flatMap(remedy -> remedy.curing().stream())
                                .forEach(often -> html.text(" ")
                                        .say(
                                                "span",
                                                Messages.text("site.step.cures", often.word()),
                                                Html.styled("badge cures")));
                    });
                }
            });
            if (!needing.isEmpty()) {
                html.in("p", () -> {
                    html.text(Messages.text("site.step.before")).text(" ");
                    page.links(needing.stream()
                            .map(other -> new SitePage.Link(SitePage.step(other.id()), other.title()))
                            .toList());
                });
            }
        });
    }
}
