package io.entendu.app.crash;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Twilio besides its sending: what it lists, and what it reports. */
final class Carrier implements Providers.Twilio {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** What becomes of a message, in this order. */
    static final String DELIVERED = "delivered";

    private static final List<String> STEPS = List.of("queued", "sent", DELIVERED);
    private static final int LATEST_REPORT_MS = 1500;

    private final Mailbox mailbox;
    private final Set<String> delivered = ConcurrentHashMap.newKeySet();
    private final List<Listed> inbound = new ArrayList<>();
    private final SplittableRandom chance;
    private volatile Post post;

    private record Listed(
            String sid, String direction, String from, String to, String body, Instant at) {

        String json() {
            return """
            {"sid":"%s","direction":"%s","from":"%s","to":"%s","body":"%s","num_media":"0","status":"%s",
             "date_created":"%s","date_sent":"%s","date_updated":null}\
            """
                    .formatted(
                            sid,
                            direction,
                            from,
                            to,
                            body,
                            direction.equals("inbound") ? "received" : "sent",
                            DATE.format(at),
                            DATE.format(at));
        }
    }

    Carrier(Mailbox mailbox, long seed) {
        this.mailbox = mailbox;
        this.chance = new SplittableRandom(seed);
    }

    void reportBy(Post way) {
        post = way;
    }

    /** A message of a person: it stands in the list whether its webhook finds anybody or not. */
    synchronized Form received(String sid, String from, String text) {
        inbound.add(new Listed(sid, "inbound", from, Post.NUMBER, text, Instant.now()));
        return new Form(
                Map.of(
                        "MessageSid", sid,
                        "From", from,
                        "To", Post.NUMBER,
                        "Body", text,
                        "NumMedia", "0"));
    }

    @Override
    public synchronized String list(Form query) {
        var to = query.get("To");
        var found =
                to.equals(Post.NUMBER)
                        ? inbound.reversed()
                        : mailbox.of(to).reversed().stream().map(Carrier::sent).toList();
        return found.stream()
                .map(Listed::json)
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"messages\":[",
                                "],\"page\":0,\"page_size\":1000,\"next_page_uri\":null,\"uri\":\"/x\"}"));
    }

    private static Listed sent(Taken m) {
        return new Listed(
                Providers.sid(m.number()),
                "outbound-api",
                Post.NUMBER,
                m.to(),
                m.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"),
                m.at());
    }

    /** Each step on its own way, so that any may come first, twice, or not at all. */
    @Override
    public void report(Form sent, String sid) {
        var way = post;
        var callback = sent.get("StatusCallback");
        if (way == null || !callback.startsWith(Post.PUBLIC_URL)) {
            return;
        }
        for (var status : STEPS) {
            var form =
                    new Form(
                            Map.of(
                                    "MessageSid",
                                    sid,
                                    "MessageStatus",
                                    status,
                                    "To",
                                    sent.get("To"),
                                    "From",
                                    Post.NUMBER));
            var call = Post.twilio(callback.substring(Post.PUBLIC_URL.length()), form);
            var fate = new SplittableRandom(split());
            Thread.ofVirtual()
                    .start(() -> {
                        Post.pause(fate.nextInt(LATEST_REPORT_MS));
                        way.oneTime(call, fate, () -> taken(sid, status));
                    });
        }
    }

    private void taken(String sid, String status) {
        if (status.equals(DELIVERED)) {
            delivered.add(sid);
        }
    }

    /** Whether the application was told that this message has arrived, and said that it heard. */
    boolean hasReported(Taken message) {
        return delivered.contains(Providers.sid(message.number()));
    }

    private synchronized long split() {
        return chance.nextLong();
    }
}
