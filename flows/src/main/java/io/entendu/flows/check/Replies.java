package io.entendu.flows.check;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Phase;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.flows.wording.TextKey;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a person may type at a moment of a conversation, and what must come of it. */
final class Replies {

    private static final Map<String, String> COMMENTS =
            Folded.lines("comments").stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(l -> l[0], l -> l[1]));

    /** No sense can be made of it, in any language. */
    private static final String UNCLEAR = "...";

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final List<TextKey> SAY_HOW_TO_SKIP =
            List.of(
                    TextKey.OR_SKIP,
                    TextKey.SCALE_UNCLEAR,
                    TextKey.SCALE_UNCLEAR_AGAIN,
                    TextKey.OPEN_UNCLEAR,
                    TextKey.OPEN_UNCLEAR_AGAIN);

    /**
     * A typed reply.
     *
     * @param meant what it is, for the report
     * @param understood whether the conversation after it shows that it was
     */
    record Typed(String text, String meant, Predicate<Conversation> understood) {}

    private final Subject subject;
    private final Turns turns;
    private final Locale locale;
    private final Channel channel;

    Replies(Subject subject, Turns turns, Locale locale, Channel channel) {
        this.subject = subject;
        this.turns = turns;
        this.locale = locale;
        this.channel = channel;
    }

    List<Typed> at(Conversation conversation) {
        return conversation
                .asking()
                .map(id -> subject.survey().question(id))
                .map(this::toQuestion)
                .orElseGet(this::toConsent);
    }

    private List<Typed> toConsent() {
        var all = new ArrayList<Typed>();
        words(true).forEach(word -> all.add(new Typed(word, "yes", Replies::hasBegun)));
        words(false)
                .forEach(word -> all.add(new Typed(word, "no", c -> c.phase() == Phase.DECLINED)));
        all.add(new Typed(UNCLEAR, "nothing", _ -> true));
        return all;
    }

    private static boolean hasBegun(Conversation conversation) {
        return conversation.phase() == Phase.ASKING;
    }

    /** The word that other channels put on the button, and the digit that an SMS asks for. */
    private List<String> words(boolean yes) {
        var word = subject.script().text(yes ? TextKey.BUTTON_YES : TextKey.BUTTON_NO, locale);
        return channel == Channel.SMS ? List.of(yes ? "1" : "2", word) : List.of(word);
    }

    private List<Typed> toQuestion(Question question) {
        var all =
                new ArrayList<>(
                        switch (question) {
                            case Scale scale -> toScale(scale);
                            case YesNo yesNo -> toYesNo(yesNo);
                            case Choice choice -> toChoice(choice);
                            case Amount amount -> toAmount(amount);
                            case OpenEnded open ->
                                    List.of(
                                            answer(
                                                    open,
                                                    comment(),
                                                    "an answer in own words",
                                                    Answer.Verbatim.class::isInstance));
                        });
        skips().forEach(word ->
                all.add(
                        answer(
                                question,
                                word,
                                "passing the question over",
                                Answer.None.class::isInstance)));
        all.add(new Typed(UNCLEAR, "nothing", _ -> true));
        return all;
    }

    private static Typed answer(
            Question question, String text, String meant, Predicate<Answer> understood) {
        return new Typed(text, meant, c -> c.answer(question.id()).filter(understood).isPresent());
    }

    private List<Typed> toScale(Scale scale) {
        var borders =
                turns
                        .borders(
                                scale.id(),
                                BigDecimal.valueOf(scale.low()),
                                BigDecimal.valueOf(scale.high()))
                        .stream()
                        .map(BigDecimal::intValueExact);
        return Stream.concat(Stream.of(scale.low(), scale.high()), borders)
                .distinct()
                .flatMap(value ->
                        Stream.of(value.toString(), value + ", " + comment())
                                .map(text ->
                                        answer(
                                                scale,
                                                text,
                                                "the number " + value,
                                                a ->
                                                        a instanceof Answer.Rating rating
                                                                && rating.value() == value)))
                .toList();
    }

    private List<Typed> toYesNo(YesNo question) {
        return Stream.of(true, false)
                .flatMap(yes ->
                        words(yes).stream()
                                .map(word ->
                                        answer(
                                                question,
                                                word,
                                                yes ? "yes" : "no",
                                                a ->
                                                        a instanceof Answer.YesOrNo said
                                                                && said.yes() == yes)))
                .toList();
    }

    private List<Typed> toChoice(Choice choice) {
        var all = new ArrayList<Typed>();
        for (var i = 0; i < choice.options().size(); i++) {
            all.add(chosen(choice, Integer.toString(i + 1), List.of(choice.options().get(i))));
        }
        if (choice.several()) {
            all.add(chosen(choice, "0", List.of()));
            all.add(
                    chosen(
                            choice,
                            IntStream.rangeClosed(1, choice.options().size())
                                    .mapToObj(Integer::toString)
                                    .collect(Collectors.joining(", ")),
                            choice.options()));
        }
        return all;
    }

    private static Typed chosen(Choice choice, String text, List<OptionId> options) {
        return answer(
                choice,
                text,
                "the choice of " + options,
                a -> a instanceof Answer.Selection chosen && chosen.options().equals(options));
    }

    private List<Typed> toAmount(Amount amount) {
        return Stream.concat(
                        Stream.of(amount.low(), amount.high()),
                        turns.borders(amount.id(), amount.low(), amount.high()).stream())
                .distinct()
                .map(value ->
                        answer(
                                amount,
                                written(value),
                                "the amount " + value.toPlainString(),
                                a ->
                                        a instanceof Answer.Quantity said
                                                && said.value().compareTo(value) == 0))
                .toList();
    }

    /** With the comma or point of the language, as the question writes it. */
    private String written(BigDecimal value) {
        var point = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        return value.toPlainString().replace('.', point);
    }

    private String comment() {
        return COMMENTS.getOrDefault(
                locale.getLanguage(), COMMENTS.getOrDefault(Locale.ENGLISH.getLanguage(), ""));
    }

    /** The words in quotes where a text says how to go on without an answer, and on the button. */
    private List<String> skips() {
        var quoted =
                SAY_HOW_TO_SKIP.stream()
                        .map(key -> subject.script().text(key, locale))
                        .flatMap(text -> QUOTED.matcher(text).results().map(m -> m.group(1)));
        return Stream.concat(quoted, Stream.of(subject.script().text(TextKey.BUTTON_SKIP, locale)))
                .distinct()
                .toList();
    }
}
