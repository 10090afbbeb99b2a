/** `npm run bench`, or `npm run bench -- slack` for one part. Ends with 1 when a bar is missed. */
import { answer } from "./answer.ts";
import { type Bench, line } from "./bench.ts";
import { digests } from "./digests.ts";
import { discord } from "./discord.ts";
import { drawing } from "./drawing.ts";
import { slack } from "./slack.ts";
import { start } from "./start.ts";

const parts: readonly Bench[] = [start, answer, slack, discord, digests, drawing];

const wanted = process.argv.slice(2);
let missed = 0;
for (const { name, run } of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  for (const measure of await run()) {
    console.log(`  ${line(measure)}`);
    if (measure.most !== undefined && measure.value > measure.most) missed += 1;
  }
}
process.exitCode = missed > 0 ? 1 : 0;
