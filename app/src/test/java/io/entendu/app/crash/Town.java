package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Everybody who takes part, and how their words get to the application and back. */
final class Town {

    /** What a claim's lease lasts, twice, and a start of the application. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Mailbox mailbox;
    private final Post post;
    private final Carrier carrier;
    private final Clerk clerk;
    private final Duration arriving;
    private final List<Person> people;
    private final AtomicLong ids = new AtomicLong(1_000_000);

    Town(Plan plan, Mailbox mailbox, Post post, Carrier carrier, Clerk clerk) {
        this.mailbox = mailbox;
        this.post = post;
        this.carrier = carrier;
        this.clerk = clerk;
        this.arriving = plan.trouble();
        this.people =
                IntStream.range(0, plan.people())
                        .mapToObj(number -> new Person(number, plan.seed()))
                        .toList();
    }

    List<Person> people() {
        return people;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** Within which people begin. */
    Duration arriving() {
        return arriving;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    /** Returns when everybody has come to an end, or has lost patience. */
    void live() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var lives =
                    people.stream()
                            .<Future<?>>map(person ->
                                    threads.submit(() -> {
                                        person.live(this, PATIENCE);
                                        return person;
                                    }))
                            .toList();
            for (var life : lives) {
                life.get();
            }
        } catch (ExecutionException mistake) {
            throw new IllegalStateException(mistake.getCause());
        }
    }

    /** Has a message delivered in its provider's way; Telegram's is taken when this returns. */
    void carry(Address from, long id, String text, SplittableRandom chance) {
        if (from.channel() == Channel.TELEGRAM) {
            post.untilTaken(Post.telegram(id, from.value(), text), chance);
        } else {
            var form = carrier.received("SM%032x".formatted(id), from.value(), text);
            post.oneTime(Post.twilio("/webhooks/twilio/message", form), chance);
        }
    }

    /** Returns when the application shows that this person has opted out. */
    void awaitSilence(Person person) {
        clerk.awaitDisposition(person, "opted_out");
    }
}
