package io.entendu.persistence;

import io.entendu.core.conversation.Conversation;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What belongs to a person and lies in other shards than theirs, by the names it has there: their
 * invitations and the references under which senders know them. In their own record each is a word,
 * {@code i} or {@code r} and the name.
 */
record Belongings(Set<String> invitations, Set<String> references) {

    static Belongings of(Invitation invitation, Vault vault) {
        var all = new Belongings(new LinkedHashSet<>(), new LinkedHashSet<>());
        all.invitations.add(name(invitation.id(), vault));
        invitation.context().respondent().ifPresent(r -> all.references.add(name(r, vault)));
        return all;
    }

    /** As their record says, and as their conversations do, which may be older than the record. */
    static Belongings of(String words, Collection<Conversation> conversations, Vault vault) {
        var all = new Belongings(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (var word : words.isBlank() ? new String[0] : words.strip().split(" ", -1)) {
            (word.startsWith("i") ? all.invitations : all.references).add(word.substring(1));
        }
        for (var c : conversations) {
            c.invitation().ifPresent(id -> all.invitations.add(name(id, vault)));
            c.context().respondent().ifPresent(r -> all.references.add(name(r, vault)));
        }
        return all;
    }

    Set<String> words() {
        var words = new LinkedHashSet<String>();
        invitations.forEach(name -> words.add("i" + name));
        references.forEach(name -> words.add("r" + name));
        return words;
    }

    static String name(InvitationId id, Vault vault) {
        return vault.name("invitation", id.value());
    }

    static String name(String ownReference, Vault vault) {
        return vault.name("reference", ownReference);
    }

    static String invitationKey(String name) {
        return Shard.of(name).invitation(name);
    }

    static String referenceKey(String name) {
        return Shard.of(name).reference(name);
    }
}
