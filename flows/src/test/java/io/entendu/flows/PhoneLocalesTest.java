package io.entendu.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneLocalesTest {

    private static final PhoneLocales LOCALES = new PhoneLocales();

    @ParameterizedTest
    @CsvSource({
        "+33612345678, fr",
        "+32470123456, nl",
        "+41781234567, de",
        "+352621123456, fr",
        "+447400123456, en",
        "+12015550123, en",
        "+353850123456, en",
        "+34612345678, es",
        "+5215512345678, es",
        "+4915123456789, de",
        "+436641234567, de",
        "+393123456789, it",
        "+351912345678, pt",
        "+5511912345678, pt",
        "+31612345678, nl",
        "+819012345678, ",
        "+999123, ",
        "nonsense, ",
        "0612345678, "
    })
    void guessesTheLanguageByTheCountry(String number, String language) {
        assertThat(LOCALES.of(number))
                .isEqualTo(Optional.ofNullable(language).map(Locale::forLanguageTag));
    }
}
