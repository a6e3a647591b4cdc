// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One line of the .rdp file (or the same setting of another client).
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param name as in the file: enablecredsspsupport, authentication level, enablerdsaadauth, gatewayusagemethod
 * @param number value of an i: line
 * @param text value of an s: line
 */
public record RdpSetting(
        String viewpoint,
        Boolean present,
        @Nullable String name,
        @Nullable Integer number,
        @Nullable String text)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("rdpSettings");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> name;
            case 3 -> number;
            case 4 -> text;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
