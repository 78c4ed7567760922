package dev.overlap.protocol;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tells logs of this protocol from other files by how they begin. */
public final class EventLogHead {

    private static final JsonFactory JSON = new JsonFactory();

    private EventLogHead() {}

    /**
     * Returns whether a text begins with the {@code hello} of a process. Sessions begin with a
     * {@code hello}, too, but of no process.
     *
     * @param text may end anywhere
     */
    public static boolean recognizes(String text) {
        boolean isHello = false;
        boolean hasProcess = false;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                isHello |= name.equals("e") && "hello".equals(json.getValueAsString());
                hasProcess |= name.equals("pid");
                json.skipChildren();
            }
        } catch (JacksonException e) {
            // cut, or no JSON: what came before decides
        }
        return isHello && hasProcess;
    }
}
