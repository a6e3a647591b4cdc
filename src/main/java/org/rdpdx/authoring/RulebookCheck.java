package org.rdpdx.authoring;

import java.util.List;
import java.util.function.Predicate;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.knowledge.InvalidRulebookException;
import org.rdpdx.rulebook.Rulebook;

/**
 * Looks for what a rulebook may say and had better not: rules that can never fire or never count, causes that can never be
 * likely, names that only some Windows shows. What opening a rulebook refuses is not looked for again.
 *
 * <pre>{@code
 * List<Problem> problems = RulebookCheck.of(rulebook);
 * }</pre>
 */
public final class RulebookCheck {

    private RulebookCheck() {}

    /** Everything that is found, by file, line and column. */
    public static List<Problem> of(Rulebook rulebook) {
        return of(rulebook, path -> true);
    }

    /**
     * What is found in some files, also what is wrong with them because of others.
     *
     * @param wanted tells by its path inside the rulebook whether a file is looked at
     */
    public static List<Problem> of(Rulebook rulebook, Predicate<String> wanted) {
        Checked checked = new Checked(rulebook, wanted);
        new ConditionChecks(checked).run();
        new WayChecks(checked).run();
        new VariableChecks(checked).run();
        new WordChecks(checked).run();
        new CardChecks(checked).run();
        new CaseChecks(checked).run();
        new TextChecks(checked).run();
        codes(rulebook, wanted).forEach(checked::add);
        rulebook.problemsInNextLanguage(wanted).forEach(checked::add);
        return checked.problems();
    }

    /** What is wrong with the files of codes, which are read only when somebody asks for a code. */
    private static List<Problem> codes(Rulebook rulebook, Predicate<String> wanted) {
        boolean looked = rulebook.layers().stream()
                .flatMap(layer -> layer.files().keySet().stream())
                .anyMatch(path -> path.startsWith(Codes.FOLDER) && wanted.test(path));
        if (!looked) {
            return List.of();
        }
        try {
            rulebook.codes();
            return List.of();
        } catch (InvalidRulebookException wrong) {
            return wrong.problems();
        }
    }
}
