package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who takes part, and how their words get to the application and back. */
final class Town {

    private final Mailbox mailbox;
    private final Post post;
    private final Carrier carrier;
    private final Clerk clerk;
    private final Crm crm;
    private final Plan plan;
    private final List<Person> people;
    private final AtomicLong ids = new AtomicLong(1_000_000);

    Town(Plan plan, Mailbox mailbox, Post post, Carrier carrier, Clerk clerk, Crm crm) {
        this.mailbox = mailbox;
        this.post = post;
        this.carrier = carrier;
        this.clerk = clerk;
        this.crm = crm;
        this.plan = plan;
        this.people =
                IntStream.range(0, plan.people())
                        .mapToObj(number -> new Person(number, plan))
                        .toList();
    }

    List<Testimony> testimonies() {
        return people.stream().map(Person::testimony).toList();
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** Within which people begin. */
    Duration arriving() {
        return plan.arriving();
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
                                        person.live(this, plan.patience());
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

    /** Has somebody invited: by a message, or by a link that they follow at once. */
    Crm.Wish invite(Person person, SplittableRandom chance) {
        var wish = wish("first", person, chance);
        if (person.address().channel() == Channel.TELEGRAM) {
            carry(person.address(), nextId(), "/start " + wish.token(), chance);
        }
        return wish;
    }

    /** Has somebody invited who wants nothing more; a link would be their own wish. */
    Optional<Crm.Wish> inviteAgain(Person person, SplittableRandom chance) {
        return person.address().channel() == Channel.TELEGRAM
                ? Optional.empty()
                : Optional.of(wish("again", person, chance));
    }

    private Crm.Wish wish(String occasion, Person person, SplittableRandom chance) {
        var address = person.address();
        var body = new TreeMap<String, String>();
        body.put("survey", person.testimony().inquiry().id());
        body.put("channel", address.channel().wireName());
        body.put("locale", "fr");
        if (address.channel() != Channel.TELEGRAM) {
            body.put("address", address.value());
        }
        return crm.invite(
                occasion + "-" + person.number(),
                JsonMapper.shared().writeValueAsString(body),
                chance);
    }

    /** Returns when the application shows that this person has opted out. */
    void awaitSilence(Testimony who) {
        clerk.awaitOptOut(who);
    }

    /** Whether their conversation comes to its end within this time. */
    boolean awaitEnd(Testimony who, Duration patience) {
        return clerk.awaitEnd(who, patience);
    }
}
