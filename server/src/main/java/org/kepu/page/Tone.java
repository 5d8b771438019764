package org.kepu.page;

/** How a state is shown: always a drawing and words, never colour alone. */
public enum Tone {
    GOOD("circle-check"),
    ACTIVE("progress"),
    WAITING("clock"),
    WARN("alert-triangle"),
    BAD("circle-x"),
    NEUTRAL("circle-dashed");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** The class of the badge in the style sheet. */
    public String style() {
        return switch (this) {
            case GOOD -> "tone-good";
            case ACTIVE -> "tone-active";
            case WAITING -> "tone-waiting";
            case WARN -> "tone-warn";
            case BAD -> "tone-bad";
            case NEUTRAL -> "tone-neutral";
        };
    }
}
