package io.entendu.app.scenario;

import io.entendu.core.analysis.Flag;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.analysis.ThemeId;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.Context;
import io.entendu.core.survey.QuestionId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that happens in a scenario. */
public sealed interface Action {

    /** The person types a message. */
    record Say(String text) implements Action {}

    /** The person presses a button, named by its label, its payload or the payload's last part. */
    record Tap(String button) implements Action {}

    /** The person sends something that is no text, of a kind as in {@code Content.Media}. */
    record Send(String kind) implements Action {

        public static final List<String> KINDS =
                List.of(
                        "photo",
                        "video",
                        "voice",
                        "audio",
                        "sticker",
                        "document",
                        "location",
                        "contact",
                        "other");
    }

    /**
     * The person opens the conversation by the channel's own button; names a survey, or nothing.
     */
    record Start(String payload) implements Action {}

    /**
     * The person changes a message after it was sent.
     *
     * @param of the words of the message; the latest without them
     */
    record Edit(String text, Optional<String> of) implements Action {}

    /** Time passes. */
    record Wait(Duration time) implements Action {}

    /** The person is invited; on channels with links, and follows theirs at once. */
    record Invite(Context context, Optional<ZoneId> timeZone, Optional<Instant> notBefore)
            implements Action {}

    /**
     * A label comes for what was answered in own words; takes the place of the embedded engine's.
     */
    record Classified(
            QuestionId question, Sentiment sentiment, List<ThemeId> themes, Set<Flag> flags)
            implements Action {

        public Classified {
            themes = List.copyOf(themes);
            flags = Set.copyOf(flags);
        }
    }

    /** The provider will not deliver to this person. */
    record Undeliverable(SendResult.Reason reason) implements Action {}

    /** Who withdraws for a person. */
    String BY_STAFF = "staff";

    /** Staff write down that the person wants nothing more. */
    record Withdrawn() implements Action {}

    /** Whether the person does it, who takes their time before the next. */
    default boolean isThePersons() {
        return switch (this) {
            case Say _, Tap _, Send _, Start _, Edit _, Invite _ -> true;
            case Wait _, Classified _, Undeliverable _, Withdrawn _ -> false;
        };
    }
}
