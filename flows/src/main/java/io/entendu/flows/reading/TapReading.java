package io.entendu.flows.reading;

import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Missing;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question.Amount;
import io.entendu.core.survey.Question.Choice;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.Question.YesNo;
import io.entendu.core.text.Span;
import io.entendu.flows.wording.ButtonPayload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a button that was pressed: of the open question, or old. */
final class TapReading {

    private TapReading() {}

    static Interpretation read(Expectation expected, String payload, Span label) {
        return ButtonPayload.parse(payload)
                .flatMap(button ->
                        switch (expected) {
                            case Expectation.Nothing _, Expectation.More _ -> Optional.empty();
                            case Expectation.Consent consent -> consent(consent, button);
                            case Expectation.Answer answer -> answer(answer, button);
                        })
                .map(reading -> new Interpretation(reading, "tap", label))
                .orElseGet(() -> new Interpretation(new Reading.OldButton(), "tap.old", label));
    }

    private static Optional<Reading> consent(Expectation.Consent expected, ButtonPayload button) {
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

    private static Optional<Reading> answer(Expectation.Answer expected, ButtonPayload button) {
        var question = expected.question();
        if (button.conversation() != expected.conversation()
                || !button.subject().equals(question.id().value())) {
            return Optional.empty();
        }
        if (button.value().equals(ButtonPayload.SKIP)) {
            return Optional.of(new Reading.PassedOver(Missing.SKIPPED));
        }
        return switch (question) {
            case Scale scale -> scale(scale, number(button.value()));
            case YesNo _ -> yesNo(button.value());
            case Choice choice -> option(choice, number(button.value()));
            case Amount _, OpenEnded _ -> Optional.empty();
        };
    }

    private static Optional<Reading> scale(Scale scale, OptionalInt value) {
        return value.isPresent() && scale.holds(value.getAsInt())
                ? Optional.of(new Reading.Rated(value.getAsInt(), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Reading> yesNo(String value) {
        return switch (value) {
            case ButtonPayload.YES -> Optional.of(new Reading.SaidYesOrNo(true, Optional.empty()));
            case ButtonPayload.NO -> Optional.of(new Reading.SaidYesOrNo(false, Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** By its number in the list. */
    private static Optional<Reading> option(Choice choice, OptionalInt number) {
        return number.isPresent()
                        && number.getAsInt() >= 1
                        && number.getAsInt() <= choice.options().size()
                ? Optional.of(
                        new Reading.Chosen(List.of(choice.options().get(number.getAsInt() - 1))))
                : Optional.empty();
    }

    private static OptionalInt number(String value) {
        return value.matches("[0-9]{1,3}")
                ? OptionalInt.of(Integer.parseInt(value))
                : OptionalInt.empty();
    }
}
