package io.entendu.seeds;

import static io.entendu.seeds.Seeds.LIBRARY;
import static io.entendu.seeds.Seeds.first;
import static io.entendu.seeds.Seeds.prompts;
import static io.entendu.seeds.Seeds.sms;
import static io.entendu.seeds.Seeds.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Beside;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.wording.SmsLength;
import io.entendu.flows.wording.SmsLength.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the seed surveys cost as text messages. */
class SeedSmsTest {

    /** Sent over links, or seldom, in a language without a second word for it. */
    private static final Map<String, Set<Prompt>> OUTSIDE_GSM_7 =
            Map.of("pt", Set.of(new Prompt.LinkSpent(), new Beside(Beside.Matter.DELETION)));

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void aTextMessageIsGsm7AndAtMostTwoSegments(Survey survey, Locale locale) {
        var exceptions = OUTSIDE_GSM_7.getOrDefault(locale.getLanguage(), Set.of());
        for (var prompt : prompts(survey)) {
            var text = sms(prompt, survey, locale);
            var length = SmsLength.of(text);
            assertThat(length.encoding())
                    .as("%s: %s holds %s", prompt, text, length.outsideGsm7())
                    .isEqualTo(exceptions.contains(prompt) ? Encoding.UCS_2 : Encoding.GSM_7);
            assertThat(length.segments()).as("%s: %s", prompt, text).isLessThanOrEqualTo(2);
        }
    }

    /** What nearly everybody gets costs one segment each, but for lists to choose from. */
    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void theMainWayIsOneSegmentAMessage(Survey survey, Locale locale) {
        var way = new ArrayList<Prompt>(List.of(new RequestConsent(Occasion.FIRST)));
        survey.questions().forEach(question -> way.add(first(question)));
        way.addAll(Seeds.afterRatings(survey));
        way.add(new Prompt.Thank());
        for (var prompt : way) {
            var lists =
                    prompt instanceof Ask ask && survey.question(ask.question()) instanceof Choice;
            var text = sms(prompt, survey, locale);
            assertThat(SmsLength.of(text).segments())
                    .as("%s (%d)", text, text.length())
                    .isLessThanOrEqualTo(lists ? 2 : 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fr,vos courses alimentaires",
        "en,your weekly groceries",
        "es,productos de limpieza",
        "de,Strom und Gas",
        "it,prodotti per la casa",
        "pt,produtos de limpeza",
        "nl,boodschappen"
    })
    void anInvitationMayNameTheCategory(Locale locale, String category) {
        var survey = LIBRARY.current(new SurveyId("share-of-wallet")).orElseThrow();
        var ask = first(survey.questions().getFirst());

        var text = word(ask, survey, locale, Channel.SMS, Map.of("category", category)).text();

        assertThat(text).contains(" " + category + " ");
        assertThat(SmsLength.of(text).segments()).isEqualTo(1);
    }
}
