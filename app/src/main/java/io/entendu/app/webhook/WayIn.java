package io.entendu.app.webhook;

/**
 * One of a provider's ways in.
 *
 * @param path after {@code /webhooks}, beginning with a slash
 */
public record WayIn(String path, WebhookServlet servlet) {}
