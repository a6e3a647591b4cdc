package org.rdpdx.facts;

import java.util.List;

/**
 * Lines of Windows PowerShell 5.1 by which a script observes what else a person does with a command. They are the body of a
 * block that is given a thing as {@code $item} and gives a dictionary for each fact.
 *
 * @param way the name of the command that it stands for
 * @param gives the properties that it can tell; {@code present} where it can tell no more than that
 * @param on the viewpoints at which it works
 * @param block the lines; they may call the functions of the script that they become part of
 */
public record CollectScript(String way, List<String> gives, List<String> on, String block) {

    /** Makes one. */
    public CollectScript {
        gives = List.copyOf(gives);
        on = List.copyOf(on);
    }
}
