package org.rdpdx.site;

import static org.rdpdx.site.Html.styled;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.knowledge.Cures;
import org.rdpdx.knowledge.Source;
import org.rdpdx.knowledge.Step;
import org.rdpdx.knowledge.StepClass;
import org.rdpdx.report.Messages;

/** A step with all that whoever carries it out must know. */
final class StepView {

    /** What a plan replaces by a value of the case. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{([a-z][A-Za-z]*(?:\\.[A-Za-z][A-Za-z0-9]*(?:\\[[^\\]{}]+])?)+)}");

    private final SitePage page;
    private final Html html;

    StepView(SitePage page) {
        this.page = page;
        this.html = page.html();
    }

    /** Writes what to do; its heading stands before. */
    void write(Step step, Optional<Cures> cures) {
        badges(step, cures);
        applies(step);
        if (!step.needs().isEmpty()) {
            html.in("p", () -> {
                html.say("strong", Messages.text("site.step.needs")).text(" ");
                page.links(step.needs().stream()
                        .map(id -> new SitePage.Link(
                                SitePage.step(id), page.index().step(id).title()))
                        .toList());
            });
        }
        prose(step.action());
        step.command().ifPresent(command -> command(step, command));
        step.policy()
                .ifPresent(policy -> html.in("div", "policy", () -> {
                    html.in("p", () -> {
                        html.say("strong", Messages.text("site.step.policy")).text(" ");
                        html.text(Messages.text("site.step.policy.when")).text(" ");
                        page.code(policy.owner());
                    });
                    prose(policy.action());
                    policy.command().ifPresent(command -> command(step, command));
                }));
        labelled(step, Messages.text("site.step.verify"), step.verify());
        step.undo().ifPresent(undo -> labelled(step, Messages.text("site.step.undo"), undo));
    }

    private void badges(Step step, Optional<Cures> cures) {
        html.in("ul", "badges", () -> {
            html.say("li", kind(step), styled("badge " + step.kind().word()));
            if (step.cutsAccess()) {
                html.say("li", Messages.text("site.step.cuts"), styled("badge cuts"));
            }
            html.say("li", Messages.text("text.on", step.where()), styled("badge"));
            html.say(
                    "li",
                    step.privilege().equals("none")
                            ? Messages.text("text.no-privilege")
                            : Messages.text("text.privilege", step.privilege()),
                    styled("badge"));
            html.say("li", Messages.text("text.minutes", step.minutes()), styled("badge"));
            html.say(
                    "li",
                    step.downtimeMinutes() == 0
                            ? Messages.text("site.step.no-downtime")
                            : Messages.text("text.downtime", step.downtimeMinutes()),
                    styled(step.downtimeMinutes() == 0 ? "badge" : "badge downtime"));
            cures.ifPresent(
                    often -> html.say("li", Messages.text("site.step.cures", often.word()), styled("badge cures")));
        });
    }

    /** What it does to the machine, in words. */
    static String kind(Step step) {
        return switch (step.kind()) {
            case CHECK -> Messages.text("text.class.check");
            case REVERSIBLE -> Messages.text("text.class.reversible");
            case SERVICE_RESTART -> Messages.text("text.class.service-restart");
            case REBOOT -> Messages.text("site.step.reboot");
            case WEAKENS_SECURITY ->
                Messages.text("site.step.weakens", step.temporaryMinutes().orElse(step.minutes()));
        };
    }

    private void applies(Step step) {
        for (Step.Applies applies : step.applies()) {
            html.in("p", () -> {
                html.say("strong", Messages.text(applies.only() ? "site.step.only" : "site.step.unless"))
                        .text(" ");
                page.code(applies.fact());
                html.text(" ").text(Messages.text("site.step.is", String.join(", ", applies.values())));
            });
        }
    }

    /** Lines between empty ones are paragraphs. */
    private void prose(String text) {
        for (String paragraph : text.split("\n\\s*\n", -1)) {
            html.say("p", shown(paragraph.strip()));
        }
    }

    private void command(Step step, String command) {
        page.commands(Messages.text("site.step.command", step.title()), shown(command));
        Set<String> paths = new LinkedHashSet<>();
        PLACEHOLDER.matcher(command).results().map(found -> found.group(1)).forEach(paths::add);
        for (String path : paths) {
            if (FactPaths.about(path).isPresent()) {
                html.in("p", "fill", () -> html.text(Messages.text("text.unobserved", last(path), path)));
            }
        }
    }

    /** What stands for a value of the case, as a plan shows it where nobody observed it: never as a block of PowerShell. */
    private static String shown(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shown(found)));
    }

    private static String shown(MatchResult found) {
        return FactPaths.about(found.group(1)).isPresent() ? "<" + last(found.group(1)) + ">" : found.group();
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Several lines are commands, to be copied as they are; one is a sentence. */
    private void labelled(Step step, String label, String text) {
        if (text.strip().contains("\n")) {
            html.in("p", "label", () -> html.say("strong", label));
            page.commands(label + " " + step.title(), shown(text));
        } else {
            html.in("p", () -> html.say("strong", label).text(" " + shown(text.strip())));
        }
    }

    /** Where claims come from. */
    static void sources(SitePage page, List<Source> sources) {
        Html html = page.html();
        html.in(
                "ul",
                "sources",
                () -> sources.forEach(source -> html.in("li", () -> {
                    boolean web =
                            source.url().startsWith("https://") || source.url().startsWith("http://");
                    String words = source.says().isEmpty() ? source.url() : source.says();
                    if (!source.says().isEmpty()) {
                        html.text(words).text(" ");
                    }
                    if (web) {
                        html.say(
                                "a",
                                source.url(),
                                Html.with("href", source.url()),
                                Html.with("rel", "noreferrer external"));
                    } else {
                        page.code(source.url());
                    }
                    html.text(" ").say("span", Messages.text("site.checked", source.checked()), styled("quiet"));
                    if (!source.ways().isEmpty()) {
                        html.text(" ").in("span", "quiet", () -> {
                            html.text(Messages.text("site.source.ways")).text(" ");
                            page.links(source.ways().stream()
                                    .map(way -> new SitePage.Link(page.path() + "#" + RuleView.anchor(way), way))
                                    .toList());
                        });
                    }
                })));
    }

    /** Whether it changes nothing. */
    static boolean looks(Step step) {
        return step.kind() == StepClass.CHECK;
    }
}
