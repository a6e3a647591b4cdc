package org.rdpdx.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Property;
import org.rdpdx.facts.Shape;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.rulebook.Rulebook;

/**
 * A fact file to fill in. What can be said stands behind {@code "# "} in its right place, so that taking that away says it;
 * explanations stand behind a second number sign and stay comments.
 */
final class FactTemplate {

    private static final int WIDTH = 110;
    private static final String OUT = "# ";
    private static final String NOTE = "## ";

    private final StringBuilder text = new StringBuilder();
    private final Asked asked;

    private FactTemplate(String title, Asked asked) {
        this.asked = asked;
        note("", title);
        note("", Messages.text("template.how"));
        text.append("case: ").append(Messages.text("template.case")).append('\n');
        note("", Messages.text("template.observed"));
        line("", "observedAt: <time>");
    }

    /** All that can be said; what can be observed in several places is written out once. */
    static FactTemplate ofAll() {
        Asked asked = new Asked();
        for (Kind kind : Vocabulary.kinds()) {
            if (!kind.deduced()) {
                String viewpoint = kind.viewpoints().contains("host")
                        ? "host"
                        : kind.viewpoints().get(0);
                asked.add(viewpoint, kind, Asked.writable(kind));
            }
        }
        FactTemplate template = new FactTemplate(Messages.text("template.title"), asked);
        template.write();
        return template;
    }

    /** What the rules of a diagnosis read, and the deductions that they ask for. */
    static FactTemplate of(String diagnosis, Rulebook rulebook) {
        Cause cause =
                rulebook.cause(diagnosis).orElseThrow(() -> new IllegalArgumentException("no diagnosis " + diagnosis));
        FactTemplate template = new FactTemplate(
                Messages.text("template.title.for", cause.id(), cause.title()),
                Asked.by(Asked.rulesOf(diagnosis, rulebook), rulebook));
        template.write();
        return template;
    }

    String text() {
        return text.toString();
    }

    // ------------------------------------------------------------------ how it is written

    private void write() {
        asked.viewpoints().forEach(viewpoint -> {
            Map<Kind, List<Asked.Thing>> kinds = asked.at(viewpoint);
            boolean top = viewpoint.equals(Vocabulary.TOP);
            if (kinds.isEmpty()) {
                return;
            }
            if (!top) {
                text.append('\n');
                line("", viewpoint + ":");
            }
            Vocabulary.kinds().stream()
                    .filter(kinds::containsKey)
                    .forEach(kind -> write(kind, viewpoint, kinds.getOrDefault(kind, List.of()), top ? "" : "  "));
        });
    }

    private void write(Kind kind, String viewpoint, List<Asked.Thing> entries, String indent) {
        text.append('\n');
        Collecting collecting = Collecting.of(kind);
        note(indent, collecting.meaning());
        List<String> elsewhere = kind.viewpoints().stream()
                .filter(other -> !other.equals(viewpoint))
                .toList();
        if (!elsewhere.isEmpty()) {
            note(indent, Messages.text("template.elsewhere", String.join(", ", elsewhere)));
        }
        if (kind.absentable()) {
            note(indent, Messages.text("template.absent"));
        }
        line(indent, kind.key() + ":");
        Set<CollectWay> told = new LinkedHashSet<>();
        for (Asked.Thing entry : entries) {
            write(kind, entry, indent + "  ", told);
        }
    }

    private void write(Kind kind, Asked.Thing entry, String indent, Set<CollectWay> told) {
        boolean list = kind.shape() == Shape.LIST;
        String inner = list ? indent + "  " : indent;
        boolean first = list;
        for (String name : kind.identity()) {
            property(kind, name, entry.identity().get(name), first ? indent + "- " : inner, inner, told);
            first = false;
        }
        for (Property property : kind.ownProperties()) {
            String name = property.name();
            boolean identity = kind.identity().contains(name);
            String known = entry.identity().get(name);
            if (!identity && (known != null || entry.properties().contains(name))) {
                property(kind, name, known, first ? indent + "- " : inner, inner, told);
                first = false;
            }
        }
    }

    private void property(
            Kind kind, String name, @Nullable String known, String front, String indent, Set<CollectWay> told) {
        Property property = FactPaths.property(kind, name);
        if (known != null) {
            line(front, name + ": " + scalar(known));
            return;
        }
        Collecting collecting = Collecting.of(kind);
        Optional<CollectWay> way = collecting.ways(name).stream().findFirst();
        if (way.isPresent() && told.add(way.get())) {
            collect(indent, way.get());
        }
        String meaning = collecting.meaning(name);
        note(indent, meaning.isEmpty() ? allowed(property) : meaning + " (" + allowed(property) + ")");
        line(front, name + ": " + placeholder(property));
    }

    private void collect(String indent, CollectWay way) {
        String who = Messages.text("template.collect", way.who(), way.privilege(), way.seconds());
        if (way.command().isEmpty()) {
            note(indent, who + " " + Messages.text("text.ask", way.ask()));
        } else {
            note(indent, who);
            Shown.command(way.command()).lines().forEach(line -> raw(indent, "    " + line));
        }
        if (!way.changes().isEmpty()) {
            note(indent, Messages.text("text.changes", way.changes()));
        }
    }

    private static String allowed(Property property) {
        String single = property.type() == ValueType.WORD
                ? Messages.text("template.words", String.join(", ", property.words()))
                : Messages.type(property.type().key());
        String allowed = property.set() ? Messages.text("type.set", single) : single;
        return property.unit().isEmpty() ? allowed : allowed + ", " + property.unit();
    }

    /** What no value can be, so that a line left as it is will be refused and not believed, where its type allows that. */
    private static String placeholder(Property property) {
        String single = "<" + property.type().key() + ">";
        return property.set() ? "[ " + single + " ]" : single;
    }

    /** A constant of a rule as YAML. */
    private static String scalar(String value) {
        return value.matches("[\\w][\\w./ -]*") ? value.strip() : "'" + value.replace("'", "''") + "'";
    }

    private void line(String indent, String words) {
        text.append(OUT).append(indent).append(words).append('\n');
    }

    private void raw(String indent, String words) {
        text.append(OUT).append(indent).append(NOTE).append(words).append('\n');
    }

    private void note(String indent, String words) {
        if (words.isEmpty()) {
            return;
        }
        String front = (indent.isEmpty() ? "" : OUT) + indent + NOTE;
        Page page = new Page(WIDTH, false);
        page.wrapped(Page.Style.PLAIN, front, front.length(), words);
        page.toString().lines().forEach(line -> {
            String rest = line.substring(Math.min(line.length(), front.length()));
            text.append(front).append(rest).append('\n');
        });
    }
}
