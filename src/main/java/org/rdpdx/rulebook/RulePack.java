package org.rdpdx.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kie.api.KieServices;
import org.rdpdx.facts.Vocabulary;
import org.rdpdx.knowledge.Layer;

/**
 * A rulebook as one file: a jar with the authors' files, which are the truth, and what the compiler made of the rules, which
 * is a cache. The same rulebook gives the same bytes wherever and whenever it is packed.
 */
final class RulePack {

    /** Where the authors' files stand in the jar. */
    static final String SOURCES = "rulebook/";

    /** Where the compiled rules stand, each file under the key that {@link UnitCache#key} gives its text. */
    static final String UNITS = "compiled/";

    static final String META = "META-INF/";

    /** The Java whose class files the units are. */
    static final String JAVA_LEVEL = "17";

    static final Attributes.Name FORM = new Attributes.Name("Rdpdx-Pack");
    static final Attributes.Name VERSION = new Attributes.Name("Rdpdx-Rulebook-Version");
    static final Attributes.Name HASH = new Attributes.Name("Rdpdx-Rulebook-Hash");
    static final Attributes.Name ADDITION = new Attributes.Name("Rdpdx-Addition");
    static final Attributes.Name VOCABULARY = new Attributes.Name("Rdpdx-Vocabulary-Version");
    static final Attributes.Name FINGERPRINT = new Attributes.Name("Rdpdx-Vocabulary-Fingerprint");
    static final Attributes.Name MINIMUM = new Attributes.Name("Rdpdx-Minimum-Version");
    static final Attributes.Name ENGINE = new Attributes.Name("Rdpdx-Engine");
    static final Attributes.Name JAVA = new Attributes.Name("Rdpdx-Java");

    /** Grows when an older reader could no longer understand the jar. */
    static final String FORM_VERSION = "1";

    /** Not 1980-01-01: some programs show a day before it for that in other time zones. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

    private RulePack() {}

    /** The rule engine, as the manifest names it. */
    static String engine() {
        return "Drools " + KieServices.class.getPackage().getImplementationVersion();
    }

    /**
     * Packs one layer.
     *
     * @param units what was compiled, by the key of its text
     */
    static byte[] write(
            Layer layer, Rulebook.PackLabel label, String hash, SortedMap<String, SortedMap<String, byte[]>> units) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            put(zip, JarFile.MANIFEST_NAME, manifest(layer, label, hash));
            String maven = META + "maven/" + label.group() + "/" + label.artifact() + "/";
            put(zip, maven + "pom.properties", properties(label));
            put(zip, maven + "pom.xml", pom(label));
            for (Map.Entry<String, SortedMap<String, byte[]>> unit : units.entrySet()) {
                put(zip, UNITS + unit.getKey() + ".unit", UnitCache.sealed(classes(unit.getValue())));
            }
            for (Map.Entry<String, byte[]> file : layer.files().entrySet()) {
                put(zip, SOURCES + file.getKey(), file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] manifest(Layer layer, Rulebook.PackLabel label, String hash) throws IOException {
        Manifest manifest = new Manifest();
        Map<Attributes.Name, String> said = new LinkedHashMap<>();
        said.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        said.put(FORM, FORM_VERSION);
        said.put(VERSION, label.version());
        said.put(HASH, hash);
        said.put(ADDITION, String.valueOf(!layer.files().containsKey("rulebook.yaml")));
        said.put(VOCABULARY, String.valueOf(Vocabulary.VERSION));
        said.put(FINGERPRINT, Vocabulary.fingerprint());
        said.put(MINIMUM, label.minimum());
        said.put(ENGINE, engine());
        said.put(JAVA, JAVA_LEVEL);
        said.forEach((name, value) -> manifest.getMainAttributes().put(name, value));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }

    private static byte[] properties(Rulebook.PackLabel label) {
        // not by Properties.store, which writes the time
        return ("groupId=" + label.group() + "\nartifactId=" + label.artifact() + "\nversion=" + label.version() + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pom(Rulebook.PackLabel label) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <packaging>jar</packaging>
                </project>
                """.formatted(label.group(), label.artifact(), label.version()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] classes(SortedMap<String, byte[]> classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> one : classes.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeInt(one.getValue().length);
            out.write(one.getValue());
        }
        return bytes.toByteArray();
    }
}
