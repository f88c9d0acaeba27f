package io.entendu.bench;

import io.entendu.persistence.EmbeddedRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.async.RedisAsyncCommands;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import tools.jackson.databind.json.JsonMapper;

/**
 * The floor that the product is held against: the same four turns as somebody would write them by
 * hand on the same stack (Tomcat, Jackson, Lettuce, OkHttp, virtual threads). Loads a session,
 * switches on it, saves it, sends the reply. It knows no repeated webhooks, no consent that can be
 * proved, no lost sends, no STOP, no second language and no scores.
 */
final class Floor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    private final transient JsonMapper json = JsonMapper.shared();
    private final transient RedisAsyncCommands<String, String> redis;
    private final transient OkHttpClient client =
            new OkHttpClient.Builder()
                    .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
                    .build();
    private final transient ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final String telegram;

    private Floor(RedisAsyncCommands<String, String> redis, String telegram) {
        this.redis = redis;
        this.telegram = telegram;
    }

    /** Serves until it is killed: port, data directory, URL of the bot's methods. */
    public static void main(String[] arguments) throws LifecycleException {
        var store = EmbeddedRedis.start(Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        var commands = RedisClient.create(store.uri()).connect().async();
        var tomcat = new Tomcat();
        tomcat.setBaseDir(arguments[1]);
        tomcat.setConnector(connector(Integer.parseInt(arguments[0])));
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "floor", new Floor(commands, arguments[2]));
        context.addServletMappingDecoded("/*", "floor");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static Connector connector(int port) {
        var connector = new Connector();
        connector.setPort(port);
        if (connector.getProtocolHandler() instanceof Http11NioProtocol http) {
            http.setMaxKeepAliveRequests(-1);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        }
        return connector;
    }

    /** Health. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!Generator.SECRET.equals(request.getHeader("X-Telegram-Bot-Api-Secret-Token"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var message = json.readTree(request.getInputStream()).path("message");
        try {
            turn(message.path("chat").path("id").longValue(), message.path("text").stringValue());
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(long chat, String text) throws ExecutionException, InterruptedException {
        var key = "session:" + chat;
        var session = redis.hgetall(key).get();
        var phase = session.getOrDefault("phase", "new");
        switch (phase) {
            case "new", "ended" -> {
                redis.hset(key, Map.of("phase", "consenting")).get();
                say(chat, "Bonjour ! Deux questions sur votre appel, d'accord ?");
            }
            case "consenting" -> {
                redis.hset(key, Map.of("phase", "score", "consent", text)).get();
                say(chat, "De 0 à 10, nous recommanderiez-vous ?");
            }
            case "score" -> {
                redis.hset(key, Map.of("phase", "reason", "score", text)).get();
                say(chat, "Quelle est la raison de votre note ?");
            }
            default -> {
                redis.hset(key, Map.of("phase", "ended", "reason", text)).get();
                say(chat, "Merci, c'est noté.");
            }
        }
    }

    private void say(long chat, String text) {
        sending.execute(() -> {
            var body = json.writeValueAsBytes(Map.of("chat_id", chat, "text", text));
            var request =
                    new Request.Builder()
                            .url(telegram + "/sendMessage")
                            .post(RequestBody.create(body, JSON_TYPE))
                            .build();
            try (var response = client.newCall(request).execute()) {
                json.readTree(response.body().bytes());
            } catch (IOException lost) {
                // The floor has no second try.
            }
        });
    }
}
