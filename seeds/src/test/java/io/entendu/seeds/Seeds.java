package io.entendu.seeds;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Beside;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.conversation.Prompt.RequestConsent;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Survey;
import io.entendu.core.wording.Wording.Worded;
import io.entendu.flows.SurveyLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The seeds as tests look at them: every survey in every language, and all that it may say. */
final class Seeds {

    static final SurveyLibrary LIBRARY = SurveyLibrary.ofSeeds();

    static final List<Locale> LANGUAGES =
            Stream.of("fr", "en", "es", "de", "it", "pt", "nl").map(Locale::of).toList();

    /** The occasions of a question only have no text of their own for consent. */
    private static final Set<Occasion> OF_CONSENT =
            EnumSet.complementOf(
                    EnumSet.of(
                            Occasion.UPSET,
                            Occasion.COMMENTED,
                            Occasion.DOUBTED,
                            Occasion.AMBIGUOUS,
                            Occasion.REMINDED));

    private Seeds() {}

    /** Each survey in each of its languages. */
    static Stream<Arguments> inEveryLanguage() {
        return LIBRARY.all().stream()
                .flatMap(survey ->
                        survey.locales().stream()
                                .map(locale ->
                                        argumentSet(survey.id() + " " + locale, survey, locale)));
    }

    /** Each survey in each of its languages on each channel. */
    static Stream<Arguments> everywhere() {
        return inEveryLanguage()
                .flatMap(arguments -> {
                    var survey = (Survey) arguments.get()[0];
                    var locale = (Locale) arguments.get()[1];
                    return Arrays.stream(Channel.values())
                            .map(channel ->
                                    argumentSet(
                                            survey.id() + " " + locale + " " + channel,
                                            survey,
                                            locale,
                                            channel));
                });
    }

    /** Everything that a conversation may hear, questions asked again on every occasion. */
    static List<Prompt> prompts(Survey survey) {
        var prompts = new ArrayList<Prompt>();
        OF_CONSENT.forEach(occasion -> prompts.add(new RequestConsent(occasion)));
        for (var occasion : Occasion.values()) {
            var echo = occasion == Occasion.DOUBTED ? OptionalInt.of(3) : OptionalInt.empty();
            survey.questions().forEach(q -> prompts.add(new Ask(q.id(), occasion, echo)));
        }
        prompts.addAll(afterRatings(survey));
        for (var matter : Beside.Matter.values()) {
            prompts.add(new Beside(matter));
        }
        prompts.addAll(
                List.of(
                        new Prompt.Thank(),
                        new Prompt.AcceptRefusal(),
                        new Prompt.LetGo(),
                        new Prompt.ConfirmOptOut(),
                        new Prompt.ConfirmOptIn(),
                        new Prompt.Help(),
                        new Prompt.Orient(),
                        new Prompt.LinkSpent(),
                        new Prompt.RegretWrongNumber()));
        return prompts;
    }

    /** What is asked after each rating of the headline question. */
    static List<Ask> afterRatings(Survey survey) {
        var scale = (Scale) survey.question(survey.headline());
        var after = survey.after(scale.id()).map(Question::id).orElseThrow();
        return IntStream.rangeClosed(scale.low(), scale.high())
                .mapToObj(rating -> new Ask(after, Occasion.FIRST, OptionalInt.of(rating)))
                .toList();
    }

    static Ask first(Question question) {
        return new Ask(question.id(), Occasion.FIRST, OptionalInt.empty());
    }

    static Worded word(Prompt prompt, Survey survey, Locale locale, Channel channel) {
        return word(prompt, survey, locale, channel, Map.of());
    }

    static Worded word(
            Prompt prompt,
            Survey survey,
            Locale locale,
            Channel channel,
            Map<String, String> facts) {
        return LIBRARY.word(prompt, Optional.of(survey.key()), locale, channel, 1, facts);
    }

    static String sms(Prompt prompt, Survey survey, Locale locale) {
        return word(prompt, survey, locale, Channel.SMS).text();
    }
}
