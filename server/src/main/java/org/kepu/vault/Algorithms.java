package org.kepu.vault;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.util.function.SingletonSupplier;

/**
 * Where the algorithms come from: the provider that the operator names (a cryptographic card or module that is set up in
 * the Java runtime), otherwise the runtime itself, and Bouncy Castle for SM3 and SM4.
 */
final class Algorithms {

    private final Optional<Provider> named;
    private final Supplier<Provider> national = SingletonSupplier.of(BouncyCastleProvider::new);

    /** @param provider the name of a provider of the Java runtime; empty for the usual ones */
    Algorithms(String provider) {
        this.named = provider.isBlank() ? Optional.empty() : Optional.of(registered(provider));
    }

    private static Provider registered(String name) {
        var provider = Security.getProvider(name);
        if (provider == null) {
            throw new KeyProblem("Java 运行环境里没有密码算法提供者 " + name + "（kepu.vault.provider）。");
        }
        return provider;
    }

    Cipher cipher(VaultCipher cipher) throws GeneralSecurityException {
        var provider = provider(cipher.isNational());
        return provider.isPresent()
                ? Cipher.getInstance(cipher.transformation(), provider.get())
                : Cipher.getInstance(cipher.transformation());
    }

    Mac mac(String algorithm) throws GeneralSecurityException {
        var provider = provider(algorithm.endsWith("SM3"));
        return provider.isPresent() ? Mac.getInstance(algorithm, provider.get()) : Mac.getInstance(algorithm);
    }

    private Optional<Provider> provider(boolean forNational) {
        return named.or(() -> forNational ? Optional.of(national.get()) : Optional.empty());
    }
}
