package io.entendu.app.command;

import io.entendu.flows.check.Finding;
import io.entendu.flows.check.Finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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

    /** By survey, a line a finding, and a last line that sums up. */
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

    private String line(Finding finding) {
        return ("  "
                        + padded(finding, Report::severity)
                        + padded(finding, Report::locale)
                        + padded(finding, Finding::place)
                        + padded(finding, Finding::rule)
                        + finding.message())
                .stripTrailing();
    }

    /** As wide as the widest of its column. */
    private String padded(Finding finding, Function<Finding, String> column) {
        var width = findings.stream().map(column).mapToInt(String::length).max().orElse(0);
        var text = column.apply(finding);
        return width == 0 ? "" : text + " ".repeat(width - text.length() + 2);
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

    /** An array with an object a finding; the locale is null where it is about all of them. */
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
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
    }
}
