package org.rdpdx.facts;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;

/** What follows from what is said: filled in where nothing is said, and refused where something else is. */
final class Consequences {

    private final List<Problem> problems;
    private final List<Entry> entries;
    private final @Nullable TimeSpan attemptAt;
    private final @Nullable TimeSpan reference;

    /**
     * Looks at a case.
     *
     * @param observedAt when the facts were taken; stands in for the time of the attempt
     */
    Consequences(List<Problem> problems, List<Entry> entries, @Nullable TimeSpan observedAt) {
        this.problems = problems;
        this.entries = entries;
        this.attemptAt = attemptAt(entries);
        this.reference = attemptAt == null ? observedAt : attemptAt;
    }

    void draw() {
        for (Entry entry : entries) {
            checkOwner(entry);
            switch (entry.kind().key()) {
                case "attempt" -> recogniseMessage(entry);
                case "events" -> {
                    nameProvider(entry);
                    placeInTime(entry);
                }
                case "certificate" -> judgeValidity(entry);
                case "operatingSystem" -> checkVersion(entry);
                default -> {}
            }
        }
    }

    private static @Nullable TimeSpan attemptAt(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.kind().key().equals("attempt")) {
                return (TimeSpan) entry.value("at");
            }
        }
        return null;
    }

    private static void recogniseMessage(Entry attempt) {
        Cell text = attempt.cell("messageText");
        if (text == null || attempt.cell("message") != null) {
            return;
        }
        Vocabulary.message((String) text.value()).ifPresent(id -> attempt.set("message", new Cell(id, text.origin())));
    }

    /** A channel {@code Provider/Operational} belongs to that provider. */
    private static void nameProvider(Entry event) {
        Cell channel = event.cell("channel");
        if (channel == null || event.cell("provider") != null) {
            return;
        }
        String name = (String) channel.value();
        int slash = name.lastIndexOf('/');
        String kind = name.substring(slash + 1);
        if (slash <= 0 || !(kind.equalsIgnoreCase("operational") || kind.equalsIgnoreCase("admin"))) {
            return;
        }
        event.set("provider", new Cell(name.substring(0, slash), channel.origin()));
    }

    private void placeInTime(Entry event) {
        Cell at = event.cell("at");
        if (at == null || attemptAt == null || !attemptAt.exact() || !((TimeSpan) at.value()).exact()) {
            return;
        }
        TimeSpan time = (TimeSpan) at.value();
        Duration after = Duration.between(attemptAt.earliest(), time.earliest());
        double seconds = after.getSeconds() + after.getNano() / 1e9;
        event.set("secondsFromAttempt", new Cell(seconds, at.origin()));
    }

    private void judgeValidity(Entry certificate) {
        TimeSpan from = (TimeSpan) certificate.value("notBefore");
        TimeSpan to = (TimeSpan) certificate.value("notAfter");
        if (from != null && to != null && to.compareTo(from) < 0) {
            disagree(certificate, "notAfter", "> " + from, "notBefore");
            return;
        }
        String word = null;
        String because = "";
        if (reference != null && to != null && to.compareTo(reference) < 0) {
            word = "expired";
            because = "notAfter";
        } else if (reference != null && from != null && from.compareTo(reference) > 0) {
            word = "not-yet-valid";
            because = "notBefore";
        } else if (reference != null
                && from != null
                && to != null
                && from.compareTo(reference) < 0
                && to.compareTo(reference) > 0) {
            word = "valid";
            because = "notAfter";
        }
        if (word == null) {
            return;
        }
        Cell said = certificate.cell("validity");
        if (said == null) {
            Cell date = certificate.cell(because);
            if (date != null) {
                certificate.set("validity", new Cell(word, date.origin()));
            }
            return;
        }
        if (!said.value().equals(word)) {
            disagree(certificate, "validity", word, because);
        }
    }

    /** Which kind of policy it is can only be said of what a policy owns. */
    private void checkOwner(Entry entry) {
        if (entry.cell("policyFrom") == null) {
            return;
        }
        String other = "";
        for (Property property : entry.kind().ownProperties()) {
            boolean owner = property.name().equals("setBy") || property.name().endsWith("SetBy");
            Object said = owner ? entry.value(property.name()) : null;
            if ("policy".equals(said)) {
                return;
            }
            other = said == null ? other : property.name();
        }
        if (!other.isEmpty()) {
            disagree(entry, other, "policy", "policyFrom");
        }
    }

    private void checkVersion(Entry system) {
        String name = (String) system.value("name");
        if (name == null) {
            return;
        }
        Integer build = (Integer) system.value("build");
        if (build != null && !WindowsVersions.canBe(name, build)) {
            disagree(system, "name", String.join(", ", WindowsVersions.of(build)), "build");
        }
        String type = (String) system.value("productType");
        if (type != null && !WindowsVersions.canBe(name, type)) {
            disagree(system, "name", type, "productType");
        }
    }

    /** Tells that a property says one thing and others another. */
    private void disagree(Entry entry, String property, String follows, String from) {
        Cell said = entry.cell(property);
        if (said != null) {
            problems.add(Problem.of(
                    ProblemCode.DISAGREES,
                    said.origin().place(),
                    entry.path(property),
                    Values.text(entry.property(property), said.value()),
                    follows,
                    from));
        }
    }
}
