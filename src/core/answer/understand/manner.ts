/** Requests that no record answers, met by what they are: greetings, advice, tasks, private matters. */

export type Manner =
  | "empty"
  | "noise"
  | "greeting"
  | "thanks"
  | "help"
  | "identity"
  | "chatter"
  | "override"
  | "task"
  | "private"
  | "market"
  | "advice"
  | "opinion"
  | "elsewhere";

/** Longest question that is read; what goes beyond is no question. */
export const longestQuestion = 600;

const rules: readonly (readonly [Manner, RegExp])[] = [
  [
    "greeting",
    /^(?:(?:hi|hey|hello|yo|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|sup|whats up|what is up|how are you|how is it going|salaam|salam|bonjour)(?: (?:there|bot|all|everyone|folks|team|again|to you(?: all)?|sir|madam|friend|friends|mate))?[\s,!.]*)+$/,
  ],
  [
    "chatter",
    /^(?:(?:lo+l|lmao|rofl|(?:ha){2,}h?|(?:he){2,}|wow|omg|meh|yay|oops)[\s,!.]*)+(?:ok|okay)?$/,
  ],
  [
    "thanks",
    /^(?:(?:ok|okay|great|cool|perfect|nice|awesome|many|alright|right|thanks|cheers|thx|lol|(?:ha){2,})[\s,!]+)*(?:thanks?|thank you|(?:very )?much obliged|obliged|thx|ty|tysm|cheers|merci|much appreciated|appreciated|appreciate it|great job|good bot|well done|nice one|cool|great|perfect|awesome|got it|ok|okay|k|(?:bye[\s-]?)+|goodbye|good bye|see (?:you|ya)|cya|later|good night|nice|have a (?:good|nice|great) \w+|take care|that is all|thats all|im done|i am done)(?: (?:a lot|so much|very much|a bunch|again|everyone|man|mate|bot|you|then|for (?:that|this|the \w+|your \w+)|that (?:helps|helped).*|very helpful))*[\s!.]*$/,
  ],
  [
    "help",
    /^(?:help(?: me)?|\?+|menu|commands?|options|start|usage|how (?:do|does|can|to) (?:i|you|this|it|one)?\s?(?:use|work|ask)\b.*|what (?:can|do|could) (?:you|i|this(?: bot)?|it) (?:do|ask|know|offer|help)\b.*|what (?:are|is) (?:you|this|this bot)(?: (?:for|about|able to do))?|what (?:topics|subjects|questions)\b.*\b(?:you|cover|ask|answer)\b.*|how (?:does this|do you) work.*|instructions)$/,
  ],
  [
    "identity",
    /^(?:who|what) are you\b|^are you (?:a |an )?(?:bot|human|real|ai|robot|person|machine|chatgpt|gpt|llm)\b|\bwho (?:made|built|created|runs|owns|wrote|programmed) you\b|\b(?:what|which) (?:model|llm|ai|version) (?:are|do) you\b|^whats your name|^what is your name/,
  ],
  [
    "override",
    /\b(?:ignore|disregard|forget|override|bypass) (?:all |any |your |the |everything |every )*(?:previous|prior|above|earlier|former|your|instructions?|rules?|prompts?|guidelines)\b|\bsystem (?:override|prompt|message)\b|\b(?:hidden|secret|system|initial|original) (?:prompt|instructions?)\b|\bapi[ _-]?keys?\b|\b(?:access|bot|auth) tokens?\b|\bjailbreak\b|\bdan\b.*\bmode\b|\byou are now\b|\b(?:act|behave|respond|roleplay|role-play|pretend|speak|talk)(?: as| to be| like)+ (?:if |though )?(?:you|a|an|the)\b|\bpretend\b|\bdeveloper mode\b|\bfrom now on\b|\bnew (?:rules?|instructions?|orders?)\b.*\b(?:you|answer|reply|respond|say|everything)\b|\banswer (?:everything|all|every question) with\b|\brepeat after me\b|\b(?:reply|respond|answer) only with\b|\bprint (?:your|all|the) (?:hidden|env|secret|config|prompt)|\benvironment variables?\b|\bpasswords?\b|\bdrop table\b|\bselect \* from\b|\bunion select\b|\{\{.*\}\}|\$\{.*\}|@everyone|@here|<!(?:channel|here|everyone)>/,
  ],
  [
    "task",
    /\b(?:can|could|will|would) (?:you|u) (?:please )?(?:call|phone|ring|email|book|remind|pay|wake|schedule|play|delete|upload|download|log)\b|\b(?:write|compose|draft|create|generate|make|code|build|design|give) (?:me |us |up )?(?:a |an |some |the |my |one )?(?:\w+ ){0,3}(?:poem|song|haiku|rap|lyrics|story|joke|essay|script|code|program|function|app|website|email|e-mail|letter to|tweet|post|cv|resume|regex|query|limerick|cover letter|speech|meme|image|picture|logo)s?\b|\btranslate\b.*\b(?:into|to|from)\b|\btranslate (?:this|my|the)\b|\b(?:python|javascript|java|sql|html|css|bash|excel|regex) (?:script|code|function|program|query|formula)\b|\b(?:tell|know|got) (?:me |us )?(?:a |any )?jokes?\b|\bsolve\b.*(?:\b(?:equation|math|puzzle|for x)\b|\d\s?[+*/=x-])|\bhow (?:do|to|can) (?:i |you |we )?(?:make|build|cook|hack|fix|bake|install|get rich|lose weight|pick|enrich)\b|\brecipe\b|\bmy (?:homework|cv|resume|essay|boss|girlfriend|boyfriend|wife|husband|dog|cat|car|computer|laptop|phone|code)\b|^(?:calculate|compute|what is \d+ ?[-+*/x×] ?\d+)|^\d+ ?[-+*/x×] ?\d+/,
  ],
  [
    "private",
    /\b(?:home|email|e-mail|postal|street|private|ip|mailing) ?address(?:es)?\b|\b(?:phone|telephone|mobile|cell|whatsapp|contact|passport|social security|credit card|bank account) (?:number|no|details|info)s?\b|\b(?:account|card|pin|iban) number\b|\bwhere (?:does|do|did) \S+(?: \S+)?(?: \S+)? live\b|\b(?:salary|net worth|married|girlfriend|boyfriend|his wife|her husband|sexual|religious beliefs|medical records|shoe size|birthday|date of birth|zodiac|kids names|favou?rite \w+)\b|\bhow (?:rich|tall) is\b|\bdox+\b/,
  ],
  [
    "market",
    /\b(?:bitcoin|btc|crypto(?:currenc\w+)?|ethereum|dogecoin|nasdaq|dow jones|s&p 500|forex|nvidia|tesla)\b|\b(?:price|prices|cost|rate|quote|trading|trade|worth|close|closing)s?\b.*\b(?:now|today|tonight|tomorrow|right now|live|currently|this (?:morning|week|afternoon)|at the moment|per barrel|spot)\b|\b(?:brent|wti|gold|bitcoin|btc|eth|nasdaq|s&p|dow|stock|share|exchange rate)\b.*\b(?:price|at|trading|now|today|quote|worth|rate)\b|\b(?:what is|whats|how much is) (?:brent|wti|gold|bitcoin|crude|a barrel)(?: (?:at|worth|trading|going for|now|today|price))?\b.{0,12}$|\b(?:what is|whats|how much is) oil (?:at|worth|trading|going for|now|today|price)\b.{0,12}$|\b(?:live|spot|current|real[- ]time) (?:oil |crude |gold |gas )?(?:price|prices|quote)s?\b/,
  ],
  [
    "advice",
    /\bshould (?:i|we|my|you)\b(?! (?:print|publish|write|say|quote|cite|report|use|call|put|spell|believe|trust|know|read|watch))|\b(?:go|going) (?:long|short)\b|\b(?:i|we|me|my|should|shall|worth|time|good|safe|smart|^)\b(?: \w+){0,3} ?\b(?:buy|sell|short|hedge|invest)(?:ing)?\b.*\b(?:now|today|tonight|tomorrow|stocks?|shares?|oil|crude|futures|gold|bitcoin|calls|puts|position)\b|\bis it (?:safe|ok|wise|a good idea|worth) (?:for me |for us )?(?:to|it)\b(?! (?:print|publish|say|write|report))|\b(?:can|could) i (?:travel|fly|visit|invest|sue|apply|get (?:a )?visa)\b|\b(?:legal|financial|medical|investment|travel|tax) advice\b|\bhow (?:do|can|should) i (?:protect|invest|trade|hedge|get out|apply|evade|avoid)\b|\bwhat (?:would|should) (?:i|we) do\b|\brecommend (?:me|a)\b|\btips?\b.*\bfor me\b/,
  ],
  [
    "opinion",
    /\b(?:do|did|would|what do|what did|dont|how do) you (?:\w+ )?(?:think|feel|believe|prefer|like|love|hate|support|agree|reckon|trust|recommend|favou?r|want)\b|\b(?:your|ur) (?:own |personal |honest )?(?:opinion|view|take|thoughts?|favou?rite|position|stance|feelings|gut|bet)\b|\bin your (?:opinion|view)\b|\bwho (?:is|are|was|were) (?:the )?(?:bad|good|worse|worst|best|evil|right|wrong|to blame morally|better|nicer)(?: guys?| ones?| side| people| president| here)?\b|\bwhose side are you\b|\bare you (?:for|against|pro|anti)\b|\bwho do you\b|\bis \S+(?: \S+)? (?:a |an )?(?:evil|stupid|idiot|moron|dumb|liar|crazy|good person|bad person|war criminal|terrorist|hero|coward|loser|genius)\b|\bwho should win\b|\bwhich side is right\b|\bmorally\b/,
  ],
  [
    "elsewhere",
    /\b(?:weather|football|soccer|cricket|basketball|baseball|tennis|olympics|world cup|super bowl|premier league|champions league|grand slam|grand prix|championships?|tournament|oscars?|nba|nfl|movie|movies|film|films|netflix|song|songs|music|album|celebrity|pizza|restaurant|restaurants|recipe|horoscope|lottery|taylor swift|kardashian|minecraft|fortnite|pokemon|anime|dating|tinder|wedding|iphone|playstation|video games?|capital of (?!iran)|population of|tallest|speed of light|meaning of life|who invented|photosynthesis|dinosaurs?|flight|flights|hotel|hotels|visa requirements)\b/,
  ],
];

/** `folded`: the whole text in lower case without accents. Undefined when it may be about the subject. */
export function mannerOf(text: string, folded: string, named = false): Manner | undefined {
  const letters = folded.match(/\p{L}/gu)?.length ?? 0;
  if (text.trim() === "") return "empty";
  const bare = folded.replace(/[?!.…,]+$/u, "").trim();
  for (const [manner, pattern] of rules) if (pattern.test(bare)) return manner;
  if (named) return undefined;
  if (letters < 2) return /\d/.test(folded) || /^[?]+$/.test(folded.trim()) ? "noise" : "empty";
  return text.length > longestQuestion ? "noise" : undefined;
}
