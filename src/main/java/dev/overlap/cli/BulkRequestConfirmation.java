package dev.overlap.cli;

import dev.overlap.cli.options.UsageException;
import dev.overlap.plan.BulkRequests;
import dev.overlap.plan.Plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/** Asks before a run floods a server that is not this machine. */
final class BulkRequestConfirmation {

    private BulkRequestConfirmation() {}

    /**
     * Returns if a plan may be run: it floods nobody, or a person at the terminal agrees.
     *
     * @param runs how often it is run; all of them count together
     * @throws UsageException if the answer is anything but yes, or nobody is there to be asked
     */
    static void ask(Plan plan, int runs, CliContext program) throws UsageException {
        List<BulkRequests> crowds = BulkRequests.of(plan, runs);
        if (!crowds.isEmpty()) {
            BulkRequests most = crowds.getFirst();
            String who = runs == 1 ? "This run" : "These " + runs + " runs";
            String fact =
                    who + " would send " + most.requests() + " requests to " + most.host() + ".";
            if (!program.terminal()) {
                throw new UsageException(fact + " Add --yes if its owner agrees.");
            }
            question(fact + " Does its owner agree? [y/N] ", program);
        }
    }

    private static void question(String question, CliContext program) throws UsageException {
        program.err().print(question);
        program.err().flush();
        if (!isYes(answer(program.in(), program.err().charset()))) {
            throw new UsageException("Nothing was run.");
        }
    }

    /** One line, or nothing at the end of the input. */
    private static String answer(InputStream in, Charset charset) throws UsageException {
        try {
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(in, charset)).readLine());
        } catch (IOException e) {
            throw new UsageException("The answer cannot be read: " + e.getMessage() + ".");
        }
    }

    private static boolean isYes(String answer) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        return word.equals("y") || word.equals("yes");
    }
}
