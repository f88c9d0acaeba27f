package io.entendu.app.command;

import io.entendu.flows.Location;
import io.entendu.flows.Position;
import io.entendu.flows.check.Finding;
import io.entendu.flows.check.Finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a check found.
 *
 * @param surveys that were checked, by id, or the files that could not be read
 */
record Report(List<String> surveys, List<Finding> findings) {

    private static final JsonMapper JSON = JsonMapper.shared();

    Report {
        surveys = List.copyOf(surveys);
        findings = List.copyOf(findings);
    }

    long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** By survey, a line a finding as compilers write it, and a last line that sums up. */
    String text() {
        var text = new StringBuilder();
        for (var survey : surveys) {
            text.append(survey).append('\n');
            findings.stream()
                    .filter(finding -> finding.survey().equals(survey))
                    .forEach(finding -> text.append(line(finding)).append('\n'));
            text.append('\n');
        }
        return text.append(counted(count(Severity.ERROR), "error"))
                .append(", ")
                .append(counted(count(Severity.WARNING), "warning"))
                .append(" in ")
                .append(counted(surveys.size(), "survey"))
                .append('\n')
                .toString();
    }

    private static String line(Finding finding) {
        return finding.location().map(Location::toString).orElse(finding.survey())
                + ": "
                + severity(finding)
                + ": "
                + sentence(finding)
                + " ["
                + finding.rule()
                + "]";
    }

    /** What it is about, and the message. */
    static String sentence(Finding finding) {
        return Stream.of(
                        Stream.of(finding.place(), locale(finding))
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining(", ")),
                        finding.message())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String locale(Finding finding) {
        return finding.locale().map(Locale::toLanguageTag).orElse("");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /**
     * An array with an object a finding; the locale is null where it is about all of them, and line
     * and column where they are not known.
     */
    String json() {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var finding : findings) {
            var node = array.addObject();
            node.put("severity", severity(finding));
            node.put("survey", finding.survey());
            finding.locale()
                    .ifPresentOrElse(
                            locale -> node.put("locale", locale.toLanguageTag()),
                            () -> node.putNull("locale"));
            node.put("place", finding.place());
            node.put("rule", finding.rule());
            node.put("message", finding.message());
            var at = finding.location().flatMap(Location::position);
            node.put("file", finding.location().map(Location::file).orElse(null));
            node.put("line", at.map(Position::line).orElse(null));
            node.put("column", at.map(Position::column).orElse(null));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
    }
}
