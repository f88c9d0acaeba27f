package io.entendu.flows.check;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.flows.Location;
import io.entendu.flows.Origin;
import io.entendu.flows.Position;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.check.Finding.Severity;
import io.entendu.flows.reading.RuleReplyReader;
import io.entendu.flows.wording.TextKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A survey with all that holds its conversations.
 *
 * @param facts a long value for everything that an invitation may tell
 */
record Subject(
        SurveyLibrary library,
        Survey survey,
        Script script,
        Map<String, String> facts,
        ReplyReader reader,
        Engine engine) {

    /** A long name, in the alphabet of SMS: 20 characters. */
    static final String LONG_FACT = "Maximiliane Schubert";

    /** The place of the first question, which is in no list. */
    static final String CONSENT = "consent";

    static Subject of(SurveyLibrary library, Survey survey) {
        var content =
                library.content(survey.key())
                        .orElseThrow(
                                () -> new IllegalArgumentException("unknown: " + survey.key()));
        var script = Script.of(content);
        return new Subject(
                library,
                survey,
                script,
                facts(script),
                new RuleReplyReader(library, library),
                new Engine(new StatemachineLifecycle(), ContactPolicy.STRICT));
    }

    /** What these typed words mean as the answer to a question. */
    Reading read(Question question, Locale locale, String text) {
        return reader.read(
                        new Expectation.Answer(survey, 1, question, locale), new Content.Text(text))
                .reading();
    }

    /** What these typed words mean where nothing is open. */
    Reading readAtRest(Locale locale, String text) {
        return reader.read(new Expectation.Nothing(locale), new Content.Text(text)).reading();
    }

    /** What these typed words mean where consent is asked for. */
    Reading readConsent(Locale locale, String text) {
        return reader.read(new Expectation.Consent(survey, 1, locale), new Content.Text(text))
                .reading();
    }

    /** A prompt as SMS, once with nothing known and once with long facts. */
    List<String> sms(Prompt prompt, Locale locale) {
        return List.of(sms(prompt, locale, Map.of()), sms(prompt, locale, facts));
    }

    private String sms(Prompt prompt, Locale locale, Map<String, String> facts) {
        return library.word(prompt, Optional.of(survey.key()), locale, Channel.SMS, 1, facts)
                .text();
    }

    private static Map<String, String> facts(Script script) {
        return script.passages().stream()
                .flatMap(p -> p.names().stream())
                .filter(Subject::isFact)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(name -> name, _ -> LONG_FACT));
    }

    /** Whether it comes from the invitation, and not from the survey. */
    static boolean isFact(String name) {
        for (var key : TextKey.values()) {
            if (key.offers(name)) {
                return false;
            }
        }
        return true;
    }

    Finding about(
            Severity severity, Optional<Locale> locale, String place, String rule, String message) {
        var location =
                library.origin(survey.key())
                        .map(origin ->
                                new Location(origin.file(), position(origin, place, locale)));
        return new Finding(severity, survey.id().value(), locale, place, rule, message, location);
    }

    /** Of the request for consent only its purpose stands in every file. */
    private static Optional<Position> position(
            Origin origin, String place, Optional<Locale> locale) {
        return place.equals(CONSENT)
                ? origin.position("texts." + TextKey.CONSENT_FIRST.wireName(), locale)
                        .or(() -> origin.position("purpose", locale))
                : origin.position(place, locale);
    }

    Finding about(Severity severity, Passage passage, String rule, String message) {
        return about(severity, Optional.of(passage.locale()), passage.place(), rule, message);
    }
}
