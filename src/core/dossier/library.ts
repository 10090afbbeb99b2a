/** Choosing among the dossiers that are loaded. */
import { asked, derived, named, say } from "../document/sentence.ts";
import { UserError } from "../errors.ts";
import { nearest } from "./distance.ts";
import type { Dossier } from "./dossier.ts";

/** @throws UserError when none has that id, with those that there are. */
export function pickDossier(dossiers: ReadonlyMap<string, Dossier>, id: string): Dossier {
  const dossier = dossiers.get(id);
  if (dossier) return dossier;
  const near = nearest(id, dossiers.keys())[0];
  throw new UserError([
    say("dossier.unknown", { asked: asked(id) }),
    near === undefined
      ? say("dossier.loaded", {
          names: derived([...dossiers.keys()].join(", "), { type: "record" }),
        })
      : say("problem.did-you-mean", { name: named("dossier", near, near) }),
  ]);
}
