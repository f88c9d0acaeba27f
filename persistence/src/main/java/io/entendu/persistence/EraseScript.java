package io.entendu.persistence;

import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Effect;
import io.entendu.core.respondent.Commit.Job;
import io.entendu.core.respondent.Epoch;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.SurveyId;
import io.entendu.persistence.RedisPersonalData.Person;
import io.entendu.persistence.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An erasure as keys and arguments, in the order in which {@code erase.lua} takes them. */
final class EraseScript {

    /** Longer than anything that was begun before an erasure can go on. */
    private static final Duration TOMBSTONE_STAYS = Duration.ofDays(30);

    /** Keys before those of the surveys. */
    private static final int OWN_KEYS = 24;

    private final RespondentId id;
    private final Person person;
    private final Codec codec;
    private final StoreSettings settings;
    private final List<SurveyId> surveys;
    private final Optional<Instant> proofsBefore;

    /**
     * An erasure.
     *
     * @param proofsBefore lines of the ledger written since then stay; without it none does
     */
    EraseScript(
            RespondentId id,
            Person person,
            Codec codec,
            StoreSettings settings,
            Optional<Instant> proofsBefore) {
        this.proofsBefore = proofsBefore;
        this.id = id;
        this.person = person;
        this.codec = codec;
        this.settings = settings;
        this.surveys =
                person.conversations().stream().map(c -> c.survey().id()).distinct().toList();
    }

    List<String> keys() {
        var shard = Shard.of(id);
        var keys =
                new ArrayList<>(
                        List.of(
                                shard.respondent(id),
                                shard.inbox(id),
                                shard.texts(id),
                                shard.log(id),
                                shard.ledger(id),
                                shard.outbox(id),
                                shard.finished(id),
                                shard.deliveries(id),
                                shard.transcript(id.value()),
                                shard.transcriptIds(id.value()),
                                shard.due(),
                                shard.timers(),
                                shard.jobs(),
                                shard.jobAttempts(),
                                shard.waiting(),
                                shard.idle(),
                                shard.proofs(),
                                shard.doubts(),
                                shard.deadLetters(id),
                                shard.deadLetters()));
        keys.add(shard.index());
        keys.add(shard.gone(id));
        keys.add(shard.archive(id));
        keys.add(shard.aside(id));
        for (var survey : surveys) {
            keys.add(shard.index(survey));
            keys.add(shard.tallies(survey));
        }
        return keys;
    }

    String[] arguments() {
        var left = person.respondent(id, codec);
        var next = Epoch.of(person.version()).next();
        var arguments =
                new ArrayList<>(
                        List.of(
                                id.value(),
                                person.field("v"),
                                person.field("o"),
                                String.valueOf(next.firstVersion()),
                                codec.state(left.erased(next)),
                                left.isSuppressed() ? "1" : "0",
                                String.valueOf(TOMBSTONE_STAYS.toMillis()),
                                String.valueOf(settings.dedupe().toMillis()),
                                proofsBefore
                                        .map(Instant::toEpochMilli)
                                        .map(String::valueOf)
                                        .orElse("")));
        var jobs = jobs();
        arguments.add(String.valueOf(jobs.size()));
        jobs.forEach(job -> arguments.add(RedisAgenda.member(job)));
        var counts = counts();
        arguments.add(String.valueOf(counts.size() / 2));
        arguments.addAll(counts);
        return arguments.toArray(String[]::new);
    }

    /** Every analysis that may ever have been owed to their words. */
    private List<Job> jobs() {
        var jobs = new ArrayList<Job>();
        for (var c : person.conversations()) {
            for (var answer : c.answers()) {
                if (answer instanceof Answer.Verbatim v) {
                    IntStream.rangeClosed(1, v.revision())
                            .mapToObj(revision ->
                                    new Job(
                                            new ConversationId(id, c.number()),
                                            v.question(),
                                            revision))
                            .forEach(jobs::add);
                }
            }
        }
        return jobs;
    }

    /** What their ratings may have added to tallies: the number of the key, and the field. */
    private List<String> counts() {
        var counts = new ArrayList<String>();
        for (var c : person.conversations()) {
            for (var answer : c.answers()) {
                if (answer instanceof Answer.Rating rating) {
                    counts.add(String.valueOf(OWN_KEYS + 2 * surveys.indexOf(c.survey().id()) + 2));
                    counts.add(field(c, rating));
                }
            }
        }
        return counts;
    }

    private static String field(Conversation conversation, Answer.Rating rating) {
        return RedisTallies.field(
                conversation,
                new Effect.Count(rating.question(), rating.value(), -1),
                rating.at().atZone(ZoneOffset.UTC).toLocalDate());
    }
}
