package org.rdpdx.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Shape;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.inquiry.ToCollect;
import org.rdpdx.inquiry.Wanted;
import org.rdpdx.report.Page.Style;
import org.rdpdx.rulebook.Rulebook;

/** The vocabulary as people read it: what can be said in a fact file, and a file to fill in. */
public final class VocabularyText {

    /** A script does not tire: more than a person would do before looking again. */
    private static final int MOST_OF_A_SCRIPT = 25;

    private static final int INDENT = 4;

    private VocabularyText() {}

    /**
     * Writes every kind of fact with its properties, their types, words and meaning; of a single kind also how to collect it.
     *
     * @param wanted the only kind to write; all in the vocabulary's order if empty
     * @param width columns; commands may be longer
     * @param out takes the text
     * @throws IOException if it is not taken
     */
    public static void list(Optional<Kind> wanted, int width, Appendable out) throws IOException {
        Page page = new Page(width, false);
        if (wanted.isEmpty()) {
            page.wrapped(0, Messages.text("facts.file"));
        }
        for (Kind kind : wanted.map(List::of).orElseGet(Vocabulary::kinds)) {
            page.blank();
            kind(page, kind);
            if (wanted.isPresent()) {
                ways(page, kind);
            }
        }
        out.append(page.toString());
    }

    /**
     * Writes every dialog that is known: its id, and the English words by which it is recognised.
     *
     * @param width columns
     * @param out takes the text
     * @throws IOException if it is not taken
     */
    public static void dialogs(int width, Appendable out) throws IOException {
        Page page = new Page(width, false);
        page.wrapped(0, Messages.text("facts.dialogs"));
        page.blank();
        Vocabulary.messages().forEach((id, words) -> page.wrapped(2, Messages.text("facts.dialog", id, words)));
        out.append(page.toString());
    }

    private static void kind(Page page, Kind kind) {
        Collecting collecting = Collecting.of(kind);
        page.wrapped(0, kind.key() + ": " + collecting.meaning());
        page.wrapped(2, "[" + String.join("; ", facets(kind)) + "]");
        for (Property property : kind.ownProperties()) {
            String meaning = collecting.meaning(property.name());
            String said = property.name() + "  " + type(property) + (meaning.isEmpty() ? "" : ": " + meaning);
            page.wrapped(Style.PLAIN, " ".repeat(INDENT), INDENT + 4, said);
            if (!property.words().isEmpty()) {
                page.wrapped(INDENT + 4, String.join(" | ", property.words()));
            }
        }
    }

    /** What can be said of the kind as a whole: where it stands, how often, and what names it. */
    public static List<String> facets(Kind kind) {
        List<String> facets = new ArrayList<>();
        if (kind.deduced()) {
            facets.add(Messages.text("facts.deduced"));
            return facets;
        }
        facets.add(
                kind.top()
                        ? Messages.text("facts.top")
                        : Messages.text("facts.viewpoints", String.join(", ", kind.viewpoints())));
        facets.add(Messages.text(kind.shape() == Shape.ONE ? "facts.one" : "facts.list"));
        if (!kind.identity().isEmpty()) {
            facets.add(Messages.text("facts.identity", String.join(", ", kind.identity())));
        }
        if (!kind.needsOneOf().isEmpty()) {
            facets.add(Messages.text("facts.needs-one-of", String.join(", ", kind.needsOneOf())));
        }
        if (kind.absentable()) {
            facets.add(
                    kind.withAbsent().isEmpty()
                            ? Messages.text("facts.absentable")
                            : Messages.text("facts.absentable.with", String.join(", ", kind.withAbsent())));
        }
        return facets;
    }

    /** The type of a property, with its unit. */
    public static String type(Property property) {
        String single = property.type().key();
        String type = property.set() ? Messages.text("facts.set", single) : single;
        String unit = property.unit().isEmpty() ? type : type + ", " + property.unit();
        return property.derived() ? unit + ", " + Messages.text("facts.derived") : unit;
    }

    private static void ways(Page page, Kind kind) {
        for (CollectWay way : Collecting.of(kind).ways()) {
            page.blank();
            List<String> answers = kind.ownProperties().stream()
                    .map(Property::name)
                    .filter(name -> Collecting.of(kind).ways(name).contains(way))
                    .toList();
            page.wrapped(2, Messages.text("facts.collect", String.join(", ", answers)));
            PlanText.collecting(page, way);
        }
    }

    /**
     * Writes a fact file to fill in: valid YAML in which only {@code case} is said, and all else is commented out.
     *
     * @param diagnosis id of the diagnosis whose rules' facts are asked for; all facts if empty
     * @param rulebook the rules that tell which facts those are
     * @param out takes the text
     * @throws IOException if it is not taken
     * @throws IllegalArgumentException if there is no such diagnosis
     */
    public static void template(Optional<String> diagnosis, Rulebook rulebook, Appendable out) throws IOException {
        FactTemplate template =
                diagnosis.map(id -> FactTemplate.of(id, rulebook)).orElseGet(FactTemplate::ofAll);
        out.append(template.text());
    }

    /**
     * Writes a script for Windows PowerShell 5.1 that observes by itself what it can and makes a fact file of it.
     *
     * @param diagnosis id of the diagnosis whose rules' facts are asked for; all that a script can observe if empty
     * @param viewpoint which of the machines it is to run on
     * @param rulebook the rules that tell which facts those are
     * @param out takes the text
     * @throws IOException if it is not taken
     * @throws IllegalArgumentException if there is no such diagnosis
     */
    public static void script(Optional<String> diagnosis, String viewpoint, Rulebook rulebook, Appendable out)
            throws IOException {
        CollectorScript script = diagnosis
                .map(id -> CollectorScript.of(id, viewpoint, rulebook))
                .orElseGet(() -> CollectorScript.ofAll(viewpoint, rulebook));
        out.append(script.text());
    }

    /**
     * Writes a script that observes what a case needs next.
     *
     * @param report the case
     * @param viewpoint which of the machines it is to run on
     * @param out takes the text
     * @throws IOException if it is not taken
     */
    public static void script(Report report, String viewpoint, Appendable out) throws IOException {
        Asked asked = new Asked();
        for (ToCollect one : report.collectNext(MOST_OF_A_SCRIPT)) {
            for (Wanted wanted : one.wanted()) {
                Map<String, Set<String>> choices = new LinkedHashMap<>();
                wanted.besideNames().forEach((name, values) -> choices.put(name, new LinkedHashSet<>(values)));
                String property = wanted.property();
                asked.add(
                        wanted.viewpoint(),
                        wanted.kind(),
                        new Asked.Thing(
                                FactPaths.identity(wanted.path()),
                                choices,
                                property == null ? Set.of() : Set.of(property)));
            }
        }
        String title = Messages.text("script.of-next", report.facts().name());
        out.append(new CollectorScript(asked, viewpoint, title).text());
    }
}
