package io.entendu.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.survey.Survey;
import io.entendu.flows.diagram.SurveyDiagram;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class SeedDiagramsTest {

    @ParameterizedTest
    @MethodSource("io.entendu.seeds.Seeds#inEveryLanguage")
    void everySeedIsDrawnInEveryLanguage(Survey survey, Locale locale)
            throws ParserConfigurationException, SAXException, IOException {
        var diagram = SurveyDiagram.of(Seeds.LIBRARY, survey, locale, locale);
        var image = read(diagram.toSvg());

        assertThat(image.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(image.getElementsByTagName("title").item(0).getTextContent())
                .contains(survey.id().value());
        for (var step : diagram.steps()) {
            assertThat(words(image)).contains(step.ask().replaceAll("[ \u00a0]", ""));
            assertThat(diagram.toMermaid()).contains("q" + step.number() + "[\"" + step.number());
        }
        assertEverythingIsWithin(image);
    }

    private static void assertEverythingIsWithin(Document image) {
        var width = number(image.getDocumentElement(), "width");
        var height = number(image.getDocumentElement(), "height");
        var boxes = image.getElementsByTagName("rect");
        for (var i = 0; i < boxes.getLength(); i++) {
            var box = (Element) boxes.item(i);
            assertThat(number(box, "x") + number(box, "width")).isLessThanOrEqualTo(width);
            assertThat(number(box, "y") + number(box, "height")).isLessThanOrEqualTo(height);
        }
    }

    private static double number(Element element, String name) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : 0;
    }

    /** All that is written, without blanks, for lines break at them. */
    private static String words(Document image) {
        return image.getDocumentElement().getTextContent().replaceAll("[\\s\u00a0]", "");
    }

    private static Document read(String svg)
            throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }
}
