package dev.overlap.engine.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import javax.net.ssl.SSLContext;

class DefaultSslTest {

    private final SSLContext onDemand = DefaultSsl.onDemand();

    @Test
    void whatIsMadeOnDemandIsWhatTheDefaultContextMakes() {
        SSLContext byDefault = DefaultSsl.context();

        assertThat(onDemand.getClientSessionContext())
                .isSameAs(byDefault.getClientSessionContext());
        assertThat(onDemand.getServerSessionContext())
                .isSameAs(byDefault.getServerSessionContext());
        assertThat(onDemand.getSocketFactory()).hasSameClassAs(byDefault.getSocketFactory());
        assertThat(onDemand.getServerSocketFactory())
                .hasSameClassAs(byDefault.getServerSocketFactory());
        assertThat(onDemand.getDefaultSSLParameters().getProtocols())
                .isEqualTo(byDefault.getDefaultSSLParameters().getProtocols());
        assertThat(onDemand.getSupportedSSLParameters().getCipherSuites())
                .isEqualTo(byDefault.getSupportedSSLParameters().getCipherSuites());
    }

    @Test
    void anEngineKnowsWhomItTalksTo() {
        assertThat(onDemand.createSSLEngine("example.org", 443).getPeerHost())
                .isEqualTo("example.org");
        assertThat(onDemand.createSSLEngine().getPeerHost()).isNull();
    }

    @Test
    void whomToTrustCannotBeReplaced() {
        assertThatThrownBy(() -> onDemand.init(null, null, null))
                .isInstanceOf(IllegalStateException.class);
    }
}
