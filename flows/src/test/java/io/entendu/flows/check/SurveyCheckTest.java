package io.entendu.flows.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.Location;
import io.entendu.flows.Position;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.check.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SurveyCheckTest {

    /** Nothing is wrong with it; each test breaks one thing. */
    private static final String SOUND =
            """
            id: sound
            open: true
            metric: csat
            touchpoint: shop
            sender: Northwind
            locales: [fr, en]
            taxonomy: small
            purpose: {fr: Suite à votre visite, en: About your visit}
            questions:
              - id: score
                scale: {low: 1, high: 5}
                anchors:
                  fr: {low: très insatisfait, high: très satisfait}
                  en: {low: very dissatisfied, high: very satisfied}
                ask:
                  fr: quel est votre niveau de satisfaction ?
                  en: how satisfied are you?
              - id: solved
                yes_no: true
                ask:
                  fr: Avez-vous trouvé ce que vous cherchiez ?
                  en: Did you find what you were looking for?
              - id: contact
                choice: {options: [phone, email, adviser]}
                labels:
                  fr: {phone: Le téléphone, email: Un courriel, adviser: Un conseiller}
                  en: {phone: The telephone, email: An e-mail, adviser: An adviser}
                ask:
                  fr: Qu'est-ce qui vous a le plus aidé ?
                  en: What helped you most?
              - id: share
                amount: {low: 0.5, high: 100, decimals: 1}
                unit: {fr: " %", en: " %"}
                ask:
                  fr: Quelle part de vos achats faites-vous chez nous ?
                  en: How much of your shopping do you do with us?
              - id: reason
                open_ended: {max_length: 500}
                ask:
                  fr: Quelle en est la raison ?
                  en: What is the reason?
            """;

    @TempDir private Path directory;

    @Test
    void aSoundSurveyCostsWhatItCosts() throws IOException {
        var findings = check(SOUND);

        assertThat(findings)
                .extracting(Finding::severity, Finding::rule, f -> f.locale().orElseThrow())
                .containsExactly(
                        tuple(Severity.INFO, "sms-cost", Locale.FRENCH),
                        tuple(Severity.INFO, "sms-cost", Locale.ENGLISH));
        // Consent, five questions and thanks in a segment each; consent is asked up to twice, and a
        // question that is not in own words up to three times.
        assertThat(findings.getLast().message())
                .isEqualTo("a finished survey takes 7 to 16 sent SMS segments");
    }

    @ParameterizedTest
    @MethodSource
    void findings(
            String sound, String broken, Severity severity, String rule, String place, String says)
            throws IOException {
        assertThat(SOUND).contains(sound);

        assertThat(check(SOUND.replace(sound, broken)))
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.place()).isEqualTo(place);
                    assertThat(finding.message()).contains(says);
                });
        assertThat(Rules.all()).containsKey(rule);
    }

    static Stream<Arguments> findings() {
        return Stream.of(
                argumentSet(
                        "an id that is a keyword of everywhere begins nothing",
                        "id: sound",
                        "id: info",
                        Severity.ERROR,
                        "keyword",
                        "id",
                        "\"info\" is read as HELP"),
                argumentSet(
                        "a keyword that means something else",
                        "open: true\n",
                        "open: true\nkeywords: [help]\n",
                        Severity.ERROR,
                        "keyword",
                        "keywords",
                        "\"help\" is read as"),
                argumentSet(
                        "a condition that nobody fulfils",
                        "yes_no: true\n",
                        "yes_no: true\n    when: {all: [{score: 1..2}, {score: 4..5}]}\n",
                        Severity.ERROR,
                        "path-reach",
                        "questions.solved",
                        "is never asked"),
                argumentSet(
                        "a reminder after WhatsApp has closed",
                        "open: true\n",
                        "open: true\npatience: {reminder: 30h, expiry: 3d}\n",
                        Severity.WARNING,
                        "whatsapp-window",
                        "patience",
                        "23h"),
                argumentSet(
                        "a template in one language",
                        "open: true\n",
                        "open: true\nwhatsapp: {templates: {fr: HX0123456789abcdef0123456789abcdef}}\n",
                        Severity.WARNING,
                        "whatsapp-template",
                        "whatsapp",
                        "nobody is invited"),
                argumentSet(
                        "invitations every week",
                        "open: true\n",
                        "open: true\ncontact: {min_days_between: 7}\n",
                        Severity.WARNING,
                        "contact-often",
                        "contact",
                        "30 days and 4 a year"),
                argumentSet(
                        "follow-up questions",
                        "open: true\n",
                        "open: true\nprobing: {at_most: 1}\n",
                        Severity.WARNING,
                        "dormant",
                        "probing",
                        "no follow-up question"),
                argumentSet(
                        "a text that offers a word that is no way out",
                        "questions:\n",
                        "texts: {en: {or_skip: \" Or reply \\\"elephant\\\".\"}}\nquestions:\n",
                        Severity.ERROR,
                        "path-reply",
                        "questions.solved",
                        "\"elephant\", for passing the question over, is read as"),
                argumentSet(
                        "a yes that is none",
                        "questions:\n",
                        "texts: {en: {button_yes: Elephant}}\nquestions:\n",
                        Severity.ERROR,
                        "path-reply",
                        "consent",
                        "\"Elephant\", for yes, is read as"),
                argumentSet(
                        "an option that stops everything",
                        "email: An e-mail",
                        "email: Stop",
                        Severity.ERROR,
                        "label-keyword",
                        "questions.contact.labels.email",
                        "\"Stop\" is read as an opt-out"),
                argumentSet(
                        "an option that lifts an opt-out",
                        "email: An e-mail",
                        "email: \"Yes\"",
                        Severity.ERROR,
                        "label-keyword",
                        "questions.contact.labels.email",
                        "\"Yes\" is read as START"),
                argumentSet(
                        "an option that takes the way out away",
                        "email: An e-mail",
                        "email: Skip",
                        Severity.ERROR,
                        "path-reply",
                        "questions.contact",
                        "\"skip\", for passing the question over, is read as the choice of [email]"),
                argumentSet(
                        "a word named beside STOP that ends nothing",
                        "questions:\n",
                        "texts: {fr: {later: Quand vous voulez (STOP ou FINI)}}\nquestions:\n",
                        Severity.ERROR,
                        "stop-word",
                        "texts.later",
                        "\"FINI\" is named beside STOP and read as no answer"),
                argumentSet(
                        "another word named with a stroke",
                        "questions:\n",
                        "texts: {fr: {later: Plus tard. FINI/STOP pour finir}}\nquestions:\n",
                        Severity.ERROR,
                        "stop-word",
                        "texts.later",
                        "\"FINI\""),
                argumentSet(
                        "an anchor that tells a fact in one language alone",
                        "high: very satisfied",
                        "high: \"satisfied with {agent|us}\"",
                        Severity.ERROR,
                        "placeholders",
                        "questions.score.anchors.high",
                        "write {agent|…} here too"),
                argumentSet(
                        "an anchor that asks for help",
                        "high: very satisfied",
                        "high: Help",
                        Severity.ERROR,
                        "label-keyword",
                        "questions.score.anchors.high",
                        "\"Help\" is read as HELP"),
                argumentSet(
                        "two options of one name but for accents",
                        "email: Un courriel",
                        "email: Le telephone",
                        Severity.ERROR,
                        "label-alike",
                        "questions.contact.labels.email",
                        "give each answer a word that the others do not have"),
                argumentSet(
                        "a fact that one language tells alone",
                        "en: What helped you most?",
                        "en: \"What did {agent|we} do best?\"",
                        Severity.ERROR,
                        "placeholders",
                        "questions.contact.ask",
                        "write {agent|…} here too"),
                argumentSet(
                        "a character that doubles the price, with what to write",
                        "en: What is the reason?",
                        "en: \"What’s the reason…?\"",
                        Severity.WARNING,
                        "sms-alphabet",
                        "questions.reason.ask",
                        "write ' instead of ’, ... instead of …"),
                argumentSet(
                        "a letter that has no stand-in",
                        "en: What is the reason?",
                        "en: What makes it like this, by no fault of ours, peut-être ça?",
                        Severity.WARNING,
                        "sms-alphabet",
                        "questions.reason.ask",
                        "another word instead of ê, another word instead of ç"),
                argumentSet(
                        "a sender that doubles the price",
                        "sender: Northwind",
                        "sender: Hôtel",
                        Severity.WARNING,
                        "sms-alphabet",
                        "sender",
                        "another word instead of ô"),
                argumentSet(
                        "a question of three segments",
                        "en: What is the reason?",
                        "en: \"" + "What is the reason? ".repeat(16) + "\"",
                        Severity.WARNING,
                        "sms-length",
                        "questions.reason.ask",
                        "needs 3 SMS segments"),
                argumentSet(
                        "a question that is too long only with what an invitation tells",
                        "  fr: Quelle en est la raison ?\n      en: What is the reason?",
                        "  fr: Et {agent|lui} ?\n      en: \""
                                + "{agent|x} and ".repeat(13)
                                + "why?\"",
                        Severity.WARNING,
                        "sms-length",
                        "questions.reason.ask",
                        "Maximiliane Schubert"),
                argumentSet(
                        "an invitation that promises",
                        "en: About your visit",
                        "en: Win a voucher with your visit",
                        Severity.WARNING,
                        "invitation-promotes",
                        "purpose",
                        "sounds like an advert"),
                argumentSet(
                        "an invitation with a link",
                        "en: About your visit",
                        "en: About your visit (northwind.com)",
                        Severity.WARNING,
                        "invitation-link",
                        "purpose",
                        "\"northwind.com\" is a link"),
                argumentSet(
                        "an invitation with the short form of a link",
                        "en: About your visit",
                        "en: About your visit acme.shop/s",
                        Severity.WARNING,
                        "invitation-link",
                        "purpose",
                        "\"acme.shop/s\" is a link"),
                argumentSet(
                        "an invitation with a link of the invitation",
                        "en: About your visit",
                        "en: \"About your visit {survey_url|to us}\"",
                        Severity.WARNING,
                        "invitation-link",
                        "purpose",
                        "\"{survey_url}\" is a link"),
                argumentSet(
                        "agreement instead of the thing itself",
                        "{low: very dissatisfied, high: very satisfied}",
                        "{low: I disagree, high: I agree}",
                        Severity.WARNING,
                        "agree-disagree",
                        "questions.score.anchors",
                        "ask about the thing itself"),
                argumentSet(
                        "a label longer than a button",
                        "email: An e-mail",
                        "email: An e-mail from our office",
                        Severity.WARNING,
                        "label-length",
                        "questions.contact.labels.email",
                        "WhatsApp shows 20 on a button"));
    }

    /** What must not be the name of an option, in the languages in which it means something. */
    @ParameterizedTest
    @CsvSource({
        "fr, Yes, ERROR, label-keyword, START",
        "fr, YES, ERROR, label-keyword, START",
        "es, Start, ERROR, label-keyword, START",
        "fr, Help, ERROR, label-keyword, HELP",
        "de, INFO, ERROR, label-keyword, HELP",
        "fr, Aide, ERROR, label-keyword, HELP",
        "it, Aiuto, ERROR, label-keyword, HELP",
        "fr, Arrêt, ERROR, label-keyword, an opt-out",
        "de, Stopp, ERROR, label-keyword, an opt-out",
        "es, Baja, ERROR, label-keyword, an opt-out",
        "nl, Afmelden, ERROR, label-keyword, an opt-out",
        "fr, Oui, WARNING, label-consent, agree",
        "es, Sí, WARNING, label-consent, agree",
        "es, Si, WARNING, label-consent, agree",
        "it, Sì, WARNING, label-consent, agree",
        "de, Ja, WARNING, label-consent, agree",
        "nl, Ja, WARNING, label-consent, agree",
        "pt, Sim, WARNING, label-consent, agree",
        "fr, Ja, WARNING, label-consent, agree",
    })
    void labels(String language, String label, Severity severity, String rule, String says)
            throws IOException {
        var survey =
                SOUND.replace("fr:", language + ":")
                        .replace("[fr, en]", "[" + language + ", en]")
                        .replace("email: Un courriel", "email: \"" + label + "\"");

        assertThat(new LabelRule().check(subject(survey)))
                .filteredOn(f -> f.place().equals("questions.contact.labels.email"))
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(severity);
                    assertThat(finding.rule()).isEqualTo(rule);
                    assertThat(finding.message()).contains(label, says);
                });
    }

    /** Where it is told to be mended. */
    @ParameterizedTest
    @MethodSource
    void locations(String sound, String broken, String rule, Optional<Position> position)
            throws IOException {
        assertThat(check(SOUND.replace(sound, broken)))
                .filteredOn(finding -> finding.rule().equals(rule))
                .first()
                .extracting(finding -> finding.location().orElseThrow())
                .isEqualTo(new Location(directory.resolve("survey.yaml").toString(), position));
    }

    static Stream<Arguments> locations() {
        return Stream.of(
                argumentSet(
                        "a label: at its text in its language",
                        "email: An e-mail",
                        "email: Stop",
                        "label-keyword",
                        Optional.of(new Position(27, 41))),
                argumentSet(
                        "a question as a whole: at its item",
                        "email: An e-mail",
                        "email: Skip",
                        "path-reply",
                        Optional.of(new Position(23, 5))),
                argumentSet(
                        "consent: at its purpose",
                        "en: About your visit",
                        "en: " + "About your visit ".repeat(16),
                        "sms-length",
                        Optional.of(new Position(8, 41))),
                argumentSet(
                        "all languages: at the section",
                        "{low: very dissatisfied, high: very satisfied}",
                        "{low: I disagree, high: I agree}",
                        "agree-disagree",
                        Optional.of(new Position(12, 5))),
                argumentSet(
                        "a text that the file leaves to shared wording: nowhere in it",
                        "questions:\n",
                        "texts: {en: {thank: \"Thank you, {name|all}.\"}}\nquestions:\n",
                        "placeholders",
                        Optional.empty()));
    }

    @Test
    void tenOptionsLeaveNoRowForTheWayOut() throws IOException {
        var names =
                List.of(
                        "pears", "plums", "figs", "nuts", "rice", "corn", "milk", "salt", "wine",
                        "tea");
        var labels = String.join(", ", names.stream().map(n -> n + ": " + n).toList());
        var survey =
                SOUND.replace("[phone, email, adviser]", names.toString())
                        .replaceAll("fr: \\{phone: .*}", "fr: {" + labels + "}")
                        .replaceAll("en: \\{phone: .*}", "en: {" + labels + "}");

        assertThat(check(survey))
                .filteredOn(f -> f.severity() != Severity.INFO)
                .extracting(Finding::severity, Finding::rule, Finding::place)
                .containsExactly(
                        tuple(Severity.WARNING, "list-rows", "questions.contact.choice.options"));
    }

    @Test
    void loyaltyIsNotAskedAfterOneMoment() throws IOException {
        var delivery =
                SOUND.replace("metric: csat", "metric: nps")
                        .replace("{low: 1, high: 5}", "{low: 0, high: 10}")
                        .replace("touchpoint: shop", "touchpoint: delivery");

        assertThat(check(delivery))
                .filteredOn(f -> f.rule().equals("nps-transaction"))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("not one delivery"));
        assertThat(check(delivery.replace("touchpoint: delivery", "touchpoint: relationship")))
                .noneMatch(f -> f.rule().equals("nps-transaction"));
    }

    @Test
    void bothWaysToBeginAreWalked() throws IOException {
        assertThat(check(SOUND.replace("open: true", "open: false"))).isEqualTo(check(SOUND));
    }

    @Test
    void everyKindOfQuestionIsWalkedToTheEnd() throws IOException {
        try (var in = SurveyCheckTest.class.getResourceAsStream("/surveys/all-kinds.yaml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            var findings = check(text.substring(text.indexOf("id: ")));

            assertThat(findings).noneMatch(f -> f.severity() == Severity.ERROR);
            assertThat(findings).filteredOn(f -> f.rule().equals("sms-cost")).hasSize(2);
        }
    }

    private List<Finding> check(String text) throws IOException {
        var subject = subject(text);
        return SurveyCheck.of(subject.library(), subject.survey());
    }

    private Subject subject(String text) throws IOException {
        Files.writeString(directory.resolve("survey.yaml"), text);
        var library = SurveyLibrary.ofSeedsAnd(directory);
        return Subject.of(library, survey(library, text));
    }

    private static Survey survey(SurveyLibrary library, String text) {
        var id = text.lines().findFirst().orElseThrow().substring("id: ".length());
        return library.current(new SurveyId(id)).orElseThrow();
    }

    /** Every branch is walked: by band, by label, by what came too late, by the invitation. */
    @Test
    void everyBranchIsReached() throws IOException {
        var branching =
                SOUND.replace("yes_no: true\n", "yes_no: true\n    when: {score: dissatisfied}\n")
                                .replace(
                                        "choice: {options",
                                        "when: {attribute.plan: gold}\n    choice: {options")
                        + """
                          - id: more
                            open_ended: true
                            when: {any: [{reason.theme: wait_time}, {reason.sentiment: negative}]}
                            wait: {at_most: 5s, otherwise: pass}
                            ask: {fr: Et encore ?, en: What else?}
                          - id: late
                            yes_no: true
                            when: {not: {reason.sentiment: positive}, share: 10..20}
                            wait: {at_most: 5s, otherwise: ask}
                            ask: {fr: Et après ?, en: Since then?}
                        """;

        assertThat(check(branching)).filteredOn(f -> f.severity() == Severity.ERROR).isEmpty();
    }
}
