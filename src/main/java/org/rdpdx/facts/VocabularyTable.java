// Made from rules/v1/facts by GeneratedSources; change it there.
package org.rdpdx.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rdpdx.facts.kind.Account;
import org.rdpdx.facts.kind.Adapter;
import org.rdpdx.facts.kind.Attempt;
import org.rdpdx.facts.kind.Boot;
import org.rdpdx.facts.kind.BrokerDatabase;
import org.rdpdx.facts.kind.Cals;
import org.rdpdx.facts.kind.Certificate;
import org.rdpdx.facts.kind.CertificateCheck;
import org.rdpdx.facts.kind.Change;
import org.rdpdx.facts.kind.CipherSuites;
import org.rdpdx.facts.kind.Clock;
import org.rdpdx.facts.kind.CloudSetting;
import org.rdpdx.facts.kind.CredentialGuard;
import org.rdpdx.facts.kind.Credssp;
import org.rdpdx.facts.kind.Deduced;
import org.rdpdx.facts.kind.Dns;
import org.rdpdx.facts.kind.DomainController;
import org.rdpdx.facts.kind.Encryption;
import org.rdpdx.facts.kind.Event;
import org.rdpdx.facts.kind.Feature;
import org.rdpdx.facts.kind.FileFact;
import org.rdpdx.facts.kind.Firewall;
import org.rdpdx.facts.kind.FirewallRule;
import org.rdpdx.facts.kind.Intermediary;
import org.rdpdx.facts.kind.Join;
import org.rdpdx.facts.kind.Kerberos;
import org.rdpdx.facts.kind.KeyStore;
import org.rdpdx.facts.kind.LicenseCache;
import org.rdpdx.facts.kind.Licensing;
import org.rdpdx.facts.kind.Listener;
import org.rdpdx.facts.kind.LocalGroupMember;
import org.rdpdx.facts.kind.Machine;
import org.rdpdx.facts.kind.Membership;
import org.rdpdx.facts.kind.NameLookup;
import org.rdpdx.facts.kind.Nla;
import org.rdpdx.facts.kind.Ntlm;
import org.rdpdx.facts.kind.OperatingSystem;
import org.rdpdx.facts.kind.PacketTrace;
import org.rdpdx.facts.kind.PathQuality;
import org.rdpdx.facts.kind.Port;
import org.rdpdx.facts.kind.Probe;
import org.rdpdx.facts.kind.Profile;
import org.rdpdx.facts.kind.RdpSetting;
import org.rdpdx.facts.kind.Reached;
import org.rdpdx.facts.kind.Redirection;
import org.rdpdx.facts.kind.RegistryValue;
import org.rdpdx.facts.kind.RemoteDesktop;
import org.rdpdx.facts.kind.Resource;
import org.rdpdx.facts.kind.RoleCertificate;
import org.rdpdx.facts.kind.SavedCredential;
import org.rdpdx.facts.kind.SecurityLayer;
import org.rdpdx.facts.kind.SecurityRule;
import org.rdpdx.facts.kind.Service;
import org.rdpdx.facts.kind.Sessions;
import org.rdpdx.facts.kind.Software;
import org.rdpdx.facts.kind.Symptom;
import org.rdpdx.facts.kind.TlsSupport;
import org.rdpdx.facts.kind.Trial;
import org.rdpdx.facts.kind.Update;
import org.rdpdx.facts.kind.UserRight;

/** The vocabulary as code: nothing is read or reflected upon at start. */
final class VocabularyTable {

    static final String FINGERPRINT = "9aa2a5a3e07df56f";

    private VocabularyTable() {}

    static List<Kind> kinds() {
        return List.of(
                attempt(),
                symptoms(),
                trials(),
                changes(),
                account(),
                memberships(),
                operatingSystem(),
                updates(),
                boot(),
                features(),
                join(),
                clock(),
                services(),
                events(),
                registryValues(),
                userRights(),
                localGroups(),
                software(),
                files(),
                resources(),
                remoteDesktop(),
                listeners(),
                ports(),
                nla(),
                securityLayer(),
                encryption(),
                tls(),
                cipherSuites(),
                certificate(),
                certificateChecks(),
                roleCertificates(),
                keyStore(),
                credssp(),
                ntlm(),
                kerberos(),
                credentialGuard(),
                savedCredential(),
                rdpSettings(),
                nameLookups(),
                dns(),
                probes(),
                paths(),
                packetTraces(),
                intermediaries(),
                firewall(),
                firewallRules(),
                adapters(),
                licensing(),
                licenseCache(),
                cals(),
                sessions(),
                profile(),
                controller(),
                database(),
                redirection(),
                machine(),
                securityRules(),
                cloudSettings(),
                reached(),
                deduced());
    }

    private static Kind attempt() {
        return new Kind.Builder(0, "attempt", "Attempt", Shape.ONE)
                .viewpoints("top")
                .add(plain("at", ValueType.TIME))
                .add(word("outcome", "works", "fails"))
                .add(word("purpose", "desktop", "reconnect", "remote-app", "admin", "shadow"))
                .add(plain("error", ValueType.CODE))
                .add(plain("extendedError", ValueType.CODE))
                .add(plain("errorInfo", ValueType.CODE))
                .add(plain("clientError", ValueType.CODE))
                .add(plain("status", ValueType.CODE))
                .add(word("negotiationFailure", "tls-required", "tls-not-allowed", "no-certificate", "inconsistent-flags", "nla-required", "tls-with-user-auth-required"))
                .add(plain("message", ValueType.MESSAGE))
                .add(property("messageText", ValueType.TEXT, false, false, false, "", ""))
                .add(word("stage", "before-credentials", "after-credentials", "after-logon", "in-session"))
                .add(word("progress", "initiating", "securing", "configuring", "estimating"))
                .add(word("clientApp", "mstsc", "windows-app", "store-app", "macos-app", "web-client", "rdcman", "mremoteng", "iap-desktop", "configmgr-remote-control", "freerdp", "remmina", "rdesktop", "krdc", "neutrinordp", "keepass-rdp", "browser-service", "other"))
                .add(property("clientVersion", ValueType.TEXT, false, false, false, "", ""))
                .add(word("transport", "tcp", "udp"))
                .add(word("targetForm", "name", "address"))
                .add(plain("loopback", ValueType.FLAG))
                .add(word("nameForm", "short", "fqdn"))
                .add(word("addressFamily", "ipv4", "ipv6"))
                .add(plain("fromRdpFile", ValueType.FLAG))
                .add(plain("port", ValueType.INT))
                .add(word("userNameForm", "plain", "netbios", "upn", "host-qualified", "azuread"))
                .add(plain("authorityKnown", ValueType.FLAG))
                .add(word("authentication", "password", "smart-card", "windows-hello", "web-sign-in"))
                .add(word("credentialSource", "typed", "saved", "single-sign-on", "given-by-program"))
                .add(word("credentialProtection", "none", "remote-credential-guard", "restricted-admin"))
                .add(word("occurs", "always", "sometimes"))
                .add(word("pattern", "first-attempt", "later-attempts", "after-long-uptime", "daily", "weekly"))
                .add(plain("tries", ValueType.INT))
                .add(plain("successes", ValueType.INT))
                .add(plain("workedBefore", ValueType.FLAG))
                .add(plain("failingSince", ValueType.TIME))
                .build();
    }

    private static Kind symptoms() {
        return new Kind.Builder(1, "symptoms", "Symptom", Shape.LIST)
                .absentable()
                .repeatable()
                .viewpoints("top")
                .identity("kind")
                .add(word("kind", "black-screen", "blank-desktop", "no-logon-form", "freeze", "stalls-while-connecting", "slow-connect", "slow-session", "garbled-picture", "disconnect", "closes-after-logon", "asks-for-credentials-again", "saved-credentials-ignored", "opens-new-session", "refused-without-message", "redirection-hangs", "host-unreachable", "share-unreachable", "console-affected-too"))
                .add(property("afterSeconds", ValueType.INT, false, false, true, "s", ""))
                .add(property("lastsSeconds", ValueType.INT, false, false, true, "s", ""))
                .add(property("everyMinutes", ValueType.INT, false, false, true, "min", ""))
                .add(plain("atLocalTime", ValueType.CLOCK))
                .add(word("trigger", "network-drop", "reconnect", "session-locked", "user-logon", "large-pictures", "high-load", "many-sessions", "policy-refresh", "vpn-connected", "drive-redirection", "idle"))
                .add(word("affects", "this-user", "additional-users", "some-users", "all-sessions"))
                .add(plain("inputWorks", ValueType.FLAG))
                .build();
    }

    private static Kind trials() {
        return new Kind.Builder(2, "trials", "Trial", Shape.LIST)
                .repeatable()
                .viewpoints("top")
                .identity("with")
                .add(word("with", "ip-address", "fqdn", "short-name", "public-address", "private-address", "link-local-address", "direct-route", "same-subnet", "other-network", "vpn-disconnected", "other-intermediary-version", "console", "other-client", "other-program", "other-client-version", "client-setting", "new-connection-entry", "other-host", "other-host-version", "other-user", "local-account", "domain-account", "administrator", "typed-password", "other-mfa-method", "nla-off", "standard-rdp-security", "lower-tls-level", "certificate-ignored", "tcp-only", "admin-session", "no-redirection", "no-remote-guard", "host-setting", "second-attempt", "after-host-restart", "after-service-restart", "after-process-end", "safe-mode", "change-undone", "software-removed", "other-nic-model"))
                .add(word("outcome", "works", "fails", "fails-differently", "sometimes"))
                .add(plain("program", ValueType.TOKEN))
                .add(property("version", ValueType.TEXT, false, false, false, "", ""))
                .add(plain("setting", ValueType.NAME))
                .add(plain("tries", ValueType.INT))
                .add(plain("successes", ValueType.INT))
                .build();
    }

    private static Kind changes() {
        return new Kind.Builder(3, "changes", "Change", Shape.LIST)
                .absentable()
                .repeatable()
                .viewpoints("top")
                .identity("what")
                .add(word("what", "update-installed", "os-upgraded", "service-pack-installed", "machine-renamed", "machine-cloned", "snapshot-restored", "promoted-to-domain-controller", "domain-upgraded", "hardening-applied", "policy-changed", "script-run", "tls-version-disabled", "certificate-renewed", "certificate-changed", "address-changed", "public-address-changed", "password-changed", "account-renamed", "software-installed", "software-updated", "software-removed", "driver-changed", "role-changed", "network-changed", "abrupt-shutdown", "security-group-changed"))
                .add(word("where", "client", "host", "gateway", "broker", "license-server", "domain", "network", "platform", "account", "both-ends"))
                .add(plain("at", ValueType.TIME))
                .add(plain("followedByFailure", ValueType.FLAG))
                .add(plain("kb", ValueType.INT))
                .add(plain("product", ValueType.TOKEN))
                .add(property("version", ValueType.TEXT, false, false, false, "", ""))
                .build();
    }

    private static Kind account() {
        return new Kind.Builder(4, "account", "Account", Shape.ONE)
                .viewpoints("top")
                .add(word("kind", "local", "domain", "microsoft", "entra"))
                .add(plain("builtInAdministrator", ValueType.FLAG))
                .add(plain("exists", ValueType.FLAG))
                .add(plain("enabled", ValueType.FLAG))
                .add(plain("lockedOut", ValueType.FLAG))
                .add(plain("expired", ValueType.FLAG))
                .add(plain("passwordExpired", ValueType.FLAG))
                .add(plain("mustChangePassword", ValueType.FLAG))
                .add(plain("passwordCorrect", ValueType.FLAG))
                .add(plain("passwordBlank", ValueType.FLAG))
                .add(plain("passwordUsedOnHost", ValueType.FLAG))
                .add(word("domainPosition", "same", "child", "parent", "trusted", "other"))
                .add(plain("remoteDesktopDenied", ValueType.FLAG))
                .add(plain("mayLogOnFromClient", ValueType.FLAG))
                .add(plain("mayLogOnToHost", ValueType.FLAG))
                .add(plain("withinLogonHours", ValueType.FLAG))
                .add(plain("assignedToCollection", ValueType.FLAG))
                .add(word("azureVmLogin", "none", "user", "administrator"))
                .add(plain("mfaRequired", ValueType.FLAG))
                .build();
    }

    private static Kind memberships() {
        return new Kind.Builder(5, "memberships", "Membership", Shape.LIST)
                .absentable()
                .viewpoints("top")
                .identity("group")
                .add(plain("group", ValueType.PRINCIPAL))
                .build();
    }

    private static Kind operatingSystem() {
        return new Kind.Builder(6, "operatingSystem", "OperatingSystem", Shape.ONE)
                .viewpoints("client", "host", "gateway", "broker", "licenseServer", "domain", "profileServer")
                .add(word("name", "windows-xp", "windows-server-2003", "windows-vista", "windows-server-2008", "windows-7", "windows-server-2008-r2", "windows-8", "windows-server-2012", "windows-8.1", "windows-server-2012-r2", "windows-10", "windows-server-2016", "windows-server-2019", "windows-server-2022", "windows-11", "windows-server-2025", "macos", "linux", "other"))
                .add(plain("build", ValueType.INT))
                .add(plain("revision", ValueType.INT))
                .add(plain("release", ValueType.NAME))
                .add(plain("updateLevel", ValueType.TIME))
                .add(plain("edition", ValueType.NAME))
                .add(word("productType", "workstation", "server", "domain-controller"))
                .add(plain("clonedWithoutGeneralize", ValueType.FLAG))
                .build();
    }

    private static Kind updates() {
        return new Kind.Builder(7, "updates", "Update", Shape.LIST)
                .absentable()
                .viewpoints("client", "host", "gateway", "broker", "licenseServer", "domain")
                .identity("kb")
                .add(plain("kb", ValueType.INT))
                .build();
    }

    private static Kind boot() {
        return new Kind.Builder(8, "boot", "Boot", Shape.ONE)
                .viewpoints("client", "host", "gateway", "broker")
                .add(word("mode", "normal", "safe-minimal", "safe-network"))
                .add(plain("upSince", ValueType.TIME))
                .add(plain("restartPending", ValueType.FLAG))
                .add(plain("setupInProgress", ValueType.FLAG))
                .add(plain("oobeInProgress", ValueType.FLAG))
                .build();
    }

    private static Kind features() {
        return new Kind.Builder(9, "features", "Feature", Shape.LIST)
                .absentable()
                .viewpoints("client", "host", "gateway", "broker", "licenseServer", "profileServer")
                .identity("name")
                .add(plain("name", ValueType.NAME))
                .build();
    }

    private static Kind join() {
        return new Kind.Builder(10, "join", "Join", Shape.ONE)
                .viewpoints("client", "host", "gateway", "broker")
                .add(plain("domainJoined", ValueType.FLAG))
                .add(plain("entraJoined", ValueType.FLAG))
                .add(plain("entraRegistered", ValueType.FLAG))
                .add(word("secureChannel", "healthy", "broken"))
                .add(plain("domainControllerReachable", ValueType.FLAG))
                .add(plain("sameTenantAsPeer", ValueType.FLAG))
                .add(plain("machineSidSameAsPeer", ValueType.FLAG))
                .build();
    }

    private static Kind clock() {
        return new Kind.Builder(11, "clock", "Clock", Shape.ONE)
                .viewpoints("client", "host", "gateway", "domain")
                .add(property("offsetSeconds", ValueType.NUMBER, false, false, true, "s", ""))
                .add(word("against", "client", "host", "gateway", "broker", "license-server", "domain-controller", "profile-server", "sql-server", "platform", "internet", "trust-list", "avd-service"))
                .build();
    }

    private static Kind services() {
        return new Kind.Builder(12, "services", "Service", Shape.LIST)
                .absentable()
                .viewpoints("client", "host", "gateway", "broker", "licenseServer", "domain", "profileServer")
                .identity("name")
                .add(plain("name", ValueType.NAME))
                .add(word("state", "running", "stopped", "start-pending", "stop-pending", "paused"))
                .add(word("startType", "automatic", "manual", "disabled", "boot", "system"))
                .add(plain("accountIsDefault", ValueType.FLAG))
                .add(plain("exitCode", ValueType.CODE))
                .add(plain("dll", ValueType.PATH))
                .build();
    }

    private static Kind events() {
        return new Kind.Builder(13, "events", "Event", Shape.LIST)
                .absentable()
                .repeatable()
                .viewpoints("client", "host", "gateway", "broker", "licenseServer", "domain", "profileServer")
                .identity("id")
                .needsOneOf("provider", "channel")
                .unnamedWith("text")
                .withAbsent("channel", "provider", "since")
                .add(plain("channel", ValueType.NAME))
                .add(plain("provider", ValueType.NAME))
                .add(plain("id", ValueType.INT))
                .add(plain("at", ValueType.TIME))
                .add(property("secondsFromAttempt", ValueType.NUMBER, false, true, true, "s", ""))
                .add(plain("since", ValueType.TIME))
                .add(plain("count", ValueType.INT))
                .add(plain("perMinute", ValueType.NUMBER))
                .add(plain("status", ValueType.CODE))
                .add(plain("subStatus", ValueType.CODE))
                .add(plain("internalState", ValueType.INT))
                .add(plain("reason", ValueType.CODE))
                .add(plain("service", ValueType.NAME))
                .add(plain("dependency", ValueType.NAME))
                .add(plain("process", ValueType.NAME))
                .add(plain("module", ValueType.NAME))
                .add(plain("device", ValueType.NAME))
                .add(plain("symbol", ValueType.NAME))
                .add(plain("transport", ValueType.NAME))
                .add(plain("authenticationPackage", ValueType.NAME).alsoWritten("package"))
                .add(property("text", ValueType.TEXT, false, false, false, "", ""))
                .build();
    }

    private static Kind registryValues() {
        return new Kind.Builder(14, "registryValues", "RegistryValue", Shape.LIST)
                .absentable()
                .viewpoints("client", "host", "gateway", "broker", "licenseServer", "domain")
                .identity("key", "name")
                .add(plain("key", ValueType.NAME))
                .add(plain("name", ValueType.NAME))
                .add(plain("number", ValueType.INT))
                .add(plain("text", ValueType.TEXT))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .add(plain("differsFromHealthy", ValueType.FLAG))
                .build();
    }

    private static Kind userRights() {
        return new Kind.Builder(15, "userRights", "UserRight", Shape.LIST)
                .absentable()
                .viewpoints("host", "domain")
                .identity("right", "principal")
                .add(word("right", "SeNetworkLogonRight", "SeInteractiveLogonRight", "SeRemoteInteractiveLogonRight", "SeDenyNetworkLogonRight", "SeDenyInteractiveLogonRight", "SeDenyRemoteInteractiveLogonRight"))
                .add(plain("principal", ValueType.PRINCIPAL))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind localGroups() {
        return new Kind.Builder(16, "localGroups", "LocalGroupMember", Shape.LIST)
                .absentable()
                .viewpoints("host", "broker", "gateway")
                .identity("group", "member")
                .add(plain("group", ValueType.PRINCIPAL))
                .add(plain("member", ValueType.PRINCIPAL))
                .build();
    }

    private static Kind software() {
        return new Kind.Builder(17, "software", "Software", Shape.LIST)
                .absentable()
                .viewpoints("client", "host", "gateway", "broker")
                .identity("name")
                .add(plain("name", ValueType.TOKEN))
                .add(word("category", "antivirus", "edr", "firewall", "ip-ban", "rdp-wrapper", "rdp-server", "remote-access", "connection-program", "vpn", "mfa", "cloud-agent", "desktop-tool", "hardening", "smart-card-driver", "proxy", "monitoring"))
                .add(property("version", ValueType.TEXT, false, false, false, "", ""))
                .add(plain("running", ValueType.FLAG))
                .add(plain("blocksClient", ValueType.FLAG))
                .add(plain("clientExempted", ValueType.FLAG))
                .add(property("detection", ValueType.TEXT, false, false, false, "", ""))
                .build();
    }

    private static Kind files() {
        return new Kind.Builder(18, "files", "FileFact", Shape.LIST)
                .absentable()
                .viewpoints("client", "host", "gateway", "broker")
                .identity("path")
                .add(plain("path", ValueType.PATH))
                .add(property("version", ValueType.TEXT, false, false, false, "", ""))
                .add(plain("signatureValid", ValueType.FLAG))
                .build();
    }

    private static Kind resources() {
        return new Kind.Builder(19, "resources", "Resource", Shape.LIST)
                .viewpoints("client", "host", "gateway", "broker", "profileServer")
                .identity("name")
                .add(word("name", "system-disk", "profile-disk", "memory", "cpu", "handles", "tcp-ports", "desktop-heap", "gpu"))
                .add(word("state", "normal", "strained", "exhausted"))
                .add(plain("growing", ValueType.FLAG))
                .add(plain("process", ValueType.NAME))
                .add(property("percent", ValueType.INT, false, false, true, "%", ""))
                .add(property("freeMb", ValueType.INT, false, false, true, "MB", ""))
                .build();
    }

    private static Kind remoteDesktop() {
        return new Kind.Builder(20, "remoteDesktop", "RemoteDesktop", Shape.ONE)
                .viewpoints("host")
                .add(plain("allowed", ValueType.FLAG))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .add(plain("allowedLocally", ValueType.FLAG))
                .add(plain("draining", ValueType.FLAG))
                .build();
    }

    private static Kind listeners() {
        return new Kind.Builder(21, "listeners", "Listener", Shape.LIST)
                .absentable()
                .viewpoints("host")
                .identity("name")
                .add(plain("name", ValueType.NAME))
                .add(word("state", "listening", "down"))
                .add(plain("enabled", ValueType.FLAG))
                .add(plain("logonsAllowed", ValueType.FLAG))
                .add(plain("port", ValueType.INT))
                .add(word("adapter", "all", "one", "missing"))
                .add(plain("adapterIsRight", ValueType.FLAG))
                .build();
    }

    private static Kind ports() {
        return new Kind.Builder(22, "ports", "Port", Shape.LIST)
                .viewpoints("host", "gateway", "broker")
                .identity("port", "protocol")
                .add(plain("port", ValueType.INT))
                .add(word("protocol", "tcp", "udp"))
                .add(word("state", "listening", "closed"))
                .add(plain("service", ValueType.NAME))
                .add(plain("process", ValueType.NAME))
                .build();
    }

    private static Kind nla() {
        return new Kind.Builder(23, "nla", "Nla", Shape.ONE)
                .viewpoints("host")
                .add(plain("required", ValueType.FLAG))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind securityLayer() {
        return new Kind.Builder(24, "securityLayer", "SecurityLayer", Shape.ONE)
                .viewpoints("host")
                .add(word("value", "rdp", "negotiate", "tls"))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind encryption() {
        return new Kind.Builder(25, "encryption", "Encryption", Shape.ONE)
                .viewpoints("host", "client")
                .add(word("minimumLevel", "low", "client-compatible", "high", "fips"))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .add(plain("fipsOnly", ValueType.FLAG))
                .add(word("fipsSetBy", "default", "local", "policy", "program"))
                .build();
    }

    private static Kind tls() {
        return new Kind.Builder(26, "tls", "TlsSupport", Shape.LIST)
                .viewpoints("client", "host", "gateway", "broker")
                .identity("item", "side")
                .add(word("item", "tls1.0", "tls1.1", "tls1.2", "tls1.3", "rc4", "3des", "aes-cbc", "aes-gcm", "chacha20", "rsa-key-exchange", "dhe", "ecdhe-rsa", "ecdhe-ecdsa", "sha1-signatures", "legacy-security-level"))
                .add(word("side", "server", "client"))
                .add(plain("enabled", ValueType.FLAG))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind cipherSuites() {
        return new Kind.Builder(27, "cipherSuites", "CipherSuites", Shape.ONE)
                .viewpoints("client", "host", "gateway")
                .add(property("enabled", ValueType.TEXT, true, false, true, "", ""))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .add(plain("commonWithPeer", ValueType.FLAG))
                .build();
    }

    private static Kind certificate() {
        return new Kind.Builder(28, "certificate", "Certificate", Shape.ONE)
                .absentable()
                .viewpoints("host", "gateway", "broker")
                .add(plain("thumbprint", ValueType.THUMBPRINT))
                .add(word("binding", "default", "policy", "custom", "invalid"))
                .add(plain("boundInStore", ValueType.FLAG))
                .add(plain("selfSigned", ValueType.FLAG))
                .add(plain("issuedByIntermediate", ValueType.FLAG))
                .add(plain("notBefore", ValueType.TIME))
                .add(plain("notAfter", ValueType.TIME))
                .add(word("validity", "valid", "expired", "not-yet-valid"))
                .add(plain("namesMachine", ValueType.FLAG))
                .add(plain("coversNameUsed", ValueType.FLAG))
                .add(plain("privateKeyPresent", ValueType.FLAG))
                .add(plain("privateKeyReadable", ValueType.FLAG))
                .add(property("privateKeyReaders", ValueType.PRINCIPAL, true, false, true, "", ""))
                .add(word("keyAlgorithm", "rsa", "ecdsa"))
                .add(property("keyProvider", ValueType.TEXT, false, false, false, "", ""))
                .add(plain("keyUsageAllowsTls", ValueType.FLAG))
                .add(plain("serverAuthentication", ValueType.FLAG))
                .add(plain("issuerUrlPresent", ValueType.FLAG))
                .add(plain("recreatedAfterDeletion", ValueType.FLAG))
                .build();
    }

    private static Kind certificateChecks() {
        return new Kind.Builder(29, "certificateChecks", "CertificateCheck", Shape.LIST)
                .absentable()
                .viewpoints("client")
                .identity("peer", "fault")
                .add(word("peer", "client", "host", "gateway", "broker", "license-server", "domain-controller", "profile-server", "sql-server", "platform", "internet", "trust-list", "avd-service"))
                .add(word("fault", "untrusted-issuer", "incomplete-chain", "name-mismatch", "expired", "revocation-unknown", "revocation-slow", "changed"))
                .build();
    }

    private static Kind roleCertificates() {
        return new Kind.Builder(30, "roleCertificates", "RoleCertificate", Shape.LIST)
                .viewpoints("broker", "gateway")
                .identity("role")
                .add(word("role", "redirector", "publishing", "web-access", "gateway"))
                .add(plain("current", ValueType.FLAG))
                .add(word("setError", "access-denied", "no-such-path", "other"))
                .build();
    }

    private static Kind keyStore() {
        return new Kind.Builder(31, "keyStore", "KeyStore", Shape.ONE)
                .viewpoints("host", "gateway")
                .add(plain("accessible", ValueType.FLAG))
                .add(word("rdpKey", "present", "missing", "damaged"))
                .add(plain("rdpKeyReadable", ValueType.FLAG))
                .build();
    }

    private static Kind credssp() {
        return new Kind.Builder(32, "credssp", "Credssp", Shape.ONE)
                .viewpoints("client", "host")
                .add(plain("patched", ValueType.FLAG))
                .add(word("oraclePolicy", "force-updated-clients", "mitigated", "vulnerable"))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind ntlm() {
        return new Kind.Builder(33, "ntlm", "Ntlm", Shape.ONE)
                .viewpoints("client", "host", "gateway", "domain")
                .add(word("incoming", "allowed", "domain-accounts-denied", "denied"))
                .add(word("outgoing", "allowed", "audited", "denied"))
                .add(word("inDomain", "allowed", "partly-denied", "denied"))
                .add(plain("level", ValueType.INT))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind kerberos() {
        return new Kind.Builder(34, "kerberos", "Kerberos", Shape.ONE)
                .viewpoints("client", "host", "domain")
                .add(plain("ticketForHost", ValueType.FLAG))
                .add(plain("encryptionTypesRestricted", ValueType.FLAG))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind credentialGuard() {
        return new Kind.Builder(35, "credentialGuard", "CredentialGuard", Shape.ONE)
                .viewpoints("client", "host")
                .add(plain("running", ValueType.FLAG))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind savedCredential() {
        return new Kind.Builder(36, "savedCredential", "SavedCredential", Shape.ONE)
                .absentable()
                .viewpoints("client")
                .add(plain("olderThanPassword", ValueType.FLAG))
                .build();
    }

    private static Kind rdpSettings() {
        return new Kind.Builder(37, "rdpSettings", "RdpSetting", Shape.LIST)
                .absentable()
                .viewpoints("client")
                .identity("name")
                .add(plain("name", ValueType.NAME))
                .add(plain("number", ValueType.INT))
                .add(plain("text", ValueType.TEXT))
                .build();
    }

    private static Kind nameLookups() {
        return new Kind.Builder(38, "nameLookups", "NameLookup", Shape.LIST)
                .repeatable()
                .viewpoints("client", "host", "gateway", "broker")
                .identity("of")
                .add(word("of", "client", "host", "gateway", "broker", "license-server", "domain-controller", "profile-server", "sql-server", "platform", "internet", "trust-list", "avd-service"))
                .add(word("nameForm", "short", "fqdn"))
                .add(word("result", "found", "not-found", "timed-out", "sometimes"))
                .add(plain("correct", ValueType.FLAG))
                .add(plain("fromCache", ValueType.FLAG))
                .build();
    }

    private static Kind dns() {
        return new Kind.Builder(39, "dns", "Dns", Shape.ONE)
                .viewpoints("client", "host")
                .add(property("searchSuffixes", ValueType.TEXT, true, false, false, "", "domain"))
                .build();
    }

    private static Kind probes() {
        return new Kind.Builder(40, "probes", "Probe", Shape.LIST)
                .viewpoints("client", "host", "gateway", "broker", "licenseServer")
                .identity("to", "protocol", "port")
                .add(word("to", "client", "host", "gateway", "broker", "license-server", "domain-controller", "profile-server", "sql-server", "platform", "internet", "trust-list", "avd-service"))
                .add(word("protocol", "tcp", "udp", "icmp", "http", "websocket", "gateway-http", "gateway-rpc"))
                .add(plain("port", ValueType.INT))
                .add(word("result", "open", "refused", "timed-out", "reset", "unreachable", "denied"))
                .add(plain("httpStatus", ValueType.INT))
                .build();
    }

    private static Kind paths() {
        return new Kind.Builder(41, "paths", "PathQuality", Shape.LIST)
                .viewpoints("client", "host")
                .identity("to")
                .add(word("to", "client", "host", "gateway", "broker", "license-server", "domain-controller", "profile-server", "sql-server", "platform", "internet", "trust-list", "avd-service"))
                .add(word("over", "lan", "wan", "vpn", "wlan", "direct-access"))
                .add(property("latencyMs", ValueType.NUMBER, false, false, true, "ms", ""))
                .add(property("jitterMs", ValueType.NUMBER, false, false, true, "ms", ""))
                .add(property("lossPercent", ValueType.NUMBER, false, false, true, "%", ""))
                .add(property("mtuBytes", ValueType.INT, false, false, true, "bytes", ""))
                .add(plain("mtuConsistent", ValueType.FLAG))
                .add(plain("slow", ValueType.FLAG))
                .add(plain("lossy", ValueType.FLAG))
                .build();
    }

    private static Kind packetTraces() {
        return new Kind.Builder(42, "packetTraces", "PacketTrace", Shape.LIST)
                .viewpoints("client", "host", "gateway")
                .identity("from", "to")
                .add(word("from", "client", "host", "gateway", "broker", "license-server", "domain-controller", "profile-server", "sql-server", "platform", "internet", "trust-list", "avd-service"))
                .add(word("to", "client", "host", "gateway", "broker", "license-server", "domain-controller", "profile-server", "sql-server", "platform", "internet", "trust-list", "avd-service"))
                .add(plain("seen", ValueType.FLAG))
                .add(plain("answered", ValueType.FLAG))
                .build();
    }

    private static Kind intermediaries() {
        return new Kind.Builder(43, "intermediaries", "Intermediary", Shape.LIST)
                .absentable()
                .viewpoints("network")
                .identity("kind")
                .add(word("kind", "vpn", "direct-access", "rd-gateway", "bastion", "rdp-proxy", "tunnel", "reverse-proxy", "web-proxy", "load-balancer", "nat", "firewall", "avd-service"))
                .add(plain("product", ValueType.TOKEN))
                .add(property("version", ValueType.TEXT, false, false, false, "", ""))
                .add(word("addressFamily", "ipv4", "ipv6"))
                .add(word("startedBy", "service", "user-session"))
                .add(word("endsAt", "client", "host", "router"))
                .build();
    }

    private static Kind firewall() {
        return new Kind.Builder(44, "firewall", "Firewall", Shape.ONE)
                .viewpoints("client", "host")
                .add(word("activeProfile", "domain", "private", "public"))
                .add(plain("enabled", ValueType.FLAG))
                .add(plain("blockAllInbound", ValueType.FLAG))
                .add(plain("admitsRdp", ValueType.FLAG))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind firewallRules() {
        return new Kind.Builder(45, "firewallRules", "FirewallRule", Shape.LIST)
                .absentable()
                .viewpoints("client", "host")
                .identity("id")
                .add(plain("id", ValueType.NAME))
                .add(plain("enabled", ValueType.FLAG))
                .add(word("action", "allow", "block"))
                .add(property("profiles", ValueType.WORD, true, false, true, "", "", "domain", "private", "public"))
                .add(plain("coversClient", ValueType.FLAG))
                .add(word("setBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .build();
    }

    private static Kind adapters() {
        return new Kind.Builder(46, "adapters", "Adapter", Shape.LIST)
                .viewpoints("client", "host")
                .identity("id")
                .add(plain("id", ValueType.NAME))
                .add(word("state", "up", "disabled", "disconnected"))
                .add(plain("driver", ValueType.TOKEN))
                .add(property("driverVersion", ValueType.TEXT, false, false, false, "", ""))
                .add(word("addressSetBy", "dhcp", "static"))
                .add(plain("addressMatchesPlatform", ValueType.FLAG))
                .add(word("dot1x", "none", "machine", "user", "machine-or-user"))
                .build();
    }

    private static Kind licensing() {
        return new Kind.Builder(47, "licensing", "Licensing", Shape.ONE)
                .viewpoints("host")
                .add(word("mode", "per-device", "per-user", "not-configured", "administration"))
                .add(word("modeSetBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .add(property("servers", ValueType.TEXT, true, false, false, "", "machine"))
                .add(word("serversSetBy", "default", "local", "policy", "program"))
                .add(plain("serverReachable", ValueType.FLAG))
                .add(property("graceDaysLeft", ValueType.INT, false, false, true, "d", ""))
                .add(plain("certificateDamaged", ValueType.FLAG))
                .build();
    }

    private static Kind licenseCache() {
        return new Kind.Builder(48, "licenseCache", "LicenseCache", Shape.ONE)
                .absentable()
                .viewpoints("client")
                .add(plain("damaged", ValueType.FLAG))
                .add(plain("writable", ValueType.FLAG))
                .add(plain("lastRenewed", ValueType.TIME))
                .add(plain("bits", ValueType.INT))
                .build();
    }

    private static Kind cals() {
        return new Kind.Builder(49, "cals", "Cals", Shape.LIST)
                .viewpoints("licenseServer")
                .identity("version")
                .add(word("mode", "per-device", "per-user"))
                .add(word("version", "windows-server-2003", "windows-server-2008", "windows-server-2008-r2", "windows-server-2012", "windows-server-2016", "windows-server-2019", "windows-server-2022", "windows-server-2025"))
                .add(plain("free", ValueType.INT))
                .build();
    }

    private static Kind sessions() {
        return new Kind.Builder(50, "sessions", "Sessions", Shape.ONE)
                .viewpoints("host")
                .add(plain("active", ValueType.INT))
                .add(plain("disconnected", ValueType.INT))
                .add(plain("limit", ValueType.INT))
                .add(word("limitSetBy", "default", "local", "policy", "program"))
                .add(word("policyFrom", "domain", "local", "mdm"))
                .add(plain("ofThisUser", ValueType.INT))
                .add(plain("deadSessionActive", ValueType.FLAG))
                .add(plain("consoleLocked", ValueType.FLAG))
                .build();
    }

    private static Kind profile() {
        return new Kind.Builder(51, "profile", "Profile", Shape.ONE)
                .viewpoints("host")
                .add(word("kind", "local", "roaming", "mandatory", "container", "disk"))
                .add(word("state", "normal", "temporary", "default", "corrupt", "not-loaded"))
                .build();
    }

    private static Kind controller() {
        return new Kind.Builder(52, "controller", "DomainController", Shape.ONE)
                .viewpoints("domain")
                .add(plain("readOnly", ValueType.FLAG))
                .add(plain("cachesPasswords", ValueType.FLAG))
                .build();
    }

    private static Kind database() {
        return new Kind.Builder(53, "database", "BrokerDatabase", Shape.ONE)
                .viewpoints("broker")
                .add(word("kind", "wid", "sql-server", "azure-sql"))
                .add(plain("logonWorks", ValueType.FLAG))
                .add(plain("nameIsCurrent", ValueType.FLAG))
                .build();
    }

    private static Kind redirection() {
        return new Kind.Builder(54, "redirection", "Redirection", Shape.ONE)
                .viewpoints("host", "broker")
                .add(word("method", "address", "routing-token"))
                .add(word("addressFamily", "ipv4", "ipv6", "both"))
                .add(plain("matchesHost", ValueType.FLAG))
                .build();
    }

    private static Kind machine() {
        return new Kind.Builder(55, "machine", "Machine", Shape.ONE)
                .viewpoints("platform")
                .add(word("provider", "azure", "aws", "gcp", "alibaba", "hyper-v", "vmware", "kvm", "other-cloud", "physical"))
                .add(word("power", "running", "stopped", "starting"))
                .add(word("screenShows", "sign-in", "desktop", "setup", "recovery", "blue-screen", "updating"))
                .build();
    }

    private static Kind securityRules() {
        return new Kind.Builder(56, "securityRules", "SecurityRule", Shape.LIST)
                .absentable()
                .repeatable()
                .viewpoints("platform")
                .identity("port")
                .add(plain("port", ValueType.INT))
                .add(word("action", "allow", "deny"))
                .add(word("source", "any", "client", "other-address", "service-tag"))
                .add(plain("sourcePortRestricted", ValueType.FLAG))
                .add(plain("matchesClient", ValueType.FLAG))
                .build();
    }

    private static Kind cloudSettings() {
        return new Kind.Builder(57, "cloudSettings", "CloudSetting", Shape.LIST)
                .absentable()
                .viewpoints("platform")
                .identity("resource", "name")
                .add(plain("resource", ValueType.TOKEN))
                .add(plain("name", ValueType.NAME))
                .add(plain("number", ValueType.INT))
                .add(plain("text", ValueType.TEXT))
                .build();
    }

    private static Kind reached() {
        return new Kind.Builder(58, "reached", "Reached", Shape.LIST)
                .deduced()
                .viewpoints("top")
                .identity("phase")
                .add(word("phase", "name", "tcp", "negotiation", "tls", "credentials", "authorization", "licensing", "session", "desktop", "later"))
                .build();
    }

    private static Kind deduced() {
        return new Kind.Builder(59, "deduced", "Deduced", Shape.LIST)
                .deduced()
                .viewpoints("top")
                .identity("name")
                .add(plain("name", ValueType.TOKEN))
                .build();
    }

    /** The record of that kind, with these values in the order of its components. */
    static Fact create(Kind kind, @Nullable Object[] values) {
        return switch (kind.ordinal()) {
            case 0 -> newAttempt(values);
            case 1 -> newSymptom(values);
            case 2 -> newTrial(values);
            case 3 -> newChange(values);
            case 4 -> newAccount(values);
            case 5 -> newMembership(values);
            case 6 -> newOperatingSystem(values);
            case 7 -> newUpdate(values);
            case 8 -> newBoot(values);
            case 9 -> newFeature(values);
            case 10 -> newJoin(values);
            case 11 -> newClock(values);
            case 12 -> newService(values);
            case 13 -> newEvent(values);
            case 14 -> newRegistryValue(values);
            case 15 -> newUserRight(values);
            case 16 -> newLocalGroupMember(values);
            case 17 -> newSoftware(values);
            case 18 -> newFileFact(values);
            case 19 -> newResource(values);
            case 20 -> newRemoteDesktop(values);
            case 21 -> newListener(values);
            case 22 -> newPort(values);
            case 23 -> newNla(values);
            case 24 -> newSecurityLayer(values);
            case 25 -> newEncryption(values);
            case 26 -> newTlsSupport(values);
            case 27 -> newCipherSuites(values);
            case 28 -> newCertificate(values);
            case 29 -> newCertificateCheck(values);
            case 30 -> newRoleCertificate(values);
            case 31 -> newKeyStore(values);
            case 32 -> newCredssp(values);
            case 33 -> newNtlm(values);
            case 34 -> newKerberos(values);
            case 35 -> newCredentialGuard(values);
            case 36 -> newSavedCredential(values);
            case 37 -> newRdpSetting(values);
            case 38 -> newNameLookup(values);
            case 39 -> newDns(values);
            case 40 -> newProbe(values);
            case 41 -> newPathQuality(values);
            case 42 -> newPacketTrace(values);
            case 43 -> newIntermediary(values);
            case 44 -> newFirewall(values);
            case 45 -> newFirewallRule(values);
            case 46 -> newAdapter(values);
            case 47 -> newLicensing(values);
            case 48 -> newLicenseCache(values);
            case 49 -> newCals(values);
            case 50 -> newSessions(values);
            case 51 -> newProfile(values);
            case 52 -> newDomainController(values);
            case 53 -> newBrokerDatabase(values);
            case 54 -> newRedirection(values);
            case 55 -> newMachine(values);
            case 56 -> newSecurityRule(values);
            case 57 -> newCloudSetting(values);
            case 58 -> newReached(values);
            case 59 -> newDeduced(values);
            default -> throw new IllegalStateException(kind.key());
        };
    }

    private static Fact newAttempt(@Nullable Object[] v) {
        return new Attempt(
                (String) known(v[0]),
                (TimeSpan) v[1],
                (String) v[2],
                (String) v[3],
                (Integer) v[4],
                (Integer) v[5],
                (Integer) v[6],
                (Integer) v[7],
                (Integer) v[8],
                (String) v[9],
                (String) v[10],
                (String) v[11],
                (String) v[12],
                (String) v[13],
                (String) v[14],
                (String) v[15],
                (String) v[16],
                (String) v[17],
                (Boolean) v[18],
                (String) v[19],
                (String) v[20],
                (Boolean) v[21],
                (Integer) v[22],
                (String) v[23],
                (Boolean) v[24],
                (String) v[25],
                (String) v[26],
                (String) v[27],
                (String) v[28],
                (String) v[29],
                (Integer) v[30],
                (Integer) v[31],
                (Boolean) v[32],
                (TimeSpan) v[33]);
    }

    private static Fact newSymptom(@Nullable Object[] v) {
        return new Symptom(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (Integer) v[3],
                (Integer) v[4],
                (Integer) v[5],
                (String) v[6],
                (String) v[7],
                (String) v[8],
                (Boolean) v[9]);
    }

    private static Fact newTrial(@Nullable Object[] v) {
        return new Trial(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (Integer) v[6],
                (Integer) v[7]);
    }

    private static Fact newChange(@Nullable Object[] v) {
        return new Change(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (TimeSpan) v[4],
                (Boolean) v[5],
                (Integer) v[6],
                (String) v[7],
                (String) v[8]);
    }

    private static Fact newAccount(@Nullable Object[] v) {
        return new Account(
                (String) known(v[0]),
                (String) v[1],
                (Boolean) v[2],
                (Boolean) v[3],
                (Boolean) v[4],
                (Boolean) v[5],
                (Boolean) v[6],
                (Boolean) v[7],
                (Boolean) v[8],
                (Boolean) v[9],
                (Boolean) v[10],
                (Boolean) v[11],
                (String) v[12],
                (Boolean) v[13],
                (Boolean) v[14],
                (Boolean) v[15],
                (Boolean) v[16],
                (Boolean) v[17],
                (String) v[18],
                (Boolean) v[19]);
    }

    private static Fact newMembership(@Nullable Object[] v) {
        return new Membership(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2]);
    }

    private static Fact newOperatingSystem(@Nullable Object[] v) {
        return new OperatingSystem(
                (String) known(v[0]),
                (String) v[1],
                (Integer) v[2],
                (Integer) v[3],
                (String) v[4],
                (TimeSpan) v[5],
                (String) v[6],
                (String) v[7],
                (Boolean) v[8]);
    }

    private static Fact newUpdate(@Nullable Object[] v) {
        return new Update(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (Integer) v[2]);
    }

    private static Fact newBoot(@Nullable Object[] v) {
        return new Boot(
                (String) known(v[0]),
                (String) v[1],
                (TimeSpan) v[2],
                (Boolean) v[3],
                (Boolean) v[4],
                (Boolean) v[5]);
    }

    private static Fact newFeature(@Nullable Object[] v) {
        return new Feature(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2]);
    }

    private static Fact newJoin(@Nullable Object[] v) {
        return new Join(
                (String) known(v[0]),
                (Boolean) v[1],
                (Boolean) v[2],
                (Boolean) v[3],
                (String) v[4],
                (Boolean) v[5],
                (Boolean) v[6],
                (Boolean) v[7]);
    }

    private static Fact newClock(@Nullable Object[] v) {
        return new Clock(
                (String) known(v[0]),
                (Double) v[1],
                (String) v[2]);
    }

    private static Fact newService(@Nullable Object[] v) {
        return new Service(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (Boolean) v[5],
                (Integer) v[6],
                (String) v[7]);
    }

    private static Fact newEvent(@Nullable Object[] v) {
        return new Event(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (Integer) v[4],
                (TimeSpan) v[5],
                (Double) v[6],
                (TimeSpan) v[7],
                (Integer) v[8],
                (Double) v[9],
                (Integer) v[10],
                (Integer) v[11],
                (Integer) v[12],
                (Integer) v[13],
                (String) v[14],
                (String) v[15],
                (String) v[16],
                (String) v[17],
                (String) v[18],
                (String) v[19],
                (String) v[20],
                (String) v[21],
                (String) v[22]);
    }

    private static Fact newRegistryValue(@Nullable Object[] v) {
        return new RegistryValue(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (Integer) v[4],
                (String) v[5],
                (String) v[6],
                (String) v[7],
                (Boolean) v[8]);
    }

    private static Fact newUserRight(@Nullable Object[] v) {
        return new UserRight(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5]);
    }

    private static Fact newLocalGroupMember(@Nullable Object[] v) {
        return new LocalGroupMember(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3]);
    }

    private static Fact newSoftware(@Nullable Object[] v) {
        return new Software(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (Boolean) v[5],
                (Boolean) v[6],
                (Boolean) v[7],
                (String) v[8]);
    }

    private static Fact newFileFact(@Nullable Object[] v) {
        return new FileFact(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (Boolean) v[4]);
    }

    private static Fact newResource(@Nullable Object[] v) {
        return new Resource(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (Boolean) v[3],
                (String) v[4],
                (Integer) v[5],
                (Integer) v[6]);
    }

    private static Fact newRemoteDesktop(@Nullable Object[] v) {
        return new RemoteDesktop(
                (String) known(v[0]),
                (Boolean) v[1],
                (String) v[2],
                (String) v[3],
                (Boolean) v[4],
                (Boolean) v[5]);
    }

    private static Fact newListener(@Nullable Object[] v) {
        return new Listener(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (Boolean) v[4],
                (Boolean) v[5],
                (Integer) v[6],
                (String) v[7],
                (Boolean) v[8]);
    }

    private static Fact newPort(@Nullable Object[] v) {
        return new Port(
                (String) known(v[0]),
                (Integer) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5]);
    }

    private static Fact newNla(@Nullable Object[] v) {
        return new Nla(
                (String) known(v[0]),
                (Boolean) v[1],
                (String) v[2],
                (String) v[3]);
    }

    private static Fact newSecurityLayer(@Nullable Object[] v) {
        return new SecurityLayer(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3]);
    }

    private static Fact newEncryption(@Nullable Object[] v) {
        return new Encryption(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (Boolean) v[4],
                (String) v[5]);
    }

    private static Fact newTlsSupport(@Nullable Object[] v) {
        return new TlsSupport(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (Boolean) v[3],
                (String) v[4],
                (String) v[5]);
    }

    private static Fact newCipherSuites(@Nullable Object[] v) {
        return new CipherSuites(
                (String) known(v[0]),
                list(v[1]),
                (String) v[2],
                (String) v[3],
                (Boolean) v[4]);
    }

    private static Fact newCertificate(@Nullable Object[] v) {
        return new Certificate(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (Boolean) v[4],
                (Boolean) v[5],
                (Boolean) v[6],
                (TimeSpan) v[7],
                (TimeSpan) v[8],
                (String) v[9],
                (Boolean) v[10],
                (Boolean) v[11],
                (Boolean) v[12],
                (Boolean) v[13],
                list(v[14]),
                (String) v[15],
                (String) v[16],
                (Boolean) v[17],
                (Boolean) v[18],
                (Boolean) v[19],
                (Boolean) v[20]);
    }

    private static Fact newCertificateCheck(@Nullable Object[] v) {
        return new CertificateCheck(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3]);
    }

    private static Fact newRoleCertificate(@Nullable Object[] v) {
        return new RoleCertificate(
                (String) known(v[0]),
                (String) v[1],
                (Boolean) v[2],
                (String) v[3]);
    }

    private static Fact newKeyStore(@Nullable Object[] v) {
        return new KeyStore(
                (String) known(v[0]),
                (Boolean) v[1],
                (String) v[2],
                (Boolean) v[3]);
    }

    private static Fact newCredssp(@Nullable Object[] v) {
        return new Credssp(
                (String) known(v[0]),
                (Boolean) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4]);
    }

    private static Fact newNtlm(@Nullable Object[] v) {
        return new Ntlm(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (Integer) v[4],
                (String) v[5],
                (String) v[6]);
    }

    private static Fact newKerberos(@Nullable Object[] v) {
        return new Kerberos(
                (String) known(v[0]),
                (Boolean) v[1],
                (Boolean) v[2],
                (String) v[3],
                (String) v[4]);
    }

    private static Fact newCredentialGuard(@Nullable Object[] v) {
        return new CredentialGuard(
                (String) known(v[0]),
                (Boolean) v[1],
                (String) v[2],
                (String) v[3]);
    }

    private static Fact newSavedCredential(@Nullable Object[] v) {
        return new SavedCredential(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (Boolean) v[2]);
    }

    private static Fact newRdpSetting(@Nullable Object[] v) {
        return new RdpSetting(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (Integer) v[3],
                (String) v[4]);
    }

    private static Fact newNameLookup(@Nullable Object[] v) {
        return new NameLookup(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (Boolean) v[4],
                (Boolean) v[5]);
    }

    private static Fact newDns(@Nullable Object[] v) {
        return new Dns(
                (String) known(v[0]),
                list(v[1]));
    }

    private static Fact newProbe(@Nullable Object[] v) {
        return new Probe(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (Integer) v[3],
                (String) v[4],
                (Integer) v[5]);
    }

    private static Fact newPathQuality(@Nullable Object[] v) {
        return new PathQuality(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (Double) v[3],
                (Double) v[4],
                (Double) v[5],
                (Integer) v[6],
                (Boolean) v[7],
                (Boolean) v[8],
                (Boolean) v[9]);
    }

    private static Fact newPacketTrace(@Nullable Object[] v) {
        return new PacketTrace(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (Boolean) v[3],
                (Boolean) v[4]);
    }

    private static Fact newIntermediary(@Nullable Object[] v) {
        return new Intermediary(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (String) v[6],
                (String) v[7]);
    }

    private static Fact newFirewall(@Nullable Object[] v) {
        return new Firewall(
                (String) known(v[0]),
                (String) v[1],
                (Boolean) v[2],
                (Boolean) v[3],
                (Boolean) v[4],
                (String) v[5],
                (String) v[6]);
    }

    private static Fact newFirewallRule(@Nullable Object[] v) {
        return new FirewallRule(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (Boolean) v[3],
                (String) v[4],
                list(v[5]),
                (Boolean) v[6],
                (String) v[7],
                (String) v[8]);
    }

    private static Fact newAdapter(@Nullable Object[] v) {
        return new Adapter(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3],
                (String) v[4],
                (String) v[5],
                (Boolean) v[6],
                (String) v[7]);
    }

    private static Fact newLicensing(@Nullable Object[] v) {
        return new Licensing(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3],
                list(v[4]),
                (String) v[5],
                (Boolean) v[6],
                (Integer) v[7],
                (Boolean) v[8]);
    }

    private static Fact newLicenseCache(@Nullable Object[] v) {
        return new LicenseCache(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (Boolean) v[2],
                (Boolean) v[3],
                (TimeSpan) v[4],
                (Integer) v[5]);
    }

    private static Fact newCals(@Nullable Object[] v) {
        return new Cals(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (Integer) v[3]);
    }

    private static Fact newSessions(@Nullable Object[] v) {
        return new Sessions(
                (String) known(v[0]),
                (Integer) v[1],
                (Integer) v[2],
                (Integer) v[3],
                (String) v[4],
                (String) v[5],
                (Integer) v[6],
                (Boolean) v[7],
                (Boolean) v[8]);
    }

    private static Fact newProfile(@Nullable Object[] v) {
        return new Profile(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2]);
    }

    private static Fact newDomainController(@Nullable Object[] v) {
        return new DomainController(
                (String) known(v[0]),
                (Boolean) v[1],
                (Boolean) v[2]);
    }

    private static Fact newBrokerDatabase(@Nullable Object[] v) {
        return new BrokerDatabase(
                (String) known(v[0]),
                (String) v[1],
                (Boolean) v[2],
                (Boolean) v[3]);
    }

    private static Fact newRedirection(@Nullable Object[] v) {
        return new Redirection(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (Boolean) v[3]);
    }

    private static Fact newMachine(@Nullable Object[] v) {
        return new Machine(
                (String) known(v[0]),
                (String) v[1],
                (String) v[2],
                (String) v[3]);
    }

    private static Fact newSecurityRule(@Nullable Object[] v) {
        return new SecurityRule(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (Integer) v[2],
                (String) v[3],
                (String) v[4],
                (Boolean) v[5],
                (Boolean) v[6]);
    }

    private static Fact newCloudSetting(@Nullable Object[] v) {
        return new CloudSetting(
                (String) known(v[0]),
                (Boolean) known(v[1]),
                (String) v[2],
                (String) v[3],
                (Integer) v[4],
                (String) v[5]);
    }

    private static Fact newReached(@Nullable Object[] v) {
        return new Reached(
                (String) v[0]);
    }

    private static Fact newDeduced(@Nullable Object[] v) {
        return new Deduced(
                (String) v[0]);
    }

    static String[] viewpoints() {
        return new String[] {"client", "host", "gateway", "broker", "licenseServer", "domain", "profileServer", "network", "platform"};
    }

    static String[] canBeNone() {
        return new String[] {"gateway", "broker", "licenseServer", "domain", "profileServer", "network", "platform"};
    }

    static String[] unreadReasons() {
        return new String[] {"access-denied", "not-supported", "timed-out", "no-tool", "machine-unreachable"};
    }

    static String[] how() {
        return new String[] {"measured", "seen", "told"};
    }

    static String[][] principals() {
        return new String[][] {
            {"everyone", "S-1-1-0"},
            {"network", "S-1-5-2"},
            {"interactive", "S-1-5-4"},
            {"authenticated-users", "S-1-5-11"},
            {"local-system", "S-1-5-18"},
            {"local-service", "S-1-5-19"},
            {"network-service", "S-1-5-20"},
            {"local-account", "S-1-5-113"},
            {"local-administrator-account", "S-1-5-114"},
            {"administrators", "S-1-5-32-544"},
            {"users", "S-1-5-32-545"},
            {"remote-desktop-users", "S-1-5-32-555"},
            {"rds-remote-access-servers", "S-1-5-32-575"},
            {"rds-endpoint-servers", "S-1-5-32-576"},
            {"rds-management-servers", "S-1-5-32-577"},
            {"domain-admins", "S-1-5-21-D-512"},
            {"domain-users", "S-1-5-21-D-513"},
            {"protected-users", "S-1-5-21-D-525"},
            {"builtin-administrator", "S-1-5-21-D-500"},
        };
    }

    static String[][] messages() {
        return new String[][] {
            {"cannot-connect", "en", "This computer can't connect to the remote computer"},
            {"cannot-connect", "en", "This computer cannot connect to the remote computer"},
            {"internal-error", "en", "An internal error has occurred"},
            {"internal-error", "de", "Ein interner Fehler ist aufgetreten"},
            {"internal-error", "fr", "Une erreur interne s'est produite"},
            {"not-enabled-or-unreachable", "en", "Remote Desktop can't connect to the remote computer for one of these reasons"},
            {"not-enabled-or-unreachable", "en", "Remote Desktop cannot connect to the remote computer for one of these reasons"},
            {"remote-connections-not-enabled", "en", "Remote connections might not be enabled"},
            {"computer-not-found", "en", "Remote Desktop can't find the computer"},
            {"computer-not-found", "en", "Remote Desktop cannot find the computer"},
            {"authentication-error", "en", "An authentication error has occurred"},
            {"authentication-error", "de", "Authentifizierungsfehler"},
            {"authentication-error", "fr", "Une erreur d'authentification s'est produite"},
            {"lsa-not-contacted", "en", "The Local Security Authority cannot be contacted"},
            {"credssp-oracle", "en", "This could be due to CredSSP encryption oracle remediation"},
            {"credssp-oracle", "de", "Ursache k\u00f6nnte eine CredSSP Encryption Oracle Remediation sein"},
            {"credentials-refused", "en", "Your credentials did not work"},
            {"credentials-refused", "en", "The credentials that were used to connect to"},
            {"credentials-refused", "es", "Las credenciales no funcionaron"},
            {"user-or-password-wrong", "en", "The user name or password is incorrect"},
            {"user-or-password-wrong", "de", "Der Benutzername oder das Kennwort ist falsch"},
            {"logon-attempt-failed", "en", "The logon attempt failed"},
            {"logon-attempt-failed", "de", "Der Anmeldeversuch ist fehlgeschlagen"},
            {"logon-invalid", "en", "The attempted logon is invalid"},
            {"logon-type-restricted", "en", "The system administrator has restricted the type of logon"},
            {"logon-type-restricted", "de", "Der Systemadministrator hat den Typ der Anmeldung"},
            {"account-restriction", "en", "A user account restriction is preventing you from logging on"},
            {"account-restriction", "en", "Unable to log you on because of an account restriction"},
            {"account-restriction", "en", "Account restrictions are preventing this user from signing in"},
            {"account-restriction", "en", "A user account restriction (for example"},
            {"interactive-logon-refused", "en", "The local policy of this system does not permit you to logon interactively"},
            {"interactive-logon-refused", "en", "The local policy of this system does not permit you to log on interactively"},
            {"not-authorized-remotely", "en", "The user account is not authorized for remote login"},
            {"not-authorized-remotely", "en", "To sign in remotely, you need the right to sign in through Remote Desktop Services"},
            {"not-authorized-remotely", "en", "To log on to this remote computer, you must be granted the Allow log on through"},
            {"not-authorized-remotely", "fr", "le compte d'utilisateur n'est pas autoris\u00e9 pour la connexion \u00e0 distance"},
            {"access-denied", "en", "Access is denied"},
            {"access-denied", "de", "Zugriff verweigert"},
            {"access-denied", "fr", "L'acc\u00e8s est refus\u00e9"},
            {"sam-call-denied", "en", "A remote call to the SAM database has been denied"},
            {"saved-credentials-refused", "en", "The server's authentication policy does not allow connection requests using saved credentials"},
            {"sign-in-method-not-allowed", "en", "The sign-in method you're trying to use isn't allowed"},
            {"account-locked", "en", "As a security precaution, the user account has been locked"},
            {"account-locked", "en", "account is currently locked out and may not be logged on to"},
            {"nla-no-domain-controller", "en", "but your Windows domain controller cannot be contacted"},
            {"time-difference", "en", "because there is a time or date difference"},
            {"certificate-expired-or-invalid", "en", "the authentication certificate received from the remote computer is expired or invalid"},
            {"security-error", "en", "Because of a security error, the client could not connect"},
            {"protocol-error", "en", "Because of a protocol error"},
            {"no-license-server", "en", "there are no Remote Desktop License Servers available"},
            {"no-license-server", "en", "there are no Terminal Server License Servers available"},
            {"licensing-error", "en", "because of a licensing error"},
            {"licensing-protocol-error", "en", "because of an error in the licensing protocol"},
            {"too-many-connections", "en", "exceeded the maximum number of allowed connections"},
            {"too-many-connections", "en", "The number of connections to this computer is limited and all connections are in use"},
            {"console-session-in-progress", "en", "you already have a console session in progress"},
            {"service-busy", "en", "The Remote Desktop Service is currently busy"},
            {"service-busy", "en", "Remote Desktop Services is currently busy"},
            {"session-ended", "en", "Your Remote Desktop Services session has ended"},
            {"graphics-start-failed", "en", "graphics display components in the remote session failed to start"},
            {"profile-not-loaded", "en", "Windows cannot load the user's profile"},
            {"profile-not-loaded", "en", "The User Profile Service failed the logon"},
            {"profile-not-loaded", "en", "The User Profile Service failed the sign-in"},
            {"profile-not-loaded", "en", "User profile cannot be loaded"},
            {"no-smart-card-certificate", "en", "No valid certificates found"},
            {"smart-card-key-missing", "en", "The requested key container does not exist on the smart card"},
            {"gateway-not-permitted", "en", "not listed in the RD Gateway's permission list"},
            {"web-client-could-not-connect", "en", "Oops, we couldn't connect to"},
            {"viewer-disconnected", "en", "Viewer disconnected"},
            {"bastion-request-failed", "en", "Request to EncodingReservedUnitTypes"},
            {"trust-relationship-failed", "en", "The trust relationship between this workstation and the primary domain failed"},
            {"trust-relationship-failed", "en", "does not have a computer account for this workstation trust relationship"},
            {"no-logon-servers", "en", "There are currently no logon servers available"},
            {"idle-limit-reached", "en", "didn't receive any input from you"},
            {"time-limit-reached", "en", "the total logon time limit was reached"},
            {"replaced-by-other-connection", "en", "Another user connected to the remote computer, so your connection was lost"},
        };
    }

    static List<RegistryHome> homes() {
        return List.of(
                new RegistryHome("hklm\\software\\microsoft\\windows nt\\currentversion", "ubr", "operatingSystem", "revision", List.of(), List.of(), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\safeboot\\option", "optionvalue", "boot", "mode", List.of(), List.of("1", "safe-minimal", "2", "safe-network"), ""),
                new RegistryHome("hklm\\system\\setup", "systemsetupinprogress", "boot", "setupInProgress", List.of(), List.of("0", "false", "1", "true"), ""),
                new RegistryHome("hklm\\system\\setup", "oobeinprogress", "boot", "oobeInProgress", List.of(), List.of("0", "false", "1", "true"), ""),
                new RegistryHome("hklm\\software\\policies\\microsoft\\windows nt\\terminal services", "fdenytsconnections", "remoteDesktop", "allowed", List.of(), List.of("0", "true", "1", "false"), "setBy"),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server", "fdenytsconnections", "remoteDesktop", "allowedLocally", List.of(), List.of("0", "true", "1", "false"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server", "tsserverdrainmode", "remoteDesktop", "draining", List.of(), List.of("0", "false", "1", "true", "2", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp", "fenablewinstation", "listeners", "enabled", List.of("name", "RDP-Tcp"), List.of("0", "false", "1", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp", "flogondisabled", "listeners", "logonsAllowed", List.of("name", "RDP-Tcp"), List.of("0", "true", "1", "false"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp", "portnumber", "listeners", "port", List.of("name", "RDP-Tcp"), List.of(), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp", "lanadapter", "listeners", "adapter", List.of("name", "RDP-Tcp"), List.of("0", "all"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp", "userauthentication", "nla", "required", List.of(), List.of("0", "false", "1", "true"), ""),
                new RegistryHome("hklm\\software\\policies\\microsoft\\windows nt\\terminal services", "userauthentication", "nla", "required", List.of(), List.of("0", "false", "1", "true"), "setBy"),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp", "securitylayer", "securityLayer", "value", List.of(), List.of("0", "rdp", "1", "negotiate", "2", "tls"), ""),
                new RegistryHome("hklm\\software\\policies\\microsoft\\windows nt\\terminal services", "securitylayer", "securityLayer", "value", List.of(), List.of("0", "rdp", "1", "negotiate", "2", "tls"), "setBy"),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp", "minencryptionlevel", "encryption", "minimumLevel", List.of(), List.of("1", "low", "2", "client-compatible", "3", "high", "4", "fips"), ""),
                new RegistryHome("hklm\\software\\policies\\microsoft\\windows nt\\terminal services", "minencryptionlevel", "encryption", "minimumLevel", List.of(), List.of("1", "low", "2", "client-compatible", "3", "high", "4", "fips"), "setBy"),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\lsa\\fipsalgorithmpolicy", "enabled", "encryption", "fipsOnly", List.of(), List.of("0", "false", "1", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.0\\server", "enabled", "tls", "enabled", List.of("item", "tls1.0", "side", "server"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.0\\client", "enabled", "tls", "enabled", List.of("item", "tls1.0", "side", "client"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.1\\server", "enabled", "tls", "enabled", List.of("item", "tls1.1", "side", "server"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.1\\client", "enabled", "tls", "enabled", List.of("item", "tls1.1", "side", "client"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.2\\server", "enabled", "tls", "enabled", List.of("item", "tls1.2", "side", "server"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.2\\client", "enabled", "tls", "enabled", List.of("item", "tls1.2", "side", "client"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.3\\server", "enabled", "tls", "enabled", List.of("item", "tls1.3", "side", "server"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\securityproviders\\schannel\\protocols\\tls 1.3\\client", "enabled", "tls", "enabled", List.of("item", "tls1.3", "side", "client"), List.of("0", "false", "1", "true", "4294967295", "true"), ""),
                new RegistryHome("hklm\\software\\microsoft\\windows\\currentversion\\policies\\system\\credssp\\parameters", "allowencryptionoracle", "credssp", "oraclePolicy", List.of(), List.of("0", "force-updated-clients", "1", "mitigated", "2", "vulnerable"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\lsa\\msv1_0", "restrictreceivingntlmtraffic", "ntlm", "incoming", List.of(), List.of("0", "allowed", "1", "domain-accounts-denied", "2", "denied"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\lsa\\msv1_0", "restrictsendingntlmtraffic", "ntlm", "outgoing", List.of(), List.of("0", "allowed", "1", "audited", "2", "denied"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\services\\netlogon\\parameters", "restrictntlmindomain", "ntlm", "inDomain", List.of(), List.of("0", "allowed", "1", "partly-denied", "3", "partly-denied", "5", "partly-denied", "7", "denied"), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\lsa", "lmcompatibilitylevel", "ntlm", "level", List.of(), List.of(), ""),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\rcm\\licensing core", "licensingmode", "licensing", "mode", List.of(), List.of("2", "per-device", "4", "per-user", "5", "not-configured"), ""),
                new RegistryHome("hklm\\software\\policies\\microsoft\\windows nt\\terminal services", "licensingmode", "licensing", "mode", List.of(), List.of("2", "per-device", "4", "per-user"), "modeSetBy"),
                new RegistryHome("hklm\\software\\policies\\microsoft\\windows nt\\terminal services", "maxinstancecount", "sessions", "limit", List.of(), List.of(), "limitSetBy"),
                new RegistryHome("hklm\\system\\currentcontrolset\\control\\terminal server\\clustersettings", "sessiondirectoryexposeserverip", "redirection", "method", List.of(), List.of("0", "routing-token", "1", "address"), ""));
    }

    private static Property plain(String name, ValueType type) {
        return new Property(name, type, false, List.of(), false, true, "", "");
    }

    private static Property word(String name, String... words) {
        return new Property(name, ValueType.WORD, false, List.of(words), false, true, "", "");
    }

    private static Property property(
            String name,
            ValueType type,
            boolean set,
            boolean derived,
            boolean readableByRules,
            String unit,
            String identifies,
            String... words) {
        return new Property(
                name, type, set, List.of(words), derived, readableByRules, unit, identifies);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<String> list(@Nullable Object value) {
        return (List<String>) value;
    }

    private static Object known(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("viewpoint and present are always known");
        }
        return value;
    }
}
