package io.entendu.flows.reading;

import io.entendu.core.channel.Content;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import io.entendu.core.text.Span;
import io.entendu.flows.wording.ButtonPayload;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Understands replies by rules alone, in seven languages: opt-out first, then keywords, then what
 * the open question makes of it.
 *
 * <p>Stateless but for the surveys it knows; the time goes with the length of the reply.
 */
public final class RuleReplyReader implements ReplyReader {

    private static final Set<String> OPT_IN = Set.copyOf(WordList.lines("opt-in-keywords"));

    /** Twilio's START words hold YES; it is one only where no question waits for a yes. */
    private static final String YES = "yes";

    private static final Set<String> HELP = Set.copyOf(WordList.lines("help-keywords"));
    private static final Set<String> SKIP = Set.copyOf(WordList.before("skip", "refused"));
    private static final Set<String> REFUSAL = Set.copyOf(WordList.after("skip", "refused"));
    private static final Set<String> SOFT = WordList.words("soft");

    private final Surveys surveys;

    /**
     * A reader of replies.
     *
     * @param surveys whose ids are keywords where they are open
     */
    public RuleReplyReader(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public Interpretation read(Expectation expected, Content content) {
        return switch (content) {
            case Content.Text(var text) -> text(expected, text);
            case Content.Edited(var text, _) -> text(expected, text);
            case Content.Tap(var payload, var label, _) ->
                    tap(expected, payload, Span.whole(label));
            case Content.Start(var payload) -> start(payload);
            case Content.Media _ ->
                    new Interpretation(new Reading.Unreadable(), "media", new Span(0, 0));
        };
    }

    private Interpretation text(Expectation expected, String text) {
        var reply = new Reply(text);
        return optOut(reply)
                .or(() -> keyword(expected, reply))
                .orElseGet(() ->
                        switch (expected) {
                            case Expectation.Nothing _ ->
                                    new Interpretation(
                                            new Reading.Unclear(), "nothing.open", reply.span());
                            case Expectation.Consent _ -> consent(reply, expected.locale());
                            case Expectation.Answer answer ->
                                    switch (answer.question()) {
                                        case Scale scale -> scale(reply, scale, expected.locale());
                                        case OpenEnded _ -> open(reply);
                                        case Question.YesNo _,
                                                Question.Choice _,
                                                Question.Amount _ ->
                                                new Interpretation(
                                                        new Reading.Unclear(),
                                                        "pending",
                                                        reply.span());
                                    };
                            case Expectation.More _ -> open(reply);
                        });
    }

    private static Optional<Interpretation> optOut(Reply reply) {
        return OptOuts.keyword(reply)
                .map(span -> new Interpretation(new Reading.OptOut(), "opt-out.keyword", span))
                .or(() ->
                        OptOuts.request(reply)
                                .map(span ->
                                        new Interpretation(
                                                new Reading.OptOut(), "opt-out.request", span)));
    }

    /** Words that mean the same in every phase when they are the whole message. */
    private Optional<Interpretation> keyword(Expectation expected, Reply reply) {
        var words = whole(reply);
        if (isOptIn(expected, words)) {
            return Optional.of(
                    new Interpretation(new Reading.OptIn(), "opt-in.keyword", reply.span()));
        }
        if (HELP.contains(words)) {
            return Optional.of(
                    new Interpretation(new Reading.HelpWanted(), "help.keyword", reply.span()));
        }
        return open(reply.span().of(reply.text()))
                .map(survey ->
                        new Interpretation(
                                new Reading.Keyword(survey), "survey.keyword", reply.span()));
    }

    private static boolean isOptIn(Expectation expected, String words) {
        return switch (expected) {
            case Expectation.Nothing _ -> OPT_IN.contains(words) || words.equals(YES);
            case Expectation.Consent _ -> false;
            case Expectation.Answer _, Expectation.More _ -> OPT_IN.contains(words);
        };
    }

    private Optional<SurveyId> open(String text) {
        var id = text.toLowerCase(Locale.ROOT);
        return SurveyId.isValid(id)
                ? surveys.current(new SurveyId(id)).filter(Survey::open).map(Survey::id)
                : Optional.empty();
    }

    private static Interpretation consent(Reply reply, Locale locale) {
        return switch (ConsentReading.read(reply, locale.getLanguage())) {
            case YES -> new Interpretation(new Reading.Agreed(), "consent.yes", reply.span());
            case NO -> new Interpretation(new Reading.Declined(), "consent.no", reply.span());
            case UNCLEAR ->
                    new Interpretation(new Reading.Unclear(), "consent.unclear", reply.span());
        };
    }

    private static Interpretation scale(Reply reply, Scale scale, Locale locale) {
        return passedOver(reply)
                .or(() ->
                        ScaleReading.read(reply, scale.low(), scale.high(), locale.getLanguage())
                                .map(found ->
                                        new Interpretation(
                                                new Reading.Rated(
                                                        found.value(), Comments.of(reply, found)),
                                                found.rule(),
                                                found.span())))
                .orElseGet(() ->
                        new Interpretation(new Reading.Unclear(), "scale.unclear", reply.span()));
    }

    private static Interpretation open(Reply reply) {
        return passedOver(reply)
                .orElseGet(() ->
                        reply.span().start() == reply.span().end()
                                ? new Interpretation(
                                        new Reading.Unclear(), "open.empty", reply.span())
                                : new Interpretation(
                                        new Reading.Said(), "open.words", reply.span()));
    }

    private static Optional<Interpretation> passedOver(Reply reply) {
        if (reply.has("?")) {
            return Optional.empty();
        }
        var whole = Reply.join(reply.words());
        var hard = whole(reply);
        if (REFUSAL.contains(whole) || REFUSAL.contains(hard)) {
            return Optional.of(
                    new Interpretation(
                            new Reading.PassedOver(Missing.REFUSED),
                            "question.refused",
                            reply.span()));
        }
        return SKIP.contains(whole) || SKIP.contains(hard)
                ? Optional.of(
                        new Interpretation(
                                new Reading.PassedOver(Missing.SKIPPED),
                                "question.skip",
                                reply.span()))
                : Optional.empty();
    }

    /** The words of a message but those that change nothing. */
    private static String whole(Reply reply) {
        return Reply.join(
                reply.words().stream().filter(word -> !SOFT.contains(word.text())).toList());
    }

    private Interpretation start(String payload) {
        var nowhere = new Span(0, 0);
        if (SurveyId.isValid(payload.toLowerCase(Locale.ROOT)) && open(payload).isPresent()) {
            return new Interpretation(new Reading.Opened(open(payload)), "start.survey", nowhere);
        }
        return InvitationId.isValid(payload)
                ? new Interpretation(new Reading.Redeemed(payload), "start.invitation", nowhere)
                : new Interpretation(new Reading.Opened(Optional.empty()), "start.empty", nowhere);
    }

    private static Interpretation tap(Expectation expected, String payload, Span label) {
        return ButtonPayload.parse(payload)
                .flatMap(button ->
                        switch (expected) {
                            case Expectation.Nothing _, Expectation.More _ -> Optional.empty();
                            case Expectation.Consent consent -> consentTap(consent, button);
                            case Expectation.Answer answer -> answerTap(answer, button);
                        })
                .map(reading -> new Interpretation(reading, "tap", label))
                .orElseGet(() -> new Interpretation(new Reading.OldButton(), "tap.old", label));
    }

    private static Optional<Reading> consentTap(
            Expectation.Consent expected, ButtonPayload button) {
        if (button.conversation() != expected.conversation()
                || !button.subject().equals(ButtonPayload.CONSENT)) {
            return Optional.empty();
        }
        return switch (button.value()) {
            case ButtonPayload.YES -> Optional.of(new Reading.Agreed());
            case ButtonPayload.NO -> Optional.of(new Reading.Declined());
            default -> Optional.empty();
        };
    }

    private static Optional<Reading> answerTap(Expectation.Answer expected, ButtonPayload button) {
        Question question = expected.question();
        if (button.conversation() != expected.conversation()
                || !button.subject().equals(question.id().value())) {
            return Optional.empty();
        }
        if (button.value().equals(ButtonPayload.SKIP)) {
            return Optional.of(new Reading.PassedOver(Missing.SKIPPED));
        }
        var value = number(button.value());
        return question instanceof Scale scale && value.isPresent() && scale.holds(value.getAsInt())
                ? Optional.of(new Reading.Rated(value.getAsInt(), Optional.empty()))
                : Optional.empty();
    }

    private static OptionalInt number(String value) {
        return value.matches("[0-9]{1,3}")
                ? OptionalInt.of(Integer.parseInt(value))
                : OptionalInt.empty();
    }
}
