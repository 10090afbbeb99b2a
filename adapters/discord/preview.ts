/** Messages as Discord would get them, without Discord. */
import { drawnReply, fit, type Previewer } from "#core";
import { followUpButton } from "./additions.ts";
import { lettersOf } from "./answer.ts";
import { shortKey } from "./custom-id.ts";
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
        ? lettersOf(
            limits,
            drawing ? await drawnReply(previewed.reply, drawing) : previewed.reply,
            undefined,
          )
        : fit(previewed.document, limits).map(
            (page): Letter => ({
              components: renderPage(page, {
                buttons: [followUpButton({ key: shortKey(previewed.key) })],
              }),
            }),
          );
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
      warnings:
        index === 0 && letters.length > 1
          ? [`${letters.length} messages: the first in the channel, the others in its thread.`]
          : [],
    }));
  },
};
