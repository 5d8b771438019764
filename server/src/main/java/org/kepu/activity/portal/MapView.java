package org.kepu.activity.portal;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.SharesOfDivisions.Share;
import org.kepu.activity.SharesOfDivisions.Shares;
import org.kepu.region.Region;

/**
 * How much is on where, as it is drawn.
 *
 * @param league whose banners are shown; null: the leagues of the region
 * @param activities in all, those of none of the tiles among them
 */
public record MapView(@Nullable Region league, List<Tile> tiles, long activities, long sessions) {

    private static final int HOTTEST = 4;

    /**
     * A division on the map.
     *
     * @param heat 0 to 4, how much is on compared with where most is
     */
    public record Tile(Region region, long activities, long sessions, int heat) {

        /** 包头市 is 包头 on a map. */
        public String name() {
            var name = region.name();
            return name.length() > 2 ? name.replaceFirst("[市盟]$", "") : name;
        }
    }

    static MapView of(@Nullable Region league, List<Region> parts, Shares shares) {
        var known = shares.parts().stream().collect(toMap(Share::region, share -> share));
        var most = shares.parts().stream().mapToLong(Share::activities).max().orElse(0);
        var tiles = parts.stream()
                .map(part -> {
                    var share = known.getOrDefault(part.code(), new Share(part.code(), 0, 0));
                    return new Tile(part, share.activities(), share.sessions(), heat(share.activities(), most));
                })
                .toList();
        return new MapView(league, tiles, shares.activities(), shares.sessions());
    }

    private static int heat(long activities, long most) {
        return most == 0 ? 0 : (int) Math.ceilDiv(activities * HOTTEST, most);
    }

    /** What is for the whole, and for none of the tiles by itself. */
    public long activitiesOfWhole() {
        return activities - tiles.stream().mapToLong(Tile::activities).sum();
    }

    public long sessionsOfWhole() {
        return sessions - tiles.stream().mapToLong(Tile::sessions).sum();
    }
}
