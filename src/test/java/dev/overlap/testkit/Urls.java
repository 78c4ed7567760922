package dev.overlap.testkit;

import dev.overlap.plan.address.UrlException;
import dev.overlap.plan.address.UrlReference;
import dev.overlap.plan.address.WebUrl;

import java.net.URI;

/** URLs of which a test knows that they are right. */
public final class Urls {

    private Urls() {}

    public static WebUrl url(String text) {
        try {
            return UrlReference.of(text).absolute();
        } catch (UrlException e) {
            throw new AssertionError(text, e);
        }
    }

    public static WebUrl url(URI uri) {
        return url(uri.toString());
    }
}
