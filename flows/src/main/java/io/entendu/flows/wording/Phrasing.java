package io.entendu.flows.wording;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.wording.Wording.Worded;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of one survey in one language. */
public final class Phrasing {

    /** Characters of one fact of an invitation: a name or a date, not a paragraph. */
    private static final int FACT_LENGTH = 80;

    private final Survey survey;
    private final int most;
    private final Sender sender;
    private final Asking asking;
    private final Map<TextKey, Template> texts;

    /** Who asks and why, as people are told. */
    public record Sender(String name, Template purpose) {}

    /**
     * The words of {@code survey} in one language.
     *
     * @param most questions that one person is asked at the most
     * @param texts one for every key
     */
    public Phrasing(
            Survey survey,
            int most,
            Locale locale,
            Sender sender,
            Map<QuestionId, QuestionText> words,
            Map<TextKey, Template> texts) {
        this.survey = survey;
        this.most = most;
        this.sender = sender;
        this.texts = Map.copyOf(texts);
        this.asking = new Asking(survey, locale, words, this.texts);
    }

    /** A prompt in words; {@code facts} are the invitation's, by name. */
    public Worded word(
            Prompt prompt, Channel channel, int conversation, Map<String, String> facts) {
        var values = values(facts);
        return switch (prompt) {
            case Prompt.RequestConsent(var occasion) ->
                    consent(occasion, channel, conversation, values);
            case Ask ask -> asking.word(ask, channel, conversation, values);
            case Prompt.Thank _ -> plain(TextKey.THANK, values);
            case Prompt.AcceptRefusal _ -> plain(TextKey.ACCEPT_REFUSAL, values);
            case Prompt.LetGo _ -> plain(TextKey.LET_GO, values);
            case Prompt.ConfirmOptOut _ -> plain(TextKey.CONFIRM_OPT_OUT, values);
            case Prompt.ConfirmOptIn _ -> plain(TextKey.CONFIRM_OPT_IN, values);
            case Prompt.Help _ -> plain(TextKey.HELP, values);
            case Prompt.Orient _ ->
                    plain(survey.open() ? TextKey.ORIENT_OPEN : TextKey.ORIENT, values);
            case Prompt.LinkSpent _ -> plain(TextKey.LINK_SPENT, values);
            case Prompt.RegretWrongNumber _ -> plain(TextKey.WRONG_NUMBER, values);
            case Prompt.OfferLanguage _ -> plain(TextKey.OFFER_LANGUAGE, values);
            case Prompt.Beside(var matter) -> plain(beside(matter), values);
        };
    }

    /** A question without what stands around it in a message. */
    public QuestionWords question(QuestionId question) {
        return asking.plain(question, values(Map.of()));
    }

    private static TextKey beside(Prompt.Beside.Matter matter) {
        return switch (matter) {
            case EMERGENCY -> TextKey.EMERGENCY;
            case PERSON -> TextKey.PERSON;
            case WHO -> TextKey.PRIVACY_WHO;
            case SOURCE -> TextKey.PRIVACY_SOURCE;
            case DELETION -> TextKey.PRIVACY_DELETE;
            case LATER -> TextKey.LATER;
        };
    }

    /** The invitation's facts, made fit for one line, under what the survey itself knows. */
    private Map<String, String> values(Map<String, String> facts) {
        var values = new HashMap<String, String>();
        facts.forEach((name, fact) -> {
            var line = fact.replaceAll("\\p{Cntrl}+|\\s+", " ").strip();
            if (!line.isEmpty()) {
                values.put(
                        name,
                        line.substring(
                                0,
                                line.offsetByCodePoints(
                                        0,
                                        Math.min(
                                                FACT_LENGTH,
                                                line.codePointCount(0, line.length())))));
            }
        });
        values.put("sender", sender.name());
        values.put("keyword", survey.id().value());
        values.put("questions", count());
        values.put("purpose", sender.purpose().fill(values));
        return values;
    }

    private String count() {
        return most == 1
                ? fill(TextKey.QUESTIONS_ONE, Map.of())
                : fill(TextKey.QUESTIONS_OTHER, Map.of("n", Integer.toString(most)));
    }

    private Worded consent(
            Occasion occasion, Channel channel, int conversation, Map<String, String> values) {
        var key =
                switch (occasion) {
                    case FIRST -> TextKey.CONSENT_FIRST;
                    case UNCLEAR -> TextKey.CONSENT_UNCLEAR;
                    case UNCLEAR_AGAIN -> TextKey.CONSENT_UNCLEAR_AGAIN;
                    case UNREADABLE -> TextKey.CONSENT_UNREADABLE;
                    case REPEATED -> TextKey.CONSENT_REPEATED;
                    case QUESTIONED -> TextKey.CONSENT_QUESTIONED;
                    case UPSET, COMMENTED, DOUBTED, AMBIGUOUS, REMINDED -> TextKey.CONSENT_UNCLEAR;
                };
        var buttons = Buttons.areOn(channel);
        values.put(
                "answer_by",
                fill(buttons ? TextKey.ANSWER_BY_WORD : TextKey.ANSWER_BY_DIGIT, values));
        var rows =
                buttons
                        ? Buttons.yesNo(
                                conversation,
                                ButtonPayload.CONSENT,
                                fill(TextKey.BUTTON_YES, values),
                                fill(TextKey.BUTTON_NO, values))
                        : List.<List<QuickReply>>of();
        return new Worded(fill(key, values), rows);
    }

    private Worded plain(TextKey key, Map<String, String> values) {
        return new Worded(fill(key, values), List.of());
    }

    private String fill(TextKey key, Map<String, String> values) {
        return fill(texts, key, values);
    }

    static String fill(Map<TextKey, Template> texts, TextKey key, Map<String, String> values) {
        var template = texts.get(key);
        if (template == null) {
            throw new IllegalArgumentException("no text " + key.wireName());
        }
        return template.fill(values).strip();
    }
}
