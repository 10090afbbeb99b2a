/**
 * What people typed, in plain words. Slack's events carry `&<>` as entities and mentions, channels and
 * links as `<…>`; a slash command carries them as typed or, where the app is set so, in the same way.
 * https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export interface Typed {
  readonly text: string;
  /** The bot is named. Its mention is taken out. */
  readonly mentioned: boolean;
}

export function readText(raw: string, botUser: string): Typed {
  let mentioned = false;
  const words = raw.replaceAll(
    /<(@[A-Z0-9]+|#[A-Z0-9]+|![^<>|]+|https?:[^<>|]+|mailto:[^<>|]+|tel:[^<>|]+)(?:\|([^<>]*))?>/g,
    (_, target: string, label: string | undefined) => {
      if (target === `@${botUser}`) {
        mentioned = true;
        return " ";
      }
      return ` ${readTarget(target, label)} `;
    },
  );
  return {
    text: decode(words)
      .replaceAll(/[^\S\n]+/g, " ")
      .trim(),
    mentioned,
  };
}

function readTarget(target: string, label: string | undefined): string {
  switch (target[0]) {
    case "@":
      return label ? `@${label}` : "";
    case "#":
      return label ? `#${label}` : "";
    case "!":
      // A date keeps the words that people saw; groups and broadcasts keep their names.
      return label ?? target.slice(1).replace(/\^.*$/s, "");
    default:
      return label ?? target.replace(/^(mailto|tel):/, "");
  }
}

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}
