package io.entendu.classifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MaskingTest {

    @ParameterizedTest
    @MethodSource
    void mask(Locale locale, String text, String masked) {
        assertThat(Masking.mask(text, locale).text()).isEqualTo(masked);
    }

    static Stream<Arguments> mask() {
        var fr = Locale.FRANCE;
        var en = Locale.ENGLISH;
        return Stream.of(
                argumentSet(
                        "a French number in twos",
                        fr,
                        "Appelez le 06 12 34 56 78 svp",
                        "Appelez le <PHONE> svp"),
                argumentSet(
                        "the same where English is spoken",
                        en,
                        "call 06 12 34 56 78 please",
                        "call <PHONE> please"),
                argumentSet("with dots", fr, "01.23.45.67.89", "<PHONE>"),
                argumentSet(
                        "an international number", en, "call +33 6 12 34 56 78", "call <PHONE>"),
                argumentSet(
                        "a British number",
                        Locale.UK,
                        "call 020 7946 0018 now",
                        "call <PHONE> now"),
                argumentSet(
                        "an American number",
                        Locale.US,
                        "call (212) 555-2368 now",
                        "call <PHONE> now"),
                argumentSet(
                        "an e-mail address",
                        fr,
                        "camille.durand@example.org merci",
                        "<EMAIL> merci"),
                argumentSet(
                        "a card",
                        en,
                        "My card 4111 1111 1111 1111 was charged",
                        "My card <CARD> was charged"),
                argumentSet("a card without blanks", en, "4539148803436467", "<CARD>"),
                argumentSet(
                        "a spaced IBAN",
                        fr,
                        "IBAN FR76 3000 6000 0112 3456 7890 189 voila",
                        "IBAN <IBAN> voila"),
                argumentSet("an IBAN in lower case", fr, "fr7630006000011234567890189", "<IBAN>"),
                argumentSet(
                        "what follows an IBAN stays",
                        en,
                        "DE89 3704 0044 0532 0130 00 is mine",
                        "<IBAN> is mine"),
                argumentSet(
                        "everything on one line",
                        fr,
                        "Trop d'attente. 06 12 34 56 78 camille.durand@example.org 4539 1488 0343 6467 FR76 3000 6000 0112 3456 7890 189",
                        "Trop d'attente. <PHONE> <EMAIL> <CARD> <IBAN>"),
                argumentSet(
                        "an order number stays",
                        fr,
                        "commande 2024-558712",
                        "commande 2024-558712"),
                argumentSet(
                        "prices stay",
                        fr,
                        "payé 1 299,90 € au lieu de 999 €",
                        "payé 1 299,90 € au lieu de 999 €"),
                argumentSet(
                        "dates and times stay",
                        fr,
                        "le 12/03/2026 à 14h30",
                        "le 12/03/2026 à 14h30"),
                argumentSet(
                        "an ISO date stays",
                        en,
                        "on 2026-03-12 at 14:30",
                        "on 2026-03-12 at 14:30"),
                argumentSet("scores stay", fr, "8/10, 10 sur 10", "8/10, 10 sur 10"),
                argumentSet(
                        "digits that fail Luhn stay",
                        en,
                        "parcel 4111 1111 1111 1112",
                        "parcel 4111 1111 1111 1112"));
    }

    @Test
    void a_quotation_finds_its_way_back() {
        var original = "Appelez le 06 12 34 56 78, attente trop longue, jo@example.org, merci";
        var masked = Masking.mask(original, Locale.FRANCE);

        assertThat(masked.original("attente trop longue").map(s -> s.of(original)))
                .contains("attente trop longue");
        assertThat(masked.original("le <PHONE>").map(s -> s.of(original)))
                .contains("le 06 12 34 56 78");
        assertThat(masked.original("merci").map(s -> s.of(original))).contains("merci");
        assertThat(masked.original("jamais dit")).isEmpty();
        assertThat(masked.toString()).doesNotContain("attente");
    }
}
