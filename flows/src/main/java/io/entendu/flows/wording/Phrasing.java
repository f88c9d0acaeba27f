package io.entendu.flows.wording;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.wording.Wording.Worded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The words of one survey in one language. */
public final class Phrasing {

    /** What Telegram shows side by side; more do not fit the width of a telephone. */
    private static final int BUTTONS_IN_A_ROW = 8;

    /** Longer scales are typed. */
    private static final int BUTTONS_OF_A_SCALE = 3 * BUTTONS_IN_A_ROW;

    /** Characters of one fact of an invitation: a name or a date, not a paragraph. */
    private static final int FACT_LENGTH = 80;

    private final Survey survey;
    private final String sender;
    private final Template purpose;
    private final Map<QuestionId, QuestionText> questions;
    private final Map<TextKey, Template> texts;

    /**
     * The words of {@code survey}.
     *
     * @param texts one for every key
     */
    public Phrasing(
            Survey survey,
            String sender,
            Template purpose,
            Map<QuestionId, QuestionText> questions,
            Map<TextKey, Template> texts) {
        this.survey = survey;
        this.sender = sender;
        this.purpose = purpose;
        this.questions = Map.copyOf(questions);
        this.texts = Map.copyOf(texts);
    }

    /** A prompt in words; {@code facts} are the invitation's, by name. */
    public Worded word(
            Prompt prompt, Channel channel, int conversation, Map<String, String> facts) {
        var values = values(facts);
        return switch (prompt) {
            case Prompt.RequestConsent(var occasion) ->
                    consent(occasion, channel, conversation, values);
            case Ask ask -> ask(ask, channel, conversation, values);
            case Prompt.Thank _ -> plain(TextKey.THANK, values);
            case Prompt.AcceptRefusal _ -> plain(TextKey.ACCEPT_REFUSAL, values);
            case Prompt.LetGo _ -> plain(TextKey.LET_GO, values);
            case Prompt.ConfirmOptOut _ -> plain(TextKey.CONFIRM_OPT_OUT, values);
            case Prompt.ConfirmOptIn _ -> plain(TextKey.CONFIRM_OPT_IN, values);
            case Prompt.Help _ -> plain(TextKey.HELP, values);
            case Prompt.Orient _ ->
                    plain(survey.open() ? TextKey.ORIENT_OPEN : TextKey.ORIENT, values);
            case Prompt.LinkSpent _ -> plain(TextKey.LINK_SPENT, values);
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
        values.put("sender", sender);
        values.put("keyword", survey.id().value());
        values.put("questions", count());
        values.put("purpose", purpose.fill(values));
        return values;
    }

    private String count() {
        var n = survey.questions().size();
        return n == 1
                ? text(TextKey.QUESTIONS_ONE).fill(Map.of())
                : text(TextKey.QUESTIONS_OTHER).fill(Map.of("n", Integer.toString(n)));
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
                };
        var buttons = hasButtons(channel);
        values.put(
                "answer_by",
                fill(buttons ? TextKey.ANSWER_BY_WORD : TextKey.ANSWER_BY_DIGIT, values));
        var rows =
                buttons
                        ? List.of(
                                List.of(
                                        button(
                                                conversation,
                                                ButtonPayload.CONSENT,
                                                ButtonPayload.YES,
                                                fill(TextKey.BUTTON_YES, values)),
                                        button(
                                                conversation,
                                                ButtonPayload.CONSENT,
                                                ButtonPayload.NO,
                                                fill(TextKey.BUTTON_NO, values))))
                        : List.<List<QuickReply>>of();
        return new Worded(fill(key, values), rows);
    }

    private Worded ask(Ask ask, Channel channel, int conversation, Map<String, String> values) {
        var question = survey.question(ask.question());
        var words = wordsOf(question);
        values.put("lead", lead(ask, values));
        values.put("question", asked(ask, words).fill(values));
        words.anchors()
                .ifPresent(anchors -> {
                    values.put("low_anchor", anchors.low().fill(values));
                    values.put("high_anchor", anchors.high().fill(values));
                });
        var rows = new ArrayList<List<QuickReply>>();
        var key =
                switch (question) {
                    case Scale scale -> {
                        values.put("low", Integer.toString(scale.low()));
                        values.put("high", Integer.toString(scale.high()));
                        rows.addAll(scaleButtons(scale, conversation));
                        yield scaleKey(ask.occasion());
                    }
                    case OpenEnded _ -> openKey(ask.occasion());
                };
        if (ask.occasion() == Occasion.UNCLEAR_AGAIN) {
            rows.add(
                    List.of(
                            button(
                                    conversation,
                                    question.id().value(),
                                    ButtonPayload.SKIP,
                                    fill(TextKey.BUTTON_SKIP, values))));
        }
        return new Worded(fill(key, values), hasButtons(channel) ? rows : List.of());
    }

    /**
     * A reason is asked for a rating only when there is one; a question asked again goes on as
     * before.
     */
    private Template asked(Ask ask, QuestionText words) {
        var unrated =
                ask.occasion() == Occasion.FIRST
                        && ask.echo().isEmpty()
                        && !isFirst(ask.question());
        return unrated ? words.withoutRating().orElse(words.ask()) : words.ask();
    }

    private String lead(Ask ask, Map<String, String> values) {
        if (ask.echo().isEmpty()) {
            return fill(isFirst(ask.question()) ? TextKey.LEAD : TextKey.LEAD_NEXT, values);
        }
        values.put("rating", Integer.toString(ask.echo().getAsInt()));
        return fill(isLow(ask) ? TextKey.LEAD_LOW_RATING : TextKey.LEAD_RATING, values);
    }

    private boolean isFirst(QuestionId question) {
        return survey.questions().getFirst().id().equals(question);
    }

    /**
     * Below the middle of the scale that was asked before: what anybody would call a bad mark,
     * whatever the metric makes of it.
     */
    private boolean isLow(Ask ask) {
        var before =
                survey.questions()
                        .subList(0, survey.questions().indexOf(survey.question(ask.question())));
        return !before.isEmpty()
                && before.getLast() instanceof Scale scale
                && ask.echo().getAsInt() * 2 < scale.low() + scale.high();
    }

    private static TextKey scaleKey(Occasion occasion) {
        return switch (occasion) {
            case FIRST -> TextKey.SCALE_FIRST;
            case UNCLEAR -> TextKey.SCALE_UNCLEAR;
            case UNCLEAR_AGAIN -> TextKey.SCALE_UNCLEAR_AGAIN;
            case UNREADABLE -> TextKey.SCALE_UNREADABLE;
            case REPEATED -> TextKey.SCALE_REPEATED;
        };
    }

    private static TextKey openKey(Occasion occasion) {
        return switch (occasion) {
            case FIRST -> TextKey.OPEN_FIRST;
            case UNCLEAR -> TextKey.OPEN_UNCLEAR;
            case UNCLEAR_AGAIN -> TextKey.OPEN_UNCLEAR_AGAIN;
            case UNREADABLE -> TextKey.OPEN_UNREADABLE;
            case REPEATED -> TextKey.OPEN_REPEATED;
        };
    }

    private static boolean hasButtons(Channel channel) {
        return switch (channel) {
            case TELEGRAM, WEB -> true;
            case SMS, WHATSAPP -> false;
        };
    }

    /**
     * The numbers in as few rows as they fit in, the first rows the longer ones: six and five for 0
     * to 10.
     */
    private static List<List<QuickReply>> scaleButtons(Scale scale, int conversation) {
        var points = scale.high() - scale.low() + 1;
        if (points > BUTTONS_OF_A_SCALE) {
            return List.of();
        }
        var rows = (points + BUTTONS_IN_A_ROW - 1) / BUTTONS_IN_A_ROW;
        var inARow = (points + rows - 1) / rows;
        var keys =
                IntStream.rangeClosed(scale.low(), scale.high())
                        .mapToObj(Integer::toString)
                        .map(value -> button(conversation, scale.id().value(), value, value))
                        .toList();
        return IntStream.range(0, rows)
                .mapToObj(row -> keys.subList(row * inARow, Math.min(points, (row + 1) * inARow)))
                .toList();
    }

    private static QuickReply button(int conversation, String subject, String value, String label) {
        return new QuickReply(label, new ButtonPayload(conversation, subject, value).toString());
    }

    private QuestionText wordsOf(Question question) {
        var words = questions.get(question.id());
        if (words == null) {
            throw new IllegalArgumentException("no words for question " + question.id());
        }
        return words;
    }

    private Worded plain(TextKey key, Map<String, String> values) {
        return new Worded(fill(key, values), List.of());
    }

    private String fill(TextKey key, Map<String, String> values) {
        return text(key).fill(values).strip();
    }

    private Template text(TextKey key) {
        var template = texts.get(key);
        if (template == null) {
            throw new IllegalArgumentException("no text " + key.wireName());
        }
        return template;
    }
}
