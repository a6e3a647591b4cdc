package org.rdpdx.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rdpdx.rulebook.Rulebook;

/** A static site made of a rulebook; the same rulebook gives the same bytes. Immutable. */
public final class RulebookSite {

    private final SortedMap<String, byte[]> files;

    private RulebookSite(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /** The site of a rulebook, which can be closed afterwards. */
    public static RulebookSite of(Rulebook rulebook) {
        SiteIndex index = new SiteIndex(rulebook);
        SortedMap<String, String> pages = new TreeMap<>();
        pages.put(SitePage.Part.CATALOGUE.path(), CataloguePage.of(index));
        index.cards().values().forEach(card -> pages.put(SitePage.diagnosis(card.id()), DiagnosisPage.of(index, card)));
        StepPages.add(index, pages);
        FactPages.add(index, pages);
        DeductionPages.add(index, pages);
        DialogPage.add(index, pages);
        CodePages.add(index, pages);
        TestedPage.add(index, pages);
        RetiredPages.add(index, pages);
        SortedMap<String, byte[]> files = new TreeMap<>();
        pages.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        files.put("site.css", resource("site.css"));
        files.put("site.js", resource("site.js"));
        return new RulebookSite(files);
    }

    /** How many pages it has. */
    public int pages() {
        return (int)
                files.keySet().stream().filter(path -> path.endsWith(".html")).count();
    }

    /** Its files by path. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    /**
     * Writes the site into a folder, all of it or nothing. What is already there is replaced if it is such a site and holds
     * nothing else.
     *
     * @throws FolderRefusedException if the folder holds something else
     * @throws IOException if it cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        SiteFolder.write(files, folder);
    }

    private static byte[] resource(String name) {
        try (InputStream in = RulebookSite.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
