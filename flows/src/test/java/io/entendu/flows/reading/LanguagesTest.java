package io.entendu.flows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language is wished for, and which one is written. */
class LanguagesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "languages.csv", useHeadersInDisplayName = true)
    void wishedForOrWritten(String asked, String text, String expected) {
        var reply = new Reply(text == null ? "" : text);
        var language =
                switch (asked) {
                    case "wish" -> Languages.wish(reply).map(Languages.Found::language);
                    case "of" -> Languages.of(reply);
                    default -> throw new IllegalArgumentException(asked);
                };

        assertThat(language).isEqualTo(Optional.ofNullable(expected).map(Locale::of));
    }

    @ParameterizedTest
    @CsvSource({
        "'What? I am lost. English please', English please",
        "'Hello. Do you speak German? Thanks', Do you speak German",
        "' DEUTSCH! ', DEUTSCH",
    })
    void theSpanIsTheWish(String text, String words) {
        assertThat(Languages.wish(new Reply(text)).orElseThrow().span().of(text)).isEqualTo(words);
    }

    /** Both languages are as likely; the conversation must not jump. */
    @ParameterizedTest
    @ValueSource(strings = {"le la the of", "je the une of", "no no no no no", "para com como"})
    void aMixtureIsNoLanguage(String text) {
        assertThat(Languages.of(new Reply(text))).isEmpty();
    }
}
