package dev.overlap.engine.process;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes records as bytes and reads them back, in the way in which they are declared.
 *
 * <p>Problem: what a process tells another one, a task's outcome, an exchange, the settings, is all
 * declared as records and sealed interfaces already; writing and reading each by hand would say
 * everything three times. So the declaration is the format: a record is its components in their
 * order, one of a sealed interface is the number of its kind and then the record, and the rest is a
 * handful of plain types. Both ends are the same program, so the format needs no version.
 *
 * <p>What is read is not believed: a length that is more than what is left, a kind that there is
 * not, an argument that a record refuses, all are {@link StreamCorruptedException}s.
 *
 * <p>Limits: a component that may be null must be a string, and the elements of a list are strings.
 * A few microseconds a record, most of it the reflection.
 */
final class MessageCodec {

    /** Stands for an optional int that is empty. */
    private static final long NONE = Long.MIN_VALUE;

    private MessageCodec() {}

    /**
     * The bytes of a record.
     *
     * @param type as which it is declared, and will be read
     */
    static byte[] bytesOf(Class<?> type, Object record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(type, record, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void write(Class<?> type, @Nullable Object value, DataOutput out)
            throws IOException {
        if (type == String.class) {
            writeText((String) value, out);
        } else if (type.isInterface() && type.isSealed() && value != null) {
            out.writeByte(kinds(type).indexOf(value.getClass()));
            write(value.getClass(), value, out);
        } else if (type.isRecord() && value != null) {
            for (RecordComponent part : type.getRecordComponents()) {
                write(part.getType(), get(part, value), out);
            }
        } else {
            writePlain(value, out);
        }
    }

    private static void writePlain(@Nullable Object value, DataOutput out) throws IOException {
        switch (value) {
            case Integer i -> out.writeInt(i);
            case Long l -> out.writeLong(l);
            case Double d -> out.writeDouble(d);
            case Boolean b -> out.writeBoolean(b);
            case Enum<?> e -> writeText(e.name(), out);
            case Duration d -> out.writeLong(d.toNanos());
            case OptionalInt i -> out.writeLong(i.isPresent() ? i.getAsInt() : NONE);
            case URI uri -> writeText(uri.toString(), out);
            case List<?> texts -> {
                out.writeInt(texts.size());
                for (Object text : texts) {
                    writeText((String) text, out);
                }
            }
            case null, default -> throw new IllegalArgumentException("no such word: " + value);
        }
    }

    /**
     * The record that was written as these bytes, of this type.
     *
     * @throws StreamCorruptedException if there is none
     */
    static <T> T recordOf(Class<T> type, byte[] bytes) throws StreamCorruptedException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            Object record = read(type, in);
            if (record == null || in.available() > 0) {
                throw new StreamCorruptedException("there is more than a " + type.getSimpleName());
            }
            return type.cast(record);
        } catch (StreamCorruptedException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // the latter: an argument that is refused
            throw corrupt(type, e);
        }
    }

    private static StreamCorruptedException corrupt(Class<?> type, Exception cause) {
        StreamCorruptedException corrupt =
                new StreamCorruptedException("a " + type.getSimpleName() + " that cannot be read");
        corrupt.initCause(cause);
        return corrupt;
    }

    private static @Nullable Object read(Class<?> type, DataInputStream in) throws IOException {
        if (type.isInterface() && type.isSealed()) {
            return read(kinds(type).get(in.readUnsignedByte()), in);
        }
        if (type.isRecord()) {
            return readRecord(type, in);
        }
        return type.isEnum() ? readEnum(type, in) : readPlain(type, in);
    }

    private static @Nullable Object readPlain(Class<?> type, DataInputStream in)
            throws IOException {
        return switch (type.getSimpleName()) {
            case "int" -> in.readInt();
            case "long" -> in.readLong();
            case "double" -> in.readDouble();
            case "boolean" -> in.readBoolean();
            case "String" -> readText(in);
            case "Duration" -> Duration.ofNanos(in.readLong());
            case "OptionalInt" -> optional(in.readLong());
            case "URI" -> URI.create(String.valueOf(readText(in)));
            case "List" -> readTexts(in);
            default -> throw new IllegalArgumentException("no such word: " + type);
        };
    }

    private static OptionalInt optional(long word) {
        return word == NONE ? OptionalInt.empty() : OptionalInt.of((int) word);
    }

    private static Object readRecord(Class<?> type, DataInputStream in) throws IOException {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] = read(types[i], in);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw corrupt(type, e);
        }
    }

    private static Object readEnum(Class<?> type, DataInputStream in) throws IOException {
        String name = readText(in);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> ((Enum<?>) one).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StreamCorruptedException("no such " + type.getSimpleName()));
    }

    private static List<String> readTexts(DataInputStream in) throws IOException {
        int count = bounded(in.readInt(), in.available() / Integer.BYTES);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(String.valueOf(readText(in)));
        }
        return List.copyOf(texts);
    }

    /** {@link DataOutput#writeUTF} ends at 64 KB; a URL need not. */
    private static void writeText(@Nullable String text, DataOutput out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[bounded(length, in.available())];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A number that is read before that many things: there cannot be more than room for them. */
    private static int bounded(int count, int most) throws StreamCorruptedException {
        if (count < 0 || count > most) {
            throw new StreamCorruptedException(count + " where there is room for " + most);
        }
        return count;
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    private static @Nullable Object get(RecordComponent part, Object record) throws IOException {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IOException("a " + part.getName() + " cannot be written", e);
        }
    }
}
