package io.entendu.app.webhook;

import io.entendu.app.line.Line;
import io.entendu.app.line.Reporting;
import io.entendu.core.channel.Webhook;
import io.entendu.core.channel.WebhookReading;
import io.entendu.core.channel.WebhookRequest;
import io.entendu.core.respondent.StoreUnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A provider's way in. A plain servlet, because a controller costs as much again as the whole of
 * the rest of reading a request.
 *
 * <p>Answers 2xx once the message is kept, 503 when it may not have been, and never waits for
 * anything to be sent.
 */
public final class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Far above what providers send; below what would hurt. */
    private static final int LARGEST_BODY = 1 << 20;

    private final transient Webhook webhook;
    private final transient Line line;
    private final transient Reporting reporting;
    private final transient Answers answers;
    private final transient Runnable missed;

    /**
     * How a provider wants to be answered.
     *
     * @param contentType of a good answer
     * @param body of a good answer; a provider may send it to the person, so it says nothing
     * @param forbidden status for a call that is not the provider's
     */
    public record Answers(String contentType, String body, int forbidden) {}

    /**
     * A way in.
     *
     * @param missed told of a call that was answered 5xx, which the provider may not repeat
     */
    public WebhookServlet(
            Webhook webhook, Line line, Reporting reporting, Answers answers, Runnable missed) {
        this.webhook = webhook;
        this.line = line;
        this.reporting = reporting;
        this.answers = answers;
        this.missed = missed;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var body = body(request);
        if (body.length > LARGEST_BODY) {
            Problems.write(response, 413, "Body too large", "A webhook body has at most 1 MiB.");
            return;
        }
        var reading = webhook.read(new WebhookRequest(path(request), headers(request), body));
        switch (reading) {
            case WebhookReading.Messages(var messages) ->
                    keep(response, () -> messages.forEach(line::accept));
            case WebhookReading.Reports(var reports) ->
                    keep(response, () -> reports.forEach(reporting::note));
            case WebhookReading.Ignored _ -> good(response);
            case WebhookReading.Forbidden(var why) ->
                    Problems.write(response, answers.forbidden(), "Not from the provider", why);
            case WebhookReading.Malformed(var why) ->
                    Problems.write(response, 400, "Unreadable body", why);
        }
    }

    /** Room is made for as much as was announced: a guess would be many times what comes. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        var most = LARGEST_BODY + 1;
        var announced = request.getContentLength();
        return request.getInputStream()
                .readNBytes(announced < 0 ? most : Math.min(announced, most));
    }

    private void keep(HttpServletResponse response, Runnable work) throws IOException {
        try {
            work.run();
            good(response);
        } catch (StoreUnavailableException away) {
            missed.run();
            getServletContext().log("a webhook was answered 503: " + away.getMessage());
            Problems.write(
                    response,
                    503,
                    "Store unavailable",
                    "The message was not kept; deliver it again.");
        } catch (RuntimeException mistake) {
            missed.run();
            throw mistake;
        }
    }

    private void good(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(answers.contentType());
        response.getWriter().write(answers.body());
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /**
     * The providers' own headers, by which they prove themselves; the others are nobody's concern.
     */
    private static Map<String, String> headers(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var names = request.getHeaderNames(); names.hasMoreElements(); ) {
            var name = names.nextElement();
            if (name.regionMatches(true, 0, "x-", 0, 2)) {
                headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
            }
        }
        return headers;
    }
}
