// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.TimeSpan;
import org.rdpdx.facts.Vocabulary;

/**
 * The failing connection as the user sees it.
 *
 * @param viewpoint where it was observed
 * @param at when it failed
 * @param outcome whether it came to a session; works = a healthy connection, taken for comparison
 * @param purpose what kind of connection was wanted; admin = mstsc /admin
 * @param error primary code of a Microsoft client (mstsc, ActiveX, macOS app); event 1026 has it in decimal
 * @param extendedError extended code beside it
 * @param errorInfo ERRINFO code the host sent, as third-party clients print it
 * @param clientError own code of a third-party client (FreeRDP 0x0002xxxx); meaning depends on clientApp
 * @param status NTSTATUS, SSPI, HRESULT or Win32 code in the message or client log
 * @param negotiationFailure failure code 1 to 6 of the RDP negotiation response, as client or proxy logs name it
 * @param message dialog, by its id or its words; `facts list dialogs` shows the ids
 * @param messageText words of a dialog that has no id yet; no rule reads it
 * @param stage how far it got
 * @param progress the progress line at which it stood still or stayed long
 * @param clientApp program that connects
 * @param clientVersion its version; mstsc: file version
 * @param transport what the session ran on; 1103 on the client or 135 on the host means UDP came up
 * @param targetForm what was typed
 * @param loopback the target is the client machine itself (localhost, 127.x, own name)
 * @param nameForm form of the name, where it is known
 * @param addressFamily family of the address typed
 * @param fromRdpFile opened from an .rdp file
 * @param port port the client used
 * @param userNameForm user, DOMAIN&#92;user, user&#64;suffix, HOST&#92;user or .&#92;user, AzureAD&#92;user&#64;suffix
 * @param authorityKnown the part before &#92; or after &#64; is a machine or domain the host can ask
 * @param authentication what the user proves himself with; web-sign-in = Entra page (enablerdsaadauth)
 * @param credentialSource where user name and password came from
 * @param credentialProtection mode asked for by the client or its policy
 * @param occurs every attempt, or not every
 * @param pattern what the failing attempts have in common
 * @param tries attempts made unchanged
 * @param successes how many of them worked
 * @param workedBefore the same client reached the same host earlier
 * @param failingSince first failure known
 */
public record Attempt(
        String viewpoint,
        @Nullable TimeSpan at,
        @Nullable String outcome,
        @Nullable String purpose,
        @Nullable Integer error,
        @Nullable Integer extendedError,
        @Nullable Integer errorInfo,
        @Nullable Integer clientError,
        @Nullable Integer status,
        @Nullable String negotiationFailure,
        @Nullable String message,
        @Nullable String messageText,
        @Nullable String stage,
        @Nullable String progress,
        @Nullable String clientApp,
        @Nullable String clientVersion,
        @Nullable String transport,
        @Nullable String targetForm,
        @Nullable Boolean loopback,
        @Nullable String nameForm,
        @Nullable String addressFamily,
        @Nullable Boolean fromRdpFile,
        @Nullable Integer port,
        @Nullable String userNameForm,
        @Nullable Boolean authorityKnown,
        @Nullable String authentication,
        @Nullable String credentialSource,
        @Nullable String credentialProtection,
        @Nullable String occurs,
        @Nullable String pattern,
        @Nullable Integer tries,
        @Nullable Integer successes,
        @Nullable Boolean workedBefore,
        @Nullable TimeSpan failingSince)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("attempt");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> at;
            case 2 -> outcome;
            case 3 -> purpose;
            case 4 -> error;
            case 5 -> extendedError;
            case 6 -> errorInfo;
            case 7 -> clientError;
            case 8 -> status;
            case 9 -> negotiationFailure;
            case 10 -> message;
            case 11 -> messageText;
            case 12 -> stage;
            case 13 -> progress;
            case 14 -> clientApp;
            case 15 -> clientVersion;
            case 16 -> transport;
            case 17 -> targetForm;
            case 18 -> loopback;
            case 19 -> nameForm;
            case 20 -> addressFamily;
            case 21 -> fromRdpFile;
            case 22 -> port;
            case 23 -> userNameForm;
            case 24 -> authorityKnown;
            case 25 -> authentication;
            case 26 -> credentialSource;
            case 27 -> credentialProtection;
            case 28 -> occurs;
            case 29 -> pattern;
            case 30 -> tries;
            case 31 -> successes;
            case 32 -> workedBefore;
            case 33 -> failingSince;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
