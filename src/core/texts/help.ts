/** What the bot says about itself. */
export const helpTexts = {
  "title.help": "What I can do",
  "title.help-on": "Help: {command}",
  "title.forget": "Forgotten",
  "title.problem": "That did not work",
  "title.defect": "Something went wrong",
  "title.pause": "A short break",
  "label.commands": "Commands",
  "label.options": "Options",
  "label.examples": "Lines that work",
  "help.lead": "I brief you on {name}, from a record with sources.",
  "help.ask":
    "Ask in your own words, here or in a thread below any of my answers; follow-up questions know what was said before.",
  "help.grounded":
    "Every sentence stands on claims of the record and shows them. What the record lacks, I say it lacks.",
  "help.command": "{command}: {summary}",
  "help.option": "{option}: {summary}",
  "help.summary": "{summary}.",
  "help.depth": "{line} for the shortest form, {more} for all of it.",
  "help.as-of": "{line} for what was known on a day.",
  "help.privately": "{line} to see the answer alone.",
  "bot.cannot-post":
    "I cannot post here, so only you see this. Once I am invited to the channel, answers get a thread in which everybody can ask on.",
  "forget.done": "Your questions are gone from my memory: {count}.",
  "forget.nothing": "I had kept no question of yours.",
  "forget.rest":
    "What I posted stays where it was posted; you can delete it there, or ask whoever manages the channel.",
} as const;
