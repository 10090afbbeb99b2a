/** The store of the core's ports on either back end. */
import type { Store } from "#core";
import { createConversations } from "./conversations.ts";
import { createEditions, createLedger } from "./ledger.ts";
import { migrate } from "./migrations.ts";
import { createNotes } from "./notes.ts";
import { createFeedback, createUnanswered } from "./readers.ts";
import { createSeen } from "./seen.ts";
import type { Sql } from "./sql.ts";
import { createSubscriptions } from "./subscriptions.ts";

/** Brings the database forward, then serves. Closing the store closes the database. */
export async function createSqlStore(sql: Sql): Promise<Store> {
  await migrate(sql);
  return {
    conversations: createConversations(sql),
    seen: createSeen(sql),
    notes: createNotes(sql),
    unanswered: createUnanswered(sql),
    feedback: createFeedback(sql),
    subscriptions: createSubscriptions(sql),
    editions: createEditions(sql),
    ledger: createLedger(sql),
    close: () => sql.close(),
  };
}
