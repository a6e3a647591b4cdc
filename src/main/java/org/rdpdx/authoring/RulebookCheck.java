package org.rdpdx.authoring;

import java.util.List;
import org.rdpdx.input.Problem;
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
        Checked checked = new Checked(rulebook);
        new ConditionChecks(checked).run();
        new WayChecks(checked).run();
        new VariableChecks(checked).run();
        new WordChecks(checked).run();
        new CardChecks(checked).run();
        new CaseChecks(checked).run();
        new TextChecks(checked).run();
        rulebook.problemsInNextLanguage().forEach(checked::add);
        codes(rulebook).forEach(checked::add);
        return checked.problems();
    }

    /** What is wrong with the files of codes, which are read only when somebody asks for a code. */
    private static List<Problem> codes(Rulebook rulebook) {
        try {
            rulebook.codes();
            return List.of();
        } catch (InvalidRulebookException wrong) {
            return wrong.problems();
        }
    }
}
