package io.entendu.seeds;

import static io.entendu.seeds.Seeds.LANGUAGES;
import static io.entendu.seeds.Seeds.LIBRARY;
import static io.entendu.seeds.Seeds.first;
import static io.entendu.seeds.Seeds.prompts;
import static io.entendu.seeds.Seeds.sms;
import static io.entendu.seeds.Seeds.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.wording.Wording.Worded;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of the seed surveys: every prompt, in every language, on every channel. */
class SeedWordingTest {

    private static final Pattern BOTH_ENDS =
            Pattern.compile("\\b(0|1) \\(\\p{L}[^)]*\\) \\p{L}+ (5|7|10) \\(\\p{L}[^)]*\\)");

    /**
     * What a survey in somebody else's name cannot know to be true: that nobody sees who answers,
     * how long it takes, that there is something to win, that things will get better.
     */
    private static final Pattern PROMISE =
            Pattern.compile(
                    "anon[iy]m|anónim|anônim|confiden|vertraulich|vertrouwelijk|riservat|minut|gratuit|gratis"
                            + "|kostenlos|\\bfree\\b|gift|cadeau|geschenk|regalo|\\bprize|premio|prémio|gutschein"
                            + "|voucher|gagne|gewinn|améliorer|improve|mejorar|verbessern|migliorare|melhorar"
                            + "|verbeteren",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Map<String, String> MACHINE =
            Map.of(
                    "fr", "assistant automatique",
                    "en", "automated assistant",
                    "es", "asistente automatizado",
                    "de", "automatischer Assistent",
                    "it", "assistente automatico",
                    "pt", "assistente automatizado",
                    "nl", "automatische assistent");

    private static final Map<String, String> QUESTIONS =
            Map.of(
                    "fr", "questions",
                    "en", "questions",
                    "es", "preguntas",
                    "de", "Fragen",
                    "it", "domande",
                    "pt", "perguntas",
                    "nl", "vragen");

    private static final String CALL = "appel|call|llamada|Anruf|chiamata|chamada|telefoongesprek";

    /** Why somebody is asked, in any language. */
    private static final Map<String, String> MATTER =
            Map.of(
                    "nps-after-call", CALL,
                    "csat-after-call", CALL,
                    "ces-after-call", CALL,
                    "enps", "travail|working|trabajo|Arbeit|lavoro|trabalho|werk",
                    "nps-relational",
                            "services|experience|servicios|Service|esperienza|cliente|ervaring",
                    "share-of-wallet", "achats|purchases|compras|Einkäufen|acquisti|aankopen",
                    "post-resolution",
                            "demande|request|solicitud|Anliegen|richiesta|pedido|verzoek");

    @ParameterizedTest
    @CsvSource({
        "ces-after-call,CES,support-call,customer-service,2",
        "csat-after-call,CSAT,support-call,customer-service,2",
        "enps,ENPS,employment,employee,2",
        "nps-after-call,NPS,support-call,customer-service,2",
        "nps-relational,NPS,relationship,relationship,3",
        "post-resolution,CSAT,resolution,customer-service,3",
        "share-of-wallet,CSAT,relationship,relationship,3"
    })
    void theSeedsAreOpenAndSpeakSevenLanguages(
            String id, Metric metric, String touchpoint, String taxonomy, int questions) {
        var survey = LIBRARY.current(new SurveyId(id)).orElseThrow();

        assertThat(survey.open()).isTrue();
        assertThat(survey.metric()).isEqualTo(metric);
        assertThat(survey.touchpoint()).isEqualTo(touchpoint);
        assertThat(survey.taxonomy().id()).isEqualTo(taxonomy);
        assertThat(survey.locales()).isEqualTo(LANGUAGES);
        assertThat(survey.questions()).hasSize(questions);
        assertThat(survey.headline().value()).isEqualTo("score");
        assertThat(survey.questions()).anyMatch(q -> q.id().value().equals("reason"));
    }

    @Test
    void thereAreSevenSeeds() {
        assertThat(LIBRARY.all())
                .extracting(survey -> survey.id().value())
                .containsExactlyInAnyOrderElementsOf(MATTER.keySet());
    }

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#everywhere")
    void noTwoPromptsOfOneConversationReadTheSame(Survey survey, Locale locale, Channel channel) {
        var prompts = new HashMap<String, Prompt>();
        for (var prompt : prompts(survey)) {
            var before = prompts.put(word(prompt, survey, locale, channel).text(), prompt);
            assertThat(before).as("reads like %s", prompt).isNull();
        }
    }

    /** A text left in the language it was copied from. */
    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void noPromptReadsLikeThatOfAnotherLanguage(Survey survey, Locale locale) {
        for (var prompt : prompts(survey)) {
            assertThat(survey.locales())
                    .filteredOn(other -> !other.equals(locale))
                    .extracting(other -> sms(prompt, survey, other))
                    .doesNotContain(sms(prompt, survey, locale));
        }
    }

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#everywhere")
    void onlyScaleQuestionsNameBothEnds(Survey survey, Locale locale, Channel channel) {
        for (var prompt : prompts(survey)) {
            var worded = word(prompt, survey, locale, channel);
            var asksScale =
                    prompt instanceof Ask ask && survey.question(ask.question()) instanceof Scale;
            assertThat(looksLikeAScale(worded)).as(worded.text()).isEqualTo(asksScale);
        }
    }

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#everywhere")
    void theFirstMessageSaysWhoWhyHowManyByAMachineAndHowToStop(
            Survey survey, Locale locale, Channel channel) {
        var text = word(new RequestConsent(Occasion.FIRST), survey, locale, channel).text();
        var language = locale.getLanguage();

        assertThat(text)
                .contains(
                        "Acme",
                        survey.questions().size() + " " + QUESTIONS.get(language),
                        MACHINE.get(language),
                        "STOP")
                .containsPattern(MATTER.get(survey.id().value()));
    }

    /** The shared texts put the beginning of the sentence before it, or a whole sentence. */
    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void aQuestionContinuesItsSentenceAndIsTheOnlyOne(Survey survey, Locale locale) {
        for (var question : survey.questions()) {
            var text = sms(first(question), survey, locale);
            assertThat(text)
                    .matches(
                            question instanceof Scale
                                    ? "[^?]*\\), ¿?\\p{Ll}[^?]*\\?[^?]*"
                                    : "[^?]*\\. ¿?\\p{Lu}[^?]*\\?[^?]*");
        }
        assertThat(sms(new RequestConsent(Occasion.FIRST), survey, locale))
                .matches("[^?]*\\?[^?]*");
    }

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#everywhere")
    void textsAreCalmAndPromiseNothing(Survey survey, Locale locale, Channel channel) {
        assertThat(prompts(survey))
                .allSatisfy(prompt ->
                        assertThat(word(prompt, survey, locale, channel).text())
                                .doesNotContain("!", "{", "}", "  ")
                                .doesNotContainPattern(PROMISE));
    }

    /** As an outsider would tell: a button for each point, or both ends in the text. */
    private static boolean looksLikeAScale(Worded worded) {
        var buttons =
                worded.rows().stream()
                        .flatMap(List::stream)
                        .filter(button -> button.label().matches("\\d+.*"))
                        .count();
        return buttons >= 5 || BOTH_ENDS.matcher(worded.text()).find();
    }
}
