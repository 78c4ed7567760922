package dev.overlap.installer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The icon in the format of a system. Windows' {@code .ico} and macOS's {@code .icns} may both hold
 * PNG files as they are, so that neither needs a tool.
 */
final class IconFile {

    /** The sizes in pixels that an .ico has; 0 stands for 256 in its header. */
    private static final int[] ICO_SIZES = {16, 24, 32, 48, 64, 128, 256};

    /** The types of PNG images in an .icns, by their sizes in pixels. */
    private static final Map<String, Integer> ICNS_TYPES = icnsTypes();

    private IconFile() {}

    static Path of(Build build) throws IOException {
        return switch (build.system()) {
            case LINUX -> png(build, 512);
            case WINDOWS -> Files.write(build.work().resolve("overlap.ico"), ico(build));
            case MAC -> Files.write(build.work().resolve("overlap.icns"), icns(build));
        };
    }

    static Path png(Build build, int size) {
        return build.icons().resolve("overlap-%d.png".formatted(size));
    }

    /** Six bytes of header, sixteen for each image, then the images; little-endian. */
    static byte[] ico(Build build) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        int headers = 6 + 16 * ICO_SIZES.length;
        ByteBuffer header = ByteBuffer.allocate(headers).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.length);
        for (int size : ICO_SIZES) {
            byte[] png = Files.readAllBytes(png(build, size));
            header.put((byte) size).put((byte) size).putShort((short) 0);
            header.putShort((short) 1).putShort((short) 32);
            header.putInt(png.length).putInt(headers + images.size());
            images.writeBytes(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header.array());
        file.writeBytes(images.toByteArray());
        return file.toByteArray();
    }

    /** A type, its length with these eight bytes, and its bytes, for the file and each image. */
    static byte[] icns(Build build) throws IOException {
        ByteArrayOutputStream images = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(images);
        for (Map.Entry<String, Integer> type : ICNS_TYPES.entrySet()) {
            byte[] png = Files.readAllBytes(png(build, type.getValue()));
            out.writeBytes(type.getKey());
            out.writeInt(8 + png.length);
            out.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream whole = new DataOutputStream(file);
        whole.writeBytes("icns");
        whole.writeInt(8 + images.size());
        whole.write(images.toByteArray());
        return file.toByteArray();
    }

    private static Map<String, Integer> icnsTypes() {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("ic11", 32);
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic13", 256);
        types.put("ic08", 256);
        types.put("ic14", 512);
        types.put("ic09", 512);
        return types;
    }
}
