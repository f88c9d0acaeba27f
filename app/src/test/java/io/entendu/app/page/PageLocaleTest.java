package io.entendu.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageLocaleTest {

    @ParameterizedTest
    @MethodSource
    void resolve(String asked, String accepted, Locale page, Optional<Locale> hint) {
        var request = new MockHttpServletRequest();
        if (asked != null) {
            request.setParameter("lang", asked);
        }
        if (accepted != null) {
            request.addHeader("Accept-Language", accepted);
            request.addPreferredLocale(
                    Locale.forLanguageTag(
                            Locale.LanguageRange.parse(accepted).getFirst().getRange()));
        }

        assertThat(new PageLocale().resolveLocale(request)).isEqualTo(page);
        assertThat(PageLocale.hint(request)).isEqualTo(hint);
    }

    static Stream<Arguments> resolve() {
        var spanish = Locale.of("es");
        return Stream.of(
                argumentSet(
                        "what the link says wins",
                        "en",
                        "fr",
                        Locale.ENGLISH,
                        Optional.of(Locale.ENGLISH)),
                argumentSet(
                        "else what the browser prefers",
                        null,
                        "fr-CA,en;q=0.5",
                        Locale.FRENCH,
                        Optional.of(Locale.CANADA_FRENCH)),
                argumentSet(
                        "a language without pages is still a hint for the survey",
                        null,
                        "es",
                        Locale.ENGLISH,
                        Optional.of(spanish)),
                argumentSet(
                        "a link that asks for what there is not asks for nothing",
                        "xx",
                        "fr",
                        Locale.FRENCH,
                        Optional.of(Locale.FRENCH)),
                argumentSet(
                        "a browser that says nothing gets English and gives no hint",
                        null,
                        null,
                        Locale.ENGLISH,
                        Optional.empty()));
    }
}
