/** Pictures: how long the thread that answers people is held up while they are drawn, and what is drawn twice. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Picture, pictureOf } from "#core";
import { createPictures } from "../../src/runtime/pictures/pictures.ts";
import { createTestBot } from "../fakes/bot.ts";
import { usIranDossier } from "../fixtures/dossiers.ts";
import type { Bench } from "./bench.ts";

const lines = ["chart uranium-60-stock", "chart timeline", "chart balance", "chart mediators"];
const widths = [380, 480, 760, 1_200];

async function picturesOf(): Promise<readonly Picture[]> {
  const { slash } = createTestBot({ flood: "none" }, [usIranDossier()]);
  const documents = await Promise.all([...lines, "chart agenda"].map((line) => slash(line)));
  return documents.flatMap(({ document }) =>
    document.blocks.flatMap((block) =>
      block.type === "chart" ? [pictureOf(block, document)] : [],
    ),
  );
}

export const drawing: Bench = {
  name: "drawing",
  async run() {
    const wanted = await picturesOf();
    const pictures = createPictures();
    const draw = async () => {
      for (const width of widths) {
        for (const theme of ["light", "dark"] as const) {
          await Promise.all(wanted.map((picture) => pictures.png(picture, { width, theme })));
        }
      }
    };
    // The thread starts and the fonts are read once.
    await Promise.all(
      wanted.map((picture) => pictures.png(picture, { width: 400, theme: "light" })),
    );
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const began = performance.now();
    await draw();
    const first = performance.now() - began;
    delay.disable();
    const again = performance.now();
    await draw();
    const second = performance.now() - again;
    await pictures.stop();
    const drawn = wanted.length * widths.length * 2;
    return [
      {
        what: "event loop held up while pictures are drawn, p99",
        value: delay.percentile(99) / 1e6,
        unit: "ms",
        most: 50,
        from: `${drawn} pictures, worst ${(delay.max / 1e6).toFixed(1)} ms`,
      },
      { what: "one picture as PNG", value: first / drawn, unit: "ms" },
      {
        what: "the same pictures again, from the cache",
        value: second / first,
        unit: "x",
        most: 0.05,
        from: `${first.toFixed(0)} ms the first time`,
      },
    ];
  },
};
