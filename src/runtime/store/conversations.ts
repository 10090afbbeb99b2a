import type { Conversation, ConversationStore } from "#core";
import { beginningWith, bodyOf, millisecondsOf, parameterList, type Sql } from "./sql.ts";

export function createConversations(sql: Sql): ConversationStore {
  return {
    async get(thread) {
      const [row] = await sql.query("select body from conversations where thread = $1", [thread]);
      return row && bodyOf<Conversation>(row);
    },
    put: (conversation) => sql.transaction((step) => put(step, conversation)),
    since: async (instant, most, after = "") =>
      (
        await sql.query(
          "select body from conversations where updated >= $1 and thread > $2 order by thread limit $3",
          [instant.epochMilliseconds, after, most],
        )
      ).map(bodyOf<Conversation>),
    forgetPerson: (person) =>
      sql.transaction(async (step) => {
        const rows = await step.query(
          "select body from conversations where thread in (select thread from conversation_people where person = $1)",
          [person],
        );
        let forgotten = 0;
        for (const conversation of rows.map(bodyOf<Conversation>)) {
          const turns = conversation.turns.filter((turn) => turn.person !== person);
          forgotten += conversation.turns.length - turns.length;
          if (turns.length > 0) await put(step, { ...conversation, turns });
          else
            await step.query("delete from conversations where thread = $1", [conversation.thread]);
        }
        return forgotten;
      }),
    async forgetThreads(prefix) {
      const rows = await sql.query(
        "delete from conversations where thread like $1 escape '\\' returning thread",
        [beginningWith(prefix)],
      );
      return rows.length;
    },
    async forgetBefore(instant) {
      const rows = await sql.query(
        "delete from conversations where updated < $1 returning thread",
        [instant.epochMilliseconds],
      );
      return rows.length;
    },
  };
}

async function put(step: Pick<Sql, "query">, conversation: Conversation): Promise<void> {
  const { thread } = conversation;
  await step.query(
    "insert into conversations (thread, updated, body) values ($1, $2, $3) on conflict (thread) do update set updated = excluded.updated, body = excluded.body",
    [thread, millisecondsOf(conversation.updated), JSON.stringify(conversation)],
  );
  const people = [...new Set(conversation.turns.map((turn) => turn.person))];
  await step.query("delete from conversation_people where thread = $1", [thread]);
  for (const person of people) {
    await step.query(
      `insert into conversation_people (thread, person) values (${parameterList(1, 2)})`,
      [thread, person],
    );
  }
}
