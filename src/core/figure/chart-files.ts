/** Charts as image files, for chat platforms that cannot draw them themselves. */
import type { Bot, Reply, ReplyFile } from "../bot.ts";
import type { Chart, Document } from "../document/tree.ts";
import { slug } from "../export/file.ts";
import type { Log, Pictures } from "../ports.ts";
import { type Look, pictureOf } from "./picture.ts";

export interface Drawing {
  readonly pictures: Pictures;
  readonly log: Log;
  /** Charts that need an image; absent: all. */
  needs?(chart: Chart): boolean;
}

/** Chats show an image about this wide on a screen and somewhat smaller on a phone. */
const look: Look = { width: 480, theme: "light" };

/**
 * A PNG for each chart, in order, with alt text; none when one of them fails, for then nobody could
 * tell which is which. Never rejects: a document stands without its pictures.
 */
async function chartFiles(
  document: Document,
  { pictures, log, needs = () => true }: Drawing,
): Promise<readonly ReplyFile[]> {
  const charts = document.blocks.filter((block) => block.type === "chart").filter(needs);
  try {
    return await Promise.all(
      charts.map(async (chart, index) => {
        const picture = pictureOf(chart, document);
        const content = await pictures.png(picture, look);
        const name = `${slug(picture.title)}${index > 0 ? `-${index + 1}` : ""}.png`;
        return { name, type: "image/png", content, alt: `${picture.title}. ${picture.alt}` };
      }),
    );
  } catch (error) {
    log.warn("picture-failed", { figures: charts.map(({ figure }) => figure.type), error });
    return [];
  }
}

/** The same reply, with its charts among its files. */
export async function drawnReply(reply: Reply, drawing: Drawing): Promise<Reply> {
  const files = await chartFiles(reply.document, drawing);
  return files.length === 0 ? reply : { ...reply, files: [...files, ...reply.files] };
}

/** The same bot, with the charts of its replies among their files. */
export function withPictures(bot: Bot, drawing: Drawing): Bot {
  const drawn = (reply: Reply) => drawnReply(reply, drawing);
  return {
    ...bot,
    get commands() {
      return bot.commands;
    },
    command: async (call) => drawn(await bot.command(call)),
    async message(message) {
      const reply = await bot.message(message);
      return reply && drawn(reply);
    },
  };
}
