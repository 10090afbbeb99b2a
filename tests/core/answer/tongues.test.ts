/** Questions in other languages than English, and what a name alone brings. */
import { describe, expect, it } from "vitest";
import { createAnswerer } from "../../../src/core/answer/answerer.ts";
import { createThread } from "../../fakes/thread.ts";
import { usIranDossier } from "../../fixtures/dossiers.ts";

const dossier = usIranDossier();
const answerer = createAnswerer();
const alone = (text: string) => createThread(answerer, dossier).ask(text);

describe("a question in Persian, Arabic or French", () => {
  it.each([
    ["تنگه هرمز", /Strait of Hormuz/],
    ["مضيق هرمز", /Strait of Hormuz/],
    ["détroit d'Ormuz", /Strait of Hormuz/],
    ["آتش‌بس کی اعلام شد؟", /announced a ceasefire/],
    ["وزیر خارجه ایران کیست؟", /Abbas Araghchi has been foreign minister of Iran/],
    ["من هو وزير خارجية إيران؟", /Abbas Araghchi has been foreign minister of Iran/],
    [
      "Qui est le ministre des Affaires étrangères de l'Iran ?",
      /Abbas Araghchi has been foreign minister of Iran/,
    ],
    [
      "Comment s'appelle le ministre iranien des Affaires étrangères ?",
      /Abbas Araghchi has been foreign minister of Iran/,
    ],
    ["من هو الرئيس الإيراني؟", /Masoud Pezeshkian has been president of Iran/],
    ["Quelles sont les dernières nouvelles ?", /17 June 2026/],
    ["مذاکرات به کجا رسید؟", /April 2026/],
    ["Trump est-il vivant ?", /Donald Trump has been president of the United States/],
    ["رهبر ایران کیست؟", /Mojtaba Khamenei has been Supreme Leader/],
    [
      "Combien d'uranium enrichi l'Iran possède-t-il ?",
      /total stock of enriched uranium.* as of 13 June 2025/,
    ],
    ["ایران چقدر اورانیوم غنی شده دارد؟", /total stock of enriched uranium.* as of 13 June 2025/],
    ["Que s'est-il passé le 28 février 2026 ?", /28 February 2026: US and Israel attack Iran/],
    ["۲۸ فوریه ۲۰۲۶ چه اتفاقی افتاد؟", /28 February 2026: US and Israel attack Iran/],
    ["ماذا حدث في 28 فبراير 2026؟", /28 February 2026: US and Israel attack Iran/],
  ])("%s", (text, expected) => {
    const { answered, text: said } = alone(text);
    expect({ answered, said }).toEqual({ answered: true, said: expect.stringMatching(expected) });
  });

  it.each(["آیا خامنه‌ای زنده است؟", "هل قتل خامنئي؟", "Quand Khamenei est-il mort ?"])(
    "%s: leads with the death",
    (text) => {
      expect(alone(text).text.split("\n\n")[1]).toMatch(/killed/);
    },
  );

  it("is met in its own language where it is a greeting or thanks", () => {
    const first = (text: string) => alone(text).text.split(".")[0];
    expect(["سلام", "مرحبا", "Bonjour"].map(first)).toEqual(["سلام", "مرحبًا", "Bonjour"]);
    expect(["متشکرم", "شكرا", "Merci", "Parlez-vous français ?"].map(first)).toEqual([
      "خواهش می‌کنم",
      "على الرحب والسعة",
      "Je vous en prie",
      expect.stringMatching(/^Je comprends de courtes questions en français/),
    ]);
  });

  it("is refused where nothing of it is on record", () => {
    expect(alone("Qui est le ministre de la Patagonie ?").answered).toBe(false);
    expect(alone("حال شما چطور است؟").answered).toBe(false);
    expect(alone("Quel temps fait-il à Paris ?").answered).toBe(false);
    expect(alone("Comment faire un gâteau au chocolat à Paris ?").answered).toBe(false);
  });
});

it.each([
  "¿Quién es el ministro de Irán?",
  "Wo ist das Uran?",
  "谁是伊朗外长?",
  "Кто такой Аракчи?",
])("%s: says which languages are read", (text) => {
  const { answered, text: said } = alone(text);
  expect({ answered, said }).toEqual({
    answered: false,
    said: expect.stringMatching(/^I cannot read this language[\s\S]*You can ask about: /),
  });
});

describe("the name of a person alone", () => {
  it.each([
    ["khamenei", /^Ali Khamenei was Supreme Leader .* to 28 February 2026\.[\s\S]*killed/],
    ["خامنه‌ای", /Ali Khamenei was Supreme Leader .* to 28 February 2026\.[\s\S]*killed/],
    ["Qui est Khamenei ?", /Ali Khamenei was Supreme Leader .* to 28 February 2026\.[\s\S]*killed/],
    ["soleimani", /^Qassem Soleimani was commander [\s\S]*drone strike/],
    ["araghchi", /^Abbas Araghchi has been foreign minister of Iran/],
  ])("%s: the office, the end, the latest", (text, expected) => {
    expect(alone(text).text).toMatch(expected);
  });
});

it("is no profile where somebody's words are asked for", () => {
  for (const text of ["what does khamenei think", "ماذا قال خامنئي؟", "Que pense Khamenei ?"])
    expect(alone(text).text, text).not.toMatch(/was Supreme Leader of Iran from/);
});

it("reads a question past the markup around it", () => {
  expect(alone("<script>alert(1)</script> who is araghchi").text).toMatch(/^Abbas Araghchi has/);
  expect(alone("<script>alert(1)</script>").text).toMatch(/^There was no question in that/);
});
