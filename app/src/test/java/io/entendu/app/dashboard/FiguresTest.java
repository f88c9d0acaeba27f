package io.entendu.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures french = new Figures(Locale.FRENCH);
    private final Figures english = new Figures(Locale.ENGLISH);

    @Test
    void pointsCarryTheirSign() {
        assertThat(french.points(32.4)).isEqualTo("+32");
        assertThat(french.points(-4.5)).isEqualTo("\u22124");
        assertThat(french.points(-0.2)).isEqualTo("0");
    }

    @Test
    void countsAreGroupedAsTheLanguageDoes() {
        assertThat(french.count(1234)).isEqualTo("1\u202f234");
        assertThat(english.count(1234)).isEqualTo("1,234");
        assertThat(english.shortCount(12_345)).isEqualTo("12K");
    }

    @Test
    void percentages() {
        assertThat(french.percent(82.4)).isEqualTo("82\u00a0%");
        assertThat(english.percent(82.5)).isEqualTo("83%");
    }
}
