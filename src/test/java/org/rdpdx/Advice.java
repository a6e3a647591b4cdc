package org.rdpdx;

/** Advice in public sources that is wrong or does harm, one by one, and last what else nobody should be told to do. */
enum Advice {
    WHOLE_KEY_FOLDER("renames, moves or empties the folder of all machine keys"),
    RIGHTS_ON_ALL_KEYS("changes the owner or the rights of all machine keys"),
    NETWORK_SERVICE_ADMINISTRATOR("makes NETWORK SERVICE an administrator"),
    WEAK_SECURITY_LAYER("sets the RDP security layer or a low encryption level"),
    NLA_OFF("switches NLA off"),
    UNPATCHED_CREDSSP("lets unpatched CredSSP in"),
    OLD_CRYPTOGRAPHY("brings old TLS or weak ciphers back, or switches FIPS mode off"),
    NTLM_DENIED_TO_ALL("locks out all who use NTLM"),
    OPEN_TO_EVERYBODY("opens the port to everybody, or hides it and calls that protection"),
    GRACE_PERIOD_DELETED("deletes the licensing grace period"),
    FOREIGN_PROGRAM_FILES("puts RDP Wrapper or other foreign program files in place"),
    UPDATES_UNINSTALLED("uninstalls security updates"),
    CHANNEL_BINDING_OFF("lets gateways be relayed to"),
    ANONYMOUS_READ("opens policies to anonymous logon"),
    PROTECTION_REMOVED("switches virus protection off or makes exceptions for a wrapper"),
    CERTIFICATE_ERRORS_IGNORED("ignores certificate errors"),
    NUMBER_MATCHING_OFF("lets a push be approved blindly"),
    FOREIGN_SERVICE_DEFINITION("imports the definition of a service from somebody else"),
    OTHER_HARM("does other harm");

    private final String words;

    Advice(String words) {
        this.words = words;
    }

    /** What it does. */
    String words() {
        return words;
    }
}
