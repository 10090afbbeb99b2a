/** SVG text as PNG. Fonts are given by file: without one, resvg draws no text and reports nothing. */
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const fontFiles = [
  "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
  "@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf",
  "@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf",
].map((file) => fileURLToPath(import.meta.resolve(file)));

/** `scale` 2 is sharp on the screens that people read on. */
export function rasterise(svg: string, scale: number): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
    },
  });
  return image.render().asPng();
}
