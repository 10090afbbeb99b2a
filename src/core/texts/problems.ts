/**
 * What the bot says when a person can mend something: what happened, why, what to do.
 * Used through `UserError` (errors.ts).
 */
export const problems = {
  "problem.unknown-command": "There is no command {asked}.",
  "problem.did-you-mean": "Did you mean {name}?",
} as const;
