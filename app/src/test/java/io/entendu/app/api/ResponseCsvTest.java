package io.entendu.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.app.api.ResponseView.AnalysisView;
import io.entendu.app.api.ResponseView.AnswerView;
import io.entendu.app.api.ResponseView.ThemeView;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseCsvTest {

    private static final Instant AT = Instant.parse("2026-05-04T09:30:00Z");

    private static ResponseView response(List<AnswerView> answers) {
        return new ResponseView(
                "id-1",
                "nps",
                "r1",
                "sms",
                "fr",
                "complete",
                null,
                "open",
                AT,
                null,
                "call",
                null,
                null,
                null,
                "p",
                List.of(),
                answers);
    }

    private static AnswerView verbatim(String text) {
        var analysis =
                new AnalysisView(
                        "negative",
                        List.of(new ThemeView("wait_time", "negative", "x")),
                        List.of(),
                        0.5,
                        "embedded",
                        "1",
                        false);
        return new AnswerView("reason", "verbatim", null, text, text, null, AT, analysis);
    }

    private static List<CSVRecord> table(ResponseView... responses) throws IOException {
        var out = new StringWriter();
        ResponseCsv.write(List.of(responses), out);
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = format.parse(new StringReader(out.toString()))) {
            return parser.getRecords();
        }
    }

    @Test
    void oneRowAnAnswer() throws IOException {
        var rating = new AnswerView("score", "rating", 9, null, "9", null, AT, null);

        var rows = table(response(List.of(rating, verbatim("trop long"))), response(List.of()));

        assertThat(rows).hasSize(3).allMatch(CSVRecord::isConsistent);
        assertThat(rows.get(0).get("value")).isEqualTo("9");
        assertThat(rows.get(1).get("themes")).isEqualTo("wait_time:negative");
    }

    @ParameterizedTest
    @MethodSource
    void everyTypeOfValueIsOneCell(String type, Object value, String cell) throws IOException {
        var answer = new AnswerView("question", type, value, null, "raw", null, AT, null);

        var row = table(response(List.of(answer))).getFirst();

        assertThat(row.get("type")).isEqualTo(type);
        assertThat(row.get("value")).isEqualTo(cell);
    }

    static Stream<Arguments> everyTypeOfValueIsOneCell() {
        return Stream.of(
                argumentSet("a mark", "rating", 9, "9"),
                argumentSet("a yes", "yes_no", true, "true"),
                argumentSet("an option", "choice", "adviser", "adviser"),
                argumentSet("some options", "choices", List.of("price", "range"), "price range"),
                argumentSet("none of these", "choices", List.of(), ""),
                argumentSet("a number", "number", new BigDecimal("45.5"), "45.5"),
                argumentSet("a round number", "number", new BigDecimal("1E+2"), "100"));
    }

    @Test
    void quotesCommasAndLineBreaksComeBackAsTheyWere() throws IOException {
        var text = "il a dit \"non\", puis\nrien; c'est tout";

        assertThat(table(response(List.of(verbatim(text)))).getFirst().get("text")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+33,'''+33'", "-1,'''-1'", "@x,'''@x'", "bien,bien", "8/10,8/10"})
    void noTextIsTakenForAFormula(String text, String harmless) {
        assertThat(ResponseCsv.harmless(text)).isEqualTo(harmless);
    }
}
