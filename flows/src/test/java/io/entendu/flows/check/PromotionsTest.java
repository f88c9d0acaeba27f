package io.entendu.flows.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionsTest {

    @ParameterizedTest
    @CsvSource({
        "fr, 'Votre visite : un bon d''achat à gagner', a gagner",
        "fr, 'Profitez de -20 % et donnez votre avis', profitez",
        "fr, Vos soldes privées, soldes",
        "en, Win a voucher with your visit, voucher",
        "en, 'About your visit, with a free gift', free",
        "es, Sobre su compra y un descuento, descuento",
        "es, Sorteo entre quienes respondan, sorteo",
        "de, Ihr Besuch und ein Willkommensrabatt, rabatt",
        "de, Mit etwas Glück ein 50-Euro-Gutschein, gutschein",
        "de, Zu Ihrem Besuch mit Prämie, pramie",
        "it, La sua visita e un buono sconto, sconto",
        "it, Vinci un premio, vinci",
        "pt, A sua visita e um vale de desconto, desconto",
        "pt, Responda e ganhe um brinde, brinde",
        "nl, Uw bezoek en een kortingscode, korting",
        "nl, Maak kans op een cadeaubon, cadeau",
        "nl, Black Friday bij Acme, black friday",
        "sv, Cashback för ditt svar, cashback"
    })
    void adverts(Locale locale, String text, String found) {
        assertThat(Promotions.find(locale, text)).contains(found);
    }

    /** What invitations of honest surveys say. */
    @ParameterizedTest
    @CsvSource({
        "fr, Suite à la remise en main propre de votre colis",
        "fr, Suite à votre demande d'offre de prêt",
        "fr, Pour nous aider à vous faire gagner du temps",
        "fr, Suite à votre appel (réponse gratuite)",
        "fr, Le solde de votre compte",
        "fr, Ces réponses servent exclusivement à nos équipes",
        "en, About how we deal with your requests",
        "en, Feel free to answer in your own words",
        "en, About our after-sales service",
        "en, About the service we offer",
        "es, Sobre su oferta de empleo",
        "es, Sus respuestas se usan exclusivamente aquí",
        "de, 'Zum Vertrauen, das Sie uns geschenkt haben'",
        "de, Zu Ihrem Angebot vom Montag",
        "de, Zur Aktion Ihrer Filiale",
        "it, Prema 1 per rispondere",
        "it, Il saldo del suo conto",
        "pt, Sobre a sua promoção a chefe de equipa",
        "nl, Over de prijs van uw abonnement",
        "nl, Zo kunnen we uw vertrouwen winnen",
        "de, Cadeau ist in dieser Sprache kein Wort der Werbung"
    })
    void noAdverts(Locale locale, String text) {
        assertThat(Promotions.find(locale, text)).isEmpty();
    }
}
