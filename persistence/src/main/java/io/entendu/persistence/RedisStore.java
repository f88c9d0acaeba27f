package io.entendu.persistence;

import io.entendu.core.channel.ChatTranscripts;
import io.entendu.core.channel.Watermarks;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.outbox.DeadLetters;
import io.entendu.core.outbox.Outbox;
import io.entendu.core.outbox.SenderRates;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.privacy.Retention;
import io.entendu.core.respondent.Agenda;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.respondent.Respondents;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.response.Responses;
import io.entendu.core.response.Tallies;
import io.entendu.persistence.wire.Codec;
import io.lettuce.core.RedisException;
import java.time.Duration;

/**
 * All ports of the core over one Redis. Safe for many threads; close it last.
 *
 * <p>Every change is one script on one shard, so it happens as a whole or not at all.
 */
public final class RedisStore implements AutoCloseable {

    private final Connection connection;
    private final Redis redis;
    private final Redis probe;
    private final Vault vault;
    private final RedisSignals signals;
    private final RedisRespondents respondents;
    private final RedisOutbox outbox;
    private final RedisDeadLetters deadLetters;
    private final RedisSenderRates rates;
    private final RedisAgenda agenda;
    private final RedisInvitations invitations;
    private final RedisResponses responses;
    private final RedisTallies tallies;
    private final RedisChatTranscripts transcripts;
    private final Revisions revisions;
    private final RedisPersonalData personalData;
    private final RedisRetention retention;

    private RedisStore(Connection connection, StoreSettings settings, Vault vault) {
        this.redis = connection.redis(settings);
        var broadcast = new Broadcast(connection.listening(), redis);
        var codec = new Codec(vault);
        this.connection = connection;
        this.vault = vault;
        this.probe = connection.redis(Duration.ofSeconds(1));
        this.signals = new RedisSignals(redis, broadcast);
        this.respondents = new RedisRespondents(redis, vault, codec, signals, settings);
        this.outbox = new RedisOutbox(redis, codec, signals, settings);
        this.deadLetters = new RedisDeadLetters(redis, codec, signals, settings);
        this.rates = new RedisSenderRates(redis);
        this.agenda = new RedisAgenda(redis);
        this.invitations = new RedisInvitations(redis, vault, codec, settings);
        this.responses = new RedisResponses(redis, codec);
        this.tallies = new RedisTallies(redis);
        this.transcripts = new RedisChatTranscripts(redis, vault, codec, broadcast, settings);
        this.revisions = new Revisions(redis);
        this.personalData = new RedisPersonalData(redis, vault, codec, respondents, settings);
        this.retention = new RedisRetention(redis, codec, personalData);
    }

    /**
     * Connects and checks that the store is fit for use and was begun with the same secrets.
     *
     * @throws StoreUnavailableException when it cannot be reached now; trying again later may help
     * @throws StoreRefusedException when it must be configured otherwise
     */
    public static RedisStore open(StoreSettings settings, Secrets secrets) {
        var connection = connect(settings);
        try {
            var vault = new Vault(secrets);
            new StartCheck(connection.redis(settings), connection.servers(), settings).run(vault);
            return new RedisStore(connection, settings, vault);
        } catch (RuntimeException unfit) {
            connection.close();
            throw unfit;
        }
    }

    private static Connection connect(StoreSettings settings) {
        try {
            return Connection.open(settings);
        } catch (RedisException unreachable) {
            throw new StoreUnavailableException(
                    "cannot connect to Redis; is it running, are host, port and password in entendu.redis.uri right, and does"
                            + " entendu.redis.ca-file name who signed its certificate?",
                    unreachable);
        }
    }

    public Respondents respondents() {
        return respondents;
    }

    public Outbox outbox() {
        return outbox;
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    public SenderRates senderRates() {
        return rates;
    }

    public Agenda agenda() {
        return agenda;
    }

    public Invitations invitations() {
        return invitations;
    }

    public Responses responses() {
        return responses;
    }

    public Tallies tallies() {
        return tallies;
    }

    public Pseudonyms pseudonyms() {
        return vault;
    }

    public ChatTranscripts chatTranscripts() {
        return transcripts;
    }

    public PersonalData personalData() {
        return personalData;
    }

    public Retention retention() {
        return retention;
    }

    public Revisions revisions() {
        return revisions;
    }

    /** The watermarks of one account of a provider, as this process sees and moves them. */
    public Watermarks watermarks(String account) {
        return new RedisWatermarks(redis, vault, account);
    }

    public Signals signals() {
        return signals;
    }

    /**
     * How many settlements could not be written since the start; their messages are sent once more.
     */
    public long unsettled() {
        return outbox.unsettled();
    }

    /** Asks the store to take one small write; answers within about a second. */
    public Health health() {
        return new HealthProbe(probe).ask();
    }

    @Override
    public void close() {
        connection.close();
    }
}
