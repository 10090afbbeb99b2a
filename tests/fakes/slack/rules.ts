/**
 * Slack's documented limits, written from its pages and not from the adapter:
 * https://docs.slack.dev/reference/block-kit and the pages below it.
 */
type Json = Readonly<Record<string, unknown>>;
type Where = "message" | "modal" | "home";

/** What a payload breaks, one line each. */
export function breaches(payload: Json, where: Where): readonly string[] {
  const found: string[] = [];
  const blocks = (payload["blocks"] ?? []) as readonly Json[];
  const must = (holds: boolean, text: string) => {
    if (!holds) found.push(text);
  };
  must(blocks.length <= (where === "message" ? 50 : 100), `${blocks.length} blocks`);
  must(where !== "message" || length(payload["text"]) <= 40_000, "text over 40,000");
  const ids: string[] = [];
  let tables = 0;
  let charts = 0;
  for (const block of blocks) {
    if (block["type"] === "table") tables += 1;
    if (block["type"] === "data_visualization") charts += 1;
    checkBlock(block, where, must, ids);
  }
  must(tables <= 1, `${tables} tables`);
  must(charts <= 2, `${charts} charts`);
  must(new Set(ids).size === ids.length, `action ids repeat: ${ids.join(" ")}`);
  if (where === "message") {
    const characters = textIn(blocks);
    must(characters <= 12_000, `${characters} characters over all blocks (msg_blocks_too_long)`);
  }
  // To one person alone the bot names channels, in words of its own.
  const alone = where === "home" || String(payload["channel"] ?? "").startsWith("D");
  const mention = alone ? /<(?:!(?!date\^)|@|#(?!C\w+>))/ : /<(?:!(?!date\^)|@|#)/;
  for (const text of textsIn(payload)) {
    must(!mention.test(text), `mentions: ${text.slice(0, 80)}`);
  }
  if (where === "modal") {
    for (const part of ["title", "submit", "close"]) {
      const text = (payload[part] as Json | undefined)?.["text"];
      must(length(text) <= 24, `${part} over 24: ${String(text)}`);
    }
    must(length(payload["private_metadata"]) <= 3_000, "private_metadata over 3,000");
    const inputs = blocks.some(({ type }) => type === "input");
    must(!inputs || payload["submit"] !== undefined, "inputs without submit");
  }
  return found;
}

type Must = (holds: boolean, text: string) => void;

function checkBlock(block: Json, where: Where, must: Must, ids: string[]): void {
  const elements = (block["elements"] ?? []) as readonly Json[];
  switch (block["type"]) {
    case "section":
      checkText(block["text"] as Json, 3_000, "section", must);
      break;
    case "header":
      checkText(block["text"] as Json, 150, "header", must);
      must((block["text"] as Json)["type"] === "plain_text", "header in mrkdwn");
      break;
    case "context":
      must(elements.length >= 1 && elements.length <= 10, `${elements.length} context elements`);
      for (const element of elements) checkText(element, 3_000, "context", must);
      break;
    case "divider":
      break;
    case "actions":
      must(elements.length >= 1 && elements.length <= 25, `${elements.length} actions`);
      for (const element of elements) checkElement(element, must, ids);
      break;
    case "context_actions":
      must(where === "message", "context_actions outside of a message");
      must(elements.length >= 1 && elements.length <= 5, `${elements.length} context actions`);
      for (const element of elements) checkFeedback(element, must, ids);
      break;
    case "table":
      must(where === "message", "table outside of a message");
      checkTable(block, must);
      break;
    case "data_visualization":
      must(where === "message", "chart outside of a message");
      checkChart(block, must);
      break;
    case "input":
      checkText(block["label"] as Json, 2_000, "label", must);
      checkElement(block["element"] as Json, must, ids);
      break;
    default:
      must(false, `unknown block ${String(block["type"])}`);
  }
}

function checkText(text: Json, most: number, what: string, must: Must): void {
  const size = length(text["text"]);
  must(size >= 1 && size <= most, `${what} of ${size} characters`);
  must(text["type"] === "mrkdwn" || text["type"] === "plain_text", `${what} of no text type`);
}

function checkElement(element: Json, must: Must, ids: string[]): void {
  const id = String(element["action_id"]);
  must(id.length >= 1 && id.length <= 255, `action_id of ${id.length}`);
  ids.push(id);
  if (element["type"] === "button") {
    checkText(element["text"] as Json, 75, "button", must);
    must(length(element["value"]) <= 2_000, `value of ${length(element["value"])}`);
    must([undefined, "primary", "danger"].includes(element["style"] as string), "button style");
  }
  const options = (element["options"] ?? []) as readonly Json[];
  must(options.length <= (element["type"] === "radio_buttons" ? 10 : 100), "too many options");
  for (const option of options) {
    checkText(option["text"] as Json, 75, "option", must);
    must(length(option["value"]) <= 150, "option value over 150");
  }
}

function checkFeedback(element: Json, must: Must, ids: string[]): void {
  must(element["type"] === "feedback_buttons", `no context action: ${String(element["type"])}`);
  ids.push(String(element["action_id"]));
  for (const part of ["positive_button", "negative_button"]) {
    const button = element[part] as Json;
    checkText(button["text"] as Json, 75, part, must);
    must(length(button["value"]) <= 2_000, `${part} value of ${length(button["value"])}`);
    must(length(button["accessibility_label"]) <= 75, `${part} label over 75`);
  }
}

function checkTable(block: Json, must: Must): void {
  const rows = block["rows"] as readonly (readonly Json[])[];
  must(rows.length >= 1 && rows.length <= 100, `${rows.length} rows`);
  for (const row of rows) {
    must(row.length >= 1 && row.length <= 20, `${row.length} columns`);
    must(row.length === rows[0]?.length, "rows of different lengths");
    for (const cell of row) {
      must(["rich_text", "raw_text"].includes(String(cell["type"])), "cell of no type");
      must(textIn(cell) > 0, "empty cell");
    }
  }
}

/** https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
function checkChart(block: Json, must: Must): void {
  const chart = block["chart"] as Json;
  const axis = chart["axis_config"] as Json;
  const categories = axis["categories"] as readonly string[];
  const series = chart["series"] as readonly Json[];
  must(length(block["title"]) >= 1 && length(block["title"]) <= 50, "chart title");
  must(["line", "bar", "area"].includes(String(chart["type"])), "chart type");
  must(series.length >= 1 && series.length <= 6, `${series.length} series`);
  must(categories.length <= 20, `${categories.length} categories`);
  for (const category of categories) must(length(category) <= 20, `category ${category}`);
  must(length(axis["y_label"]) <= 50, "y_label");
  for (const each of series) {
    const labels = (each["data"] as readonly Json[]).map(({ label }) => String(label));
    must(labels.join("|") === categories.join("|"), "labels that are no categories");
  }
}

/** Slack counts code points. */
function length(text: unknown): number {
  return typeof text === "string" ? [...text].length : 0;
}

function textIn(value: unknown): number {
  return textsIn(value).reduce((sum, text) => sum + length(text), 0);
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === "string" ? (key === "text" || key === "url" ? [item] : []) : textsIn(item),
  );
}
