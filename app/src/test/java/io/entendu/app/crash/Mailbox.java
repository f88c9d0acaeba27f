package io.entendu.app.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Everything that reached people's phones. */
final class Mailbox {

    private final List<Taken> all = new ArrayList<>();

    synchronized int put(String to, String text, Mood mood) {
        all.add(new Taken(all.size() + 1, to, text, Instant.now(), mood));
        notifyAll();
        return all.size();
    }

    synchronized List<Taken> of(String person) {
        return all.stream().filter(m -> m.to().equals(person)).toList();
    }

    synchronized int size() {
        return all.size();
    }

    /**
     * Waits until so many different texts have reached somebody; the same one twice tells them
     * nothing new.
     *
     * @return whether they have
     */
    synchronized boolean await(String person, int texts, Duration patience)
            throws InterruptedException {
        var end = Instant.now().plus(patience);
        while (of(person).stream().map(Taken::text).distinct().count() < texts) {
            var left = Duration.between(Instant.now(), end).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
