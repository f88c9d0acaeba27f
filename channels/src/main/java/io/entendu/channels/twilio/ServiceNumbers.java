package io.entendu.channels.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import com.twilio.rest.messaging.v1.service.ShortCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The numbers behind a <a
 * href="https://www.twilio.com/docs/messaging/api/phonenumber-resource">messaging service</a>: an
 * account may have others, whose messages are none of ours.
 */
final class ServiceNumbers {

    private ServiceNumbers() {}

    static List<String> of(String service, TwilioRestClient client) {
        var numbers = new ArrayList<String>();
        for (var number : PhoneNumber.reader(service).read(client)) {
            numbers.add(Objects.toString(number.getPhoneNumber(), ""));
        }
        for (var code : ShortCode.reader(service).read(client)) {
            numbers.add(Objects.toString(code.getShortCode(), ""));
        }
        numbers.removeIf(String::isBlank);
        return List.copyOf(numbers);
    }
}
