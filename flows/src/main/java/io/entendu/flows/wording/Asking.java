package io.entendu.flows.wording;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.conversation.Prompt.Ask;
import io.entendu.core.conversation.Prompt.Occasion;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.wording.Wording.Worded;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts the questions of one survey in words of one language, the first time and again. */
final class Asking {

    private final Survey survey;
    private final Locale locale;
    private final Map<QuestionId, QuestionText> questions;
    private final Map<TextKey, Template> texts;

    Asking(
            Survey survey,
            Locale locale,
            Map<QuestionId, QuestionText> questions,
            Map<TextKey, Template> texts) {
        this.survey = survey;
        this.locale = locale;
        this.questions = Map.copyOf(questions);
        this.texts = texts;
    }

    Worded word(Ask ask, Channel channel, int conversation, Map<String, String> values) {
        var question = survey.question(ask.question());
        var words = wordsOf(question);
        values.put("question", asked(ask, words).fill(values));
        values.put("lead", lead(ask, values));
        var key =
                switch (question) {
                    case Scale scale -> scale(scale, ask.occasion(), words, values);
                    case OpenEnded _ -> openKey(ask.occasion());
                    case YesNo _ ->
                            Buttons.areOn(channel)
                                    ? TextKey.YES_NO_BY_WORD
                                    : TextKey.YES_NO_BY_DIGIT;
                    case Choice choice -> choice(choice, words, values);
                    case Amount amount -> amount(amount, words, values);
                };
        var text = fill(key, values) + orSkip(question, ask.occasion());
        var rows =
                Buttons.areOn(channel)
                        ? rows(question, ask.occasion(), conversation, values)
                        : List.<List<QuickReply>>of();
        return new Worded(text, rows);
    }

    QuestionWords plain(QuestionId question, Map<String, String> values) {
        var words = wordsOf(survey.question(question));
        return new QuestionWords(
                sentence(words.ask().fill(values)),
                words.withoutRating().map(text -> sentence(text.fill(values))),
                words.anchors().stream()
                        .flatMap(ends -> Stream.of(ends.low(), ends.high()))
                        .map(end -> end.fill(values))
                        .toList(),
                words.options().entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, label -> label.getValue().fill(values))),
                words.unit().map(unit -> unit.fill(values)).orElse(""));
    }

    /** With a capital letter, after the sign that opens a question in Spanish as well. */
    private String sentence(String text) {
        var at = 0;
        while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        var end = text.offsetByCodePoints(at, at < text.length() ? 1 : 0);
        return text.substring(0, at)
                + text.substring(at, end).toUpperCase(locale)
                + text.substring(end);
    }

    private TextKey scale(
            Scale scale, Occasion occasion, QuestionText words, Map<String, String> values) {
        words.anchors()
                .ifPresent(anchors -> {
                    values.put("low_anchor", anchors.low().fill(values));
                    values.put("high_anchor", anchors.high().fill(values));
                });
        values.put("low", Integer.toString(scale.low()));
        values.put("high", Integer.toString(scale.high()));
        return scaleKey(occasion);
    }

    private TextKey choice(Choice choice, QuestionText words, Map<String, String> values) {
        var labels = labels(choice, words, values);
        values.put(
                "options",
                IntStream.range(0, labels.size())
                        .mapToObj(i -> "\n" + (i + 1) + " " + labels.get(i))
                        .collect(Collectors.joining()));
        return choice.several() ? TextKey.CHOICES : TextKey.CHOICE;
    }

    private static List<String> labels(
            Choice choice, QuestionText words, Map<String, String> values) {
        return choice.options().stream()
                .map(option -> {
                    var label = words.options().get(option);
                    return label == null ? option.value() : label.fill(values);
                })
                .toList();
    }

    private TextKey amount(Amount amount, QuestionText words, Map<String, String> values) {
        values.put("low", written(amount.low()));
        values.put("high", written(amount.high()));
        values.put("unit", words.unit().map(unit -> unit.fill(values)).orElse(""));
        return TextKey.AMOUNT;
    }

    /** With the comma or point of the language, and nothing between thousands. */
    private String written(BigDecimal value) {
        var point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return value.toPlainString().replace('.', point);
    }

    /**
     * The way out: from the first where an answer need not be given, else when it is asked again.
     * Scales and own words name it in their own texts then.
     */
    private String orSkip(Question question, Occasion occasion) {
        var named =
                switch (occasion) {
                    case FIRST, REPEATED, REMINDED -> survey.route().of(question.id()).optional();
                    case UNCLEAR,
                            UNCLEAR_AGAIN,
                            UNREADABLE,
                            QUESTIONED,
                            UPSET,
                            COMMENTED,
                            DOUBTED,
                            AMBIGUOUS ->
                            !(question instanceof Scale || question instanceof OpenEnded);
                };
        return named ? " " + fill(TextKey.OR_SKIP, Map.of()) : "";
    }

    private List<List<QuickReply>> rows(
            Question question, Occasion occasion, int conversation, Map<String, String> values) {
        var subject = question.id().value();
        var rows =
                new ArrayList<>(
                        switch (question) {
                            case Scale scale -> Buttons.scale(scale, conversation);
                            case YesNo _ ->
                                    Buttons.yesNo(
                                            conversation,
                                            subject,
                                            fill(TextKey.BUTTON_YES, values),
                                            fill(TextKey.BUTTON_NO, values));
                            case Choice choice when !choice.several() ->
                                    Buttons.options(
                                            conversation,
                                            subject,
                                            labels(choice, wordsOf(choice), values));
                            case Choice _, Amount _, OpenEnded _ -> List.<List<QuickReply>>of();
                        });
        if (occasion == Occasion.UNCLEAR_AGAIN) {
            rows.add(
                    List.of(
                            Buttons.one(
                                    conversation,
                                    subject,
                                    ButtonPayload.SKIP,
                                    fill(TextKey.BUTTON_SKIP, values))));
        }
        return rows;
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
        if (ask.echo().isPresent()) {
            values.put("rating", Integer.toString(ask.echo().getAsInt()));
        }
        return switch (ask.occasion()) {
            case FIRST -> firstLead(ask, values);
            case UNCLEAR -> fill(TextKey.AGAIN_UNCLEAR, values);
            case UNCLEAR_AGAIN -> fill(TextKey.AGAIN_UNCLEAR_AGAIN, values);
            case UNREADABLE -> fill(TextKey.AGAIN_UNREADABLE, values);
            case REPEATED -> fill(TextKey.AGAIN_REPEATED, values);
            case QUESTIONED -> fill(TextKey.AGAIN_QUESTIONED, values);
            case UPSET -> fill(TextKey.AGAIN_UPSET, values);
            case COMMENTED -> fill(TextKey.AGAIN_COMMENTED, values);
            case DOUBTED -> fill(TextKey.AGAIN_DOUBTED, values);
            case AMBIGUOUS -> fill(TextKey.AGAIN_AMBIGUOUS, values);
            case REMINDED -> fill(TextKey.AGAIN_REMINDED, values);
        };
    }

    private String firstLead(Ask ask, Map<String, String> values) {
        if (ask.echo().isEmpty()) {
            return fill(isFirst(ask.question()) ? TextKey.LEAD : TextKey.LEAD_NEXT, values);
        }
        return fill(isLow(ask) ? TextKey.LEAD_LOW_RATING : TextKey.LEAD_RATING, values);
    }

    private boolean isFirst(QuestionId question) {
        return survey.questions().getFirst().id().equals(question);
    }

    /**
     * Below the middle of the scale that was rated before: what anybody would call a bad mark,
     * whatever the metric makes of it. Questions in between have been answered along with it.
     */
    private boolean isLow(Ask ask) {
        return survey.questions().stream()
                .filter(Scale.class::isInstance)
                .map(Scale.class::cast)
                .filter(scale -> survey.isBefore(scale.id(), ask.question()))
                .reduce((_, last) -> last)
                .filter(scale -> ask.echo().orElseThrow() * 2 < scale.low() + scale.high())
                .isPresent();
    }

    private static TextKey scaleKey(Occasion occasion) {
        return switch (occasion) {
            case FIRST, REMINDED -> TextKey.SCALE_FIRST;
            case UNCLEAR -> TextKey.SCALE_UNCLEAR;
            case UNCLEAR_AGAIN -> TextKey.SCALE_UNCLEAR_AGAIN;
            case UNREADABLE -> TextKey.SCALE_UNREADABLE;
            case REPEATED -> TextKey.SCALE_REPEATED;
            case QUESTIONED, UPSET, COMMENTED, DOUBTED, AMBIGUOUS -> TextKey.SCALE_AGAIN;
        };
    }

    private static TextKey openKey(Occasion occasion) {
        return switch (occasion) {
            case FIRST, REMINDED -> TextKey.OPEN_FIRST;
            case UNCLEAR -> TextKey.OPEN_UNCLEAR;
            case UNCLEAR_AGAIN -> TextKey.OPEN_UNCLEAR_AGAIN;
            case UNREADABLE -> TextKey.OPEN_UNREADABLE;
            case REPEATED -> TextKey.OPEN_REPEATED;
            case QUESTIONED, UPSET, COMMENTED, DOUBTED, AMBIGUOUS -> TextKey.OPEN_AGAIN;
        };
    }

    private QuestionText wordsOf(Question question) {
        var words = questions.get(question.id());
        if (words == null) {
            throw new IllegalArgumentException("no words for question " + question.id());
        }
        return words;
    }

    private String fill(TextKey key, Map<String, String> values) {
        return Phrasing.fill(texts, key, values);
    }
}
