// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/**
 * Event log entry. present: false with `since` = this channel was searched from then on and holds none.
 *
 * @param viewpoint where it was observed
 * @param present false if it was looked for and is not there
 * @param channel log it was found in
 * @param provider provider name as in the event XML
 * @param id event id
 * @param at of the entry, or of the newest if count is given
 * @param secondsFromAttempt from attempt.at to `at`, negative = before; unknown where either is missing or coarser than a second (s)
 * @param since start of the stretch searched or counted
 * @param count entries in that stretch
 * @param perMinute rate
 * @param status the status or error code inside
 * @param subStatus sub status of Security 4625
 * @param internalState Schannel's internal error state
 * @param reason reason number of LocalSessionManager 40, client 1026 and the like
 * @param service service the entry is about
 * @param dependency service that the one above waits for (7001)
 * @param process program that failed (Application Error)
 * @param module file inside it that failed
 * @param device device the entry is about
 * @param symbol untranslated word inside, such as an exception or error name (DownloadMsiException)
 * @param transport transport named inside (HTTP, RPC-HTTP, UDP)
 * @param authenticationPackage authentication package named inside (NTLM, Kerberos, CredSSP)
 * @param text words of an entry whose id is not known; no rule reads it
 */
public record Event(
        String viewpoint,
        Boolean present,
        @Nullable String channel,
        @Nullable String provider,
        @Nullable Integer id,
        @Nullable TimeSpan at,
        @Nullable Double secondsFromAttempt,
        @Nullable TimeSpan since,
        @Nullable Integer count,
        @Nullable Double perMinute,
        @Nullable Integer status,
        @Nullable Integer subStatus,
        @Nullable Integer internalState,
        @Nullable Integer reason,
        @Nullable String service,
        @Nullable String dependency,
        @Nullable String process,
        @Nullable String module,
        @Nullable String device,
        @Nullable String symbol,
        @Nullable String transport,
        @Nullable String authenticationPackage,
        @Nullable String text)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("events");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> present;
            case 2 -> channel;
            case 3 -> provider;
            case 4 -> id;
            case 5 -> at;
            case 6 -> secondsFromAttempt;
            case 7 -> since;
            case 8 -> count;
            case 9 -> perMinute;
            case 10 -> status;
            case 11 -> subStatus;
            case 12 -> internalState;
            case 13 -> reason;
            case 14 -> service;
            case 15 -> dependency;
            case 16 -> process;
            case 17 -> module;
            case 18 -> device;
            case 19 -> symbol;
            case 20 -> transport;
            case 21 -> authenticationPackage;
            case 22 -> text;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
