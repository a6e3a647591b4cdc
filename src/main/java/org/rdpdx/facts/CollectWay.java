package org.rdpdx.facts;

/**
 * A way to observe something: a command to run, or a question to ask.
 *
 * @param name its name within the kind
 * @param command Windows PowerShell 5.1, with placeholders in capitals; empty if it is a question
 * @param ask the question; empty if it is a command
 * @param seconds how long it takes, roughly
 * @param privilege what the person needs: {@code none}, {@code user}, {@code administrator}, {@code domain-user},
 *     {@code domain-admin} or {@code cloud-reader}
 * @param who the person: {@code user}, {@code helpdesk}, {@code host-admin} and so on
 * @param changes what it changes on the machine; empty if nothing
 */
public record CollectWay(
        String name, String command, String ask, int seconds, String privilege, String who, String changes) {}
