/** The other side of a dispute, where a side of it answers. */
import type { Claim } from "../../dossier/dossier.ts";
import type { Reading } from "../reading.ts";
import type { Ranked } from "../retrieve/rank.ts";
import { answering } from "../retrieve/weights.ts";
import { disputeOf } from "./assent.ts";

/** Best of the claims on the other side that are about the question too; undefined when none is. */
export function otherSideOf(lead: Claim, { ranked, dossier }: Reading): Ranked | undefined {
  const opposed = disputeOf(lead, dossier);
  const covers = ranked.find(({ claim }) => claim === lead)?.coverage ?? 0;
  return ranked.find(
    ({ claim, coverage }) =>
      opposed.includes(claim) &&
      (claim.status === "current" || claim.status === "disputed") &&
      coverage >= covers * answering.otherSide,
  );
}
