/** What readers leave for curators: questions without an answer, and verdicts on answers. */
import { randomUUID } from "node:crypto";
import { type Feedback, type FeedbackStore, sameQuestion, type UnansweredStore } from "#core";
import { bodyOf, millisecondsOf, type Sql, type SqlValue } from "./sql.ts";

export function createUnanswered(sql: Sql): UnansweredStore {
  return {
    async add(question, dossier, at) {
      await sql.query(
        `insert into unanswered (dossier, same, question, count, first, last) values ($1, $2, $3, 1, $4, $4)
         on conflict (dossier, same) do update set count = unanswered.count + 1, last = excluded.last`,
        [dossier, sameQuestion(question), question, at.epochMilliseconds],
      );
    },
    async list(dossier) {
      const rows = await sql.query(
        "select question, count, first, last from unanswered where dossier = $1 order by count desc, last desc, question",
        [dossier],
      );
      return rows.map((row) => ({
        question: String(row["question"]),
        count: Number(row["count"]),
        first: isoOf(row["first"]),
        last: isoOf(row["last"]),
      }));
    },
    async forgetBefore(instant) {
      const rows = await sql.query("delete from unanswered where last < $1 returning question", [
        instant.epochMilliseconds,
      ]);
      return rows.length;
    },
  };
}

export function createFeedback(sql: Sql): FeedbackStore {
  return {
    async add(feedback) {
      await sql.query("insert into feedback (id, at, body) values ($1, $2, $3)", [
        randomUUID(),
        millisecondsOf(feedback.at),
        JSON.stringify(feedback),
      ]);
    },
    list: async () =>
      (await sql.query("select body from feedback order by at, id")).map(bodyOf<Feedback>),
  };
}

const isoOf = (milliseconds: SqlValue | undefined): string =>
  Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)).toString();
