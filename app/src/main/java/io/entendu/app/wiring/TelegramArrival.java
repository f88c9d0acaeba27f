package io.entendu.app.wiring;

import io.entendu.app.line.Line;
import io.entendu.app.settings.TelegramProperties.Mode;
import io.entendu.channels.telegram.TelegramAdapter;
import io.entendu.channels.telegram.TelegramPolling;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Has updates come once everything behind it stands: by polling, or by telling Telegram where to
 * post them.
 */
final class TelegramArrival implements SmartLifecycle {

    private final TelegramAdapter telegram;
    private final Mode mode;
    private final URI publicUrl;
    private final Line line;
    private @Nullable TelegramPolling polling;
    private boolean running;

    TelegramArrival(TelegramAdapter telegram, Mode mode, URI publicUrl, Line line) {
        this.telegram = telegram;
        this.mode = mode;
        this.publicUrl = publicUrl;
        this.line = line;
    }

    @Override
    public synchronized void start() {
        running = true;
        telegram.askName();
        switch (mode) {
            case POLLING -> polling = telegram.poll(messages -> messages.forEach(line::accept));
            case WEBHOOK -> telegram.register(publicUrl);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (polling != null) {
            polling.close();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /** After the web server, so that no update meets a closed door. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
