package io.entendu.core.respondent;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A person, with everything that decides whether and how they may be written to.
 *
 * @param addresses where they are reached, at most one a channel
 * @param conversations how many conversations there have been; the number of the latest
 * @param conversation the conversation that an event is about: the latest, unless an older one was
 *     loaded for a late label
 */
public record Respondent(
        RespondentId id,
        List<Address> addresses,
        Optional<Suppression> suppression,
        ContactHistory history,
        int conversations,
        Optional<Conversation> conversation) {

    public Respondent {
        addresses = List.copyOf(addresses);
        if (addresses.stream().map(Address::channel).distinct().count() != addresses.size()) {
            throw new IllegalArgumentException("two addresses on one channel: " + id);
        }
        if (conversation.filter(c -> c.number() > conversations).isPresent()) {
            throw new IllegalArgumentException("a conversation beyond the last: " + id);
        }
    }

    /** Somebody we know nothing of but the address. */
    public static Respondent stranger(RespondentId id, Address address) {
        return unknown(id, List.of(address));
    }

    /** Somebody we know nothing of but, at most, an address. */
    public static Respondent unknown(RespondentId id, List<Address> addresses) {
        return new Respondent(
                id, addresses, Optional.empty(), ContactHistory.NONE, 0, Optional.empty());
    }

    /** What an erasure leaves: an opt-out in force, and numbers that were never theirs. */
    public Respondent erased(Epoch next) {
        return new Respondent(
                id,
                List.of(),
                suppression,
                ContactHistory.NONE,
                next.conversationsBefore(),
                Optional.empty());
    }

    /** The conversation that is still open. */
    public Optional<Conversation> live() {
        return conversation.filter(c -> !c.phase().isEnd());
    }

    public boolean isSuppressed() {
        return suppression.isPresent();
    }

    public Optional<Address> address(Channel channel) {
        return addresses.stream().filter(a -> a.channel() == channel).findFirst();
    }

    /** With this address, which replaces one of the same channel. */
    public Respondent reachedAt(Address address) {
        if (addresses.contains(address)) {
            return this;
        }
        var all =
                new ArrayList<>(
                        addresses.stream().filter(a -> a.channel() != address.channel()).toList());
        all.add(address);
        return new Respondent(id, all, suppression, history, conversations, conversation);
    }

    public Respondent with(Conversation next) {
        return new Respondent(
                id,
                addresses,
                suppression,
                history,
                Math.max(conversations, next.number()),
                Optional.of(next));
    }

    public Respondent with(ContactHistory next) {
        return new Respondent(id, addresses, suppression, next, conversations, conversation);
    }

    public Respondent suppressed(Suppression by) {
        return new Respondent(
                id,
                addresses,
                Optional.of(suppression.orElse(by)),
                history,
                conversations,
                conversation);
    }

    public Respondent unsuppressed() {
        return new Respondent(
                id, addresses, Optional.empty(), history, conversations, conversation);
    }
}
