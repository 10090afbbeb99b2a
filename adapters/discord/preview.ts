/** Messages as Discord would get them, without Discord. */
import { drawnReply, fit, type Previewer, type Reply } from "#core";
import { followUpButton } from "./additions.ts";
import { shortKey } from "./custom-id.ts";
import { leavesOf, turnTo } from "./leaves.ts";
import { createLimits, discordNumbers } from "./limits.ts";
import { platform } from "./place.ts";
import { bodyOf, type Letter } from "./post.ts";
import { countComponents, measurePage, renderPage, textLength } from "./render.ts";

const limits = createLimits(measurePage);

export const previewer: Previewer = {
  platform,
  async preview(previewed, drawing) {
    const letters =
      previewed.type === "reply"
        ? previewsOf(drawing ? await drawnReply(previewed.reply, drawing) : previewed.reply)
        : fit(previewed.document, limits).map(
            (page): Letter => ({
              components: renderPage(page, {
                buttons: [followUpButton({ key: shortKey(previewed.key) })],
              }),
            }),
          );
    const others =
      previewed.type === "reply" && !/^(ask|check)\b/.test(previewed.reply.line)
        ? "the first is posted, the others open for each reader"
        : "the first in the channel, the others in its thread";
    return letters.map((letter, index) => ({
      payload: bodyOf(letter),
      used: [
        {
          what: "characters",
          used: textLength(letter.components),
          most: discordNumbers.text.most,
        },
        {
          what: "components",
          used: countComponents(letter.components),
          most: discordNumbers.components.most,
        },
        { what: "files", used: letter.files?.length ?? 0, most: discordNumbers.files.most },
      ],
      warnings: index === 0 && letters.length > 1 ? [`${letters.length} pages: ${others}.`] : [],
    }));
  },
};

/** What is posted, and the pages that readers turn to. */
function previewsOf(reply: Reply): readonly Letter[] {
  const { letters, note } = leavesOf(reply, undefined, limits, "0");
  if (!note) return letters;
  const turned = note.pages.flatMap((_, index) => turnTo(note, index + 1, "0") ?? []);
  return [...letters, ...turned.slice(1)];
}
