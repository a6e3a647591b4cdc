// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Name resolution as the machine it stands under does it.
 *
 * @param viewpoint where it was observed
 * @param of whose name
 * @param nameForm form asked, where it is known
 * @param result HostNotFound or NoData = not-found, TryAgain = timed-out
 * @param correct the answer is an address the machine has now
 * @param fromCache the wrong or old answer stands in the local cache or hosts file
 */
public record NameLookup(
        String viewpoint,
        @Nullable String of,
        @Nullable String nameForm,
        @Nullable String result,
        @Nullable Boolean correct,
        @Nullable Boolean fromCache)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("nameLookups");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> of;
            case 2 -> nameForm;
            case 3 -> result;
            case 4 -> correct;
            case 5 -> fromCache;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
