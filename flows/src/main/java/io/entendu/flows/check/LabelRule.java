package io.entendu.flows.check;

import io.entendu.core.reading.Reading;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.Scale;
import io.entendu.flows.check.Finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * People type what they read: the name of an option or of a point means just that, in every
 * language of the survey, and no word that means something everywhere.
 */
final class LabelRule implements Rule {

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.survey().questions().stream()
                .flatMap(question ->
                        switch (question) {
                            case Choice choice -> choice(subject, choice);
                            case Scale scale -> scale(subject, scale);
                            case Question.YesNo _, Question.Amount _, Question.OpenEnded _ ->
                                    Stream.<Finding>of();
                        });
    }

    private static Stream<Finding> choice(Subject subject, Choice choice) {
        return subject.script().of(choice.id(), "labels").stream()
                .flatMap(label ->
                        first(
                                subject,
                                label,
                                choice,
                                new Reading.Chosen(List.of(new OptionId(label.name()))))
                                .or(() -> consent(subject, label))
                                .stream());
    }

    /** Who says yes to being asked says it once more before the next message is there. */
    private static Optional<Finding> consent(Subject subject, Passage label) {
        var text = label.plain();
        return subject.survey().locales().stream()
                        .anyMatch(locale ->
                                subject.readConsent(locale, text) instanceof Reading.Agreed)
                ? Optional.of(
                        subject.about(
                                Severity.WARNING,
                                label,
                                "label-consent",
                                "\""
                                        + text
                                        + "\" is how people agree to be asked, and a second yes would"
                                        + " be taken for this answer; say more, or ask with yes_no"))
                : Optional.empty();
    }

    private static Stream<Finding> scale(Subject subject, Scale scale) {
        var anchors =
                subject.script().of(scale.id(), "anchors").stream()
                        .flatMap(anchor ->
                                first(
                                        subject,
                                        anchor,
                                        scale,
                                        rated(
                                                anchor.name().equals("low")
                                                        ? scale.low()
                                                        : scale.high()))
                                        .stream());
        var labels =
                subject.script().of(scale.id(), "labels").stream()
                        .flatMap(label ->
                                first(
                                        subject,
                                        label,
                                        scale,
                                        rated(scale.low() + Integer.parseInt(label.name())))
                                        .stream());
        return Stream.concat(anchors, labels);
    }

    private static Reading rated(int value) {
        return new Reading.Rated(value, Optional.empty());
    }

    /** The first thing that is wrong with a label, in conversations of its own language first. */
    private static Optional<Finding> first(
            Subject subject, Passage label, Question question, Reading meant) {
        var text = label.plain();
        return Stream.concat(Stream.of(label.locale()), subject.survey().locales().stream())
                .distinct()
                .flatMap(locale ->
                        Stream.of(
                                        subject.read(question, locale, text),
                                        atRest(subject, locale, text, meant))
                                .filter(read -> !read.equals(meant)))
                .findFirst()
                .map(read -> finding(subject, label, question, text, read));
    }

    /** Some words mean something only where nothing is open: YES lifts an opt-out. */
    private static Reading atRest(Subject subject, Locale locale, String text, Reading meant) {
        var read = subject.readAtRest(locale, text);
        return switch (read) {
            case Reading.OptOut _, Reading.OptIn _, Reading.HelpWanted _, Reading.Keyword _ -> read;
            case Reading.Opened _,
                    Reading.Redeemed _,
                    Reading.LanguageWanted _,
                    Reading.WrongNumber _,
                    Reading.OldButton _,
                    Reading.AutoReplied _,
                    Reading.Aside _,
                    Reading.Answering _ ->
                    meant;
        };
    }

    private static Finding finding(
            Subject subject, Passage label, Question question, String text, Reading read) {
        var taken = "\"" + text + "\" is read as " + Readings.name(read);
        if (Readings.isGlobal(read)) {
            return subject.about(
                    Severity.ERROR,
                    label,
                    "label-keyword",
                    taken + "; use words that mean nothing else");
        }
        if (read instanceof Reading.Ambiguous
                || read instanceof Reading.Chosen
                || read instanceof Reading.Rated) {
            return subject.about(
                    Severity.ERROR,
                    label,
                    "label-alike",
                    taken + "; give each answer a word that the others do not have");
        }
        return subject.about(
                question instanceof Choice ? Severity.ERROR : Severity.WARNING,
                label,
                "label-unread",
                taken + " when somebody types it; use plain words");
    }
}
