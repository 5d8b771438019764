package org.kepu.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code kepu.vault.*}.
 *
 * @param file where the keys lie; made at the first start
 * @param keys the keys themselves, in place of the file
 * @param cipher what new values are sealed with: {@code aes-gcm} or {@code sm4-gcm}
 * @param provider the name of a provider of algorithms that is set up in the Java runtime
 */
@ConfigurationProperties("kepu.vault")
record VaultSettings(
        @DefaultValue("data/keys") Path file,
        @DefaultValue("") String keys,
        @DefaultValue("aes-gcm") String cipher,
        @DefaultValue("") String provider) {

    VaultCipher chosen() {
        return VaultCipher.read(cipher)
                .orElseThrow(() -> new KeyProblem("kepu.vault.cipher 应为 aes-gcm 或 sm4-gcm：" + cipher));
    }

    @Override
    public String toString() {
        return "VaultSettings[" + file + " " + cipher + "]";
    }
}
