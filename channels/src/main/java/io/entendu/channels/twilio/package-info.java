/**
 * SMS and WhatsApp by Twilio, over its SDK. Facts: <a
 * href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>, <a
 * href="https://www.twilio.com/docs/messaging/guides/webhook-request">webhook request</a>.
 */
@NullMarked
package io.entendu.channels.twilio;

import org.jspecify.annotations.NullMarked;
