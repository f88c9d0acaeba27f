package io.entendu.app.api;

import io.entendu.app.api.ResponseView.AnswerView;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Responses as a table: one row an answer, so that every survey has the same columns. */
final class ResponseCsv {

    private static final String[] HEADER = {
        "id",
        "survey",
        "revision",
        "channel",
        "locale",
        "disposition",
        "ended_by",
        "origin",
        "started_at",
        "ended_at",
        "touchpoint",
        "reference",
        "agent",
        "team",
        "respondent",
        "question",
        "type",
        "value",
        "text",
        "raw",
        "missing",
        "answered_at",
        "sentiment",
        "themes",
        "flags",
        "confidence",
        "engine",
        "version"
    };

    private ResponseCsv() {}

    /** Writes header and rows (RFC 4180); a response without answers has one row. */
    static void write(List<ResponseView> responses, Writer out) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
        try (var csv = new CSVPrinter(new Unclosed(out), format)) {
            for (var response : responses) {
                if (response.answers().isEmpty()) {
                    row(csv, response, null);
                }
                for (var answer : response.answers()) {
                    row(csv, response, answer);
                }
            }
        }
    }

    private static void row(CSVPrinter csv, ResponseView r, @Nullable AnswerView a)
            throws IOException {
        var analysis = Optional.ofNullable(a).map(AnswerView::analysis);
        csv.printRecord(
                r.id(),
                r.survey(),
                r.revision(),
                r.channel(),
                r.locale(),
                r.disposition(),
                r.endedBy(),
                r.origin(),
                r.startedAt(),
                time(r.endedAt()),
                harmless(r.touchpoint()),
                harmless(r.reference()),
                harmless(r.agent()),
                harmless(r.team()),
                harmless(r.respondent()),
                a == null ? null : a.question(),
                a == null ? null : a.type(),
                a == null ? null : value(a.value()),
                a == null ? null : harmless(a.text()),
                a == null ? null : harmless(a.raw()),
                a == null ? null : a.missing(),
                a == null ? null : a.at(),
                analysis.map(x -> x.sentiment()).orElse(null),
                analysis.map(x ->
                                x.themes().stream()
                                        .map(t -> t.theme() + ":" + t.polarity())
                                        .collect(Collectors.joining(" ")))
                        .orElse(null),
                analysis.map(x -> String.join(" ", x.flags())).orElse(null),
                analysis.map(x -> x.confidence()).orElse(null),
                analysis.map(x -> x.engine()).orElse(null),
                analysis.map(x -> x.version()).orElse(null));
    }

    /** Several options with a blank between them, a number with all its digits. */
    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case List<?> options ->
                    options.stream().map(String::valueOf).collect(Collectors.joining(" "));
            case BigDecimal number -> number.toPlainString();
            case null, default -> value;
        };
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /**
     * A text that no spreadsheet takes for a formula: an apostrophe stands before {@code = + - @},
     * tab and carriage return.
     *
     * <p>Source: OWASP, "CSV Injection".
     */
    static @Nullable String harmless(@Nullable String text) {
        return text == null || text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0
                ? text
                : "'" + text;
    }

    /** The printer closes what it prints to; the response is not ours to close. */
    private static final class Unclosed extends java.io.FilterWriter {

        Unclosed(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
