package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one person can tell of what happened to them.
 *
 * @param said together what was said at once; nothing where they only waited
 * @param stuck why they did not go on; empty when they did
 * @param silencedAt when the application had shown that this person has opted out
 * @param invitation how they were invited; empty when they came by themselves
 * @param again what was answered to the wish to invite them after they had opted out
 */
record Testimony(
        String name,
        Address address,
        Manner manner,
        int rating,
        String reason,
        String afterthought,
        List<List<String>> said,
        Optional<String> stuck,
        Optional<Instant> silencedAt,
        Optional<Crm.Wish> invitation,
        Optional<Crm.Wish> again) {

    Inquiry inquiry() {
        return manner.isSlow() ? Inquiry.HASTY : Inquiry.PATIENT;
    }

    boolean hasStopped() {
        return !said.isEmpty() && said.getLast().contains(Person.STOP);
    }

    /** How many messages. */
    int messages() {
        return said.stream().mapToInt(List::size).sum();
    }

    @Override
    public String toString() {
        return name;
    }
}
