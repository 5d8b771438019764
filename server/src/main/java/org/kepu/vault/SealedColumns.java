package org.kepu.vault;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A module's columns that hold sealed texts. Beans of this type are how a rotation of keys finds every value: a column
 * that is not told here keeps its old key for ever.
 */
public interface SealedColumns {

    List<Column> columns();

    /**
     * One column.
     *
     * @param table the table with its schema, such as {@code notice.message}
     * @param key a column that is unique and never null, by which the rows are walked
     * @param column the column with the sealed text, which may be null
     * @param field the field's name as it is given to {@link Vault#seal}
     */
    record Column(String table, String key, String column, String field) {

        private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");
        private static final Pattern NAME = Pattern.compile("[a-z_]+");

        public Column {
            if (!TABLE.matcher(table).matches()
                    || !NAME.matcher(key).matches()
                    || !NAME.matcher(column).matches()) {
                throw new IllegalArgumentException("no column of a table: " + table + " " + key + " " + column);
            }
        }
    }
}
