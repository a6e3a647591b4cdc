package org.rdpdx.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes HTML that is also XML: every element is closed by who opened it, and all text is escaped. There is no way to write
 * markup as text.
 */
final class Html {

    private static final Set<String> ON_ONE_LINE =
            Set.of("a", "abbr", "b", "button", "code", "em", "i", "kbd", "span", "strong", "summary", "time");

    private final StringBuilder text = new StringBuilder();

    /** What stands inside an element. */
    interface Content {
        void write();
    }

    /** One attribute. */
    record Attribute(String name, String value) {}

    /** An attribute of an element. */
    static Attribute with(String name, String value) {
        return new Attribute(name, value);
    }

    /** The class of an element, for the style sheet. */
    static Attribute styled(String styleClass) {
        return new Attribute("class", styleClass);
    }

    /** An element with others in it. */
    Html in(String tag, List<Attribute> attributes, Content content) {
        open(tag, attributes);
        text.append('>');
        boolean block = !ON_ONE_LINE.contains(tag);
        if (block) {
            text.append('\n');
        }
        content.write();
        return close(tag);
    }

    /** As {@link #in(String, List, Content)}, with a class alone. */
    Html in(String tag, String styleClass, Content content) {
        return in(tag, List.of(styled(styleClass)), content);
    }

    /** As {@link #in(String, List, Content)}, with no attributes. */
    Html in(String tag, Content content) {
        return in(tag, List.of(), content);
    }

    /** An element with words in it. */
    Html say(String tag, String words, Attribute... attributes) {
        open(tag, List.of(attributes));
        text.append('>');
        escape(words);
        return close(tag);
    }

    /** An element that holds nothing, such as {@code meta}. */
    Html empty(String tag, Attribute... attributes) {
        open(tag, List.of(attributes));
        text.append("/>\n");
        return this;
    }

    /** Words. */
    Html text(String words) {
        escape(words);
        return this;
    }

    private void open(String tag, List<Attribute> attributes) {
        text.append('<').append(tag);
        List<String> named = new ArrayList<>();
        for (Attribute attribute : attributes) {
            if (named.contains(attribute.name())) {
                throw new IllegalStateException(tag + " has two of " + attribute.name());
            }
            named.add(attribute.name());
            text.append(' ').append(attribute.name()).append("=\"");
            int begin = text.length();
            escape(attribute.value());
            // as it stands, a reader of XML would take the end of a line for a space
            for (int end = text.indexOf("\n", begin); end >= 0; end = text.indexOf("\n", end)) {
                text.replace(end, end + 1, "&#10;");
            }
            text.append('"');
        }
    }

    private Html close(String tag) {
        text.append("</").append(tag).append('>');
        if (!ON_ONE_LINE.contains(tag)) {
            text.append('\n');
        }
        return this;
    }

    /** Signs of markup as references; what is no character, or turns the direction of a line around, as one that shows it. */
    private void escape(String words) {
        for (int i = 0; i < words.length(); ) {
            int c = words.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                case '\n', '\t' -> text.append((char) c);
                case '\r' -> {
                    // ends of lines are \n
                }
                default -> text.appendCodePoint((c >= ' ' && c <= '~') || isShown(c) ? c : 0xFFFD);
            }
        }
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** All that was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
