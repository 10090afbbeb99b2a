/** The settings in `.env`, put into the environment before anybody reads it. */
import { existsSync } from "node:fs";

/** What is wrong with the file and what to do; undefined when all is well, or there is none. */
export function loadEnvFile(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    process.loadEnvFile(path);
    return undefined;
  } catch (error) {
    return `The settings in ${path} cannot be read (${(error as Error).message}). Make it a text file that this account may read, as .env.example is, or take it away.`;
  }
}
