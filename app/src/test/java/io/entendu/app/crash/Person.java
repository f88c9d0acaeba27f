package io.entendu.app.crash;

import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Somebody who takes part: says something, waits for an answer that says something new, thinks, and
 * goes on. What they say is theirs alone, so that answers can be told apart.
 */
final class Person {

    static final String YES = "oui";
    static final String STOP = "STOP";

    /** Somebody who says nothing waits for what is said without it. */
    private static final List<String> NOTHING = List.of();

    private static final int THINKING_MS = 3000;
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final int number;
    private final Address address;
    private final Manner manner;
    private final boolean invited;
    private final int rating;
    private final SplittableRandom chance;
    private final List<List<String>> said = new ArrayList<>();
    private Optional<String> stuck = Optional.empty();
    private Optional<Instant> silencedAt = Optional.empty();
    private Optional<Crm.Wish> invitation = Optional.empty();
    private Optional<Crm.Wish> again = Optional.empty();

    Person(int number, Plan plan) {
        this.number = number;
        this.chance = new SplittableRandom(plan.seed() * 1_000_003 + number);
        this.address =
                number % 2 == 0
                        ? new Address(Channel.TELEGRAM, String.valueOf(7_000_000_000L + number))
                        : new Address(Channel.SMS, "+3361%07d".formatted(number));
        this.manner = plan.manner(chance);
        this.invited = chance.nextInt(3) == 0;
        this.rating = chance.nextInt(11);
    }

    /** Lives the whole conversation; waits so long for each answer. */
    void live(Town town, Duration patience) throws InterruptedException {
        Post.pause(chance.nextInt((int) arriving(town).toMillis()));
        for (var step : script()) {
            said.add(step);
            if (said.size() == 1 && invited) {
                invitation = Optional.of(town.invite(this, chance));
            } else {
                say(town, step);
            }
            if (!town.mailbox().await(address.value(), said.size(), patience)) {
                missed(town, step);
                return;
            }
            Post.pause(chance.nextInt(THINKING_MS));
        }
        if (testimony().hasStopped()) {
            town.awaitSilence(testimony());
            silencedAt = Optional.of(Instant.now());
            again = town.inviteAgain(this, chance);
        } else if (manner.isSilent() && !town.awaitEnd(testimony(), patience)) {
            stuck = Optional.of("fell silent, and the conversation goes on");
        }
    }

    /** Whoever is going to be silent for long comes early. */
    private Duration arriving(Town town) {
        return manner.isSlow() ? town.arriving().dividedBy(5) : town.arriving();
    }

    /** A survey that had no patience left has said nothing more. */
    private void missed(Town town, List<String> step) {
        if (!manner.isSlow() || !town.awaitEnd(testimony(), Duration.ZERO)) {
            stuck = Optional.of("no answer to \"" + String.join("\" and \"", step) + "\"");
        }
    }

    private List<List<String>> script() {
        var survey = testimony().inquiry().id();
        var opening = address.channel() == Channel.TELEGRAM ? "/start " + survey : survey;
        var start = invited ? NOTHING : List.of(opening);
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
            case STOPS_WHILE_GIVING_A_REASON -> List.of(start, yes, rated, List.of(reason(), STOP));
            case SILENT_WHEN_ASKED_FOR_CONSENT -> List.of(start);
            case SILENT_WHEN_ASKED_FOR_A_RATING -> List.of(start, yes);
            case SILENT_WHEN_ASKED_FOR_A_REASON -> List.of(start, yes, rated);
            case ANSWERS_WHEN_REMINDED -> List.of(start, yes, NOTHING, rated, List.of(reason()));
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
            } catch (ExecutionException mistake) {
                throw new IllegalStateException(mistake);
            }
        }
    }

    private String reason() {
        return "Vingt minutes d'attente au service, dossier " + number;
    }

    private String afterthought() {
        return "Et le conseiller ne savait rien, dossier " + number;
    }

    int number() {
        return number;
    }

    Address address() {
        return address;
    }

    /** What they can tell so far. */
    Testimony testimony() {
        return new Testimony(
                "person " + number + " (" + address.channel() + ", " + manner + ")",
                address,
                manner,
                rating,
                reason(),
                afterthought(),
                List.copyOf(said),
                stuck,
                silencedAt,
                invitation,
                again);
    }
}
