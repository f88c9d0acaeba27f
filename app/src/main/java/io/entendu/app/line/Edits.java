package io.entendu.app.line;

import io.entendu.core.channel.Content;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationEvent;
import io.entendu.core.conversation.ConversationEvent.Replied;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.TextId;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.respondent.InboxEntry;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what a changed message was about. Its answer follows it; one that answered nothing yet is
 * read as if it came now; anything older is past.
 */
final class Edits {

    private final ReplyReader replies;
    private final Expectations expectations;
    private final Respondents respondents;

    Edits(ReplyReader replies, Expectations expectations, Respondents respondents) {
        this.replies = replies;
        this.expectations = expectations;
        this.respondents = respondents;
    }

    ConversationEvent event(
            Versioned read, InboxEntry entry, Content.Edited edited, Locale locale) {
        var live = read.respondent().live();
        var log =
                live.map(c -> respondents.log(read.respondent().id(), c.number()))
                        .orElse(List.of());
        var original = log.reversed().stream().filter(e -> isOf(e, edited.original())).findFirst();
        return original.flatMap(o -> corrected(live.orElseThrow(), o, entry, edited, locale))
                .orElseGet(() -> anew(read, entry, edited, locale, isLast(log, original)));
    }

    private static boolean isOf(LogEntry entry, String original) {
        return messageId(entry).filter(id -> id.endsWith("/" + original)).isPresent();
    }

    /** Of a message as it came, and of each change of it. */
    private static Optional<String> messageId(LogEntry entry) {
        return switch (entry.event()) {
            case Replied replied -> Optional.of(replied.messageId());
            case ConversationEvent.Edited changed -> Optional.of(changed.messageId());
            case ConversationEvent.FollowedLink _,
                    ConversationEvent.Invited _,
                    ConversationEvent.WentQuiet _,
                    ConversationEvent.Classified _,
                    ConversationEvent.SendFailed _,
                    ConversationEvent.Withdrawn _ ->
                    Optional.empty();
        };
    }

    /** A change bears the name of its message too, so that the next one finds it. */
    private static String idOf(InboxEntry entry, Content.Edited edited) {
        return entry.message().id() + "/" + edited.original();
    }

    private static boolean isLast(List<LogEntry> log, Optional<LogEntry> original) {
        return original.isPresent()
                && log.reversed().stream()
                        .filter(e -> messageId(e).isPresent())
                        .findFirst()
                        .equals(original);
    }

    /** The answer that lies where the words of the original lie. */
    private Optional<ConversationEvent> corrected(
            Conversation live,
            LogEntry original,
            InboxEntry entry,
            Content.Edited edited,
            Locale locale) {
        var words = new TextId(original.conversation(), original.turn());
        return live.answers().stream()
                .filter(answer -> liesAt(answer, words))
                .findFirst()
                .flatMap(answer ->
                        expectations
                                .again(live, answer)
                                .map(expected ->
                                        replies.read(expected, new Content.Text(edited.text())))
                                .map(interpretation ->
                                        new ConversationEvent.Edited(
                                                entry.message().from().channel(),
                                                idOf(entry, edited),
                                                locale,
                                                answer.question(),
                                                words,
                                                interpretation,
                                                entry.receivedAt())));
    }

    private static boolean liesAt(Answer answer, TextId words) {
        return switch (answer) {
            case Answer.Rating rating -> rating.raw().equals(words);
            case Answer.YesOrNo yesOrNo -> yesOrNo.raw().equals(words);
            case Answer.Selection selection -> selection.raw().equals(words);
            case Answer.Quantity quantity -> quantity.raw().equals(words);
            case Answer.Verbatim verbatim ->
                    verbatim.parts().stream().anyMatch(part -> part.raw().equals(words));
            case Answer.None _ -> false;
        };
    }

    /**
     * The last message, when it answered nothing, is read as a new one. Of an older one only an
     * opt-out counts.
     */
    private ConversationEvent anew(
            Versioned read,
            InboxEntry entry,
            Content.Edited edited,
            Locale locale,
            boolean isLast) {
        var expected = expectations.of(read.respondent(), locale, entry.receivedAt());
        var interpretation = replies.read(expected, new Content.Text(edited.text()));
        var counts = isLast || interpretation.reading() instanceof Reading.OptOut;
        return new Replied(
                entry.message().from().channel(),
                idOf(entry, edited),
                locale,
                counts
                        ? interpretation
                        : new Interpretation(new Reading.OldButton(), "edit.old", new Span(0, 0)),
                entry.receivedAt());
    }
}
