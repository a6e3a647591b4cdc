package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds that what people unpack does what the classes do that all other tests run: the build rewrites them for the jar. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PackedIT {

    /** Long enough for a slow machine; a launcher that hangs should not hang the build. */
    private static final long ARCHIVE_SECONDS = 180;

    private static Path home;

    @BeforeAll
    static void unpack(@TempDir Path unpacked) throws IOException {
        List<Path> zips;
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            zips = built.filter(file -> file.toString().endsWith(".zip")).toList();
        }
        assertThat(zips).hasSize(1);
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(zips.get(0)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = unpacked.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        try (Stream<Path> folders = Files.list(unpacked)) {
            home = folders.findFirst().orElseThrow();
        }
    }

    @Test
    @Order(1)
    void each_class_of_the_jar_is_one_that_java_takes() throws IOException {
        Path jar = home.resolve("rdpdx-cli.jar");
        List<String> refused = new ArrayList<>();
        int methods = 0;
        try (JarFile entries = new JarFile(jar.toFile());
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (Enumeration<JarEntry> all = entries.entries(); all.hasMoreElements(); ) {
                String name = all.nextElement().getName();
                if (!name.endsWith(".class") || name.startsWith("META-INF/")) {
                    continue;
                }
                try {
                    Class<?> type = Class.forName(name.replace(".class", "").replace('/', '.'), false, loader);
                    // Java verifies a class before it tells its methods
                    methods += type.getDeclaredMethods().length;
                } catch (NoClassDefFoundError libraryThatIsNotThere) {
                    assertThat(entries.getEntry(libraryThatIsNotThere.getMessage() + ".class"))
                            .as(name)
                            .isNull();
                } catch (ClassNotFoundException | LinkageError wrong) {
                    refused.add(wrong.toString());
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(methods).isGreaterThan(50_000);
    }

    static Stream<List<String>> commands() {
        return Stream.of(
                        "diagnose facts-samples/first.yaml",
                        "diagnose facts-samples/every-fact.yaml --format json",
                        "diagnose facts-samples/stories",
                        "diagnose facts-samples/absence.yaml --rules rules/v1",
                        "diagnose no-such-file.yaml",
                        "diagnoze",
                        "next facts-samples/stories/vpn-slow-or-unstable.yaml",
                        "why facts-samples/first.yaml host-certificate-expired",
                        "why-not --all facts-samples/first.yaml",
                        "what-if facts-samples/first.yaml --set host.certificate.notAfter=2027-11-01T00:00:00Z",
                        "verify --before facts-samples/stories/host-certificate-expired.yaml --after facts-samples/cured.yaml",
                        "facts check facts-samples/healthy.yaml",
                        "facts script --for host-certificate-expired",
                        "code 0x904 0x7",
                        "code STATUS_LOGON_FAILURE --format json",
                        "rules list --area certificate --format markdown",
                        "rules show host-certificate-expired",
                        "rules check src/test/resources/check/_rulebook --format sarif",
                        "rules test host-certificate-expired --coverage",
                        "rules diff rules/v1 rules/v1 --on facts-samples",
                        "--version",
                        "--help")
                .map(command -> List.of(command.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    @Order(2)
    void says_the_same_as_the_classes(List<String> command) throws IOException, InterruptedException {
        assertThat(packed(Map.of("RDPDX_NO_ARCHIVE", "yes"), command))
                .isEqualTo(Run.of(command.toArray(String[]::new)));
    }

    @Test
    @Order(3)
    void says_the_same_from_the_class_archive_that_the_first_run_makes() throws IOException, InterruptedException {
        List<String> command = List.of("diagnose", "facts-samples/first.yaml");
        Run first = packed(Map.of(), command);
        waitForArchive();

        Run second = packed(Map.of(), command);

        assertThat(first).isEqualTo(Run.of(command.toArray(String[]::new)));
        assertThat(second).isEqualTo(first);
    }

    /** Until nothing of it is being made any more. */
    private static void waitForArchive() throws IOException, InterruptedException {
        for (int second = 0; second < ARCHIVE_SECONDS; second++) {
            try (Stream<Path> files = Files.list(home)) {
                List<String> archives = files.map(Path::toString)
                        .filter(name -> name.contains(".archive"))
                        .toList();
                if (archives.size() == 1 && archives.get(0).endsWith(".archive")) {
                    return;
                }
            }
            Thread.sleep(1000);
        }
        throw new AssertionError("no class archive came to be in " + home);
    }

    private static Run packed(Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("rdpdx").toString()));
        command.addAll(arguments);
        Path out = Files.createTempFile(home.getParent(), "out", "");
        Path err = Files.createTempFile(home.getParent(), "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.PIPE)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        int code = process.waitFor();
        return new Run(code, Files.readString(out), Files.readString(err));
    }
}
