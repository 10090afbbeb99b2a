/** The questions about a source that the record does not know yet. */
import { type Dossier, reliabilityScale, sourceSchema } from "#core";
import { type Asker, choice, fitting, optional } from "./asker.ts";

export interface NewSource {
  readonly id: string;
  /** As the file will hold it. */
  readonly record: Readonly<Record<string, unknown>>;
}

const fields = sourceSchema.shape;

export async function askSource(
  { ask }: Asker,
  dossier: Dossier,
  today: Temporal.PlainDate,
): Promise<NewSource> {
  const publisher = await ask("  Its publisher:", fitting(fields.publisher));
  const title = await ask("  Its title:", fitting(fields.title));
  const url = await ask(
    "  Its address (https://…, empty for none):",
    optional(fitting(fields.url.unwrap())),
  );
  const published = await ask(
    "  Published (2023-09-18, empty if unknown):",
    optional(fitting(fields.published.unwrap())),
  );
  const opened = await ask("  Did you open it today (yes, no)?", choice(["yes", "no"]));
  const reliability = await ask(
    `  Reliability (${Object.entries(reliabilityScale)
      .map(([mark, words]) => `${mark} ${words}`)
      .join(", ")}):`,
    choice(Object.keys(reliabilityScale)),
  );
  const id = await ask("  Its id, as in publisher-subject-2023-09-18:", (answer) =>
    dossier.sources.has(answer)
      ? { fault: `There is a source "${answer}" already.` }
      : fitting(fields.id)(answer),
  );
  const record = {
    id,
    publisher,
    title,
    url,
    published,
    retrieved: opened === "yes" ? today.toString() : undefined,
    reliability,
  };
  return {
    id,
    record: Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
  };
}
