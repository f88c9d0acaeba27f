package io.entendu.browser;

import io.entendu.app.EntenduApplication;
import io.entendu.stage.StageApplication;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the browser visits: the application itself, or the stage for pictures ({@code
 * -Dentendu.gallery=<folder>}), which can show what takes a thousand answers. The tests see only
 * pages, so they hold for both.
 */
final class House implements AutoCloseable {

    static final String PASSWORD = StageApplication.PASSWORD;

    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static House open() throws IOException {
        var main =
                System.getProperty("entendu.gallery") == null
                        ? EntenduApplication.class
                        : StageApplication.class;
        var data = Files.createTempDirectory("entendu-browser");
        return new House(
                SpringApplication.run(
                        main,
                        "--server.port=0",
                        "--entendu.data-dir=" + data,
                        "--entendu.security.admin-password=" + PASSWORD));
    }

    String url() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://localhost:" + (server == null ? 0 : server.getPort());
    }

    /** A part of the house, for tests that only the stage can play. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
