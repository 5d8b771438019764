package org.kepu.access.factor;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

/** The passkeys of accounts. To a device an account is the bytes of its identity, which say nothing of its owner. */
@Repository
class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final JdbcClient database;
    private final Clock clock;

    PasskeyStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    static UUID account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** A new passkey, or what has changed about one by its use. */
    @Override
    public void save(CredentialRecord key) {
        database.sql("""
                insert into access.passkey (account, name, credential, public_key, signature_count, transports,
                                            backup_eligible, backup_state, attestation, client_data, added_at)
                values (:account, :name, :credential, :publicKey, :count, :transports,
                        :eligible, :backedUp, :attestation, :clientData, :now)
                on conflict on constraint passkey_credential_unique do update set
                    signature_count = excluded.signature_count, backup_state = excluded.backup_state, used_at = :now""")
                .param("account", account(key.getUserEntityUserId()))
                .param("name", key.getLabel())
                .param("credential", key.getCredentialId().getBytes())
                .param("publicKey", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .toArray(String[]::new))
                .param("eligible", key.isBackupEligible())
                .param("backedUp", key.isBackupState())
                .param("attestation", bytes(key.getAttestationObject()))
                .param("clientData", bytes(key.getAttestationClientDataJSON()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] bytes(@Nullable Bytes given) {
        return given == null ? new byte[0] : given.getBytes();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return database.sql("select * from access.passkey where credential = :credential")
                .param("credential", credential.getBytes())
                .query(PasskeyStore::key)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.sql("select * from access.passkey where account = :account order by added_at")
                .param("account", account(handle))
                .query(PasskeyStore::key)
                .list();
    }

    /** Nobody but the owner takes one away: see {@link Factors#remove}. */
    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("passkeys are removed by their owners");
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return database.sql("select id, name, display_name from access.account where id = :id")
                .param("id", account(handle))
                .query(PasskeyStore::owner)
                .optional()
                .orElse(null);
    }

    /** The ceremonies call an account by a text: it is its identity. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return findById(handle(UUID.fromString(account)));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("accounts are opened elsewhere");
    }

    private static PublicKeyCredentialUserEntity owner(ResultSet row, int number) throws SQLException {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(row.getObject("id", UUID.class)))
                .name(row.getString("name"))
                .displayName(row.getString("display_name"))
                .build();
    }

    private static CredentialRecord key(ResultSet row, int number) throws SQLException {
        var added = row.getObject("added_at", OffsetDateTime.class).toInstant();
        var used = (@Nullable OffsetDateTime) row.getObject("used_at", OffsetDateTime.class);
        return ImmutableCredentialRecord.builder()
                .userEntityUserId(handle(row.getObject("account", UUID.class)))
                .label(row.getString("name"))
                .credentialId(new Bytes(row.getBytes("credential")))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(added)
                .lastUsed(used == null ? added : used.toInstant())
                .build();
    }
}
