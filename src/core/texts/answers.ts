/** Answers in a person's own words: what stands around the claims, refusals, and small talk. */
export const answerTexts = {
  "answer.title": "Answer",
  "answer.topic": "{topic}",
  "answer.near-title": "Closest on record",
  "answer.refusal-title": "Not on record",
  "answer.talk-title": "Ask me about this record",
  "answer.near": "The record does not answer this directly. The closest that it holds:",
  "answer.sides": "Side by side, from the record:",
  "answer.also": "Also on record",
  "answer.last-known":
    "How this stands today is not on record, which ends on {until}. The last that it holds:",
  "answer.no-text":
    "The record holds no full texts, only what it states about them, with the sources. What it has:",
  "answer.missing": "The record has nothing on {asked}. The closest that it holds:",
  "answer.since": "Since then:",
  "answer.record-says": "The record says:",
  "answer.wrong": "This is wrong as stated.",
  "answer.partial": "Shown: {shown} of {total} entries on record that fit.",
  "answer.whole": "Entries on record that fit: {total}.",
  "answer.cut": "There is more on record; ask for a narrower subject or time.",
  "answer.disputed": "Accounts differ; both sides are on record.",
  "answer.no-forecast": "I make no forecasts of my own; this is what is on record.",
  "answer.sources-on": "What is on record of that, with its sources:",
  "answer.sources": "The last answer stands on these:",
  "answer.no-thread":
    "There is no earlier answer in this thread to go on from. Ask a whole question, please.",
  "answer.in-english": "The record is in English:",
  "answer.fa": "سند به انگلیسی است؛ آنچه در آن آمده:",
  "answer.ar": "السجل بالإنجليزية؛ وهذا ما ورد فيه:",
  "answer.fr": "Le dossier est en anglais ; voici ce qu’il contient :",
  "decline.unknown": "The record has nothing on {asked}, so I cannot answer that.",
  "decline.after": "I cannot answer that: the record ends on {until}, and it holds nothing later.",
  "decline.before": "I cannot answer that: the record does not reach back before {from}.",
  "decline.time": "The record has no entry that fits this for {asked}.",
  "decline.covered": "I could not find that: it is not covered by the record.",
  "decline.scope": "This record answers one question: {question}",
  "decline.topics": "You can ask about: {topics}.",
  "decline.empty": "There was no question in that. Ask me something about this record.",
  "decline.noise":
    "I did not find a question in that. Please rephrase it as one short question about this record.",
  "decline.override":
    "I cannot do that. I only answer questions from this record, so please ask one.",
  "decline.task":
    "I cannot help with that; I only answer questions from this record. Please ask one.",
  "decline.private": "I cannot help with that: private details about people are not in the record.",
  "decline.market":
    "I do not have live prices or market data; the record is not updated by the hour.",
  "decline.advice":
    "I cannot give advice on what to do, buy or plan; I only say what is on record.",
  "decline.opinion":
    "I do not take sides and have no opinion of my own; I only say what is on record.",
  "decline.elsewhere": "I cannot help with that: it is outside this record.",
  "decline.fa":
    "پاسخی برای این پرسش در سند نیست. فقط می‌توانم به پرسش‌های مربوط به این سند پاسخ بدهم؛ لطفاً به انگلیسی بپرسید یا یکی از پرسش‌های زیر را انتخاب کنید.",
  "decline.ar":
    "لا يوجد جواب عن هذا السؤال في السجل. أجيب فقط عن الأسئلة المتعلقة بهذا السجل؛ يمكنك أن تسأل بالإنجليزية أو أن تختار أحد الأسئلة أدناه.",
  "decline.fr":
    "Le dossier ne répond pas à cette question. Je ne réponds qu’aux questions sur ce dossier ; posez-en une, en anglais si possible, ou choisissez ci-dessous.",
  "decline.other":
    "I cannot read this language: I read questions in English, and short ones in Persian, Arabic and French. Please ask in one of these.",
  "talk.greeting":
    "Hello. Ask me a question about this record in your own words, and I answer with sources.",
  "talk.thanks": "You are welcome. Ask me anything else about this record.",
  "talk.help":
    "I answer questions from this record: who, what, when, where, why and how much; lists, timelines and comparisons; what is disputed; and whether something is true. Every answer shows its sources, and in a thread you can just go on asking.",
  "talk.identity":
    "I am a briefing bot: a program that looks things up in a curated record and shows its sources. I do not make anything up, and I am not a person. Ask me a question.",
  "talk.chatter": "I am here whenever you have a question about this record.",
  "talk.greeting.fa":
    "سلام. پرسش خود را دربارهٔ این سند بنویسید؛ با ذکر منبع پاسخ می‌دهم. متن سند به انگلیسی است.",
  "talk.thanks.fa": "خواهش می‌کنم. هر پرسش دیگری دربارهٔ این سند دارید بفرمایید.",
  "talk.help.fa":
    "پرسش‌های کوتاه به فارسی را می‌فهمم و از روی این سند، که به انگلیسی است، با ذکر منبع پاسخ می‌دهم. به انگلیسی می‌توانید مفصل‌تر بپرسید.",
  "talk.identity.fa":
    "من یک برنامه‌ام، نه یک انسان: پاسخ‌ها را در سندی گردآوری‌شده پیدا می‌کنم و منبع هر کدام را نشان می‌دهم.",
  "talk.greeting.ar":
    "مرحبًا. اكتب سؤالك عن هذا السجل وسأجيبك مع ذكر المصادر. نص السجل بالإنجليزية.",
  "talk.thanks.ar": "على الرحب والسعة. اسأل ما شئت عن هذا السجل.",
  "talk.help.ar":
    "أفهم الأسئلة القصيرة بالعربية وأجيب عنها من هذا السجل، وهو بالإنجليزية، مع ذكر المصادر. يمكنك أن تسأل بالإنجليزية بتفصيل أكبر.",
  "talk.identity.ar": "أنا برنامج ولست إنسانًا: أبحث عن الإجابات في سجل موثق وأعرض مصدر كل منها.",
  "talk.greeting.fr":
    "Bonjour. Posez votre question sur ce dossier ; je réponds avec les sources. Le texte du dossier est en anglais.",
  "talk.thanks.fr": "Je vous en prie. Posez-moi toute autre question sur ce dossier.",
  "talk.help.fr":
    "Je comprends de courtes questions en français et j’y réponds d’après ce dossier, qui est en anglais, avec les sources. En anglais, vous pouvez demander plus en détail.",
  "talk.identity.fr":
    "Je suis un programme, pas une personne : je cherche les réponses dans un dossier documenté et j’en montre les sources.",
  "ask.latest": "What is the latest on {topic}?",
  "ask.timeline": "Timeline of {topic}",
  "ask.what": "What is {term}?",
  "ask.who": "Who is {actor}?",
  "ask.why": "Why did that happen?",
  "ask.after": "What happened after that?",
  "ask.source": "What is the source?",
  "explain.intent": "Read as: {intent}.",
  "explain.names": "Names understood: {names}.",
  "explain.time": "Time understood: {time}.",
  "explain.carried": "Carried over from earlier in the thread: {names}.",
  "explain.sure": "How well the best entry covers the question: {share} %.",
  "workings.title": "How this came about",
  "workings.intent": "Read as",
  "workings.terms": "Looked for",
  "workings.carried": "Carried over",
  "workings.time": "Time",
  "workings.band": "Band and share covered",
  "workings.score": "Score {score}, covers {share} % of the question: {features}",
  "workings.place": "{source}, {place}",
} as const;
