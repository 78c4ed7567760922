package dev.overlap.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.overlap.engine.request.LabEndpoint;

import org.junit.jupiter.api.Test;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

class LabAndEngineTest {

    @Test
    void aLabWhoseEngineCannotBeCreatedIsClosed() throws Exception {
        OutOfMemoryError fault = new OutOfMemoryError("on purpose");
        List<URI> labs = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                LabAndEngine.open(
                                        endpoint -> {
                                            labs.add(acceptingUri(endpoint));
                                            throw fault;
                                        }))
                .isSameAs(fault);

        assertThat(labs).hasSize(1);
        assertThatThrownBy(() -> connect(labs.getFirst())).isInstanceOf(ConnectException.class);
    }

    private static URI acceptingUri(LabEndpoint endpoint) {
        try {
            connect(endpoint.uri());
        } catch (Exception e) {
            throw new AssertionError("the lab does not listen", e);
        }
        return endpoint.uri();
    }

    private static void connect(URI lab) throws Exception {
        new Socket(lab.getHost(), lab.getPort()).close();
    }
}
