package io.entendu.core.testing;

import io.entendu.core.reading.LastResort;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Question;

class FakeLastResortTest extends LastResortContract {

    @Override
    protected LastResort saying(Question question, Reading reading, String quote) {
        return FakeLastResort.saying(reading, quote);
    }
}
