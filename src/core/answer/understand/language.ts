/** The language of a question, as far as the product answers it courteously: by script and by small words. */

export type Language = "en" | "fa" | "ar" | "fr";

const french = new Set(
  "le la les l un une des du de d et est sont ete etait quand qui que quoi quel quelle quels quelles ou pourquoi comment combien sur avec pour dans par ce cet cette ces il elle ils elles on nous vous je pas ne qu a au aux en fait ont eu entre depuis apres avant se sa son ses leur".split(
    " ",
  ),
);
// Letters that Persian has and Arabic has not, and the commonest words of each.
const persian =
  /[پچژگ]|(?:^|\s)(?:است|چیست|کیست|چه|که|کی|کجا|چرا|چند|را|در|از|با|این|آیا|شد|شده|می|بود|هست|برای|ایران)(?=\s|$|[؟?])/u;

/** `words`: folded words of the text. */
export function languageOf(text: string, words: readonly string[]): Language {
  if (/\p{Script=Arabic}/u.test(text))
    return persian.test(text.normalize("NFKC").replace(/ي/g, "ی").replace(/ك/g, "ک")) ? "fa" : "ar";
  if (words.length < 2) return "en";
  const share = words.filter((word) => french.has(word)).length / words.length;
  return share >= 0.4 &&
    /\b(?:le|la|les|des|du|est|quand|qui|quel\w*|pourquoi|comment|combien|une?|que|quoi|sont|ete)\b/.test(
      words.join(" "),
    )
    ? "fr"
    : "en";
}
