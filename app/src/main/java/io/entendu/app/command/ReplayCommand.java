package io.entendu.app.command;

import io.entendu.app.scenario.Draft;
import io.entendu.app.scenario.Scenario;
import io.entendu.app.scenario.Scenarios;
import io.entendu.core.conversation.ConversationId;
import io.entendu.flows.InvalidSurveyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code replay}: makes a scenario file of a recorded conversation. */
public final class ReplayCommand {

    /** The first argument that asks for it. */
    public static final String NAME = "replay";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final String URL = "--url";
    private static final String KEY = "--api-key";

    private static final String USAGE =
            """
            usage: java -jar entendu.jar replay CONVERSATION-ID --api-key KEY [--url http://localhost:8080] [--out FILE]
                     [--surveys-dir DIR]
              CONVERSATION-ID    as the API and the dashboard show it
              --out FILE         where to write the scenario; without it, it is printed
              --surveys-dir DIR  the surveys of DIR besides those that come with the program
            The scenario is played once. The exit code is 0 when it passes, 1 when it differs or cannot be made, 2 when asked wrongly.
            """;

    private final Terminal terminal;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs at the command line.
     *
     * @param arguments those after the name
     * @return the exit code
     */
    public static int run(List<String> arguments) {
        return new ReplayCommand(Terminal.standard()).replay(arguments);
    }

    int replay(List<String> arguments) {
        var options =
                Options.parse(arguments, Set.of(), Set.of(URL, KEY, "--out", "--surveys-dir"))
                        .filter(o -> o.words().size() == 1 && o.has(KEY));
        var id = options.flatMap(o -> ConversationId.parse(o.words().getFirst()));
        if (id.isEmpty()) {
            return terminal.misused(USAGE);
        }
        try {
            return replay(id.get(), options.orElseThrow());
        } catch (IOException unreachable) {
            return terminal.failed("no answer, or no file: " + unreachable.getMessage());
        } catch (JacksonException | InvalidSurveyException | IllegalArgumentException invalid) {
            return terminal.failed(String.valueOf(invalid.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Terminal.FAILED;
        }
    }

    private int replay(ConversationId id, Options options)
            throws IOException, InterruptedException {
        var answer = ask(id, options);
        if (answer.statusCode() != OK) {
            return terminal.failed(refusal(answer.statusCode(), id));
        }
        var surveys = SimulateCommand.library(options.value("--surveys-dir").map(Path::of));
        var scenarios = new Scenarios(surveys);
        var recording = new Recording(JsonMapper.shared().readTree(answer.body()), surveys);
        var scenario = recording.scenario(scenarios);
        var out = options.value("--out").map(Path::of);
        if (out.isPresent()) {
            Files.writeString(out.get(), Draft.of(scenario));
        } else {
            terminal.out().print(Draft.of(scenario));
        }
        return verdict(scenarios, recording, scenario, out);
    }

    private int verdict(
            Scenarios scenarios, Recording recording, Scenario scenario, Optional<Path> out) {
        var result = scenarios.run(scenario);
        recording.notes().forEach(terminal.err()::println);
        if (!result.passed()) {
            return terminal.failed("it differs here:\n" + result.report());
        }
        out.ifPresent(file -> terminal.err().println("saved " + file + "; it passes"));
        return Terminal.FINE;
    }

    private static HttpResponse<String> ask(ConversationId id, Options options)
            throws IOException, InterruptedException {
        var url = options.value(URL).orElse("http://localhost:8080");
        var request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1/conversations/" + id + "/log"))
                        .header("Authorization", "Bearer " + options.value(KEY).orElseThrow())
                        .header("Accept", "application/json")
                        .timeout(PATIENCE)
                        .build();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static String refusal(int status, ConversationId id) {
        return switch (status) {
            case 401, 403 -> "the API key is not the right one";
            case 404 -> "there is no conversation " + id + " there";
            default -> "the server answered " + status;
        };
    }
}
