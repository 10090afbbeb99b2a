/**
 * Pictures from a thread of their own, kept by content: the same figures, words and look are drawn
 * once. The key holds the claims' values and ids, so that a changed claim draws a new picture.
 */
import { Worker } from "node:worker_threads";
import type { Look, Picture, Pictures } from "#core";
import type { Drawn, Job } from "./job.ts";

export interface DrawnPictures extends Pictures {
  stop(): Promise<void>;
}

/** Pictures kept; at about 100 kB each a few megabytes. */
const mostKept = 64;

export function createPictures(): DrawnPictures {
  const kept = new Map<string, Promise<string | Uint8Array>>();
  const waiting = new Map<number, PromiseWithResolvers<string | Uint8Array>>();
  let worker: Worker | undefined;
  let jobs = 0;

  function start(): Worker {
    const started = new Worker(new URL("./worker.ts", import.meta.url));
    started.unref();
    started.on("message", (drawn: Drawn) => {
      const job = waiting.get(drawn.id);
      waiting.delete(drawn.id);
      if (waiting.size === 0) started.unref();
      if ("content" in drawn) job?.resolve(drawn.content);
      else job?.reject(new Error(`the picture could not be drawn: ${drawn.error}`));
    });
    const end = (cause?: unknown) => {
      if (worker === started) worker = undefined;
      for (const job of waiting.values())
        job.reject(new Error("the drawing thread ended", { cause }));
      waiting.clear();
    };
    started.on("error", end);
    started.on("exit", end);
    return started;
  }

  function draw(picture: Picture, look: Look, format: Job["format"]): Promise<string | Uint8Array> {
    const key = JSON.stringify([picture, look, format]);
    const known = kept.get(key);
    kept.delete(key);
    const drawn = known ?? ask({ id: ++jobs, picture, look, format });
    kept.set(key, drawn);
    // A failure is not kept: the next request tries again.
    drawn.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return drawn;
  }

  function ask(job: Job): Promise<string | Uint8Array> {
    const answer = Promise.withResolvers<string | Uint8Array>();
    waiting.set(job.id, answer);
    worker ??= start();
    // While a picture is awaited the process stays; an idle thread does not hold it.
    worker.ref();
    worker.postMessage(job);
    return answer.promise;
  }

  return {
    svg: async (picture, look) => (await draw(picture, look, "svg")) as string,
    png: async (picture, look) => (await draw(picture, look, "png")) as Uint8Array,
    stop: async () => {
      await worker?.terminate();
      worker = undefined;
    },
  };
}
