// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * RDP listener (RDP-Tcp, rdp-sxs). present: false = qwinsta has no line for it.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param name WinStation name
 * @param state a line with id 65536 and up = listening; registry key there but no such line = down
 * @param enabled fEnableWinStation is 1
 * @param logonsAllowed fLogonDisabled is 0 or missing
 * @param port PortNumber
 * @param adapter LanAdapter 0 = all; an index of no existing adapter = missing
 * @param adapterIsRight the one adapter is the one the client reaches
 */
public record Listener(
        String viewpoint,
        Boolean present,
        @Nullable String name,
        @Nullable String state,
        @Nullable Boolean enabled,
        @Nullable Boolean logonsAllowed,
        @Nullable Integer port,
        @Nullable String adapter,
        @Nullable Boolean adapterIsRight)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("listeners");

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
            case 3 -> state;
            case 4 -> enabled;
            case 5 -> logonsAllowed;
            case 6 -> port;
            case 7 -> adapter;
            case 8 -> adapterIsRight;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
