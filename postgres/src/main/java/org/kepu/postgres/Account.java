package org.kepu.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under which account the server runs, and what stands in front of its commands to get there. PostgreSQL refuses to run
 * as root; what we do then, and in which order we try, is in docs/decisions/0020.
 *
 * @param owner the account as the file system sees it: whose the server's files must be
 */
record Account(List<String> prefix, Owner owner) {
    private static final Logger log = LoggerFactory.getLogger(Account.class);

    /** On Debian, and wherever a user name space shows an account it does not know. */
    private static final Owner NOBODY = new Owner(65534, 65534);

    /** Not root, known by a name (initdb asks for it), at home in the folder, able to run the server. */
    private static final String TRIAL =
            "test \"$(id -u)\" -ne 0 && id -un && cd \"$1\" && : > trial && rm trial && exec \"$2\" --version";

    record Owner(int user, int group) {
        static Owner of(Path path) throws IOException {
            return new Owner(
                    (Integer) Files.getAttribute(path, "unix:uid"), (Integer) Files.getAttribute(path, "unix:gid"));
        }

        boolean isRoot() {
            return user == 0;
        }
    }

    static Account direct(Owner self) {
        return new Account(List.of(), self);
    }

    /** In a user name space of its own root is nobody, without any privilege, and yet the owner of root's files. */
    static Account inUserNamespace(Owner self) {
        return new Account(List.of("unshare", "-U", "--"), self);
    }

    static Account switchedTo(Owner owner) {
        return switchedTo(owner, "--inh-caps=-all", "--ambient-caps=-all");
    }

    /** For a folder below one that is closed to all but root, such as /root, where name spaces are forbidden. */
    static Account nobodyWhoPassesClosedFolders() {
        return switchedTo(
                NOBODY,
                "--inh-caps=-all,+dac_override",
                "--ambient-caps=-all,+dac_override",
                "--bounding-set=-all,+dac_override",
                "--securebits=+no_setuid_fixup"); // or access(2), by which initdb looks around, would leave it out
    }

    private static Account switchedTo(Owner owner, String... capabilities) {
        var prefix = new ArrayList<>(List.of(
                "setpriv", "--reuid=" + owner.user, "--regid=" + owner.group, "--clear-groups", "--no-new-privs"));
        prefix.addAll(List.of(capabilities));
        prefix.add("--");
        return new Account(List.copyOf(prefix), owner);
    }

    /** The first account, in the order of preference, that can run the server in this home. */
    static Account ableToRun(Binaries binaries, Home home) throws IOException {
        var self = self();
        var reasons = new ArrayList<String>();
        for (var account : candidates(self, Owner.of(home.folder()))) {
            var said = account.trial(binaries, home.trial());
            if (said.fine()) return account;
            log.debug("cannot run the server by {}: {}", account.prefix, said.text());
            reasons.add(said.cause());
        }
        throw self.isRoot()
                ? PostgresProblem.rootRefused(home.folder(), reasons.getFirst())
                : PostgresProblem.binariesDoNotRun(reasons.getFirst());
    }

    static List<Account> candidates(Owner self, Owner home) {
        if (!self.isRoot()) return List.of(direct(self), inUserNamespace(self));
        var accounts = new ArrayList<Account>();
        if (!home.isRoot()) accounts.add(switchedTo(home));
        accounts.add(inUserNamespace(self));
        accounts.add(switchedTo(NOBODY));
        accounts.add(nobodyWhoPassesClosedFolders());
        return accounts;
    }

    Shell.Said trial(Binaries binaries, Path folder) throws IOException {
        Folders.delete(folder);
        Files.createDirectory(folder);
        try {
            give(folder);
            return run("sh", "-c", TRIAL, "sh", folder.toString(), binaries.program("postgres"));
        } catch (IOException e) {
            return new Shell.Said(127, String.valueOf(e.getMessage())); // unshare or setpriv is not installed
        } finally {
            Folders.delete(folder);
        }
    }

    Shell.Said run(String... command) throws IOException {
        return Shell.run(command(command));
    }

    List<String> command(String... command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(List.of(command));
        return whole;
    }

    /** Makes a folder and all in it the account's. */
    void give(Path folder) throws IOException {
        if (Owner.of(folder).equals(owner)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) giveOne(path); // the folder itself last
        }
    }

    void giveOne(Path path) throws IOException {
        if (self().isRoot()) {
            Files.setAttribute(path, "unix:gid", owner.group, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", owner.user, LinkOption.NOFOLLOW_LINKS);
        }
    }

    static Owner self() throws IOException {
        return Owner.of(Path.of("/proc/self"));
    }

    static Owner nobody() {
        return NOBODY;
    }
}
