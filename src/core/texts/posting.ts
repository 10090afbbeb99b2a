/** What surrounds an answer where it is posted: how to share it, go on, or reach the bot. */
export const posting = {
  "post.posted": "Your answer is in this channel, just below.",
  "post.posted-there": "Your answer is here: {place}.",
  "post.place": "the thread",
  "post.blocked":
    "I could not post this in the channel, so you alone see it. Ask somebody who manages the channel to let me see it and send messages; then answers get a thread.",
  "post.asked-there": "You asked here: {place}.",
  "post.your-message": "your message",
  "post.rest": "The rest is in this file: no more messages are possible here.",
  "post.follow-up": "Ask a follow-up",
  "post.evidence": "Show evidence",
  "post.jump": "Jump to a page",
  "post.page": "Page {number}",
  "post.read-on": "Read on: page {next} of {last}",
  "post.unreadable-title": "How to reach me here",
  "post.unreadable":
    "I see that you wrote here, but not what: this server lets me read only what is addressed to me. Mention me, reply to one of my messages, or press the button below, and I answer in this thread.",
  "post.ask-title": "Ask a follow-up",
  "post.ask-label": "Your question",
  "post.ask-hint": "I answer from the record, and show what each sentence stands on.",
  "post.channel": "Another channel than this one, such as a forum",
  "post.elsewhere": "This is about {place}, not about this channel.",
  "post.check-message": "Check this message",
  "post.nothing-to-check":
    "That message holds no text that I can read, so there is nothing to check. Pick one with words in it, or type the statement.",
  "post.command": "Briefings and answers from a curated record; every sentence shows its source",
  "post.sorry": "That did not work",
  "post.button-gone": "I do not know this button any more. Ask again with the command.",
} as const;
