package dev.overlap.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. May block; called on dedicated threads. */
@FunctionalInterface
public interface NameResolver {

    /** The resolver of the system. */
    NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Returns the addresses of a name, the best first, at least one.
     *
     * @throws UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
