/** Whether the record bears out an assertion. */
import type { AnswerRequest, Verdict } from "../answer.ts";
import { readRequest } from "../reading.ts";
import { bands } from "../retrieve/weights.ts";

export function verdictOf(request: AnswerRequest): Verdict {
  const reading = readRequest(request);
  const [best] = reading.ranked;
  const nearest = reading.ranked.slice(0, 3).map(({ claim }) => claim);
  if (!best || reading.confidence < bands.answer)
    return { type: "not-covered", claims: [], nearest };
  return {
    type: best.claim.status === "rejected" ? "contradicted" : "supported",
    claims: nearest,
    nearest: [],
  };
}
