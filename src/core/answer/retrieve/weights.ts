/**
 * Every constant of retrieval, with its reason. Set by hand, then some of them by one or two rounds of
 * coordinate steps over two sets of questions (docs/answers.md); none of them knows a word of the subject.
 */

/** Okapi BM25 as published; claims are short and of even length, so length counts little. */
export const bm25 = { k1: 1.2, b: 0.2 } as const;

/**
 * A word in the headline says what the claim is about; a place or a role is said in passing. A keyword
 * is what a curator expects people to say for it.
 */
export const fieldWeights = {
  headline: 2.2,
  text: 1,
  place: 1,
  keywords: 0.8,
  names: 0.5,
  why: 0.3,
} as const;

/** What one search term may weigh against a word as typed. */
export const termWeights = {
  /** From the lexicon: near in meaning, not the same. */
  synonym: 0.64,
  /** From the lexicon's phrases: they replace the words they stand for. */
  phrase: 0.75,
  /** A word of everyday talk: it helps where a claim has it, and is little missed where none has. */
  ordinary: 0.58,
  /** The same, when no claim of the record has it. */
  idle: 0.1,
  /** "City" where a place is asked for: the intent has heard it. */
  kind: 0.12,
  /** Any other word of English that no claim has. */
  lacking: 0.5,
  /** What no claim has and English neither: a name, as a rule. */
  unknown: 0.8,
  /** Another spelling of an unknown word. */
  spelling: 0.85,
  /** An actor that the question names, beyond its words. */
  actor: 0.9,
  /** A term of the glossary: its aliases are the point of it. */
  term: 1.1,
  series: 1,
  /** A capital or a building for a government: the word itself, beside the actor. */
  literal: 0.35,
  /** The most telling word of a term's name, where the name is not used. */
  telling: 0.85,
  /** A topic is broad; it breaks ties. */
  topic: 0.35,
  /** A topic by its whole title is the subject itself. */
  title: 1.2,
} as const;

/** Candidates that are looked at closely. 60 lose nothing on 10,000 claims (answering.md, section 2). */
export const candidates = 60;

/** Features of the re-ranking, added to a candidate's share of the best BM25 score (0 to 1). */
export const features = {
  /** Share of the question's weight that the claim covers: worth as much as the score itself. */
  coverage: 1.1,
  /** Share that its headline and keywords cover: it is about that, and does not only mention it. */
  about: 0.3,
  /** In a thread: share of the turn's own terms. What it brings itself counts most. */
  own: 0.35,
  /** The rarest word of the question is missing. */
  rareMissing: -0.135,
  /** Two words of the question stand side by side in the claim, up to three times. */
  adjacent: 0.08,
  /** Claim lies in the time that the question names; apart from it. */
  inTime: 0.55,
  outOfTime: -0.55,
  /** Share of that where an assertion is put to the test: its date may be what is wrong. */
  wrongTime: 0.5,
  /** Share of that for a claim that became known in the time, about an earlier one. */
  knownThen: 0.6,
  /** Claim without a time, when the question names one. */
  undated: -0.15,
  /** Claim can give what is asked for: a figure, a place, a person, a reason, a forecast. */
  expected: 0.29,
  /** A line of an office, a measurement or the glossary, when nothing asks for one. */
  derived: -0.22,
  /** The same, when a time, a place or a reason is asked for: those belong to events. */
  derivedDated: -0.45,
  /** An actor that the question names is not in it; of actors that are not in most claims. */
  nameMissing: -0.2,
  tellingName: 1.2,
  /** A claim that no longer stands is what is asked about: ahead of all others by this, covering this. */
  meant: 0.3,
  meantCoverage: 0.55,
  /** Somebody's view, when a fact is asked for. */
  opinion: -0.35,
  /** Superseded and rejected claims, when the present is asked for. */
  overtaken: -0.41,
  rejected: -0.9,
  /** A superseded view or forecast, when views are asked for: it is said with what became of it. */
  overtakenView: -0.12,
  /** Credibility 4 and worse. */
  doubtful: -0.1,
  /** An event whose first actor is the one that the question has act; less by it, where it is acted on. */
  subject: 0.1,
  /** A statement of the one who is asked about ("what does X say"). */
  says: 0.35,
  /** In a thread: the claim that led the last answer, others it cited, when more is asked of them. */
  lead: 0.6,
  /** The same, when the turn brings a telling word of its own. */
  leadAside: 0.3,
  /** The same, when the turn asks for no single thing: something new is welcome. */
  leadOpen: 0.2,
  /** The same, when one telling word may go on with it or lead away. */
  leadBeside: 0.1,
  spoken: 0.25,
  /** In a thread: what was cited before, when something new is asked. */
  cited: -0.4,
  /** The same where the question is put to something else: it has had its answer. */
  citedSwap: -0.6,
  /** From this on a claim is looked at whatever its words. */
  forced: 0.35,
  /** In a thread: what came of it or led to it, when that is asked; and what merely came later or earlier. */
  linked: 1,
  nextInTime: 1,
  /** The next but one, and so on. */
  fadeInTime: 0.8,
  /** The next events on another subject. */
  elsewhere: 0.7,
  /** The event from which "after the …" is counted: known to the person. */
  anchor: -0.5,
  otherWayInTime: -0.7,
  /** In a thread: what was cited when the person meant something else. */
  corrected: -1,
  /** In a thread: what came of the claim that was spoken of, when "still" or "now" is asked. */
  outcome: 0.7,
  /** In a thread: the like topic of whom is asked about now: politics inside the other country. */
  counterpart: 0.7,
  /** In a thread: what happened in the time that is asked for instead, with the same actors. */
  thatTime: 0.4,
  /** In a thread: somebody named who was not in what was said, in the same days on the same subject. */
  nearby: 0.4,
  /** In a thread: the other side of the dispute that was spoken of. */
  otherSide: 0.15,
  /** In a thread: said beside it, in the same section of a source. */
  samePassage: 0.3,
  /** Beside the view that leads: its holder's other words in the same section. */
  passage: 0.3,
  /** In a thread: the same measurement at another time. */
  sameSeries: 0.5,
  /** It must cover this share of what the old one covers. */
  successorCoverage: 0.6,
  /** What replaced a claim answers in its stead, at this share of what the old one would have. */
  successor: 0.97,
  /** The claim is on the topic, actor or time that the thread is on. */
  thread: 0.16,
  /** The holder of the office that is asked for, in the time that is asked for. */
  holder: 2,
  /** The same where only a verb of leading names the office: no other claim is meant. */
  highest: 3,
  /** The newest measurement of a series, when no time is named. */
  newest: 0.8,
  /** Where only a person is named: events of the day of the death, and the latest of all. */
  endOf: 2,
  latestOf: 1,
  /** Newer first, when the question asks for the present or the latest: at most this much. */
  recent: 0.6,
  /** Of that, in a question in the present tense that does not say "now". */
  presentShare: 0.2,
} as const;

/** Bands of confidence (share of the question covered by the best claim, 0 to 1). */
export const bands = {
  /** At or above: an answer. */
  answer: 0.5,
  /** A word that looks like a name and is not on record is passed over only above this. */
  surely: 0.9,
  /** Words of English that the record lacks make up this much of a question: it asks something else. */
  beside: 0.3,
  /** The same where the question names nothing that the record knows by name. */
  elsewhere: 0.45,
  /** With another word missing, an answer needs at least this. */
  missing: 0.42,
  /** Weight of the names that a question in another language must have. */
  names: 1.5,
  /** A turn that leans on its thread is rarely about nothing. */
  leaning: 0.5,
  /** At or above: the closest on record, said to be such. Below: not covered. */
  near: 0.3,
} as const;

/** Follow-ups (design: answering.md, section 3): weights of what earlier turns leave behind. */
export const carry = {
  actors: 0.8,
  topics: 0.4,
  words: 0.4,
  /** Names that the last answer brought in. */
  heard: 0.16,
  /** Per turn back. */
  fade: 0.5,
  /** Most turns looked back. */
  depth: 3,
  /** The question stands on its own; it brings a name that the thread never had; it leans on the thread. */
  alone: 0.2,
  newName: 0.35,
  leaning: 1,
} as const;

/** Supporting claims score at least this share of the best one. */
export const supportShare = 0.55;

/** The same, where a question is open: why, what, how, what may come. */
export const openShare = 0.4;

/** Words of an answer; of a list, timeline or comparison. Below the limits of 180 and 300 by the heads and hints. */
export const lengths = { answer: 158, long: 250 } as const;

/** A list goes on to claims that share less with the best one. */
export const listShare = 0.36;

/** Verdicts: shares of the assertion that a claim must cover. */
export const judging = {
  /** Claims this near to the best one are heard. */
  close: 0.8,
  /** Terms above this weight must be in the claim as they are; of so many, one may be missing. */
  telling: 0.7,
  /** A word is telling from this idf on. */
  rare: 3,
  many: 5,
  /** A claim of the assertion's time that covers this much speaks against "not then". */
  thatTime: 0.45,
  /** Fit of a claim's time from which it begins in the assertion's. */
  begins: 0.75,
  /** This many are asked whether they have it otherwise. */
  heard: 8,
  /** A claim on record as wrong is the one that was meant. */
  covers: 0.55,
  /** A claim that has it otherwise is about the same matter. */
  differs: 0.6,
  /** A claim says just this. */
  bearsOut: 0.8,
} as const;

export const answering = {
  /** The other side of a dispute is about the question when it covers this share of what the lead covers. */
  otherSide: 0.5,
} as const;

export const anchoring = {
  /** Weight of the order of events where the question has a subject beside it. */
  beside: 0.35,
  /** Share of "after the …" that an event must cover to be the one meant. */
  coverage: 0.75,
} as const;

export const timelines = {
  /** Fewer entries are no timeline. */
  fewest: 2,
  most: 14,
  /** Words found in half of the record say nothing about the subject. */
  tellingIdf: 0.8,
} as const;

export const comparing = {
  /** A dispute is meant when its positions stand this near to the top. */
  near: 5,
  /** One claim covers both sides: it leads. */
  whole: 0.6,
} as const;
