package org.kepu.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kepu.Together;

class VaultTest {

    private static final String PHONE = "13800001234";
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @TempDir
    private Path home;

    private final SecureRandom chance = new SecureRandom();
    private final Watch watch = new Watch(NOON);

    private KeyFile file() {
        return new KeyFile(home.resolve("keys"));
    }

    private Vault made(VaultCipher cipher) {
        file().make(KeyRing.fresh(watch.instant(), cipher.isNational(), chance));
        return over(cipher);
    }

    private Vault over(VaultCipher cipher) {
        return new Vault(Keys.in(file(), watch), cipher, new Algorithms(""), chance);
    }

    private RingKey rotate(Instant from) {
        var added = RingKey.random(KeyUse.SEAL, from, chance);
        file().change(ring -> ring.with(added));
        return added;
    }

    @ParameterizedTest
    @EnumSource(VaultCipher.class)
    void what_is_sealed_opens_again_and_says_key_and_cipher_but_nothing_of_the_value(VaultCipher cipher) {
        var vault = made(cipher);
        for (var text : List.of("", PHONE, "呼和浩特市赛罕区 🐎", "x".repeat(100_000))) {
            var sealed = vault.seal("person.phone", text);
            assertThat(vault.open("person.phone", sealed)).isEqualTo(text);
            assertThat(sealed).matches("[0-9a-f]{8}\\." + cipher.word() + "\\.[A-Za-z0-9_-]+");
        }
        assertThat(IntStream.range(0, 1000).mapToObj(i -> vault.seal("person.phone", PHONE)))
                .doesNotHaveDuplicates()
                .noneMatch(text -> text.contains(PHONE));
    }

    @ParameterizedTest
    @EnumSource(VaultCipher.class)
    void what_is_sealed_for_one_field_does_not_open_for_another(VaultCipher cipher) {
        var vault = made(cipher);
        var sealed = vault.seal("person.phone", PHONE);
        assertThatThrownBy(() -> vault.open("person.name", sealed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(PHONE);
    }

    @ParameterizedTest
    @EnumSource(VaultCipher.class)
    void a_text_in_which_any_bit_was_changed_does_not_open(VaultCipher cipher) {
        var vault = made(cipher);
        var sealed = vault.seal("person.phone", PHONE);
        var head = sealed.substring(0, sealed.lastIndexOf('.') + 1);
        var body = Base64.getUrlDecoder().decode(sealed.substring(head.length()));
        for (int bit = 0; bit < body.length * 8; bit++) {
            var forged = body.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            var text = head + Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThatThrownBy(() -> vault.open("person.phone", text)).isInstanceOf(IllegalArgumentException.class);
        }
        var other = cipher == VaultCipher.AES_GCM ? VaultCipher.SM4_GCM : VaultCipher.AES_GCM;
        assertThatThrownBy(() -> vault.open("person.phone", sealed.replace(cipher.word(), other.word())))
                .isInstanceOf(IllegalArgumentException.class);
        for (var broken : List.of("", "x", "..", head, head + "AAAA", head + "?", "a.b.c", PHONE)) {
            assertThatThrownBy(() -> vault.open("person.phone", broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void values_of_both_ciphers_are_read_whichever_is_chosen() {
        var aes = made(VaultCipher.AES_GCM);
        var sm4 = over(VaultCipher.SM4_GCM);
        assertThat(sm4.open("f", aes.seal("f", PHONE))).isEqualTo(PHONE);
        assertThat(aes.open("f", sm4.seal("f", PHONE))).isEqualTo(PHONE);
        assertThat(sm4.fingerprint("f", PHONE)).isEqualTo(aes.fingerprint("f", PHONE));
    }

    /** GB/T 32907-2016, appendix A.1: the cipher that the setting names is SM4 and no other. */
    @Test
    void sm4_is_the_sm4_of_the_standard() throws Exception {
        var key = new javax.crypto.spec.SecretKeySpec(
                java.util.HexFormat.of().parseHex("0123456789abcdeffedcba9876543210"), "SM4");
        var block = javax.crypto.Cipher.getInstance(
                "SM4/ECB/NoPadding",
                new Algorithms("").cipher(VaultCipher.SM4_GCM).getProvider());
        block.init(javax.crypto.Cipher.ENCRYPT_MODE, key);
        assertThat(java.util.HexFormat.of().formatHex(block.doFinal(key.getEncoded())))
                .isEqualTo("681edf34d206965e86b3e94f536e4246");
    }

    @ParameterizedTest
    @EnumSource(VaultCipher.class)
    void a_fingerprint_is_equal_for_equal_values_of_one_field_only(VaultCipher cipher) {
        var vault = made(cipher);
        var phone = vault.fingerprint("person.phone", PHONE);
        assertThat(phone).matches("[0-9a-f]{64}").isEqualTo(vault.fingerprint("person.phone", PHONE));
        assertThat(List.of(
                        phone,
                        vault.fingerprint("person.mail", PHONE),
                        vault.fingerprint("person.phone", PHONE + "5"),
                        java.util.HexFormat.of().formatHex(vault.mac("person.phone", PHONE.getBytes()))))
                .doesNotHaveDuplicates();
    }

    @Test
    void another_installation_makes_other_fingerprints_and_opens_nothing(@TempDir Path elsewhere) {
        var ours = made(VaultCipher.AES_GCM);
        var file = new KeyFile(elsewhere.resolve("keys"));
        file.make(KeyRing.fresh(NOON, false, chance));
        var theirs = new Vault(Keys.in(file, watch), VaultCipher.AES_GCM, new Algorithms(""), chance);
        assertThat(theirs.fingerprint("f", PHONE)).isNotEqualTo(ours.fingerprint("f", PHONE));
        assertThat(theirs.mac("p", new byte[3])).isNotEqualTo(ours.mac("p", new byte[3]));
        var sealed = ours.seal("f", PHONE);
        assertThatThrownBy(() -> theirs.open("f", sealed))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining(sealed.substring(0, 8));
    }

    @Test
    void a_running_node_seals_with_a_new_key_within_a_second_and_reads_what_was_sealed_before() {
        var vault = made(VaultCipher.AES_GCM);
        var before = vault.seal("f", PHONE);
        var finger = vault.fingerprint("f", PHONE);
        var code = vault.mac("p", new byte[3]);
        var added = rotate(watch.instant());

        watch.forward(Duration.ofMillis(999));
        assertThat(vault.seal("f", PHONE)).startsWith(before.substring(0, 8));
        watch.forward(Duration.ofMillis(1));
        assertThat(vault.seal("f", PHONE)).startsWith(added.id());
        assertThat(vault.open("f", before)).isEqualTo(PHONE);
        assertThat(vault.fingerprint("f", PHONE)).isEqualTo(finger);
        assertThat(vault.mac("p", new byte[3])).isEqualTo(code);
    }

    @Test
    void a_value_of_a_key_that_another_node_has_just_made_is_read_at_once() {
        var slow = made(VaultCipher.AES_GCM);
        var added = rotate(watch.instant());
        var sealed = over(VaultCipher.AES_GCM).seal("f", PHONE);
        assertThat(sealed).startsWith(added.id());
        assertThat(slow.open("f", sealed)).isEqualTo(PHONE);
    }

    @Test
    void a_key_for_later_is_read_today_and_seals_when_its_time_has_come() {
        var vault = made(VaultCipher.AES_GCM);
        var old = vault.seal("f", PHONE).substring(0, 8);
        var added = rotate(watch.instant().plus(Duration.ofHours(1)));
        watch.forward(Duration.ofMinutes(59));
        assertThat(vault.seal("f", PHONE)).startsWith(old);
        watch.forward(Duration.ofMinutes(1));
        assertThat(vault.seal("f", PHONE)).startsWith(added.id());
    }

    @Test
    void a_file_that_breaks_while_the_program_runs_is_not_taken_over() throws IOException {
        var vault = made(VaultCipher.AES_GCM);
        var sealed = vault.seal("f", PHONE);
        Files.writeString(file().path(), "seal");
        watch.forward(Duration.ofSeconds(2));
        assertThat(vault.open("f", vault.seal("f", PHONE))).isEqualTo(PHONE);
        assertThat(vault.open("f", sealed)).isEqualTo(PHONE);
    }

    @Test
    void the_file_is_its_owners_alone_and_stays_so() throws IOException {
        made(VaultCipher.AES_GCM);
        rotate(NOON);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().path())))
                .isEqualTo("rw-------");
    }

    @Test
    void of_several_who_start_together_one_makes_the_ring_and_all_have_it() {
        var rings = Together.together(16, node -> file().make(KeyRing.fresh(NOON, false, chance)));
        assertThat(rings.stream().distinct()).hasSize(1);
    }

    @Test
    void keys_that_are_added_together_are_all_there() {
        made(VaultCipher.AES_GCM);
        var added = Together.together(16, node -> rotate(NOON).id());
        assertThat(file().read().keys().stream().map(RingKey::id))
                .hasSize(3 + 16)
                .containsAll(added);
    }

    @Test
    void a_ring_is_the_same_after_writing_and_reading_also_from_the_environment() {
        var ring = KeyRing.fresh(NOON, true, chance).with(RingKey.random(KeyUse.SEAL, NOON, chance));
        assertThat(KeyRing.parse(ring.text())).isEqualTo(ring);
        var oneLine = ring.text().lines().filter(line -> !line.startsWith("#")).reduce("", (a, b) -> a + ";" + b);
        assertThat(KeyRing.parse(oneLine)).isEqualTo(ring);
        var vault = Vault.of(Map.of("KEPU_KEYS", oneLine), watch);
        assertThat(vault.open("f", vault.seal("f", PHONE))).isEqualTo(PHONE);
    }

    @Test
    void a_ring_that_lacks_something_or_cannot_be_read_is_refused_in_one_line_without_its_keys() {
        var whole = KeyRing.fresh(NOON, false, chance).text();
        var secret = whole.lines()
                .filter(line -> line.startsWith("mac"))
                .findFirst()
                .orElseThrow()
                .split(" ")[2];
        var lacking = whole.lines().filter(line -> !line.startsWith("mac")).toList();
        for (var text : List.of(
                "",
                String.join("\n", lacking),
                whole + "mac 2026-11-22T04:00:00Z " + secret,
                whole + "seal 2026-11-22T04:00:00Z",
                whole + "seal yesterday " + secret,
                whole + "open 2026-11-22T04:00:00Z " + secret,
                whole + "seal 2026-11-22T04:00:00Z AAAA")) {
            assertThatThrownBy(() -> KeyRing.parse(text))
                    .isInstanceOf(KeyProblem.class)
                    .message()
                    .hasLineCount(1)
                    .doesNotContain(secret);
        }
    }

    @Test
    void nothing_that_is_printed_by_mistake_shows_a_key() {
        var ring = KeyRing.fresh(NOON, false, chance);
        for (var key : ring.keys()) {
            assertThat(ring + " " + key + new VaultSettings(Path.of("x"), ring.text(), "aes-gcm", ""))
                    .doesNotContain(
                            Base64.getEncoder().encodeToString(key.material().getEncoded()));
        }
    }

    @Test
    void a_home_without_keys_is_not_given_any_by_the_command_line() {
        assertThatThrownBy(() -> Vault.of(Map.of("KEPU_HOME", home.toString()), watch))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining(home.resolve("keys").toString());
        assertThat(home).isEmptyDirectory();
    }
}
