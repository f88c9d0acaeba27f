package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Somebody who takes part: says something, waits for an answer that says something new, thinks, and
 * goes on. What they say is theirs alone, so that answers can be told apart.
 */
final class Person {

    static final String SURVEY = "nps-after-call";
    static final String YES = "oui";
    static final String STOP = "STOP";

    private static final int THINKING_MS = 3000;
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final int number;
    private final Address address;
    private final Manner manner;
    private final int rating;
    private final SplittableRandom chance;
    private final List<List<String>> said = new ArrayList<>();
    private volatile Optional<String> stuck = Optional.empty();
    private volatile Optional<Instant> silencedAt = Optional.empty();

    /** How somebody goes about it. */
    enum Manner {
        ANSWERS,
        ANSWERS_IN_TWO_MESSAGES,
        STOPS_WHEN_ASKED_FOR_CONSENT,
        STOPS_WHEN_ASKED_FOR_A_RATING,
        STOPS_WHILE_RATING,
        STOPS_WHEN_ASKED_FOR_A_REASON;

        static Manner of(int percent) {
            if (percent < 60) {
                return ANSWERS;
            }
            if (percent < 75) {
                return ANSWERS_IN_TWO_MESSAGES;
            }
            return values()[2 + (percent - 75) * 4 / 25];
        }
    }

    Person(int number, long seed) {
        this.number = number;
        this.chance = new SplittableRandom(seed * 1_000_003 + number);
        this.address =
                number % 2 == 0
                        ? new Address(Channel.TELEGRAM, String.valueOf(7_000_000_000L + number))
                        : new Address(Channel.SMS, "+3361%07d".formatted(number));
        this.manner = Manner.of(chance.nextInt(100));
        this.rating = chance.nextInt(11);
    }

    /** Lives the whole conversation; waits so long for each answer. */
    void live(Town town, Duration patience) throws InterruptedException {
        Post.pause(chance.nextInt((int) town.arriving().toMillis()));
        for (var step : script()) {
            said.add(step);
            say(town, step);
            if (!town.mailbox().await(address.value(), said.size(), patience)) {
                stuck = Optional.of("no answer to \"" + String.join("\" and \"", step) + "\"");
                return;
            }
            Post.pause(chance.nextInt(THINKING_MS));
        }
        if (hasStopped()) {
            town.awaitSilence(this);
            silencedAt = Optional.of(Instant.now());
        }
    }

    private List<List<String>> script() {
        var start = List.of(address.channel() == Channel.TELEGRAM ? "/start " + SURVEY : SURVEY);
        var yes = List.of(YES);
        var rated = List.of(String.valueOf(rating));
        var stop = List.of(STOP);
        return switch (manner) {
            case ANSWERS -> List.of(start, yes, rated, List.of(reason()));
            case ANSWERS_IN_TWO_MESSAGES ->
                    List.of(start, yes, rated, List.of(reason(), afterthought()));
            case STOPS_WHEN_ASKED_FOR_CONSENT -> List.of(start, stop);
            case STOPS_WHEN_ASKED_FOR_A_RATING -> List.of(start, yes, stop);
            case STOPS_WHILE_RATING -> List.of(start, yes, List.of(String.valueOf(rating), STOP));
            case STOPS_WHEN_ASKED_FOR_A_REASON -> List.of(start, yes, rated, stop);
        };
    }

    private void say(Town town, List<String> together) throws InterruptedException {
        var ways = new ArrayList<Future<?>>();
        for (var text : together) {
            var fate = chance.split();
            var id = town.nextId();
            ways.add(THREADS.submit(() -> town.carry(address, id, text, fate)));
        }
        for (var way : ways) {
            try {
                way.get();
            } catch (java.util.concurrent.ExecutionException mistake) {
                throw new IllegalStateException(mistake);
            }
        }
    }

    String reason() {
        return "Vingt minutes d'attente au service, dossier " + number;
    }

    String afterthought() {
        return "Et le conseiller ne savait rien, dossier " + number;
    }

    Address address() {
        return address;
    }

    Manner manner() {
        return manner;
    }

    int rating() {
        return rating;
    }

    /** What was said so far, together what was said at once. */
    List<List<String>> said() {
        return said;
    }

    boolean hasStopped() {
        return !said.isEmpty() && said.getLast().contains(STOP);
    }

    /** Why it did not go on; empty when it did. */
    Optional<String> stuck() {
        return stuck;
    }

    /** When the application had said that this person has opted out. */
    Optional<Instant> silencedAt() {
        return silencedAt;
    }

    @Override
    public String toString() {
        return "person " + number + " (" + address.channel() + ", " + manner + ")";
    }
}
