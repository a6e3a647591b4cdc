package org.rdpdx.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rdpdx.facts.CollectScript;
import org.rdpdx.facts.CollectWay;
import org.rdpdx.facts.Collecting;
import org.rdpdx.facts.FactPaths;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.ValueType;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.Cause;
import org.rdpdx.rulebook.Rulebook;

/**
 * A script for Windows PowerShell 5.1 that collects facts on the machine it runs on. What it does for a kind stands in the
 * vocabulary, beside the command that a person runs; what is common to all stands in {@code collector.ps1}.
 */
final class CollectorScript {

    private static final int WIDTH = 118;
    private static final String NOTE = "# ";
    private static final String SETTINGS = "# <<settings>>\n";
    private static final String FACTS = "# <<facts>>\n";

    /** What the machine of a viewpoint is called where a fact says which machine it is about. */
    private static final Map<String, String> ROLES = Map.of(
            "client", "client",
            "host", "host",
            "gateway", "gateway",
            "broker", "broker",
            "licenseServer", "license-server",
            "domain", "domain-controller",
            "profileServer", "profile-server");

    private final StringBuilder text = new StringBuilder();
    private final String viewpoint;
    private final Map<Unscripted, Set<String>> unscripted = new LinkedHashMap<>();

    /** Of a kind what only a person can observe, and in what ways. */
    private record Unscripted(Kind kind, List<CollectWay> ways) {}

    /**
     * Writes a script.
     *
     * @param title what is collected, for people
     */
    CollectorScript(Asked asked, String viewpoint, String title) {
        this.viewpoint = viewpoint;
        String frame = frame();
        int settings = frame.indexOf(SETTINGS);
        int facts = frame.indexOf(FACTS);
        String blocks = blocks(asked);
        head(asked, title);
        text.append(frame, 0, settings);
        text.append("$here = ").append(quoted(viewpoint)).append('\n');
        text.append("$role = ")
                .append(quoted(ROLES.getOrDefault(viewpoint, "")))
                .append('\n');
        String collector = "rdpdx facts script, vocabulary " + Vocabulary.VERSION;
        text.append("$collector = ").append(quoted(collector)).append('\n');
        text.append(frame, settings + SETTINGS.length(), facts);
        text.append(blocks);
        text.append(frame, facts + FACTS.length(), frame.length());
    }

    /** What the rules of a diagnosis read, and the deductions that they ask for. */
    static CollectorScript of(String diagnosis, String viewpoint, Rulebook rulebook) {
        Cause cause =
                rulebook.cause(diagnosis).orElseThrow(() -> new IllegalArgumentException("no diagnosis " + diagnosis));
        return new CollectorScript(
                Asked.by(Asked.rulesOf(diagnosis, rulebook), rulebook),
                viewpoint,
                Messages.text("script.of", cause.id(), cause.title()));
    }

    /** What any rule reads, and whatever else a script can tell of that machine. */
    static CollectorScript ofAll(String viewpoint, Rulebook rulebook) {
        Asked asked = Asked.by(rulebook.rules(), rulebook);
        for (Kind kind : Vocabulary.kinds()) {
            if (kind.viewpoints().contains(viewpoint)) {
                asked.add(viewpoint, kind, Asked.writable(kind));
            }
        }
        return new CollectorScript(asked, viewpoint, Messages.text("script.of-all"));
    }

    String text() {
        return text.toString();
    }

    // ------------------------------------------------------------------ what a person reads

    private void head(Asked asked, String title) {
        text.append(NOTE).append(Messages.text("script.untried")).append('\n');
        note("", Messages.text("script.what", viewpoint));
        note("", title);
        text.append(NOTE).append("    ").append(Messages.text("script.run")).append('\n');
        note("", Messages.text("script.parameters"));
        Set<String> elsewhere = new LinkedHashSet<>(Vocabulary.viewpoints());
        elsewhere.removeIf(other -> other.equals(viewpoint) || asked.at(other).isEmpty());
        if (!elsewhere.isEmpty()) {
            note("", Messages.text("script.elsewhere", String.join(", ", elsewhere)));
        }
        Map<Kind, List<Asked.Thing>> top = asked.at(Vocabulary.TOP);
        if (!top.isEmpty()) {
            note(
                    "",
                    Messages.text(
                            "script.top",
                            top.keySet().stream().map(Kind::key).sorted().collect(Collectors.joining(", "))));
        }
        if (!unscripted.isEmpty()) {
            text.append("#\n");
            note("", Messages.text("script.by-hand"));
            unscripted.forEach(this::byHand);
        }
    }

    private void byHand(Unscripted left, Set<String> properties) {
        String thing = viewpoint + "." + left.kind().key();
        note("  ", properties.isEmpty() ? thing : thing + ": " + String.join(", ", properties));
        if (left.ways().isEmpty()) {
            return;
        }
        CollectWay way = left.ways().get(0);
        String who = Messages.text("script.collect", way.who(), way.privilege(), String.valueOf(way.seconds()));
        if (way.command().isEmpty()) {
            note("      ", who + " " + way.ask());
            return;
        }
        note("      ", who);
        Shown.command(way.command())
                .lines()
                .forEach(line ->
                        text.append(NOTE).append("          ").append(line).append('\n'));
        if (!way.changes().isEmpty()) {
            note("      ", Messages.text("text.changes", way.changes()));
        }
    }

    private void note(String indent, String words) {
        Page page = new Page(WIDTH, false);
        page.wrapped(Page.Style.PLAIN, NOTE + indent, NOTE.length() + indent.length(), words);
        page.toString().lines().forEach(line -> text.append(NOTE)
                .append(indent)
                .append(line.substring(Math.min(line.length(), NOTE.length() + indent.length())))
                .append('\n'));
    }

    // ------------------------------------------------------------------ what the machine does

    private String blocks(Asked asked) {
        StringBuilder blocks = new StringBuilder();
        Map<Kind, List<Asked.Thing>> kinds = asked.at(viewpoint);
        for (Kind kind : Vocabulary.kinds()) {
            List<Asked.Thing> things = kinds.getOrDefault(kind, List.of());
            if (!things.isEmpty() && !kind.deduced()) {
                blocks(kind, things, blocks);
            }
        }
        if (blocks.length() == 0) {
            blocks.append(NOTE).append(Messages.text("script.nothing")).append('\n');
        }
        return blocks.toString();
    }

    private void blocks(Kind kind, List<Asked.Thing> things, StringBuilder blocks) {
        Collecting collecting = Collecting.of(kind);
        Set<String> wanted = new LinkedHashSet<>();
        things.forEach(thing -> wanted.addAll(thing.properties()));
        wanted.removeAll(kind.naming());
        Set<String> left = new LinkedHashSet<>(wanted);
        boolean any = false;
        for (CollectScript script : collecting.scripts(viewpoint)) {
            List<String> gives =
                    script.gives().stream().filter(wanted::contains).toList();
            boolean onlyPresence = script.gives().equals(List.of(Kind.PRESENT));
            if (!gives.isEmpty() || onlyPresence || (wanted.isEmpty() && !any)) {
                block(kind, script, gives, things, blocks);
                gives.forEach(left::remove);
                if (gives.contains("notAfter")) {
                    left.remove("validity"); // follows from it
                }
                any = true;
            }
        }
        left.forEach(property -> unscripted
                .computeIfAbsent(new Unscripted(kind, collecting.ways(property)), unused -> new LinkedHashSet<>())
                .add(property));
        if (!any && left.isEmpty()) {
            unscripted.put(new Unscripted(kind, collecting.ways()), Set.of());
        }
    }

    private void block(
            Kind kind, CollectScript script, List<String> gives, List<Asked.Thing> things, StringBuilder blocks) {
        blocks.append('\n').append("Read-Fact -Kind ").append(quoted(kind.key()));
        blocks.append(" -Way ").append(quoted(script.way()));
        if (!kind.identity().isEmpty()) {
            blocks.append(" -Identity ").append(list(kind.identity()));
        }
        if (!gives.isEmpty()) {
            blocks.append(" -Gives ").append(list(gives));
        }
        if (kind.repeatable()) {
            blocks.append(" -Repeatable");
        }
        List<Map<String, String>> named = named(things);
        if (named.size() > 1 || !named.get(0).isEmpty()) {
            blocks.append(" -Things @(");
            named.forEach(thing -> blocks.append("\n    ").append(table(kind, thing)));
            blocks.append("\n)");
        }
        blocks.append(" -Block {\n    param($item)\n");
        script.block().lines().forEach(line -> blocks.append(line.isEmpty() ? "" : "    " + line)
                .append('\n'));
        blocks.append("}\n");
    }

    /** Each thing by what names it; a choice of names makes several. */
    private static List<Map<String, String>> named(List<Asked.Thing> things) {
        Set<Map<String, String>> named = new LinkedHashSet<>();
        for (Asked.Thing thing : things) {
            List<Map<String, String>> all = List.of(thing.identity());
            for (Map.Entry<String, Set<String>> choice : thing.choices().entrySet()) {
                List<Map<String, String>> longer = new ArrayList<>();
                for (Map<String, String> before : all) {
                    for (String value : choice.getValue()) {
                        Map<String, String> after = new LinkedHashMap<>(before);
                        after.put(choice.getKey(), value);
                        longer.add(after);
                    }
                }
                all = longer;
            }
            named.addAll(all);
        }
        return List.copyOf(named);
    }

    private static String table(Kind kind, Map<String, String> thing) {
        return new TreeSet<>(thing.keySet())
                .stream()
                        .map(name -> name + " = " + constant(kind, name, thing.getOrDefault(name, "")))
                        .collect(Collectors.joining("; ", "@{ ", " }"));
    }

    private static String constant(Kind kind, String name, String value) {
        boolean number = FactPaths.property(kind, name).type() == ValueType.INT && value.matches("-?\\d{1,9}");
        return number ? value : quoted(value);
    }

    private static String list(List<String> words) {
        return words.stream().map(CollectorScript::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String frame() {
        try (InputStream in = CollectorScript.class.getResourceAsStream("collector.ps1")) {
            return Optional.ofNullable(in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .orElseThrow(() -> new IllegalStateException("collector.ps1 is missing"))
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
