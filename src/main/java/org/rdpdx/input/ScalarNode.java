package org.rdpdx.input;

/**
 * A single value.
 *
 * @param place where it begins
 * @param text its source text, without quotes
 * @param plain whether it stands there without quotes (in JSON: a number, {@code true}, {@code false} or {@code null})
 */
public record ScalarNode(Place place, String text, boolean plain) implements Node {

    /** Whether this is YAML's or JSON's nothing: no text at all, {@code ~} or {@code null}, without quotes. */
    public boolean isNull() {
        return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    @Override
    public String shown() {
        return text;
    }
}
