package org.kepu.page;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where one is in a long list.
 *
 * @param here the list's address with its filters
 * @param number the page shown, from 1
 * @param size rows on a page
 * @param total rows in all
 */
public record Pager(String here, int number, int size, long total) {

    public Pager {
        if (number < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("page %d of size %d in %d".formatted(number, size, total));
        }
    }

    public int last() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean single() {
        return last() == 1;
    }

    /** The address of another page of the same list. */
    public String href(int other) {
        return UriComponentsBuilder.fromUriString(here)
                .replaceQueryParam("page", other)
                .build()
                .toUriString();
    }
}
