package io.entendu.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entendu.flows.Location;
import io.entendu.flows.Position;
import io.entendu.flows.check.Finding;
import io.entendu.flows.check.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as code scanning reads it: SARIF 2.1.0,
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
 */
final class Sarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Sarif() {}

    static String of(Report report) {
        var log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        var run = log.putArray("runs").addObject();
        driver(run.putObject("tool").putObject("driver"));
        run.put("columnKind", "unicodeCodePoints");
        var results = run.putArray("results");
        report.findings().forEach(finding -> result(results.addObject(), finding));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(log) + "\n";
    }

    private static void driver(ObjectNode driver) {
        driver.put("name", "entendu");
        driver.put("version", version());
        var rules = driver.putArray("rules");
        Rules.all()
                .forEach((id, sentence) ->
                        rules.addObject()
                                .put("id", id)
                                .putObject("shortDescription")
                                .put("text", sentence));
    }

    private static void result(ObjectNode result, Finding finding) {
        result.put("ruleId", finding.rule());
        result.put("level", level(finding));
        result.putObject("message").put("text", Report.sentence(finding));
        var locations = result.putArray("locations");
        finding.location().ifPresent(at -> physical(locations.addObject(), at));
    }

    private static String level(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static void physical(ObjectNode location, Location at) {
        var physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(at.file()));
        at.position().ifPresent(position -> region(physical.putObject("region"), position));
    }

    private static void region(ObjectNode region, Position position) {
        region.put("startLine", position.line());
        region.put("startColumn", position.column());
    }

    /** A relative path stays relative, to where the command runs. */
    private static String uri(String file) {
        var path = Path.of(file);
        return path.isAbsolute()
                ? path.toUri().toString()
                : StreamSupport.stream(path.spliterator(), false)
                        .map(name -> URLEncoder.encode(name.toString(), UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    private static String version() {
        try (var in = Objects.requireNonNull(Sarif.class.getResourceAsStream("version.txt"))) {
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read version.txt of the program itself", broken);
        }
    }
}
