package io.entendu.persistence;

import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.privacy.Retention;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.response.Responses;
import io.entendu.core.response.Tallies;
import io.entendu.core.testing.Store;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One embedded Redis for all tests of this JVM, emptied before each. */
final class TestRedis {

    private static final Path DIRECTORY = directory();
    private static final EmbeddedRedis REDIS = started();
    private static final RedisCommands<String, String> COMMANDS =
            RedisClient.create(REDIS.uri()).connect().sync();
    private static final Map<StoreSettings, RedisStore> STORES = new HashMap<>();

    private TestRedis() {}

    static synchronized Store emptied() {
        COMMANDS.flushall();
        return store(settings());
    }

    static RedisCommands<String, String> commands() {
        return COMMANDS;
    }

    static StoreSettings settings() {
        return REDIS.settings();
    }

    static Secrets secrets() {
        return Secrets.inDirectory(DIRECTORY);
    }

    static synchronized RedisStore open(Duration lease) {
        return open(settings().withClaimLease(lease));
    }

    private static synchronized RedisStore open(StoreSettings settings) {
        return STORES.computeIfAbsent(settings, s -> RedisStore.open(s, secrets()));
    }

    private static Store store(StoreSettings settings) {
        return new Ports(open(settings));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("entendu-test");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static EmbeddedRedis started() {
        var redis = EmbeddedRedis.start(DIRECTORY);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            redis.close();
                            Directories.delete(DIRECTORY);
                        }));
        return redis;
    }

    private record Ports(RedisStore store) implements Store {

        @Override
        public Respondents respondents() {
            return store.respondents();
        }

        @Override
        public Outbox outbox() {
            return store.outbox();
        }

        @Override
        public DeadLetters deadLetters() {
            return store.deadLetters();
        }

        @Override
        public SenderRates senderRates() {
            return store.senderRates();
        }

        @Override
        public Agenda agenda() {
            return store.agenda();
        }

        @Override
        public Invitations invitations() {
            return store.invitations();
        }

        @Override
        public Responses responses() {
            return store.responses();
        }

        @Override
        public Tallies tallies() {
            return store.tallies();
        }

        @Override
        public Pseudonyms pseudonyms() {
            return store.pseudonyms();
        }

        @Override
        public ChatTranscripts chatTranscripts() {
            return store.chatTranscripts();
        }

        @Override
        public PersonalData personalData() {
            return store.personalData();
        }

        @Override
        public Retention retention() {
            return store.retention();
        }

        @Override
        public Store withClaimLease(Duration lease) {
            return TestRedis.store(TestRedis.settings().withClaimLease(lease));
        }

        @Override
        public Store withChatPace(Duration pace) {
            return TestRedis.store(TestRedis.settings().withChatPace(pace));
        }
    }
}
