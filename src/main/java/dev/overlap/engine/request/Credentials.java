package dev.overlap.engine.request;

import dev.overlap.plan.Task;
import dev.overlap.plan.address.Address;
import dev.overlap.plan.address.WebUrl;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The user name and password of an address, in the forms in which they are sent. */
final class Credentials {

    private Credentials() {}

    /** Returns all forms in which a server might echo the secrets of a task. */
    static List<String> of(Task task) {
        return task.steps().targets().stream().flatMap(to -> of(to).stream()).toList();
    }

    /** Returns all forms in which a server might echo the secrets of an address. */
    static List<String> of(Address address) {
        return address instanceof Address.Web(WebUrl url, _) && url.user() != null
                ? of(url.user(), decoded(url.user()))
                : List.of();
    }

    private static String decoded(String user) {
        try {
            return URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return user; // a literal percent sign
        }
    }

    private static List<String> of(String raw, String userInfo) {
        // a user without a password may be sent with or without a colon
        return Stream.of(
                        token(userInfo),
                        token(userInfo + ":"),
                        raw,
                        userInfo,
                        password(raw),
                        password(userInfo))
                .filter(secret -> !secret.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Encodes the user info by RFC 7617, without padding: an echo may be cut or joined to other
     * text.
     */
    private static String token(String userInfo) {
        byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String password(String userInfo) {
        return userInfo.substring(userInfo.indexOf(':') + 1);
    }
}
