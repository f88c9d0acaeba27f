package io.entendu.app.api;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Telephone numbers as people write them, in the one form that identifies them. */
final class PhoneNumbers {

    private PhoneNumbers() {}

    /** The number in E.164 form, from an international spelling; empty when it cannot be one. */
    static Optional<String> e164(String written) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(written, null);
            return util.isPossibleNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }
}
