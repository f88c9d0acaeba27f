package io.entendu.app.dashboard;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.entendu.app.page.PublicUrl;
import io.entendu.core.survey.Survey;
import java.util.Map;

/**
 * How to get the first answer.
 *
 * @param link the web chat's
 * @param open whether the link works without an invitation
 * @param local whether only this computer can follow the link
 * @param qrPath the link as a QR code: an SVG path of {@code qrSize} by {@code qrSize} modules
 * @param curl a line that makes an invitation
 */
record FirstAnswer(
        String link, boolean open, boolean local, String qrPath, int qrSize, String curl) {

    /** Modules of white around the code: ISO/IEC 18004 asks for four. */
    private static final int QUIET_ZONE = 4;

    static FirstAnswer to(Survey survey, PublicUrl publicUrl) {
        var link = publicUrl.at("/chat/" + survey.id());
        var code = encode(link);
        return new FirstAnswer(
                link,
                survey.open(),
                publicUrl.isLocal(),
                path(code),
                code.getWidth(),
                curl(survey, publicUrl));
    }

    private static String curl(Survey survey, PublicUrl publicUrl) {
        return """
        curl %s \\
          -H "Authorization: Bearer $ENTENDU_API_KEY" \\
          -H 'Content-Type: application/json' \\
          -d '{"survey": "%s", "channel": "web"}'\
        """
                .formatted(publicUrl.at("/api/v1/invitations"), survey.id());
    }

    private static BitMatrix encode(String link) {
        var hints =
                Map.of(
                        EncodeHintType.MARGIN,
                        QUIET_ZONE,
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.M);
        try {
            return new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit a QR code: " + link, tooLong);
        }
    }

    /** One stroke for each run of dark modules. */
    private static String path(BitMatrix code) {
        var path = new StringBuilder();
        for (var y = 0; y < code.getHeight(); y++) {
            var x = 0;
            while (x < code.getWidth()) {
                var end = x;
                while (end < code.getWidth() && code.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1H%dz".formatted(x, y, end - x, x));
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
