/**
 * One look for every picture. Hues are of the Okabe–Ito palette, which people with any of the common
 * colour vision deficiencies can tell apart (https://jfly.uni-koeln.de/color/); each also has a shape
 * of its own, so that nothing is said by colour alone.
 */

import type { EChartsOption } from "echarts";
import type { Look, Picture } from "#core";

interface Palette {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly shade: string;
  readonly diplomacy: string;
  readonly nuclear: string;
  readonly pressure: string;
  readonly conflict: string;
  readonly cooperation: string;
}

const palettes: Readonly<Record<Look["theme"], Palette>> = {
  light: {
    background: "#ffffff",
    ink: "#17202c",
    muted: "#566170",
    grid: "#e3e7ed",
    shade: "#f3f5f8",
    diplomacy: "#0072b2",
    nuclear: "#a8487c",
    pressure: "#b87a00",
    conflict: "#c64a00",
    cooperation: "#0072b2",
  },
  dark: {
    background: "#12161d",
    ink: "#e9edf3",
    muted: "#a3aebc",
    grid: "#2a313d",
    shade: "#1a202a",
    diplomacy: "#56b4e9",
    nuclear: "#dd93bb",
    pressure: "#e69f00",
    conflict: "#ff7d3b",
    cooperation: "#56b4e9",
  },
};

const fontFamily = "Inter, Vazirmatn, sans-serif";

export interface Frame {
  readonly palette: Palette;
  readonly narrow: boolean;
  readonly width: number;
  /** Font sizes in CSS pixels. */
  readonly size: { readonly title: number; readonly text: number; readonly small: number };
  /** Where the drawing begins, below title and subtitle. */
  readonly top: number;
  /** Room below the drawing for the footer. */
  readonly bottom: number;
}

const padding = 16;

// Bold, and in a browser without Inter in a wider font: a title breaks early rather than be cut off.
const titleWidth = 1.2;

/** Room that the words of a picture take at this width. */
export function frameOf(picture: Picture, look: Look): Frame {
  const narrow = look.width < 640;
  const size = narrow ? { title: 16, text: 12, small: 11 } : { title: 20, text: 13, small: 12 };
  const lines = (text: string, font: number) =>
    wrap(text, look.width - 2 * padding, font).split("\n").length;
  return {
    palette: palettes[look.theme],
    narrow,
    width: look.width,
    size,
    top:
      padding +
      lines(picture.title, size.title * titleWidth) * size.title * 1.3 +
      lines(picture.subtitle, size.text) * size.text * 1.4 +
      18,
    bottom: lines(picture.footer, size.small) * size.small * 1.4 + padding + 8,
  };
}

/** Title, subtitle, footer and background: what every picture has. */
export function framing(picture: Picture, frame: Frame): EChartsOption {
  const { palette, size, width } = frame;
  const room = width - 2 * padding;
  return {
    animation: false,
    backgroundColor: palette.background,
    textStyle: { fontFamily, color: palette.ink },
    title: [
      {
        text: wrap(picture.title, room, size.title * titleWidth),
        subtext: wrap(picture.subtitle, room, size.text),
        left: padding - 5,
        top: padding - 5,
        itemGap: 6,
        textStyle: {
          fontFamily,
          fontSize: size.title,
          fontWeight: 600,
          color: palette.ink,
          lineHeight: size.title * 1.3,
        },
        subtextStyle: {
          fontFamily,
          fontSize: size.text,
          color: palette.muted,
          lineHeight: size.text * 1.4,
        },
      },
      {
        text: wrap(picture.footer, room, size.small),
        left: padding - 5,
        bottom: 6,
        textStyle: {
          fontFamily,
          fontSize: size.small,
          fontWeight: "normal",
          color: palette.muted,
          lineHeight: size.small * 1.4,
        },
      },
    ],
  };
}

// Widths of Inter's letters in ems, by class: close enough to break lines, where no font is measured.
const classes: readonly (readonly [RegExp, number])[] = [
  [/[ijltf.,:;'|!()[\]]/, 0.3],
  [/[mwMW@%—]/, 0.88],
  [/[A-Z0-9]/, 0.66],
  [/\s/, 0.28],
];

/** Width of a text in CSS pixels, about. */
export function textWidth(text: string, font: number): number {
  let ems = 0;
  for (const letter of text) ems += classes.find(([letters]) => letters.test(letter))?.[1] ?? 0.56;
  return ems * font;
}

/** Breaks a text at spaces into lines that fit. */
export function wrap(text: string, room: number, font: number): string {
  const lines: string[] = [];
  let line = "";
  // A space that must not break, as before a percent sign, stays.
  for (const word of text.replace(/ %/g, "\u00a0%").split(/[^\S\u00a0]+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, font) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].join("\n");
}
