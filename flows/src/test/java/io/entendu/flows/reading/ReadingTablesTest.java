package io.entendu.flows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What replies mean, as tables: a line a reply, and what it is to be taken for. */
class ReadingTablesTest {

    private static final Survey SURVEY = Fixtures.survey("nps-after-call", true);
    private static final ReplyReader READER =
            new RuleReplyReader(Fixtures.surveys(SURVEY), Fixtures.GRAMMARS);

    /** An opt-out is one in every phase, and what is none is none anywhere. */
    @ParameterizedTest
    @CsvFileSource(resources = "opt-out.csv", useHeadersInDisplayName = true)
    void optOut(String text, String reading) {
        var phases =
                Stream.of(Locale.FRENCH, Locale.ENGLISH)
                        .flatMap(locale ->
                                Stream.of(
                                        new Expectation.Nothing(locale),
                                        new Expectation.Consent(SURVEY, 1, locale),
                                        answer(Fixtures.scale("0-10"), locale),
                                        answer(Fixtures.OPEN_ENDED, locale)));

        assertThat(phases)
                .allSatisfy(phase ->
                        assertThat(read(phase, text).reading() instanceof Reading.OptOut)
                                .isEqualTo(reading.equals("out")));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "consent.csv", useHeadersInDisplayName = true, emptyValue = "")
    void consent(String text, String reading) {
        var read =
                Stream.of(Locale.FRENCH, Locale.ENGLISH)
                        .map(locale ->
                                read(new Expectation.Consent(SURVEY, 1, locale), text).reading());

        assertThat(read.map(ReadingTablesTest::inShort))
                .containsOnly(reading.equals("unclear") ? "?" : reading);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "scale.csv", useHeadersInDisplayName = true, emptyValue = "")
    void scale(String scale, String language, String text, String expected, String comment) {
        var read = read(answer(Fixtures.scale(scale), Locale.forLanguageTag(language)), text);

        assertThat(inShort(read.reading())).isEqualTo(expected);
        if (read.reading() instanceof Reading.Rated(_, var words)) {
            assertThat(words.map(span -> span.of(text)).orElse(""))
                    .isEqualTo(comment == null ? "" : comment);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "numbers.csv", useHeadersInDisplayName = true)
    void numbersFromZeroToTenInSevenLanguages(String language, String text, int value) {
        var read = read(answer(Fixtures.scale("0-10"), Locale.forLanguageTag(language)), text);

        assertThat(inShort(read.reading())).isEqualTo(Integer.toString(value));
        assertThat(read.span()).isEqualTo(Span.whole(text));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "no-numbers.csv", useHeadersInDisplayName = true)
    void whatIsNoNumberIsNoRating(String language, String text) {
        for (var locale : List.of(language, "fr", "en")) {
            var read = read(answer(Fixtures.scale("0-10"), Locale.forLanguageTag(locale)), text);
            assertThat(read.reading()).isNotInstanceOf(Reading.Rated.class);
        }
    }

    private static String inShort(Reading reading) {
        return switch (reading) {
            case Reading.Rated rated -> Integer.toString(rated.value());
            case Reading.PassedOver(var why) ->
                    switch (why) {
                        case SKIPPED -> "skip";
                        case DONT_KNOW -> "dont know";
                        case REFUSED -> "refused";
                        case NO_ANSWER -> throw new AssertionError("nobody says this");
                    };
            case Reading.Agreed _ -> "yes";
            case Reading.Declined _ -> "no";
            case Reading.Unclear _ -> "?";
            case Reading.Questioned _ -> "question";
            case Reading.Commented _ -> "comment";
            case Reading.PersonWanted _ -> "person";
            case Reading.Postponed _ -> "later";
            case Reading.PrivacyAsked(var topic) -> topic.name().toLowerCase(Locale.ROOT);
            case Reading.AutoReplied _ -> "auto-reply";
            default -> reading.toString();
        };
    }

    private static Expectation answer(Question question, Locale locale) {
        return new Expectation.Answer(SURVEY, 1, question, locale);
    }

    private static Interpretation read(Expectation expected, String text) {
        return READER.read(expected, new Content.Text(text));
    }
}
