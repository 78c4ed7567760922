package dev.overlap.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A lab in a separate process, so that a test can limit its file descriptors. Prints its URI and,
 * for each line of input, the lab's problem; ends with its input.
 */
final class LabWithFileDescriptorLimit {

    private LabWithFileDescriptorLimit() {}

    public static void main(String[] arguments) throws IOException {
        try (Lab lab = Lab.start();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(lab.uri());
            while (in.readLine() != null) {
                System.out.println(lab.problem());
            }
        }
    }
}
