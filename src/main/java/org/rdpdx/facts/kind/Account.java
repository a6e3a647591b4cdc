// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts.kind;

import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.Fact;
import org.rdpdx.facts.Kind;
import org.rdpdx.facts.Vocabulary;

/**
 * The account that cannot get in; AD facts come from a domain controller, local ones from the host.
 *
 * @param viewpoint where it was observed
 * @param kind where the account lives
 * @param builtInAdministrator SID ends in -500
 * @param exists an account of the name used exists where it was looked up
 * @param enabled userAccountControl bit 0x2 not set
 * @param lockedOut computed bit 0x10
 * @param expired accountExpires lies before observedAt
 * @param passwordExpired computed bit 0x800000
 * @param mustChangePassword pwdLastSet is 0
 * @param passwordCorrect the password used is right, proved by another logon
 * @param passwordBlank the account has no password
 * @param passwordUsedOnHost Microsoft account: current password was used to sign in at the host at least once
 * @param domainPosition user's domain as seen from the host's domain
 * @param remoteDesktopDenied AD user object forbids logon to session hosts (AllowLogon = 0)
 * @param mayLogOnFromClient 'Log On To' list is empty or holds the client
 * @param mayLogOnToHost 'Log On To' list is empty or holds the host
 * @param withinLogonHours the logon hours of the account allow the time of the attempt
 * @param assignedToCollection member of a group of the session collection, RemoteApp or desktop pool
 * @param azureVmLogin Azure role for VM login, by role id fb879df8... (user) or 1c0163c0... (administrator)
 * @param mfaRequired Conditional Access or per-user MFA asks for a second factor at this resource
 */
public record Account(
        String viewpoint,
        @Nullable String kind,
        @Nullable Boolean builtInAdministrator,
        @Nullable Boolean exists,
        @Nullable Boolean enabled,
        @Nullable Boolean lockedOut,
        @Nullable Boolean expired,
        @Nullable Boolean passwordExpired,
        @Nullable Boolean mustChangePassword,
        @Nullable Boolean passwordCorrect,
        @Nullable Boolean passwordBlank,
        @Nullable Boolean passwordUsedOnHost,
        @Nullable String domainPosition,
        @Nullable Boolean remoteDesktopDenied,
        @Nullable Boolean mayLogOnFromClient,
        @Nullable Boolean mayLogOnToHost,
        @Nullable Boolean withinLogonHours,
        @Nullable Boolean assignedToCollection,
        @Nullable String azureVmLogin,
        @Nullable Boolean mfaRequired)
        implements Fact {

    private static final Kind KIND = Vocabulary.require("account");

    @Override
    public Kind factKind() {
        return KIND;
    }

    @Override
    public @Nullable Object value(int index) {
        return switch (index) {
            case 0 -> viewpoint;
            case 1 -> kind;
            case 2 -> builtInAdministrator;
            case 3 -> exists;
            case 4 -> enabled;
            case 5 -> lockedOut;
            case 6 -> expired;
            case 7 -> passwordExpired;
            case 8 -> mustChangePassword;
            case 9 -> passwordCorrect;
            case 10 -> passwordBlank;
            case 11 -> passwordUsedOnHost;
            case 12 -> domainPosition;
            case 13 -> remoteDesktopDenied;
            case 14 -> mayLogOnFromClient;
            case 15 -> mayLogOnToHost;
            case 16 -> withinLogonHours;
            case 17 -> assignedToCollection;
            case 18 -> azureVmLogin;
            case 19 -> mfaRequired;
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
