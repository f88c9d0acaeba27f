package io.entendu.flows.check;

import io.entendu.core.survey.Question.Choice;
import io.entendu.flows.check.Finding.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a choice fits the buttons and lists of WhatsApp, the narrowest of the channels.
 *
 * <p>Limits: three reply buttons of 20 characters, or a list of ten rows of 24,
 * https://www.twilio.com/docs/content/twilio-quick-reply and
 * https://www.twilio.com/docs/content/twiliolist-picker.
 */
final class ButtonRule implements Rule {

    private static final int BUTTONS = 3;
    private static final int ON_A_BUTTON = 20;
    private static final int ROWS = 10;
    private static final int ON_A_ROW = 24;

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.survey().questions().stream()
                .filter(Choice.class::isInstance)
                .map(Choice.class::cast)
                .flatMap(choice ->
                        Stream.concat(rows(subject, choice).stream(), labels(subject, choice)));
    }

    /** The way out needs a row too. */
    private static Optional<Finding> rows(Subject subject, Choice choice) {
        return choice.options().size() + 1 > ROWS
                ? Optional.of(
                        subject.about(
                                Severity.WARNING,
                                Optional.empty(),
                                "questions." + choice.id() + ".choice.options",
                                "list-rows",
                                choice.options().size()
                                        + " options and the one for passing over do not fit a"
                                        + " WhatsApp list of "
                                        + ROWS
                                        + " rows; offer "
                                        + (ROWS - 1)
                                        + " at most"))
                : Optional.empty();
    }

    private static Stream<Finding> labels(Subject subject, Choice choice) {
        var buttons = choice.options().size() <= BUTTONS;
        var room = buttons ? ON_A_BUTTON : ON_A_ROW;
        return subject.script().of(choice.id(), "labels").stream()
                .filter(label -> length(label) > room)
                .map(label ->
                        subject.about(
                                Severity.WARNING,
                                label,
                                "label-length",
                                "\""
                                        + label.plain()
                                        + "\" has "
                                        + length(label)
                                        + " characters, and WhatsApp shows "
                                        + room
                                        + (buttons ? " on a button" : " in a list")
                                        + "; say it shorter"));
    }

    private static int length(Passage label) {
        return label.plain().codePointCount(0, label.plain().length());
    }
}
