/** Messages as Slack would get them, without Slack. */
import { fit, type Previewer } from "#core";
import { belowPage, belowReply } from "./below.ts";
import { chartBlock } from "./chart.ts";
import { platform } from "./ids.ts";
import { kit } from "./limits.ts";
import { charactersOf, limits, render } from "./render.ts";

export const previewer: Previewer = {
  platform,
  builder: "https://app.slack.com/block-kit-builder",
  preview(previewed) {
    const document = previewed.type === "reply" ? previewed.reply.document : previewed.document;
    const pages = fit(document, limits).map((page) => {
      const below =
        page.number < page.of
          ? []
          : previewed.type === "reply"
            ? belowReply(previewed.reply)
            : belowPage(previewed.key, page.document);
      const { text, blocks } = render(page, { native: true, below });
      const images = page.document.blocks.filter(
        (block) => block.type === "chart" && chartBlock(block) === undefined,
      ).length;
      const { characters } = limits.page;
      return {
        payload: { text, blocks },
        used: [
          { what: "characters", used: charactersOf(blocks), most: characters },
          { what: "blocks", used: blocks.length, most: kit.messageBlocks },
          { what: "characters of the notification", used: text.length, most: kit.text },
        ],
        warnings: [
          ...(page.number === 1 && page.of > 1
            ? [`${page.of} messages: the first in the channel, the others in its thread.`]
            : []),
          ...(images > 0
            ? ["A chart that Slack cannot draw follows in the thread as an image."]
            : []),
        ],
      };
    });
    return Promise.resolve(pages);
  },
};
