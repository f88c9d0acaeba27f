package io.entendu.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Survey;
import io.entendu.core.wording.Wording.Worded;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.wording.SmsLength;
import io.entendu.flows.wording.SmsLength.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read of the seed surveys: every prompt, in every language, on every channel. */
class SeedWordingTest {

    private static final SurveyLibrary LIBRARY = SurveyLibrary.ofSeeds();
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d/])\\d+(?![\\d/])");

    static Stream<Arguments> everywhere() {
        return LIBRARY.all().stream()
                .flatMap(survey ->
                        survey.locales().stream()
                                .flatMap(locale ->
                                        Arrays.stream(Channel.values())
                                                .map(channel ->
                                                        argumentSet(
                                                                survey.id()
                                                                        + " "
                                                                        + locale
                                                                        + " "
                                                                        + channel,
                                                                survey,
                                                                locale,
                                                                channel))));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void noTwoPromptsOfOneConversationReadTheSame(Survey survey, Locale locale, Channel channel) {
        var prompts = new HashMap<String, Prompt>();
        for (var prompt : prompts(survey)) {
            var before = prompts.put(word(prompt, survey, locale, channel).text(), prompt);
            assertThat(before).as("reads like %s", prompt).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void onlyScaleQuestionsNameBothEnds(Survey survey, Locale locale, Channel channel) {
        for (var prompt : prompts(survey)) {
            var worded = word(prompt, survey, locale, channel);
            var asksScale =
                    prompt instanceof Ask ask && survey.question(ask.question()) instanceof Scale;
            assertThat(looksLikeAScale(worded)).as(worded.text()).isEqualTo(asksScale);
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void aTextMessageIsGsm7AndAtMostTwoSegments(Survey survey, Locale locale, Channel channel) {
        if (channel != Channel.SMS) {
            return;
        }
        for (var prompt : prompts(survey)) {
            var text = word(prompt, survey, locale, channel).text();
            var length = SmsLength.of(text);
            assertThat(length.encoding())
                    .as("%s: %s holds %s", prompt, text, length.outsideGsm7())
                    .isEqualTo(Encoding.GSM_7);
            assertThat(length.segments()).as("%s: %s", prompt, text).isLessThanOrEqualTo(2);
        }
    }

    /** What nearly everybody gets costs one segment each. */
    @ParameterizedTest
    @MethodSource("everywhere")
    void theMainWayIsOneSegmentAMessage(Survey survey, Locale locale, Channel channel) {
        if (channel != Channel.SMS) {
            return;
        }
        var score = survey.headline();
        var reason = survey.after(score).orElseThrow().id();
        var way =
                List.<Prompt>of(
                        new RequestConsent(Occasion.FIRST),
                        new Ask(score, Occasion.FIRST, OptionalInt.empty()),
                        new Ask(reason, Occasion.FIRST, OptionalInt.of(1)),
                        new Prompt.Thank());
        for (var prompt : way) {
            var text = word(prompt, survey, locale, channel).text();
            assertThat(SmsLength.of(text).segments())
                    .as("%s (%d)", text, text.length())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theFirstMessageSaysWhoWhyHowManyByAMachineAndHowToStop(
            Survey survey, Locale locale, Channel channel) {
        var text = word(new RequestConsent(Occasion.FIRST), survey, locale, channel).text();

        assertThat(text)
                .contains("Acme", "2 questions", "STOP")
                .containsPattern("automat(ique|ed)");
        assertThat(text).containsPattern("(appel|call|travail|working)");
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void noExclamationMarks(Survey survey, Locale locale, Channel channel) {
        assertThat(prompts(survey))
                .allSatisfy(prompt ->
                        assertThat(word(prompt, survey, locale, channel).text())
                                .doesNotContain("!", "{", "}", "  "));
    }

    @Test
    void theFourSeedsAreOpenAndNameTheSharedTaxonomy() {
        assertThat(LIBRARY.all())
                .extracting(survey -> survey.id().value())
                .containsExactly("ces-after-call", "csat-after-call", "enps", "nps-after-call");
        assertThat(LIBRARY.all())
                .allSatisfy(survey -> {
                    assertThat(survey.open()).isTrue();
                    assertThat(survey.locales()).containsExactly(Locale.FRENCH, Locale.ENGLISH);
                    assertThat(survey.taxonomy().id()).isEqualTo("customer-service");
                    assertThat(survey.taxonomy().themes()).isNotEmpty();
                });
    }

    private static List<Prompt> prompts(Survey survey) {
        var prompts = new ArrayList<Prompt>();
        for (var occasion : Occasion.values()) {
            prompts.add(new RequestConsent(occasion));
            survey.questions()
                    .forEach(q -> prompts.add(new Ask(q.id(), occasion, OptionalInt.empty())));
        }
        var scale = (Scale) survey.question(survey.headline());
        var after = survey.after(scale.id()).orElseThrow().id();
        IntStream.rangeClosed(scale.low(), scale.high())
                .forEach(rating ->
                        prompts.add(new Ask(after, Occasion.FIRST, OptionalInt.of(rating))));
        prompts.addAll(
                List.of(
                        new Prompt.Thank(),
                        new Prompt.AcceptRefusal(),
                        new Prompt.LetGo(),
                        new Prompt.ConfirmOptOut(),
                        new Prompt.ConfirmOptIn(),
                        new Prompt.Help(),
                        new Prompt.Orient(),
                        new Prompt.LinkSpent()));
        return prompts;
    }

    private static Worded word(Prompt prompt, Survey survey, Locale locale, Channel channel) {
        return LIBRARY.word(prompt, Optional.of(survey.key()), locale, channel, 1, Map.of());
    }

    /** As an outsider would tell: a button for each point, or both ends in the text. */
    private static boolean looksLikeAScale(Worded worded) {
        var buttons =
                worded.rows().stream()
                        .flatMap(List::stream)
                        .filter(button -> button.label().matches("\\d+.*"))
                        .count();
        var numbers =
                NUMBER.matcher(worded.text())
                        .results()
                        .map(r -> r.group())
                        .collect(Collectors.toSet());
        return buttons >= 5
                || Stream.of(Set.of("0", "10"), Set.of("1", "5"), Set.of("1", "7"))
                        .anyMatch(numbers::containsAll);
    }
}
