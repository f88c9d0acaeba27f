package io.entendu.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two instances of the product on one store, each with providers of its own. */
final class Pair implements AutoCloseable {

    static final String KEY = "bench-api-key";

    private static final int INSTANCES = 2;

    private final List<FakeBotApi> telegrams = new ArrayList<>();
    private final List<FakeTwilio> twilios = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();

    /**
     * Starts them.
     *
     * @param whatsappRate messages a second, 0 for no limit
     */
    Pair(Path jar, Store store, int whatsappRate) throws IOException, InterruptedException {
        for (var i = 0; i < INSTANCES; i++) {
            var telegram = new FakeBotApi(Generator::told);
            var twilio = new FakeTwilio();
            telegrams.add(telegram);
            twilios.add(twilio);
            var settings = new ArrayList<>(store.settings());
            settings.addAll(
                    List.of(
                            "--entendu.security.api-key=" + KEY,
                            "--entendu.security.admin-password=bench-admin",
                            "--entendu.policy.quiet-hours=off",
                            "--entendu.policy.quiet-days=",
                            "--entendu.twilio.account-sid=" + FakeTwilio.ACCOUNT,
                            "--entendu.twilio.auth-token=bench-token",
                            "--entendu.twilio.api-url=http://127.0.0.1:" + twilio.port(),
                            "--entendu.twilio.whatsapp-from=+33757000001",
                            "--entendu.twilio.whatsapp-rate=" + whatsappRate,
                            "--entendu.twilio.templates.nps-after-call.fr=HX00000000000000000000000000000000",
                            "--entendu.twilio.catch-up-every=off"));
            subjects.add(Subject.jar(jar, telegram.port(), settings));
        }
    }

    List<Subject> instances() {
        return subjects;
    }

    /** Messages that each instance has handed over to Twilio. */
    List<Long> sent() {
        return twilios.stream().map(FakeTwilio::taken).toList();
    }

    /** Timers that each instance has let go off. */
    List<Long> timers() throws IOException, InterruptedException {
        var counts = new ArrayList<Long>();
        for (var subject : subjects) {
            counts.add((long) subject.metric("entendu_timers_total{outcome=\"went_off\"", KEY));
        }
        return counts;
    }

    double cpuMillis() {
        return subjects.stream().mapToDouble(s -> s.cpu().toNanos() / 1e6).sum();
    }

    /** People on both, each with a pause before each message. */
    void talk(Generator people, int connectionsEach) {
        subjects.forEach(subject -> people.start(subject.port(), connectionsEach));
    }

    @Override
    public void close() throws IOException {
        subjects.forEach(Subject::close);
        for (var telegram : telegrams) {
            telegram.close();
        }
        for (var twilio : twilios) {
            twilio.close();
        }
    }
}
