package org.rdpdx.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rdpdx.input.Nearest;

/**
 * A path to a fact or to a property of it: {@code attempt.error}, {@code host.services[TermService].state},
 * {@code host.userRights[SeNetworkLogonRight,administrators]}.
 *
 * @param viewpoint where; {@link Vocabulary#TOP} for what stands at the top
 * @param kind of which kind
 * @param identity which thing, in the order of the kind's identity; empty if the path does not say
 * @param property the property; null if the path is that of the thing
 */
record FactPath(
        String viewpoint,
        Kind kind,
        List<String> identity,
        @Nullable Property property) {

    /** A path, or what may have been meant. */
    record Parsed(Optional<FactPath> path, List<String> nearest) {}

    static Optional<FactPath> of(String text) {
        return parse(text).path();
    }

    static Parsed parse(String text) {
        int open = text.indexOf('[');
        int close = text.lastIndexOf(']');
        if (open >= 0 && close < open) {
            return new Parsed(Optional.empty(), List.of());
        }
        String before = open < 0 ? text : text.substring(0, open);
        String after = open < 0 ? "" : text.substring(close + 1);
        String[] words = before.split("\\.", -1);
        boolean top = !Vocabulary.viewpoints().contains(words[0]);
        String viewpoint = top ? Vocabulary.TOP : words[0];
        int at = top ? 0 : 1;
        if (at >= words.length) {
            return new Parsed(Optional.empty(), List.of());
        }
        Optional<Kind> kind = Vocabulary.byKey(words[at]);
        if (kind.isEmpty() || kind.get().deduced() || !kind.get().viewpoints().contains(viewpoint)) {
            return new Parsed(Optional.empty(), kindsNear(text, top ? "" : viewpoint + ".", viewpoint, words[at]));
        }
        int wordsAfterKind = words.length - at - 1;
        boolean propertyAfterBracket = after.startsWith(".");
        if (open >= 0 && (wordsAfterKind > 0 || !(after.isEmpty() || propertyAfterBracket))) {
            return new Parsed(Optional.empty(), List.of());
        }
        String property = propertyAfterBracket ? after.substring(1) : wordsAfterKind == 1 ? words[at + 1] : "";
        if (wordsAfterKind > 1) {
            return new Parsed(Optional.empty(), List.of());
        }
        List<String> identity = open < 0 ? List.of() : identity(kind.get(), text.substring(open + 1, close));
        if (!identity.isEmpty() && identity.size() != kind.get().identity().size()) {
            return new Parsed(Optional.empty(), List.of());
        }
        boolean bare = property.isEmpty() && !propertyAfterBracket && wordsAfterKind == 0;
        Optional<Property> found = kind.get().property(property);
        if (!bare && (found.isEmpty() || property.equals(Kind.VIEWPOINT))) {
            return new Parsed(Optional.empty(), propertiesNear(text, kind.get(), property));
        }
        return new Parsed(
                Optional.of(new FactPath(viewpoint, kind.get(), identity, bare ? null : found.orElse(null))),
                List.of());
    }

    /** Whether a fact is what this path is about. */
    boolean matches(Fact fact) {
        if (fact.factKind() != kind || !fact.viewpoint().equals(viewpoint)) {
            return false;
        }
        for (int i = 0; i < identity.size(); i++) {
            Object value = fact.value(kind.identity().get(i));
            if (value == null || !same(kind.identity().get(i), identity.get(i), value)) {
                return false;
            }
        }
        return true;
    }

    private boolean same(String name, String wanted, Object value) {
        Property property = kind.property(name).orElseThrow();
        return switch (property.type()) {
            case NAME, PATH -> Values.same(property, value, RegistryKeys.normal(wanted));
            case PRINCIPAL -> value.equals(Vocabulary.principal(wanted).orElse(wanted));
            case FLAG, INT, NUMBER, TEXT, TOKEN, WORD, CODE, TIME, CLOCK, THUMBPRINT, MESSAGE ->
                Values.text(property, value).equalsIgnoreCase(wanted);
        };
    }

    /** The parts between the brackets; a comma in a registry key stays in it. */
    private static List<String> identity(Kind kind, String text) {
        List<String> parts = new ArrayList<>();
        int wanted = kind.identity().size();
        String rest = text;
        for (int i = wanted - 1; i > 0; i--) {
            int comma = rest.lastIndexOf(',');
            if (comma < 0) {
                break;
            }
            parts.add(0, rest.substring(comma + 1).strip());
            rest = rest.substring(0, comma);
        }
        parts.add(0, rest.strip());
        return parts;
    }

    private static List<String> kindsNear(String text, String prefix, String viewpoint, String word) {
        List<String> keys = new ArrayList<>();
        for (Kind kind : Vocabulary.kindsAt(viewpoint)) {
            if (!kind.deduced()) {
                keys.add(kind.key());
            }
        }
        if (prefix.isEmpty()) {
            keys.addAll(Vocabulary.viewpoints());
        }
        List<String> near = new ArrayList<>();
        for (String key : Nearest.to(word.toLowerCase(Locale.ROOT), keys)) {
            near.add(prefix + key + text.substring(prefix.length() + word.length()));
        }
        return near;
    }

    private static List<String> propertiesNear(String text, Kind kind, String property) {
        List<String> names = new ArrayList<>();
        for (Property own : kind.ownProperties()) {
            names.add(own.name());
        }
        String prefix = text.substring(0, text.length() - property.length());
        List<String> near = new ArrayList<>();
        for (String name : Nearest.to(property, names)) {
            near.add(prefix + name);
        }
        return near;
    }
}
