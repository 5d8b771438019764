package org.kepu.access;

import java.util.List;
import org.kepu.shared.Desk;

/** A module that asks things of people. Beans of this type fill the first screen of the desk. */
public interface TodoSource {

    /** What is asked of this person now; sentences are keys of the module's bundle. */
    List<Todo> todosFor(Desk desk);
}
