package dev.overlap.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class EventLineReaderTest {

    private static List<String> lines(InputStream in) throws IOException {
        EventLineReader reader = new EventLineReader(in);
        List<String> lines = new ArrayList<>();
        for (byte[] line = reader.next(); line != null; line = reader.next()) {
            lines.add(reader.number() + ":" + new String(line, StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void blankLinesAreCountedAndSkipped() throws IOException {
        assertThat(lines(in("a\n\n \t\r\nb\r\nc"))).containsExactly("1:a", "4:b\r", "5:c");
        assertThat(lines(in(""))).isEmpty();
        assertThat(lines(in("\n"))).isEmpty();
    }

    @Test
    void linesComeWholeHoweverTheyArrive() throws IOException {
        InputStream drips =
                new ByteArrayInputStream("ab\ncd\n".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        return super.read(into, from, Math.min(1, length));
                    }
                };

        assertThat(lines(drips)).containsExactly("1:ab", "2:cd");
    }

    @Test
    void onlyTheBeginOfALongLineIsKept() throws IOException {
        String longest = "x".repeat(EventLineReader.MAX_BYTES);

        assertThat(lines(in(longest + "\n" + longest + "yz\nb")))
                .containsExactly("1:" + longest, "2:" + longest + "y", "3:b");
    }

    @Test
    void aLineWithoutEndIsTheLastOne() throws IOException {
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        Arrays.fill(into, from, from + length, (byte) 'x');
                        return length;
                    }
                };
        EventLineReader reader = new EventLineReader(endless);

        assertThat(reader.next()).hasSize(EventLineReader.MAX_BYTES + 1);
        assertThat(reader.isEnded()).isFalse();
        assertThat(reader.next()).isNull();
        assertThat(reader.bytes()).isLessThan(32 << 20);
    }
}
