package org.rdpdx.facts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to observe something: a command to run, or a question to ask.
 *
 * @param name its name within the kind
 * @param command Windows PowerShell 5.1, with placeholders in capitals; empty if it is a question
 * @param stands for which property of the thing a placeholder stands, where it stands for one
 * @param ask the question; empty if it is a command
 * @param seconds how long it takes, roughly
 * @param privilege what the person needs: {@code none}, {@code user}, {@code administrator}, {@code domain-user},
 *     {@code domain-admin} or {@code cloud-reader}
 * @param who the person: {@code user}, {@code helpdesk}, {@code host-admin} and so on
 * @param changes what it changes on the machine; empty if nothing
 */
public record CollectWay(
        String name,
        String command,
        Map<String, String> stands,
        String ask,
        int seconds,
        String privilege,
        String who,
        String changes) {

    /** What means the same in and between quotes of either kind; anything else is left to the person who runs the command. */
    private static final Pattern PLAIN = Pattern.compile("[\\w.:/-][\\w.:/ -]*");

    /** Copies what it is given. */
    public CollectWay {
        stands = Map.copyOf(stands);
    }

    /**
     * The same with what names the thing written into the command.
     *
     * @param names values by property
     */
    public CollectWay of(Map<String, String> names) {
        String filled = command;
        for (Map.Entry<String, String> one : stands.entrySet()) {
            String value = names.getOrDefault(one.getValue(), "");
            if (PLAIN.matcher(value).matches()) {
                filled = filled.replaceAll("\\b" + one.getKey() + "\\b", Matcher.quoteReplacement(value));
            }
        }
        return filled.equals(command)
                ? this
                : new CollectWay(name, filled, stands, ask, seconds, privilege, who, changes);
    }
}
