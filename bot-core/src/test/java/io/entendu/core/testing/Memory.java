package io.entendu.core.testing;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.ChatTranscripts.Bubble;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations.Kept;
import io.entendu.core.respondent.Commit;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.response.Tallies.Cell;
import io.entendu.core.survey.SurveyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The data of a store in memory. Whoever touches it holds its lock. */
final class Memory {

    final InstantSource clock;
    final InMemorySenderRates rates;
    final Map<RespondentId, Person> persons =
            new TreeMap<>(java.util.Comparator.comparing(RespondentId::value));
    final Set<String> seen = new HashSet<>();
    final Map<Commit.Job, Waiting> jobs = new LinkedHashMap<>();
    final Map<String, Binding> keys = new HashMap<>();
    final Map<InvitationId, Kept> invitations = new HashMap<>();
    final Map<SurveyId, Map<Cell, Long>> tallies = new HashMap<>();
    final Map<String, Set<RespondentId>> references = new HashMap<>();
    final Set<String> unwanted = new HashSet<>();
    final Map<Address, List<Bubble>> transcripts = new HashMap<>();
    final Map<Address, List<Consumer<Bubble>>> watchers = new HashMap<>();

    record Waiting(Instant due, int attempts) {}

    record Binding(String bodyHash, InvitationId id) {}

    Memory(InstantSource clock) {
        this.clock = clock;
        this.rates = new InMemorySenderRates(clock);
    }

    /** To the millisecond, as other stores have it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Person person(RespondentId id) {
        return persons.computeIfAbsent(id, _ -> new Person());
    }

    List<Consumer<Bubble>> watchers(Address visitor) {
        return watchers.computeIfAbsent(visitor, _ -> new CopyOnWriteArrayList<>());
    }

    List<Bubble> transcript(Address visitor) {
        return transcripts.computeIfAbsent(visitor, _ -> new ArrayList<>());
    }

    /** Hexadecimal digits are a part of Crockford's. */
    static RespondentId pseudonym(Address address) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(address.identity().getBytes(StandardCharsets.UTF_8));
            return new RespondentId(HexFormat.of().formatHex(hash).substring(0, 26));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
