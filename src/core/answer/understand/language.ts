/** The language of a question, as far as the product answers it courteously: by script and by small words. */
import { isEnglish } from "./english.ts";
import { isFrench } from "./tongues/gloss.ts";

/** "other": one that is not read. */
export type Language = "en" | "fa" | "ar" | "fr" | "other";

const french = listed(
  "le la les l un une des du de d et est sont ete etait quand qui que quoi quel quelle quels quelles ou pourquoi comment combien sur avec pour dans par ce cet cette ces il elle ils elles on nous vous je pas ne qu a au aux en fait ont eu entre depuis apres avant se sa son ses leur s t parlez parles francais",
);
/** Small words of languages that are not read; none that English has too in questions. */
const others = [
  // Spanish and Portuguese
  "que quien quienes cuando donde como cual cuales cuanto cuantos cuantas por porque el la los las un una de del es esta este fue son hay en con para sobre entre y o se su lo habla hablas paso murio hola gracias buenos dias quem quando onde quanto quantos foi sao os nao do da em uma obrigado ola",
  // Italian
  "chi che cosa quando dove come perche quanto quanti quale e di del della il lo la gli le un una con per sono stato stata parla parli ciao grazie buongiorno",
  // German and Dutch
  "wer wo wann wie warum wieso welche welcher welches wieviel ist sind hat haben wurde wird der die das den dem des ein eine einen und oder mit von vom zu zur im auf nicht sich sprechen sprichst geht es dir sie du deutsch hallo danke guten tag wat wie waar wanneer waarom hoe het een van voor niet zijn werd",
  // Turkish
  "kim ne nedir kimdir zaman nerede neden nasil kac ve bir bu icin ile mi merhaba tesekkurler oldu",
].map(listed);
// Letters that Persian has and Arabic has not, letters that Persian types otherwise, and the commonest words of each.
const persianLetters = /[پچژگیک]/u;
const urduLetters = /[ٹڈڑںےہھ]/u;
const arabicLetters = /[ةأإؤى]/u;
const persian =
  /(?:^|\s)(?:است|که|کی|کجا|چند|را|از|با|این|شد|شده|می|بود|هست|برای|سلام|ممنون|درود)(?=\s|$|[؟?!.])/u;
const arabic =
  /(?:^|\s)(?:هل|ما|ماذا|متی|من هو|من هی|کم|فی|علی|الی|عن|لماذا|هو|هی|\p{L}?ال\p{L}{3,})(?=\s|$|[؟?!.])/u;
const frenchGreetings = listed("bonjour bonsoir salut coucou merci");
const otherGreetings = listed(
  "hola gracias adios ola obrigado obrigada ciao buongiorno grazie hallo danke servus merhaba tesekkurler",
);
/** They open a question of a language that is not read, and no other. */
const otherOpeners = listed(
  "quien quienes cuando donde cual cuales cuanto cuantos cuantas quem quanto wer wo wann wie warum wieso welche welcher wieviel wat waar wanneer waarom hoe",
);
const turkish = /\p{L}*[ğışİŞ]\p{L}*/gu;

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** `words`: folded words of the text. */
export function languageOf(text: string, words: readonly string[]): Language {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const arabicScript = count(/\p{Script=Arabic}/gu);
  if (letters - count(/\p{Script=Latin}/gu) - arabicScript > letters / 2) return "other";
  const [opener = ""] = words;
  const english = words.filter((word) => isEnglish(word) && !french.has(word) && !isFrench(word));
  // "What does … mean" with a name in its own letters.
  if (arabicScript > 0) return english.length < 2 ? ofArabicScript(text) : "en";
  if (words.length === 1) {
    if (frenchGreetings.has(opener)) return "fr";
    return otherGreetings.has(opener) ? "other" : "en";
  }
  const spoken = words.filter((word) => !/^\d/.test(word));
  const heard = spoken.filter((word) => french.has(word) || (isFrench(word) && !isEnglish(word)));
  const share = heard.length / spoken.length;
  const foreign = Math.max(...others.map((small) => sureShare(spoken, small)));
  const opened = otherOpeners.has(opener) || otherGreetings.has(opener);
  const marked = /[¿¡]/.test(text) || (text.match(turkish)?.length ?? 0) > 1;
  if ((foreign >= 0.4 && foreign > share) || marked || (opened && english.length < 2))
    return "other";
  const told = heard.filter((word) => word.length > 1 && word !== "de" && !isEnglish(word));
  // "Guerre Iran Israël": no small words, and none of English either.
  const bare = english.length === 0 && told.some((word) => word.length > 4 && isFrench(word));
  return told.length > 0 && told.length >= english.length && (share >= 0.4 || bare) ? "fr" : "en";
}

/** Share of the words that are the language's; 0 where fewer than two of them are no English. */
function sureShare(spoken: readonly string[], small: ReadonlySet<string>): number {
  const heard = spoken.filter((word) => small.has(word));
  return heard.filter((word) => !isEnglish(word)).length < 2 ? 0 : heard.length / spoken.length;
}

function ofArabicScript(text: string): Language {
  const plain = text.normalize("NFKC");
  if (urduLetters.test(plain)) return "other";
  if (persianLetters.test(plain)) return "fa";
  const same = plain.replace(/[يى]/g, "ی").replace(/ك/g, "ک").replace(/[أإ]/g, "ا");
  if (arabicLetters.test(plain) || arabic.test(same)) return "ar";
  return persian.test(same) ? "fa" : "ar";
}
