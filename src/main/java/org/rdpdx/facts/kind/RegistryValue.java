// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * One value, for all that has no kind of its own. Policies of administrative templates and security options are written here too, as the value they set, with setBy.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param key full path, HKLM&#92;... or HKCU&#92;...; compared without regard to case
 * @param name value name
 * @param number data of a DWORD or QWORD
 * @param text data of a string; several strings joined by commas; binary as hex
 * @param setBy who wrote it; a row = policy, none = local or default
 * @param policyFrom GPOID LocalGPO = local, any other = domain; PolicyManager key = mdm
 * @param differsFromHealthy data (or the tree below key, then name is '*') differs from a working machine of the same build
 */
public record RegistryValue(
        String viewpoint,
        Boolean present,
        @Nullable String key,
        @Nullable String name,
        @Nullable Integer number,
        @Nullable String text,
        @Nullable String setBy,
        @Nullable String policyFrom,
        @Nullable Boolean differsFromHealthy)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("registryValues");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> key;
            case 3 -> name;
            case 4 -> number;
            case 5 -> text;
            case 6 -> setBy;
            case 7 -> policyFrom;
            case 8 -> differsFromHealthy;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
