/** The drawing thread: ECharts and resvg take tens of milliseconds, which no answer should wait for. */
import { parentPort } from "node:worker_threads";
import { drawSvg } from "./draw.ts";
import type { Drawn, Job } from "./job.ts";
import { rasterise } from "./raster.ts";

parentPort?.on("message", ({ id, picture, look, format }: Job) => {
  let drawn: Drawn;
  try {
    const svg = drawSvg(picture, look);
    drawn = { id, content: format === "svg" ? svg : rasterise(svg, 2) };
  } catch (error) {
    drawn = { id, error: (error as Error).message };
  }
  parentPort?.postMessage(drawn);
});
