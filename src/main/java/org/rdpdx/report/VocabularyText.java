package org.rdpdx.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Shape;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.report.Page.Style;
import org.rdpdx.rulebook.Rulebook;

/** The vocabulary as people read it: what can be said in a fact file, and a file to fill in. */
public final class VocabularyText {

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

    private static List<String> facets(Kind kind) {
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
    static String type(Property property) {
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
}
