package org.kepu.plandoc.source;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects what a page paints: its characters and its straight lines. */
final class PdfCanvas extends PDFTextStripper {
    private static final int MOST_RULES = 4_000;
    private static final float THIN = 3f;

    private final PDPage page;
    private final Budget budget;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> path = new ArrayList<>();
    private final List<Rule> thinBoxes = new ArrayList<>();
    private Point2D.Float start = new Point2D.Float();
    private Point2D.Float pen = new Point2D.Float();

    /** Carries a refusal through PDFBox, which lets some checked exceptions of operators pass unnoticed. */
    static final class Overrun extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Overrun(Refusal refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }

    private interface Drawing {
        void draw(float[] numbers);
    }

    PdfCanvas(PDPage page, Budget budget) {
        this.page = page;
        this.budget = budget;
        on("m", 2, at -> start = pen = point(at[0], at[1]));
        on("l", 2, at -> lineTo(point(at[0], at[1])));
        on("h", 0, at -> lineTo(start));
        on("re", 4, at -> box(at[0], at[1], at[2], at[3]));
        for (var stroking : List.of("S", "s", "B", "B*", "b", "b*")) {
            on(stroking, 0, at -> endPath(true));
        }
        for (var filling : List.of("f", "F", "f*")) {
            on(filling, 0, at -> endPath(false));
        }
        on("n", 0, at -> path.clear());
    }

    void paint() throws IOException {
        processPage(page);
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Rule> rules() {
        return rules;
    }

    private void on(String operator, int operands, Drawing drawing) {
        addOperator(new OperatorProcessor(this) {
            @Override
            public void process(Operator called, List<COSBase> given) {
                step();
                if (given.size() < operands) {
                    return;
                }
                var numbers = new float[operands];
                for (int i = 0; i < operands; i++) {
                    if (!(given.get(i) instanceof COSNumber number)) {
                        return;
                    }
                    numbers[i] = number.floatValue();
                }
                drawing.draw(numbers);
            }

            @Override
            public String getName() {
                return operator;
            }
        });
    }

    /** The characters are collected, not written. */
    @Override
    protected void writePage() {}

    private void step() {
        try {
            budget.step();
        } catch (Refusal refusal) {
            throw new Overrun(refusal);
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        try {
            budget.step();
            budget.spend(1);
        } catch (Refusal refusal) {
            throw new Overrun(refusal);
        }
        var characters = text.getUnicode();
        boolean isUpright = Math.round(text.getDir()) == Math.floorMod(page.getRotation(), 360);
        if (characters == null || characters.isEmpty() || !isUpright) {
            return;
        }
        var name = text.getFont().getName();
        boolean isBold = name != null && name.toLowerCase(Locale.ROOT).contains("bold");
        float size = Math.max(1f, Math.abs(text.getFontSizeInPt()));
        glyphs.add(new Glyph(characters, text.getX(), text.getY(), text.getWidth(), size, isBold));
    }

    /** From the page's own space to points from the top left corner of the page as it is shown. */
    private Point2D.Float point(float x, float y) {
        var at = getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
        PDRectangle box = page.getCropBox();
        float left = at.x - box.getLowerLeftX();
        float up = at.y - box.getLowerLeftY();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new Point2D.Float(up, left);
            case 180 -> new Point2D.Float(box.getWidth() - left, up);
            case 270 -> new Point2D.Float(box.getHeight() - up, box.getWidth() - left);
            default -> new Point2D.Float(left, box.getHeight() - up);
        };
    }

    private void lineTo(Point2D.Float to) {
        draw(pen, to, path);
        pen = to;
    }

    private static void draw(Point2D.Float from, Point2D.Float to, List<Rule> into) {
        if (Math.abs(from.y - to.y) < 1 && Math.abs(from.x - to.x) > THIN) {
            into.add(new Rule(true, (from.y + to.y) / 2, from.x, to.x));
        } else if (Math.abs(from.x - to.x) < 1 && Math.abs(from.y - to.y) > THIN) {
            into.add(new Rule(false, (from.x + to.x) / 2, from.y, to.y));
        }
    }

    private void box(float x, float y, float width, float height) {
        var from = point(x, y);
        var to = point(x + width, y + height);
        start = pen = from;
        float across = Math.abs(from.x - to.x);
        float down = Math.abs(from.y - to.y);
        if (down <= THIN && across > THIN) {
            thinBoxes.add(new Rule(true, (from.y + to.y) / 2, from.x, to.x));
        } else if (across <= THIN && down > THIN) {
            thinBoxes.add(new Rule(false, (from.x + to.x) / 2, from.y, to.y));
        } else if (across > THIN) {
            path.add(new Rule(true, from.y, from.x, to.x));
            path.add(new Rule(true, to.y, from.x, to.x));
            path.add(new Rule(false, from.x, from.y, to.y));
            path.add(new Rule(false, to.x, from.y, to.y));
        }
    }

    private void endPath(boolean isStroked) {
        if (rules.size() < MOST_RULES) {
            rules.addAll(thinBoxes);
            if (isStroked) {
                rules.addAll(path);
            }
        }
        thinBoxes.clear();
        path.clear();
    }
}
