package dev.overlap.engine.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;

/**
 * Replaces the providers of Windows and macOS: {@code Test-ROOT} has a trusted certificate and one
 * that belongs to a key, {@code Test-BROKEN} cannot be read.
 */
final class TestKeyStoreProvider extends Provider {

    static final String NAME = "OverlapTest";

    private static final long serialVersionUID = 1;

    TestKeyStoreProvider(Certificate trusted, Certificate own) {
        super(NAME, "1", "key stores of the tests");
        putService(new StoreService(this, "Test-ROOT", new Store(trusted, own, false)));
        putService(new StoreService(this, "Test-BROKEN", new Store(trusted, own, true)));
    }

    private static final class StoreService extends Service {
        private final Store store;

        StoreService(Provider provider, String type, Store store) {
            super(provider, "KeyStore", type, Store.class.getName(), List.of(), null);
            this.store = store;
        }

        @Override
        public Object newInstance(Object parameter) {
            return store;
        }
    }

    private static final class Store extends KeyStoreSpi {
        private final Certificate trusted;
        private final Certificate own;
        private final boolean broken;

        Store(Certificate trusted, Certificate own, boolean broken) {
            this.trusted = trusted;
            this.own = own;
            this.broken = broken;
        }

        @Override
        public void engineLoad(InputStream stream, char[] password) throws IOException {
            if (broken) {
                throw new IOException("locked");
            }
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.enumeration(List.of("trusted", "own"));
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return alias.equals("trusted");
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return alias.equals("own");
        }

        @Override
        public Certificate engineGetCertificate(String alias) {
            return alias.equals("trusted") ? trusted : own;
        }

        @Override
        public Key engineGetKey(String alias, char[] password) {
            return null;
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            return null;
        }

        @Override
        @SuppressWarnings("JavaUtilDate") // as in the superclass
        public Date engineGetCreationDate(String alias) {
            return new Date(0);
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return engineIsCertificateEntry(alias) || engineIsKeyEntry(alias);
        }

        @Override
        public int engineSize() {
            return 2;
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            return null;
        }

        @Override
        public void engineStore(OutputStream stream, char[] password) {
            throw new UnsupportedOperationException();
        }
    }
}
