package io.entendu.flows.reading;

import io.entendu.core.channel.Content;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import io.entendu.core.text.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads replies by rules, in a fixed order: opt-out before everything, then the keywords that mean
 * the same everywhere, then what is asked of us or of people, then the answer to what is open, last
 * what is no answer. No input makes it throw or take long.
 */
public final class RuleReplyReader implements ReplyReader {

    private static final Set<String> OPT_IN = WordList.words("opt-in-keywords");
    private static final Set<String> HELP = WordList.words("help-keywords");

    /**
     * Twilio sends YES of somebody who opted out to nobody but us, so it lifts an opt-out like
     * START.
     */
    private static final String YES = "yes";

    private static final Span NOWHERE = new Span(0, 0);

    /** Characters: a survey's id at the most. */
    private static final int LONGEST_KEYWORD = 63;

    private final Surveys surveys;
    private final AnswerReading answers;

    /**
     * A reader of replies.
     *
     * @param surveys whose ids are keywords where they are open
     */
    public RuleReplyReader(Surveys surveys, Grammars grammars) {
        this.surveys = surveys;
        this.answers = new AnswerReading(grammars);
    }

    @Override
    public Interpretation read(Expectation expected, Content content) {
        return switch (content) {
            case Content.Text(var text) -> text(expected, text);
            case Content.Edited(var text, _) -> text(expected, text);
            case Content.Tap(var payload, var label, _) ->
                    TapReading.read(expected, payload, Span.whole(label));
            case Content.Start(var payload) -> start(payload);
            case Content.Media(var kind) ->
                    new Interpretation(new Reading.Unreadable(), "media." + kind, NOWHERE);
        };
    }

    private Interpretation text(Expectation expected, String text) {
        var reply = new Reply(text);
        var read =
                optOut(reply)
                        .or(() -> keyword(expected, reply))
                        .orElseGet(() -> open(expected, reply));
        return read.reading() instanceof Reading.Answering
                ? read.writtenIn(otherLanguage(reply, expected.locale()))
                : read;
    }

    private static Optional<Locale> otherLanguage(Reply reply, Locale locale) {
        return Languages.of(reply).filter(l -> !l.getLanguage().equals(locale.getLanguage()));
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

    private Interpretation open(Expectation expected, Reply reply) {
        return switch (expected) {
            case Expectation.Nothing _ ->
                    AsideReading.read(reply, true)
                            .orElseGet(() ->
                                    new Interpretation(
                                            new Reading.Unclear(), "nothing.open", reply.span()));
            case Expectation.Consent consent -> consent(reply, consent);
            case Expectation.Answer answer -> answer(answer, reply);
            case Expectation.More more ->
                    AsideReading.read(reply, true)
                            .or(() -> language(reply, more.survey()))
                            .orElseGet(() -> AnswerReading.more(reply));
        };
    }

    private Interpretation answer(Expectation.Answer expected, Reply reply) {
        return AsideReading.read(reply, expected.question() instanceof OpenEnded)
                .or(() -> language(reply, expected.survey()))
                .filter(beside -> !answers.isOption(expected, reply, beside.span()))
                .map(beside -> answers.withAnswer(expected, reply, beside))
                .orElseGet(() -> answers.read(expected, reply));
    }

    private static Interpretation consent(Reply reply, Expectation.Consent expected) {
        return switch (ConsentReading.read(reply, expected.locale().getLanguage())) {
            case YES -> new Interpretation(new Reading.Agreed(), "consent.yes", reply.span());
            case NO -> new Interpretation(new Reading.Declined(), "consent.no", reply.span());
            case UNCLEAR ->
                    AsideReading.read(reply, false)
                            .or(() -> language(reply, expected.survey()))
                            .or(() -> AsideReading.last(reply))
                            .orElseGet(() ->
                                    new Interpretation(
                                            new Reading.Unclear(),
                                            "consent.unclear",
                                            reply.span()));
        };
    }

    /** Another language, where the survey speaks it. */
    private static Optional<Interpretation> language(Reply reply, Survey survey) {
        return Languages.wish(reply)
                .filter(found -> survey.speaks(found.language()))
                .map(found ->
                        new Interpretation(
                                new Reading.LanguageWanted(found.language()),
                                "language.wish",
                                found.span()));
    }

    /** Words that mean the same in every phase when they are the whole message. */
    private Optional<Interpretation> keyword(Expectation expected, Reply reply) {
        var words = reply.hard();
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
        return text.length() > LONGEST_KEYWORD
                ? Optional.empty()
                : surveys.begunBy(text).map(Survey::id);
    }

    private Interpretation start(String payload) {
        var survey = open(payload);
        if (survey.isPresent()) {
            return new Interpretation(new Reading.Opened(survey), "start.survey", NOWHERE);
        }
        return InvitationId.isValid(payload)
                ? new Interpretation(new Reading.Redeemed(payload), "start.invitation", NOWHERE)
                : new Interpretation(new Reading.Opened(Optional.empty()), "start.empty", NOWHERE);
    }
}
