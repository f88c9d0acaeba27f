package io.entendu.classifiers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** One row of weights a class. Kept in a file as one byte a weight and one scale a row. */
final class LinearHead {

    private final float[][] rows;

    LinearHead(float[][] rows) {
        this.rows = rows;
    }

    /** One row a yes-or-no head: its scores are log odds of yes. */
    static LinearHead against(List<LinearHead> heads) {
        return new LinearHead(heads.stream().map(LinearHead::odds).toArray(float[][]::new));
    }

    private float[] odds() {
        var odds = rows[1].clone();
        for (var i = 0; i < odds.length; i++) {
            odds[i] -= rows[0][i];
        }
        return odds;
    }

    double[] scores(Features features) {
        var scores = new double[rows.length];
        for (var row = 0; row < rows.length; row++) {
            scores[row] = features.dot(rows[row]);
        }
        return scores;
    }

    static LinearHead read(DataInputStream in) throws IOException {
        var rows = new float[in.readInt()][Features.SIZE];
        for (var row : rows) {
            readPart(in, row, 0, Features.FIRST_NGRAM);
            readPart(in, row, Features.FIRST_NGRAM, Features.SIZE);
        }
        return new LinearHead(rows);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(rows.length);
        for (var row : rows) {
            writePart(out, row, 0, Features.FIRST_NGRAM);
            writePart(out, row, Features.FIRST_NGRAM, Features.SIZE);
        }
    }

    private static void readPart(DataInputStream in, float[] row, int from, int to)
            throws IOException {
        var scale = in.readFloat();
        for (var i = from; i < to; i++) {
            row[i] = in.readByte() * scale;
        }
    }

    private static void writePart(DataOutputStream out, float[] row, int from, int to)
            throws IOException {
        var largest = Float.MIN_NORMAL;
        for (var i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(row[i]));
        }
        var scale = largest / Byte.MAX_VALUE;
        out.writeFloat(scale);
        for (var i = from; i < to; i++) {
            out.writeByte(Math.round(row[i] / scale));
        }
    }
}
