package io.entendu.app.webhook;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/**
 * The web server with a second context, {@code /webhooks}, which holds the providers' ways in and
 * nothing else. Webhooks prove themselves and are the hot path: none of the pages' filters
 * (security, observation, forms, encodings) concerns them, and going through them cost as much
 * again as the container itself.
 */
public final class WebhookContext extends TomcatServletWebServerFactory {

    private static final String PATH = "/webhooks";

    private final Supplier<List<WayIn>> waysIn;

    /**
     * A server that is not started.
     *
     * @param waysIn asked when the context starts, when all they need can be made
     */
    public WebhookContext(Supplier<List<WayIn>> waysIn) {
        this.waysIn = waysIn;
    }

    @Override
    protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
        var context = tomcat.addContext(PATH, null);
        context.setParentClassLoader(getClass().getClassLoader());
        context.addServletContainerInitializer((_, servlets) -> fill(servlets), Set.of());
        return super.getTomcatWebServer(tomcat);
    }

    private void fill(ServletContext servlets) {
        servlets.setRequestCharacterEncoding(StandardCharsets.UTF_8.name());
        servlets.setResponseCharacterEncoding(StandardCharsets.UTF_8.name());
        for (var way : waysIn.get()) {
            servlets.addServlet(way.path(), way.servlet()).addMapping(way.path());
        }
        servlets.addServlet("nowhere", new Nowhere()).addMapping("/");
    }

    /** Where a provider calls us by a wrong name, or by that of a channel that is not set up. */
    private static final class Nowhere extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Problems.write(
                    response,
                    404,
                    "No such webhook",
                    "There is no webhook here, or its channel is not set up on this server.");
        }
    }
}
