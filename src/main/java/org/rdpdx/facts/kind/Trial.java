// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * Another attempt that differs from the failing one in exactly the thing named by `with`; the only way to say hostname fails but address works, other clients work, one user only.
 *
 * @param viewpoint where it was observed
 * @param with what differed
 * @param outcome works; fails = same failure; fails-differently; sometimes
 * @param program program, product or process that differed (mstsc, remmina, dwm)
 * @param version its version, or older / newer
 * @param setting registry value, policy value or .rdp line that differed: name=value
 * @param tries attempts made this way
 * @param successes how many worked
 */
public record Trial(
        String viewpoint,
        @Nullable String with,
        @Nullable String outcome,
        @Nullable String program,
        @Nullable String version,
        @Nullable String setting,
        @Nullable Integer tries,
        @Nullable Integer successes)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("trials");

    @Override
    public Kind factKind() {
        return KIND;
    }

    /** The same as {@link #with()}, under a name that expressions of Drools do not keep for themselves. */
    public @Nullable String withValue() {
        return with;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> with;
            case 2 -> outcome;
            case 3 -> program;
            case 4 -> version;
            case 5 -> setting;
            case 6 -> tries;
            case 7 -> successes;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
