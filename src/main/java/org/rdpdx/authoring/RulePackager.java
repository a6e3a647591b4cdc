package org.rdpdx.authoring;

import java.io.IOException;
import java.nio.file.Path;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rulebook;

/** Compiles a rulebook into a class path: the build's step that makes the bundled one. */
public final class RulePackager {

    private RulePackager() {}

    /**
     * Opens a folder of rules as any user's folder is opened, and writes it as the bundled rulebook.
     *
     * @param arguments the folder, and the root of the class path to write to
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the rulebook is refused; its message holds every problem
     */
    public static void main(String[] arguments) throws IOException {
        try (Rulebook rulebook = Rulebook.open(Path.of(arguments[0]))) {
            rulebook.writeTo(Path.of(arguments[1]));
        } catch (InvalidRulebookException refused) {
            StringBuilder all = new StringBuilder("the rulebook is refused:");
            refused.problems().forEach(problem -> all.append('\n').append(Messages.of(problem)));
            throw new IllegalArgumentException(all.toString(), refused);
        }
    }
}
