package org.rdpdx.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Chromium without a window, told what to do by the protocol of its developer tools. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 60;

    private final Process process;
    private final Conversation conversation = new Conversation();
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();

    private final Path folder;

    private Chromium(Process process, Path folder, String address) {
        this.process = process;
        this.folder = folder;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), conversation)
                .join();
    }

    /** The program: what {@code -Dchromium=PATH} names, else the first of its usual names on the path. */
    static Optional<Path> installed() {
        String named = System.getProperty("chromium");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param folder an empty one, for what it writes
     */
    static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder));
        if ("root".equals(System.getProperty("user.name"))) {
            // its sandbox refuses to be started by root, as containers do
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Chromium(process, folder, address(process, folder.resolve("DevToolsActivePort")));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            end(process);
            throw failed;
        }
    }

    private static String address(Process process, Path file) throws IOException, InterruptedException {
        for (int tries = 0; tries < SECONDS * 10; tries++) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 2) {
                    return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
                }
            }
            if (!process.isAlive()) {
                throw new IOException("Chromium ended with " + process.exitValue());
            }
            Thread.sleep(100);
        }
        throw new IOException("Chromium did not answer");
    }

    /**
     * Opens a new tab.
     *
     * @param scheme {@code light} or {@code dark}
     */
    Tab tab(int width, String scheme) {
        String target = send("Target.createTarget", JSON.createObjectNode().put("url", "about:blank"), null)
                .path("targetId")
                .asText();
        ObjectNode attach = JSON.createObjectNode().put("targetId", target).put("flatten", true);
        Tab tab = new Tab(
                target,
                send("Target.attachToTarget", attach, null).path("sessionId").asText());
        conversation.events.put(tab.session, Collections.synchronizedList(new ArrayList<>()));
        tab.send("Page.enable", JSON.createObjectNode());
        tab.send("Network.enable", JSON.createObjectNode());
        tab.send("Runtime.enable", JSON.createObjectNode());
        tab.send("Log.enable", JSON.createObjectNode());
        tab.send("Emulation.setFocusEmulationEnabled", JSON.createObjectNode().put("enabled", true));
        tab.send(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 500));
        ObjectNode media = JSON.createObjectNode();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        tab.send("Emulation.setEmulatedMedia", media);
        return tab;
    }

    private JsonNode send(String method, ObjectNode parameters, @Nullable String session) {
        int id = last.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        conversation.answers.put(id, answer);
        socket.sendText(message.toString(), true).join();
        try {
            JsonNode said = answer.get(SECONDS, TimeUnit.SECONDS);
            if (said.has("error")) {
                throw new IllegalStateException(method + ": " + said.path("error"));
            }
            return said.path("result");
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(method, failed);
        }
    }

    @Override
    public void close() {
        socket.abort();
        end(process);
        try {
            // links to places outside the folder, which whoever deletes it would stumble over
            for (String link : List.of("SingletonLock", "SingletonCookie", "SingletonSocket")) {
                Files.deleteIfExists(folder.resolve(link));
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** One page at a time. */
    final class Tab implements AutoCloseable {
        private final String target;
        private final String session;

        private Tab(String target, String session) {
            this.target = target;
            this.session = session;
        }

        JsonNode send(String method, ObjectNode parameters) {
            return Chromium.this.send(method, parameters, session);
        }

        /** Opens a page and waits until it is there. */
        void open(URI page) {
            int before = said("Page.loadEventFired").size();
            send("Page.navigate", JSON.createObjectNode().put("url", page.toString()));
            for (int tries = 0; said("Page.loadEventFired").size() == before; tries++) {
                if (tries > SECONDS * 50) {
                    throw new IllegalStateException(page + " does not load");
                }
                pause();
            }
        }

        private void pause() {
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        /** No script of a page runs from now on. */
        void withoutScripts() {
            send("Emulation.setScriptExecutionDisabled", JSON.createObjectNode().put("value", true));
        }

        /** The value of an expression in the page. */
        JsonNode ask(String expression) {
            JsonNode said = send(
                    "Runtime.evaluate",
                    JSON.createObjectNode()
                            .put("expression", expression)
                            .put("awaitPromise", true)
                            .put("userGesture", true)
                            .put("returnByValue", true));
            if (said.has("exceptionDetails")) {
                throw new IllegalStateException(said.path("exceptionDetails").toString());
            }
            return said.path("result").path("value");
        }

        /** Presses a key that writes something or stands for a command. */
        void press(String key) {
            boolean writes = key.length() == 1;
            ObjectNode down = JSON.createObjectNode().put("type", "keyDown").put("key", key);
            send("Input.dispatchKeyEvent", writes ? down.put("text", key) : down);
            send(
                    "Input.dispatchKeyEvent",
                    JSON.createObjectNode().put("type", "keyUp").put("key", key));
        }

        /** What the page asked for, by address. */
        List<String> loaded() {
            return said("Network.requestWillBeSent").stream()
                    .map(event -> event.path("request").path("url").asText())
                    .toList();
        }

        /** What went wrong in the page. */
        List<String> errors() {
            return Stream.concat(
                            said("Runtime.exceptionThrown").stream(),
                            said("Log.entryAdded").stream().filter(event -> event.path("entry")
                                    .path("level")
                                    .asText()
                                    .equals("error")))
                    .map(JsonNode::toString)
                    .toList();
        }

        private List<JsonNode> said(String method) {
            List<JsonNode> events = conversation.events.getOrDefault(session, List.of());
            synchronized (events) {
                return events.stream()
                        .filter(event -> event.path("method").asText().equals(method))
                        .map(event -> event.path("params"))
                        .toList();
            }
        }

        @Override
        public void close() {
            Chromium.this.send("Target.closeTarget", JSON.createObjectNode().put("targetId", target), null);
        }
    }

    /** What the browser says: answers by the number of the question, and events of each tab. */
    private static final class Conversation implements WebSocket.Listener {
        private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
        private final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean end) {
            part.append(text);
            if (end) {
                take(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode said = JSON.readTree(message);
                CompletableFuture<JsonNode> waiting =
                        answers.remove(said.path("id").asInt(-1));
                if (waiting != null) {
                    waiting.complete(said);
                    return;
                }
                List<JsonNode> ofTab = events.get(said.path("sessionId").asText());
                if (ofTab != null) {
                    ofTab.add(said);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
