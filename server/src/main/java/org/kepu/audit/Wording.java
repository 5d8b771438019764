package org.kepu.audit;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kepu.audit.CodeNames.Code;
import org.springframework.stereotype.Component;

/** Puts names to what stands on the trail as a code: accounts, places, purposes. Other values stay as they are. */
@Component
public class Wording {

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PersonNames persons;
    private final List<CodeNames> modules;

    Wording(PersonNames persons, List<CodeNames> modules) {
        this.persons = persons;
        this.modules = modules;
    }

    /** The names of those of the values that have one, a few queries for them all. */
    public Map<Code, String> of(Collection<Code> codes) {
        var accounts = codes.stream()
                .filter(code -> IDENTITY.matcher(code.value()).matches())
                .collect(toMap(code -> code, code -> UUID.fromString(code.value()), (one, same) -> one));
        var names = new HashMap<Code, String>();
        if (!accounts.isEmpty()) {
            var holders = persons.of(accounts.values());
            accounts.forEach((code, account) -> {
                if (holders.containsKey(account)) {
                    names.put(code, holders.get(account));
                }
            });
        }
        modules.forEach(module -> names.putAll(module.of(codes)));
        return names;
    }
}
