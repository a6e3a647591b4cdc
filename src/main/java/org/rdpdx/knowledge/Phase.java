package org.rdpdx.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a connection gets, in order. An attempt that reached a phase has left all earlier ones behind. */
public enum Phase {
    /** The name of the host is looked up. */
    NAME,
    /** A TCP connection is made. */
    TCP,
    /** Both ends agree on the kind of security. */
    NEGOTIATION,
    /** The TLS handshake, with the host's certificate. */
    TLS,
    /** The user is proved to be who he says (NLA, CredSSP, Kerberos, NTLM). */
    CREDENTIALS,
    /** The user is found to be allowed in. */
    AUTHORIZATION,
    /** A licence is handed out. */
    LICENSING,
    /** The session is made or found again. */
    SESSION,
    /** The desktop is shown. */
    DESKTOP,
    /** The session runs. */
    LATER;

    /** The word in YAML, JSON and on screen. */
    public String word() {
        return Words.of(this);
    }

    /** The phase of that word, if there is one. */
    public static Optional<Phase> of(String word) {
        return Arrays.stream(values())
                .filter(phase -> phase.word().equals(word))
                .findFirst();
    }

    /** All words, in order. */
    public static List<String> words() {
        return Words.of(values());
    }
}
