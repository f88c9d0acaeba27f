package io.entendu.flows.check;

import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Scale;
import io.entendu.flows.check.Finding.Severity;
import io.entendu.flows.wording.SmsLength;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What is asked fits two segments, with long facts of an invitation too. */
final class SmsLengthRule implements Rule {

    private static final int SEGMENTS = 2;

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.survey().locales().stream()
                .flatMap(locale ->
                        Stream.concat(
                                longest(subject, locale, Subject.CONSENT, consent()).stream(),
                                subject.survey().questions().stream()
                                        .flatMap(question ->
                                                longest(
                                                        subject,
                                                        locale,
                                                        "questions." + question.id() + ".ask",
                                                        asked(subject, question))
                                                        .stream())));
    }

    private static Stream<Prompt> consent() {
        return Stream.of(Occasion.FIRST, Occasion.UNCLEAR, Occasion.REPEATED, Occasion.QUESTIONED)
                .map(Prompt.RequestConsent::new);
    }

    /** For the first time after each end of the scale before it, and again for every reason. */
    private static Stream<Prompt> asked(Subject subject, Question question) {
        var before =
                subject.survey().questions().stream()
                        .filter(q -> subject.survey().isBefore(q.id(), question.id()))
                        .reduce((_, last) -> last);
        var echoes =
                before.filter(Scale.class::isInstance)
                        .map(Scale.class::cast)
                        .map(s -> List.of(OptionalInt.of(s.low()), OptionalInt.of(s.high())))
                        .orElse(List.of());
        var first =
                Stream.concat(Stream.of(OptionalInt.empty()), echoes.stream())
                        .map(echo -> new Prompt.Ask(question.id(), Occasion.FIRST, echo));
        var again =
                Stream.of(Occasion.values())
                        .filter(o -> o != Occasion.FIRST && o != Occasion.DOUBTED)
                        .map(o -> new Prompt.Ask(question.id(), o, OptionalInt.empty()));
        return Stream.concat(first, again);
    }

    private static Optional<Finding> longest(
            Subject subject, Locale locale, String place, Stream<Prompt> prompts) {
        return prompts.flatMap(prompt -> subject.sms(prompt, locale).stream())
                .max(Comparator.comparingInt(SmsLengthRule::segments))
                .filter(text -> segments(text) > SEGMENTS)
                .map(text -> finding(subject, locale, place, text));
    }

    private static int segments(String text) {
        return SmsLength.of(text).segments();
    }

    private static Finding finding(Subject subject, Locale locale, String place, String text) {
        var length = SmsLength.of(text);
        return subject.about(
                Severity.WARNING,
                Optional.of(locale),
                place,
                "sms-length",
                "needs "
                        + length.segments()
                        + " SMS segments at the longest ("
                        + length.units()
                        + " units); shorten it to "
                        + SEGMENTS
                        + ": \""
                        + text.replace("\n", " / ")
                        + "\"");
    }
}
