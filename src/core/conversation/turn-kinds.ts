/** How people say that a turn leans on the last one. All are tried on a folded turn without end marks. */

const lead = "(?:(?:and|but|so|ok|okay|now|then|well|or)[\\s,]+)*";
const it =
  "(?:it|that|this|they|these|those|things|the (?:talks|deal|plan|meeting|effort|attempt|round|whole thing))";

export const correction =
  /^(?:no|nope|not that|nah|i mean|i meant|wrong|sorry i meant)\b(?!.*\b(?:deal|agreement) yet\b)/;

export const why =
  /^(?:(?:and|so|but|ok) )*(?:why|how come|what for|how so|why (?:is|was|did|were|are) (?:that|this|it|they|he|she)(?: (?:so|the case|happen|happening|do (?:that|this|it)))?|why (?:not|though|so|then))$/;

export const how =
  /^(?:(?:and|so|but) )*(?:how|how exactly|in what way|how did (?:it|that|this) happen|like(?: what)?|such as(?: what)?|e\.?g|for (?:example|instance)|(?:an? |any |some )?examples?)$/;

export const after =
  /\b(?:after (?:that|this|it|which)|(?:and|so) (?:then|next)|then what|what (?:then|next|followed|came next|(?:has )?happened (?:next|then|after(?:wards?)?|since))|afterwards?|since then|what (?:came|happened|became) of (?:it|that|this))\b|^(?:and )?(?:then|next|after|afterwards?)$/;

export const before =
  /\b(?:before (?:that|this|it)|what led (?:up )?to (?:that|this|it)|beforehand|prior to (?:that|this|it)|previously)\b|^(?:and )?before$/;

/** "And the next one": the last question about what comes next in the row. */
export const nextOne = new RegExp(
  `^${lead}(?:(?:what|how) about )?the (?:next|following)(?: (?:one|round|meeting|session|vote|report|strike|attack|step))?$|^${lead}the (?:one|round|meeting) after(?: that)?$`,
);
export const lastOne = new RegExp(
  `^${lead}(?:(?:what|how) about )?the (?:previous|prior|preceding)(?: (?:one|round|meeting|session|vote|report|strike|attack|step))?$|^${lead}the (?:one|round|meeting) before(?: that)?$`,
);

/** "Did it work?": how what was spoken of turned out. */
export const outcome = new RegExp(
  `^${lead}(?:` +
    [
      `(?:did|has|have|was|were|is|are|does) ${it}(?: all| ever| really| actually| even| finally)? (?:(?:been )?(?:a )?(?:work(?:ed|ing)?(?: out)?|succeed(?:ed)?|success(?:ful)?|failure|last(?:ed)?|hold|held|fail(?:ed)?|help(?:ed)?|pay off|paid off|go (?:well|anywhere|through|ahead)|gone? (?:well|anywhere|through|ahead)|come (?:off|to anything|through)|get anywhere|lead anywhere|end (?:well|badly)|make a difference|achieve anything|happen(?:ed)?|take place|taken place))`,
      `how (?:did|has|have) ${it}(?: all)? (?:end(?:ed)?(?: up)?|go|gone|turn(?:ed)? out|work(?:ed)? out|pan(?:ned)? out|play(?:ed)? out|finish(?:ed)?)`,
      "(?:what (?:was|were) |any |with what )?(?:the |its |their )?(?:outcomes?|results?|upshot|success|luck|progress|effect)(?: of (?:it|that|this|them))?",
      "what (?:came|has come) (?:out )?of (?:it|that|this|them)",
      "(?:did|has) (?:anything|something|nothing) come of (?:it|that|this)",
      "to what (?:end|effect)",
      "did (?:they|both|the two|the sides|either side) (?:reach|get|make|sign|strike|agree on|come to) (?:a |an |any |the )?(?:deal|agreement|accord|breakthrough|anything|anywhere|terms|result)",
    ].join("|") +
    ")(?: (?:in the end|then|after all|finally|at all))?$",
);

/** Words that tell how a thing turned out. */
export const outcomeWords = [
  "end",
  "fail",
  "collapse",
  "stall",
  "succeed",
  "result",
  "breakdown",
  "outcome",
] as const;

/** "What did Tehran do about it", "and the Saudi reaction?": what somebody did in answer. */
export const reaction =
  /\b(?:do|does|did|done|doing) (?:about|in response|in return|in reply) ?(?:to )?(?:it|that|this|them)?$|\b(?:react|respond|reply|answer|retaliate|hit back|strike back|fight back)(?:s|ed)?(?: to (?:it|that|this))?$|\b(?:reaction|response|reply|answer|retaliation|comeback|revenge)s?(?: to (?:it|that|this))?$|\b(?:say|said) (?:to|about) (?:that|it|this)$|\btake (?:it|that|this)$|\bwhat did (?:\w+ ){1,3}do(?: then| next)?$/;

/** "So threat or help?": two words that the last answer may have weighed. */
export const either = new RegExp(
  `^${lead}(?:(?:is|was) (?:it|that|this) )?(?:an? )?\\w+(?:ly)? or (?:an? )?\\w+$`,
);

/** "Does Iran see it that way", "who disagrees": the other side of what was said. */
export const otherSide =
  /\b(?:(?:see|view|describe|put|tell|read|call) (?:it|that|this)(?: (?:the same|that|this|so|likewise|similarly))?(?: way)?|agrees?|disagrees?|dispute[sd]?|den(?:y|ies|ied)|contest(?:s|ed)?|other (?:side|version|account|view)|(?:version|account|side) of (?:it|that|events)|says? otherwise|same (?:view|story|account))$/;

export const swapOpener =
  /^(?:(?:and|but|or|ok|so|now|then|well)\b[\s,]*)*(?:what about|how about|same (?:thing |question )?(?:for|with|in)|and for|and in|for|in|the|with|on|by|from)?\b/;

/** Opens with somebody or something else. */
export const another = /^(?:and|but|or|what about|how about)\b/;

export const asks =
  /^(?:who|when|where|why|how|which|what|is|are|was|were|did|does|do|has|have|tell|list|give|show|will|could|would|can)\b/;
