/** Whoever runs the bot or its tools can mend it: the message says what happened and what to do. */
export class DossierError extends Error {
  override readonly name = "DossierError";
}
