package io.entendu.flows.reading;

import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.Reading.PrivacyAsked.Topic;
import java.util.Optional;

/** Reads what is said beside an answer: first what comes before any answer, last what is none. */
final class AsideReading {

    private AsideReading() {}

    /**
     * A machine, danger, a person wanted, privacy, a wrong number, later.
     *
     * @param ownWords whether the reply may be a story that only mentions these
     */
    static Optional<Interpretation> read(Reply reply, boolean ownWords) {
        return Intents.find(reply, ownWords).map(AsideReading::interpretation);
    }

    /** A question to us, or insults, in what is known to be no answer. */
    static Optional<Interpretation> last(Reply reply) {
        return Intents.question(reply)
                .or(() -> Intents.abuse(reply))
                .map(AsideReading::interpretation);
    }

    private static Interpretation interpretation(Intents.Found found) {
        return switch (found.intent()) {
            case AUTO_REPLY -> of(found, new Reading.AutoReplied(), "aside.auto-reply");
            case EMERGENCY -> of(found, new Reading.InEmergency(), "aside.emergency");
            case PERSON -> of(found, new Reading.PersonWanted(), "aside.person");
            case WHO_ARE_YOU -> of(found, new Reading.PrivacyAsked(Topic.WHO), "aside.who-are-you");
            case SOURCE_OF_NUMBER ->
                    of(found, new Reading.PrivacyAsked(Topic.SOURCE), "aside.source-of-number");
            case DELETE_DATA ->
                    of(found, new Reading.PrivacyAsked(Topic.DELETION), "aside.delete-data");
            case WRONG_NUMBER -> of(found, new Reading.WrongNumber(), "aside.wrong-number");
            case LATER -> of(found, new Reading.Postponed(), "aside.later");
            case QUESTION -> of(found, new Reading.Questioned(), "aside.question");
            case ABUSE -> of(found, new Reading.Abusive(), "aside.abuse");
        };
    }

    private static Interpretation of(Intents.Found found, Reading reading, String rule) {
        return new Interpretation(reading, rule, found.span());
    }
}
