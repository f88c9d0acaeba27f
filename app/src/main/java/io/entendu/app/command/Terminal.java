package io.entendu.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;

/** Where a command reads and writes: in UTF-8, not in the terminal's guess. */
record Terminal(BufferedReader in, PrintStream out, PrintStream err) {

    static final int FINE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    static Terminal standard() {
        return new Terminal(
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8)),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8));
    }

    int misused(String usage) {
        err.print(usage);
        return MISUSED;
    }

    int failed(String why) {
        err.println(why);
        return FAILED;
    }
}
