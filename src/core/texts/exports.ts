/** Files to take along. */
export const exportTexts = {
  "command.export":
    "A file to take along: an answer, a topic, a timeline, the agenda or the sources",
  "option.export": "What to take along",
  "option.format": "Format of the file",
  "option.export-topic": "Only this topic",

  "title.export": "To take along: {name}",
  "export.file": "{file} holds {count} {what}.",
  "export.words": "{file} holds the words as you read them here, with their sources.",
  "export.formats": "It can also be had as another kind of file.",
  "export.nothing": "The record holds nothing of that kind for this.",
  "export.answer": "The last answer",

  "action.export": "Take it along",
  "action.export-as": "As {format}",

  "problem.no-answer": "There is no answer here yet that could be taken along.",
} as const;
