package dev.overlap.foreign;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of JSON that another program wrote, plain or compressed with gzip, read as a stream: what
 * is skipped is never kept in memory. It may end anywhere, or be damaged from somewhere on; then
 * what comes before is read, and {@link End} tells.
 */
public final class JsonFile {

    /** The most bytes that are read, unpacked. */
    private static final long MAX_BYTES = 2L << 30;

    private static final int MAX_DEPTH = 64;

    /** Addresses may hold whole pictures; other texts that are read are short. */
    private static final int MAX_TEXT = 20_000_000;

    private static final int BUFFER = 1 << 16;
    private static final byte[] MAGIC = {0x1f, (byte) 0x8b}; // RFC 1952

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxDocumentLength(MAX_BYTES)
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(MAX_TEXT)
                                    .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .build();

    /** How a file came to its end. */
    public enum End {
        /** It is whole. */
        WHOLE,
        /** It ends in the middle, or goes on as something that is not JSON. */
        CUT,
        /** It goes on beyond what is read: it is longer, or nested deeper, than is reasonable. */
        TOO_LARGE
    }

    /** What to do with the content of a file. */
    public interface Content {

        /**
         * Reads the value that begins with the current token of a parser, to its end.
         *
         * @throws JacksonException as the parser does
         */
        void read(JsonParser parser);
    }

    private JsonFile() {}

    /**
     * Reads the only value of a file. Does not close the stream.
     *
     * @throws IOException if the stream fails for another reason than its content
     */
    public static End read(InputStream file, Content content) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), unpacked(file))) {
            if (parser.nextToken() == null) {
                return End.CUT;
            }
            content.read(parser);
            return End.WHOLE;
        } catch (StreamConstraintsException _) {
            return End.TOO_LARGE;
        } catch (JacksonIOException e) {
            return cut(e.getCause());
        } catch (JacksonException _) {
            return End.CUT;
        } catch (EOFException | ZipException _) {
            return End.CUT; // the compressed file has not even a whole head
        }
    }

    /** Only what is wrong with compressed content, or an encoding, is a fault of the file. */
    private static End cut(@Nullable IOException fault) throws IOException {
        if (fault instanceof EOFException
                || fault instanceof ZipException
                || fault instanceof CharConversionException) {
            return End.CUT;
        }
        throw fault == null ? new IOException() : fault;
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(unclosed(file), MAGIC.length);
        byte[] first = in.readNBytes(MAGIC.length);
        in.unread(first);
        return Arrays.equals(first, MAGIC) ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static InputStream unclosed(InputStream file) {
        return new FilterInputStream(file) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return in.read(bytes, from, length);
            }

            @Override
            public void close() {
                // whoever opened it does that
            }
        };
    }

    /**
     * Reads the fields of the object that begins with the current token; skips any other value.
     *
     * @param field reads the value of one field, whose name is the parser's current name, to its
     *     end
     */
    public static void eachField(JsonParser parser, Content field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            parser.nextToken();
            field.read(parser);
        }
        requireEnd(parser, JsonToken.END_OBJECT);
    }

    /** Reads the elements of the array that begins with the current token; skips other values. */
    public static void eachElement(JsonParser parser, Content element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (isValue(parser.nextToken())) {
            element.read(parser);
        }
        requireEnd(parser, JsonToken.END_ARRAY);
    }

    private static boolean isValue(@Nullable JsonToken token) {
        return token != null && token != JsonToken.END_ARRAY;
    }

    /** A file that ends between two values ends early, too. */
    private static void requireEnd(JsonParser parser, JsonToken end) {
        if (parser.currentToken() != end) {
            throw new StreamReadException(parser, "ends early");
        }
    }
}
