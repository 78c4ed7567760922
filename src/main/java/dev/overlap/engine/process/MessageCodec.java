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
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Encodes records as bytes and decodes them, by their declaration.
 *
 * <p>Problem: outcomes, exchanges and settings, which processes exchange, are already declared as
 * records and sealed interfaces; hand-written encoders and decoders would state everything three
 * times. So the declaration is the format: a record is its components in order, a sealed interface
 * is the number of the subtype followed by the record, and the rest is a handful of plain types.
 * Both ends are the same program, so the format needs no version.
 *
 * <p>Input is validated: a length beyond the rest of the input, an unknown subtype, or an argument
 * that a record rejects is a {@link StreamCorruptedException}.
 *
 * <p>Limits: only strings may be null, and not those in lists. A few microseconds per record,
 * mostly for reflection.
 */
final class MessageCodec {

    /** Encodes an empty optional int. */
    private static final long NONE = Long.MIN_VALUE;

    private MessageCodec() {}

    /**
     * Encodes a record.
     *
     * @param type the declared type, with which it is decoded
     */
    static byte[] bytesOf(Class<?> type, Object record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(type, record, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void write(Type declared, @Nullable Object value, DataOutput out)
            throws IOException {
        Class<?> type = rawType(declared);
        if (value instanceof List<?> list) {
            writeList(elementType(declared), list, out);
        } else if (type == String.class) {
            writeText((String) value, out);
        } else if (type.isInterface() && type.isSealed() && value != null) {
            out.writeByte(kinds(type).indexOf(value.getClass()));
            write(value.getClass(), value, out);
        } else if (type.isRecord() && value != null) {
            for (RecordComponent part : type.getRecordComponents()) {
                write(part.getGenericType(), get(part, value), out);
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
            case null, default -> throw new IllegalArgumentException("unsupported value: " + value);
        }
    }

    private static void writeList(Type element, List<?> list, DataOutput out) throws IOException {
        out.writeInt(list.size());
        for (Object each : list) {
            write(element, each, out);
        }
    }

    private static Class<?> rawType(Type declared) {
        return declared instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) declared;
    }

    /** Returns the type of the elements of a list. */
    private static Type elementType(Type declared) {
        return ((ParameterizedType) declared).getActualTypeArguments()[0];
    }

    /**
     * Decodes a record of a type.
     *
     * @throws StreamCorruptedException if the bytes are not such a record
     */
    static <T> T recordOf(Class<T> type, byte[] bytes) throws StreamCorruptedException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            Object record = read(type, in);
            if (record == null || in.available() > 0) {
                throw new StreamCorruptedException(
                        "no " + type.getSimpleName() + ", or bytes after it");
            }
            return type.cast(record);
        } catch (StreamCorruptedException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a rejected argument, or records nested too deeply
            throw corrupt(type, e);
        }
    }

    private static StreamCorruptedException corrupt(Class<?> type, Throwable cause) {
        StreamCorruptedException corrupt =
                new StreamCorruptedException("a " + type.getSimpleName() + " that cannot be read");
        corrupt.initCause(cause);
        return corrupt;
    }

    private static @Nullable Object read(Type declared, DataInputStream in) throws IOException {
        Class<?> type = rawType(declared);
        if (type == List.class) {
            return readList(elementType(declared), in);
        }
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
            default -> throw new IllegalArgumentException("unsupported type: " + type);
        };
    }

    private static OptionalInt optional(long value) {
        return value == NONE ? OptionalInt.empty() : OptionalInt.of((int) value);
    }

    private static Object readRecord(Class<?> type, DataInputStream in) throws IOException {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        @Nullable Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            values[i] = read(parts[i].getGenericType(), in);
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

    /**
     * Reads a list; an element takes at least one byte, unless it is a record without components.
     */
    private static List<?> readList(Type element, DataInputStream in) throws IOException {
        int count = bounded(in.readInt(), in.available());
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(Objects.requireNonNull(read(element, in)));
        }
        return List.copyOf(list);
    }

    /** Writes a text of any length; {@link DataOutput#writeUTF} is limited to 64 KB. */
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

    /** Checks an element count against the room that is left in the input. */
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
