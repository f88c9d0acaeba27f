package io.entendu.app.line;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.InboundMessage;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.ConversationEvent.FollowedLink;
import io.entendu.core.conversation.ConversationEvent.Invited;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.Surveys;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes an event of a message: what was expected, what it was taken to mean, which survey it is
 * about.
 */
public final class Listening {

    private final ReplyReader replies;
    private final Surveys surveys;
    private final Expectations expectations;
    private final Edits edits;
    private final Invitations invitations;
    private final Origins origins;
    private final Rereading rereading;

    /** Where the rules alone read. */
    public Listening(
            ReplyReader replies,
            Surveys surveys,
            Respondents respondents,
            Invitations invitations,
            Origins origins) {
        this(replies, surveys, respondents, invitations, origins, Rereading.NONE);
    }

    public Listening(
            ReplyReader replies,
            Surveys surveys,
            Respondents respondents,
            Invitations invitations,
            Origins origins,
            Rereading rereading) {
        this.replies = replies;
        this.surveys = surveys;
        this.expectations = new Expectations(surveys);
        this.edits = new Edits(replies, expectations, respondents);
        this.invitations = invitations;
        this.origins = origins;
        this.rereading = rereading;
    }

    /**
     * A message as an event.
     *
     * @param rule how it was read, for the log
     */
    record Heard(ConversationEvent event, Optional<Survey> survey, String rule) {}

    Heard hear(Versioned read, InboxEntry entry) {
        var message = entry.message();
        var live = read.respondent().live();
        var locale =
                live.map(Conversation::locale)
                        .or(message::locale)
                        .orElseGet(() -> origins.locale(message.from()));
        if (message.content() instanceof Content.Edited edited) {
            var event = edits.event(read, entry, edited, locale);
            return new Heard(event, surveyOf(read, event), "edit");
        }
        var expected = expectations.of(read.respondent(), locale, entry.receivedAt());
        var rules = replies.read(expected, message.content());
        var interpretation = rereading.reread(read, entry, expected, rules);
        var event =
                followed(read, entry, interpretation, locale)
                        .orElseGet(() ->
                                new Replied(
                                        message.from().channel(),
                                        message.id(),
                                        locale,
                                        interpretation,
                                        entry.receivedAt()));
        return new Heard(event, surveyOf(read, event), interpretation.rule());
    }

    /**
     * Whether a message opts out, whatever its conversation waits for: that comes before all else.
     */
    boolean isOptOut(InboundMessage message) {
        var locale = message.locale().orElseGet(() -> origins.locale(message.from()));
        var read = replies.read(new Expectation.Nothing(locale), message.content());
        return read.reading() instanceof Reading.OptOut;
    }

    /**
     * The wish of staff as an event; language and time zone come from the number where the
     * invitation is silent.
     */
    Invited invited(Versioned read, Address address, Invitation invitation, boolean templateReady) {
        var locale = invitation.locale().orElseGet(() -> origins.locale(address));
        var zone = invitation.timeZone().or(() -> origins.timeZone(address));
        var located =
                new Invitation(
                        invitation.id(),
                        invitation.survey(),
                        invitation.channel(),
                        Optional.of(locale),
                        zone,
                        invitation.notBefore(),
                        invitation.context(),
                        invitation.createdAt());
        return new Invited(located, locale, templateReady, read.readAt());
    }

    /**
     * The revision the live conversation is on, or the ended one that still collects words; else
     * the newest of the survey the event would begin.
     */
    Optional<Survey> surveyOf(Versioned read, ConversationEvent event) {
        var concerned =
                saysMore(event) ? read.respondent().conversation() : read.respondent().live();
        return concerned.isPresent()
                ? concerned.map(Conversation::survey).flatMap(surveys::revision)
                : begunBy(event);
    }

    private static boolean saysMore(ConversationEvent event) {
        return event instanceof Replied replied
                && replied.interpretation().reading() instanceof Reading.SaidMore;
    }

    private Optional<Survey> begunBy(ConversationEvent event) {
        return switch (event) {
            case Replied replied -> begunBy(replied.interpretation().reading());
            case FollowedLink followed -> surveys.current(followed.invitation().survey());
            case Invited invited -> surveys.current(invited.invitation().survey());
            case ConversationEvent.Edited _,
                    ConversationEvent.WentQuiet _,
                    ConversationEvent.Classified _,
                    ConversationEvent.SendFailed _,
                    ConversationEvent.Withdrawn _ ->
                    Optional.empty();
        };
    }

    private Optional<Survey> begunBy(Reading reading) {
        if (reading instanceof Reading.Keyword(var id)) {
            return surveys.current(id);
        }
        return reading instanceof Reading.Opened(var id)
                ? id.flatMap(surveys::current)
                : Optional.empty();
    }

    private Optional<ConversationEvent> followed(
            Versioned read, InboxEntry entry, Interpretation interpretation, Locale locale) {
        if (!(interpretation.reading() instanceof Reading.Redeemed(var token))) {
            return Optional.empty();
        }
        return invitations
                .take(new InvitationId(token), read.respondent().id(), read.version())
                .filter(i -> i.channel() == entry.message().from().channel())
                .filter(i -> surveys.current(i.survey()).isPresent())
                .filter(i -> !isSpent(read, i))
                .map(i ->
                        new FollowedLink(
                                entry.message().from().channel(),
                                entry.message().id(),
                                locale,
                                i,
                                entry.receivedAt()));
    }

    /** Whether the conversation of this invitation has ended: a link opens it once. */
    private static boolean isSpent(Versioned read, Invitation invitation) {
        return read.respondent()
                .conversation()
                .filter(c -> c.phase().isEnd())
                .flatMap(Conversation::invitation)
                .filter(invitation.id()::equals)
                .isPresent();
    }

    /**
     * The words of a message as they are kept beside what was made of them; empty when there are
     * none.
     */
    static String words(Content content) {
        return switch (content) {
            case Content.Text(var text) -> text;
            case Content.Edited(var text, _) -> text;
            case Content.Tap(var payload, var label, _) ->
                    label.isBlank() ? payload.substring(payload.lastIndexOf('|') + 1) : label;
            case Content.Start _, Content.Media _ -> "";
        };
    }
}
