package org.rdpdx.site;

import static org.rdpdx.site.Html.styled;
import static org.rdpdx.site.Html.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.knowledge.RuleCase;
import org.rdpdx.knowledge.Strength;
import org.rdpdx.report.Messages;
import org.rdpdx.report.RuleWords;
import org.rdpdx.rulebook.Pattern;
import org.rdpdx.rulebook.Rule;

/** A rule in words, with what its author wrote and its cases. */
final class RuleView {

    private static final java.util.regex.Pattern BEGINS_CONSEQUENCE = java.util.regex.Pattern.compile("^\\s*then\\b");
    private static final java.util.regex.Pattern ENDS = java.util.regex.Pattern.compile("\\bend\\s*;?\\s*$");

    private final SitePage page;
    private final Html html;

    RuleView(SitePage page) {
        this.page = page;
        this.html = page.html();
    }

    /** What a rule is called within its folder. */
    static String way(Rule rule) {
        int slash = rule.name().indexOf('/');
        return slash < 0 ? rule.name() : rule.name().substring(slash + 1);
    }

    static String anchor(Rule rule) {
        return anchor(way(rule));
    }

    static String anchor(String way) {
        return "way-" + way.replaceAll("[^A-Za-z0-9-]", "-");
    }

    /** Where a rule is shown. */
    static String place(Rule rule) {
        String shown = rule.isDeduction() ? SitePage.deduction(rule.owner()) : SitePage.diagnosis(rule.owner());
        return shown + "#" + anchor(rule);
    }

    /** How strong it is, as a word and as bars. */
    static void strength(Html html, Strength strength, boolean against) {
        strength(html, "", strength, against);
    }

    /** As {@link #strength(Html, Strength, boolean)}, with words before it for those who hear it alone. */
    static void strength(Html html, String before, Strength strength, boolean against) {
        html.in("span", "strength " + strength.word() + (against ? " against" : ""), () -> {
            html.in("span", List.of(styled("bars"), with("aria-hidden", "true")), () -> {
                for (int i = Strength.values().length; i > 0; i--) {
                    html.say("i", "");
                }
            });
            if (!before.isEmpty()) {
                html.say("span", before + " ", styled("unseen"));
            }
            html.text(strength.word());
        });
    }

    /**
     * Writes a rule.
     *
     * @param tag of its heading
     * @param beside the rules of its folder
     */
    void write(String tag, Rule rule, List<Rule> beside) {
        html.in("li", List.of(styled("way"), with("id", anchor(rule))), () -> {
            html.in("div", "head", () -> {
                html.say(tag, way(rule));
                rule.speaks().ifPresent(strength -> strength(html, strength, rule.against()));
            });
            RuleWords words = RuleWords.of(rule);
            words(words);
            together(rule, beside);
            html.in("details", () -> {
                html.say("summary", Messages.text("site.rule"));
                reads(rule, words.glossary());
                page.commands(Messages.text("site.rule.label", rule.name()), source(rule));
            });
            cases(rule);
        });
    }

    private void words(RuleWords words) {
        for (int i = 0; i < words.alternatives().size(); i++) {
            List<String> sentences = words.alternatives().get(i);
            if (i > 0) {
                html.say("p", Messages.text("site.or"), styled("or"));
            }
            if (sentences.size() == 1) {
                html.say("p", sentences.get(0), styled("says"));
            } else {
                html.in("ul", "says", () -> sentences.forEach(sentence -> html.say("li", sentence)));
            }
        }
        words.deduces().ifPresent(made -> html.say("p", Messages.text("site.so", made), styled("so")));
    }

    private void together(Rule rule, List<Rule> beside) {
        List<String> same = beside.stream()
                .filter(other -> !other.name().equals(rule.name())
                        && other.against() == rule.against()
                        && rule.sees() != null
                        && Objects.equals(other.sees(), rule.sees()))
                .map(RuleView::way)
                .toList();
        if (!same.isEmpty()) {
            html.say("p", Messages.text("site.sees", String.join(", ", same)), styled("quiet"));
        }
    }

    /** The facts that it reads, with what they mean. */
    private void reads(Rule rule, Map<String, String> glossary) {
        Map<String, List<SitePage.Link>> kinds = new LinkedHashMap<>();
        for (Pattern pattern : rule.patterns()) {
            List<SitePage.Link> links = new ArrayList<>();
            if (pattern.kind().deduced()) {
                page.index()
                        .makersOf(pattern)
                        .forEach(maker -> links.add(new SitePage.Link(SitePage.deduction(maker), maker)));
            }
            links.add(new SitePage.Link(
                    SitePage.fact(pattern.kind().key()), pattern.kind().key()));
            kinds.putIfAbsent(pattern.kind().key() + links, links);
        }
        html.in("p", () -> {
            html.text(Messages.text("site.reads")).text(" ");
            page.links(kinds.values().stream().flatMap(List::stream).distinct().toList());
        });
        if (!glossary.isEmpty()) {
            html.in(
                    "dl",
                    "glossary",
                    () -> glossary.forEach((path, meaning) -> page.row(path, () -> html.text(meaning))));
        }
    }

    /** What the author wrote: the rule with the comment before it. */
    private String source(Rule rule) {
        List<String> lines = page.index().lines(rule.file());
        int first = rule.line() - 1;
        while (first > 0 && lines.get(first - 1).startsWith("//")) {
            first--;
        }
        int last = rule.line() - 1;
        boolean consequence = BEGINS_CONSEQUENCE.matcher(lines.get(last)).find();
        while (last < lines.size() - 1
                && !(consequence && ENDS.matcher(lines.get(last)).find())) {
            last++;
            consequence =
                    consequence || BEGINS_CONSEQUENCE.matcher(lines.get(last)).find();
        }
        return String.join("\n", lines.subList(first, last + 1));
    }

    // ------------------------------------------------------------------ cases

    private void cases(Rule rule) {
        List<RuleCase> own = page.index().cases(rule.owner()).stream()
                .filter(one -> one.rule().filter(rule.name()::equals).isPresent())
                .toList();
        if (!own.isEmpty()) {
            html.in("details", () -> {
                html.say("summary", Messages.text("site.cases", own.size()));
                cases(own);
            });
        }
    }

    /** The cases that are meant for no one rule. */
    void otherCases(String owner) {
        List<RuleCase> others = page.index().cases(owner).stream()
                .filter(one -> one.rule().isEmpty())
                .toList();
        if (others.isEmpty()) {
            return;
        }
        html.in("section", () -> {
            page.heading("h2", "cases", Messages.text("site.cases.any"));
            html.say("p", Messages.text("site.cases.any.what"), styled("quiet"));
            cases(others);
        });
    }

    private void cases(List<RuleCase> some) {
        html.in(
                "ul",
                "cases",
                () -> some.forEach(one -> html.in("li", () -> {
                    html.in("p", () -> {
                        html.say(
                                "span",
                                expected(one.expect()),
                                styled("expect " + one.expect().word()));
                        html.text(" " + one.name() + " ");
                        html.say("span", Messages.text("site.because", one.because()), styled("quiet"));
                    });
                    html.in("ul", "facts", () -> facts(one).forEach(fact -> html.in("li", () -> page.code(fact))));
                })));
    }

    private static String expected(RuleCase.Expected expected) {
        return switch (expected) {
            case FIRES -> Messages.text("site.expect.fires");
            case SILENT -> Messages.text("site.expect.silent");
            case CANNOT_TELL -> Messages.text("site.expect.cannot-tell");
        };
    }

    /** The facts of a case, one to a line, without what is worked out. */
    private static List<String> facts(RuleCase one) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : one.facts().facts()) {
            List<String> said = new ArrayList<>();
            for (Property property : fact.factKind().ownProperties()) {
                Object value = fact.value(property.name());
                boolean told = fact.factKind().identity().contains(property.name())
                        && FactPaths.of(fact).contains("[");
                if (value != null && !property.derived() && !told) {
                    said.add(property.name() + " " + property.text(value));
                }
            }
            String there =
                    fact.absent() ? Messages.text("site.absent") : said.isEmpty() ? Messages.text("site.present") : "";
            said.add(0, there);
            lines.add(FactPaths.of(fact) + ": "
                    + String.join(
                            ", ", said.stream().filter(text -> !text.isEmpty()).toList()));
        }
        one.facts().none().forEach(viewpoint -> lines.add(viewpoint + ": none"));
        one.facts()
                .unread()
                .forEach(unread -> lines.add(Messages.text("site.unread", unread.path(), unread.because())));
        return lines;
    }

    /** The rules that read something, by whose they are. */
    static void readers(SitePage page, List<Rule> rules) {
        Map<String, List<Rule>> byOwner = new LinkedHashMap<>();
        rules.forEach(rule -> byOwner.computeIfAbsent(rule.owner(), owner -> new ArrayList<>())
                .add(rule));
        Html html = page.html();
        html.in(
                "ul",
                "readers",
                () -> byOwner.forEach((owner, some) -> html.in("li", () -> {
                    boolean deduction = some.get(0).isDeduction();
                    page.link(
                            deduction ? SitePage.deduction(owner) : SitePage.diagnosis(owner),
                            deduction ? owner : page.index().card(owner).title());
                    html.text(": ");
                    page.links(some.stream()
                            .map(rule -> new SitePage.Link(place(rule), way(rule)))
                            .toList());
                })));
    }

    /** The strongest word that speaks for a cause. */
    static Optional<Strength> strongest(List<Rule> rules) {
        return Arrays.stream(Strength.values())
                .filter(strength -> rules.stream()
                        .anyMatch(rule -> !rule.against()
                                && rule.speaks().filter(strength::equals).isPresent()))
                .findFirst();
    }

    /** {@code NameLookup} as {@code name lookup}. */
    static String words(Kind kind) {
        return kind.typeName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
