import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    // A test left focused by mistake fails the run instead of hiding the others.
    allowOnly: false,
    // A hung test ends; a slow machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
