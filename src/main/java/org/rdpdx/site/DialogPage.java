package org.rdpdx.site;

import static org.rdpdx.site.Html.with;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Rule;

/** The dialogs that are known by their words, with the rules that ask for them. */
final class DialogPage {

    private DialogPage() {}

    static void add(SiteIndex index, Map<String, String> pages) {
        SitePage page =
                new SitePage(index, SitePage.Part.DIALOGS.path(), SitePage.Part.DIALOGS, SitePage.Part.DIALOGS.words());
        Html html = page.html();
        pages.put(page.path(), page.around(Optional.empty(), () -> {
            html.say("h1", SitePage.Part.DIALOGS.words());
            html.say(
                    "p",
                    Messages.text("site.dialogs.what", Vocabulary.messages().size()),
                    Html.styled("lead"));
            Vocabulary.messages()
                    .forEach((id, words) ->
                            html.in("section", List.of(Html.styled("dialog"), with("aria-labelledby", id)), () -> {
                                page.heading("h2", id, words);
                                html.in("p", "id", () -> page.code(id));
                                List<Rule> asking = index.asking(id);
                                if (asking.isEmpty()) {
                                    html.say("p", Messages.text("site.readers.none"), Html.styled("quiet"));
                                } else {
                                    RuleView.readers(page, asking);
                                }
                            }));
        }));
    }
}
