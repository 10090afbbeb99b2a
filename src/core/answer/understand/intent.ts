/** What kind of answer a question wants, by ordered rules over its plain, folded words. */

export type Intent =
  | "source"
  | "repeat"
  | "more"
  | "check"
  | "timeline"
  | "latest"
  | "compare"
  | "list"
  | "forecast"
  | "when"
  | "where"
  | "who"
  | "how-many"
  | "how-long"
  | "why"
  | "definition"
  | "yes-no"
  | "what";

const auxiliary =
  "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isnt|arent|wasnt|werent|didnt|doesnt|dont|hasnt|havent|am|might|may";

// First match wins. Openers such as "and", "so", "ok" are gone when these are tried.
const rules: readonly (readonly [Intent, RegExp])[] = [
  [
    "source",
    /^(?:(?:the |your |a |any |what(?:'?s| is| are)? (?:the |your )?)?(?:sources?|citations?|references?)(?: (?:for|on|of) (?:that|this|it))?$|(?:says|said|according to) who(?:m)?$|who (?:says|said|reported) (?:so|that|this|it)$|where(?: did| do)? you (?:get|got|read|find|have) (?:that|this|it)(?: from)?$|how do you know\b|where (?:is|does) (?:that|this|it) (?:come )?from$|cite (?:that|it|your)|(?:can|could) you (?:cite|source) (?:that|it)|link$|how (?:sure|certain|confident|reliable)\b.*(?:are you|is (?:that|this|it))?$|why (?:do|should) (?:you|i) (?:say|believe|trust|think)\b.*|got a (?:source|link)|prove it$)/,
  ],
  [
    "repeat",
    /^(?:(?:can|could) you )?(?:please )?(?:say|repeat|tell me) (?:that|it|this)(?: one)?(?: again| once more)?$|^(?:come again|pardon|what was that(?: again)?|repeat|again|once more|sorry what)$/,
  ],
  [
    "more",
    /^(?:(?:tell|give|show) (?:me |us )?(?:some )?more(?: about (?:it|that|this))?|more|go on|continue|keep going|elaborate|expand|anything else|what else|more details?|and\?*|details|explain(?: that| it| this| more)?)(?: please)?$/,
  ],
  [
    "check",
    /\b(?:is|was|are|were) (?:it|that|this)(?: really| actually)? (?:true|right|correct|a fact|accurate|the case|so)\b|\btrue or (?:false|not)\b|\bfact[- ]?check\b|\b(?:ok|safe|fine) to (?:print|publish|say|write|run|report)\b|^claim\b|\b(?:can|could) i (?:print|publish|write|say|report)\b|\b(?:verify|debunk)\b|\bcheck (?:this|that|whether|if)\b|^(?:true|right|correct)\b.*\?$|\bis it (?:true|right|correct|accurate)\b|\bmyth or\b|^(?:so )?(?:its|it is) (?:true|correct|right) that\b|, (?:right|correct|true|yes|no)$|\bis (?:that|this) (?:claim|statement)\b/,
  ],
  [
    "timeline",
    /\btime ?lines?\b|\bin dates\b|\b(?:only|just|all) (?:the )?dates\b|\bdates only\b|\bfrom (?:start|beginning|birth) to (?:end|finish|collapse|now)\b|\bchronolog|\bsequence of events\b|\bhow did (?:it|this|things|we|they|all this)(?: all)? (?:come|get|end up|reach|got|start)\b|\bstep by step\b|\bwalk me through\b|\bkey (?:dates|events|moments|milestones)\b|\bhistory of\b|\bin (?:(?:date|time|chronological|the right) )?order\b(?! (?:to|for)\b)|^what (?:has |all )?(?:happened|went on|went down|took place|occurred)\b.*\b(?:in|on|at|between|during|from|since|before|after)\b.*\d|^what (?:has |all )?(?:happened|went on|took place|occurred) \d|^did (?:anything|something) happen\b.*\d|^(?:how did (?:we|things|it all|all this) (?:get|come) (?:here|to this|this far)|the whole story|from the (?:start|beginning))$|^(?:events|what happened) (?:of|in|during)\b/,
  ],
  [
    "latest",
    /\b(?:latest|newest|most recent|up to date|breaking|news|update|updates)\b|\bwhat(?:s| is)? (?:new|happening|going on|the (?:state|status) of)\b|\bwhere (?:do|does) (?:things|it|they|we|talks|the talks) stand\b|\b(?:current|present) (?:state|status|situation)\b|\bstatus\b.*\b(?:of|on)\b|\bas of (?:now|today)\b|\bcatch me up\b|\blately\b|\blast known\b|\b(?:the|your|its) (?:very )?last (?:\w+ )?(?:thing|event|entry|item|development|record|claim)s?\b/,
  ],
  [
    "compare",
    /\bcompare[ds]?\b|\bcomparison\b|\bversus\b|\bdiffer(?:s|ence|ences|ent)?\b|\beach (?:side|party|other|country|government)\b|\bboth (?:articles|pieces)\b|\bboth (?:sides|parties|governments)\b(?=.*\b(?:say|says|said|think|views?|want|claims?|differ|positions?|take|see)\b)|\bcontrast\b|\bcontradict each\b|\b(?:agree|disagree) (?:on|about|over)\b|\bpositions?\b.*\b(?:on|over|about)\b|\bside by side$|^side by side\b|\bsame for\b|\brather than\b.*\bor\b/,
  ],
  [
    "list",
    /^(?:please )?(?:list|enumerate|name|bullet)\b|\blist (?:of (?!terror)|all|the|them|out|me|every)|[.?!,] ?list$|\blisting\b|\bas (?:a )?(?:list|bullets?|bullet points)\b|^all (?:of )?the\b|\bbullets$|^(?:give|show|tell) me (?:all|every|the (?:names|list))|^(?:what|which) (?:are|were) (?:all )?(?:the|some)\b|^names?\b|^which (?:\w+ )?(?:countries|states|places|powers|people|sites|cities|votes|rounds|groups|issues|topics|\d|two|three|four|five)\b|^what (?:two|three|four|five|six|\d)\b|\ball (?:the )?(?:rounds|votes|parties|members|sites|mediators|times|deals)\b/,
  ],
  [
    "forecast",
    /^(?:will|would|could|might|may|can|shall)\b|\b(?:going to|gonna|likely|unlikely|odds|chances?|forecast|predict|prediction|outlook|prospects?|expected|expect|expectations?|future|next step|what next|whats next|what is next|what happens (?:next|if)|what would|what could|what might|how (?:might|could|would|will)|who (?:might|could|will)|when will|where (?:could|might|will))\b|\bat risk\b|\bwhat if\b|\b(?:any )?(?:more|further|other)\b.*\bcoming\b|\b(?:coming|upcoming)(?: up)?$|\bin the (?:works|pipeline|cards|offing)\b|\bon the (?:cards|horizon|way)\b|\bstill to come\b/,
  ],
  [
    "how-long",
    /\bhow long\b|\bhow many (?:days|weeks|months|years|hours)\b|\bfor how\b|\bduration\b/,
  ],
  [
    "how-many",
    /\bhow (?:much|many|big|large|high|far|often|old|deep|strong)\b|\bwhat (?:number|share|percentage|percent|proportion|amount|sum|figure|size|level|vote|total)\b|\bnumber of\b|\b(?:death|body) (?:toll|count)\b|\bamount of\b|\bcost\b|\bwhat (?:is|was|were) the (?:\w+ )?(?:number|amount|figure|total|count|toll|price)s?\b|^(?:the )?(?:number|amount|figure|total|count|toll)s?(?: exactly| please)?$/,
  ],
  [
    "when",
    /(?<!^(?:what|how|who|why|which|where)\b.*)\bwhen\b|\bwhat (?:date|day|year|month|time)\b|\bwhich (?:date|day|year|month)\b|\b(?:on|in|at|by) (?:what|which) (?:date|day|year|month|time)\b|^dates? (?:of|for|when)\b|\bwhat (?:is|was|were) the (?:\w+ )?(?:dates?|day|year|month)\b|^(?:the |in |on |at )*(?:exact )?(?:date|day|month|year)(?: exactly| please)?$|\bsince when\b|\bhow (?:soon|recently)\b/,
  ],
  [
    "where",
    /(?<!^(?:what|how|who|why|which|when)\b.*)\bwhere\b|\b(?:what|which) (?:place|city|country|town|location|venue|site|capital|area)\b|^(?:city|place|location|venue|site|country) \b|\bwhat (?:is|was|were) the (?:\w+ )?(?:city|place|venue|location|site)\b|^(?:the |in |at )*(?:city|place|venue|location|country)(?: exactly| please)?$|\bin (?:what|which) (?:city|country|place)\b/,
  ],
  [
    "who",
    /(?<!^(?:what|how|why|when|where)\b.*)\bwho(?:m|se)?\b|\b(?:what|which) (?:\w+ )?(?:person|people|country|countries|state|states|side|official|officials|envoy|minister|leader|group|outfit|power|powers|party|mediator|mediators|nation|nations|company|organi[sz]ation|agency)\b|\bby whom\b|^names? of\b|\bbetween who\b/,
  ],
  [
    "why",
    /(?<!^(?:what|how|who|when|where|which)\b.*)\bwhy\b|\bhow come\b|\bwhat (?:for|caused|led to|drove|prompted|made|triggered|explains|motivat\w+)\b|\b(?:reasons?|causes?|motives?|rationale)\b|\bwhat is (?:the )?(?:point|reason)\b|\bbecause of what\b/,
  ],
  [
    "definition",
    /^(?:what (?:is|are|was|were)|define|meaning of|explain|describe|tell me about|whats|who is|who was|who are)\b.*$|\bmean(?:s|ing)?\b|\bstands? for\b|^[\w+ -]{2,30}(?:=|: ?)$|\bdefin/,
  ],
  [
    "yes-no",
    new RegExp(
      `^(?:${auxiliary})\\b|^(?:so )?(?:it|they|he|she|that|the \\w+) (?:is|are|was|were|did|has)\\b.*\\?$|\\b(?:or not|yes or no)$`,
    ),
  ],
];

/** Words that say what kind of thing is asked for; the intent has heard them. */
const kindWords: Partial<Record<Intent, RegExp>> = {
  when: /^(?:dates?|days?|months?|times?|moment)$/,
  where: /^(?:city|cities|places?|locations?|venues?|country|town|capital|spot)$/,
  who: /^(?:persons?|people|guys?|man|woman|individuals?|country|countries|nations?|names?)$/,
  "how-many": /^(?:numbers?|amounts?|quantity|figures?|totals?|sums?|size)$/,
  "how-long": /^(?:days|weeks|months|years|hours|duration)$/,
  definition: /^(?:letters?|acronym|abbreviation|initials|stands?|terms?|meaning|phrase)$/,
  why: /^(?:reasons?|causes?|motives?|rationale|explanation)$/,
};

export function saysKind(word: string, intent: Intent): boolean {
  return kindWords[intent]?.test(word) ?? false;
}

/** Fillers that open a turn and say nothing about it. */
const opener =
  /^(?:(?:and|but|so|ok|okay|well|hm+|um+|oh|also|then|now|please|pls|hey|hi|hello|yo|thanks|thx|alright|right|actually|just|quick question|question|sorry|btw|by the way|i mean|tell me|can you tell me|could you tell me|do you know|any idea|remind me|i wonder|wondering|let me ask|may i ask|just curious|curious|serious question|honest question)[\s,.:;!-]+)+/;

/** The question without its fillers, folded, with plain marks. */
export function bareQuestion(folded: string): string {
  const bare = folded
    .replace(/[?!.…\s]+$/u, "")
    .replace(opener, "")
    .trim();
  return bare === "" ? folded.replace(/[?!.…\s]+$/u, "").trim() : bare;
}

/** `bare`: as {@link bareQuestion} gives it. */
export function intentOf(bare: string, hadQuestionMark: boolean): Intent {
  for (const [intent, pattern] of rules) {
    if (pattern.test(bare) || (hadQuestionMark && pattern.test(`${bare}?`)))
      return refine(intent, bare);
  }
  return "what";
}

/** Asks for the holder of an office, not for what somebody is. */
const titled =
  /^who(?: is| was| are| were|s)?\b.{0,40}\b(?:president|minister|premier|leader|director|speaker|chief|head|secretary|envoy|negotiator|mediator|commander)s?\b/;

/** Rules that need more than one look. */
function refine(intent: Intent, bare: string): Intent {
  // "who is X" asks who somebody is; "who mediates" asks for a name.
  if (
    intent === "who" &&
    /^who(?: the hell)? (?:is|was|are|were|'s|s) (?!the (?:one|person|man|woman) (?:who|that)|the ones|behind|in charge|leading|mediating|talking|hosting|running|to blame|blamed|responsible|involved|winning|represent)/.test(
      bare,
    ) &&
    !titled.test(bare) &&
    !/^who (?:is|was|are|were) \w{3,}ing\b/.test(bare)
  )
    return "definition";
  if (intent === "definition" && /^who\b/.test(bare) && titled.test(bare)) return "who";

  if (
    intent === "definition" &&
    /^(?:what (?:is|are|was|were)|whats)\b/.test(bare) &&
    bare.split(" ").length > 6
  )
    return "what";
  if (intent === "forecast" && /^(?:can|could|would) you\b/.test(bare)) return "what";
  return intent;
}
