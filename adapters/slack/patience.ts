/** Posts an answer that a person waits for: waits out rate limits, and never posts twice. */
import type { DeliveryError, Receipt } from "#core";
import type { Context } from "./context.ts";
import { toDeliveryError } from "./failures.ts";
import { findPost, type Post, postPage } from "./send.ts";

/** Longer than this nobody waits. */
const longestWait = Temporal.Duration.from({ seconds: 60 });
const mostTries = 4;

/** @throws DeliveryError when it is not posted, or when nobody knows. */
export async function postPatiently(context: Context, post: Post): Promise<Receipt> {
  const since = context.clock.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await postPage(context.clients.post, post, context.log);
    } catch (error) {
      const failure = toDeliveryError(error);
      context.log.warn("slack-post-failed", { code: failure.code, retry: failure.retry, tries });
      if (tries >= mostTries) throw failure;
      if (failure.retry === "unclear") {
        // What Slack took may be there to be seen only a moment later.
        await context.wait(Temporal.Duration.from({ seconds: tries }));
        const found = await findPost(context.clients, post.to, post.key, since);
        if (found) return found;
      } else if (failure.retry === "later" && waitable(failure)) {
        await context.wait(failure.retryAfter ?? Temporal.Duration.from({ seconds: tries }));
      } else {
        throw failure;
      }
    }
  }
}

function waitable({ retryAfter }: DeliveryError): boolean {
  return retryAfter === undefined || Temporal.Duration.compare(retryAfter, longestWait) <= 0;
}
