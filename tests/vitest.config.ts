import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    // A test left focused by mistake fails the run instead of hiding the others.
    allowOnly: false,
    // As many at once as there are processors: by default one is left idle, of two that is half.
    maxWorkers: "100%",
    // Files share modules and parsed dossiers: what a test changes for all it puts back.
    isolate: false,
    // A hung test ends; a slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
