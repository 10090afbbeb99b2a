/** What is being answered, so that a stop lets it be finished and kept. */
export interface Underway {
  run(work: () => Promise<void>): Promise<void>;
  /** Resolves when nothing is under way any more, or when the patience is over. */
  finished(): Promise<void>;
}

export function createUnderway(patience: Temporal.Duration): Underway {
  const works = new Set<Promise<void>>();
  return {
    async run(work) {
      const running = work();
      works.add(running);
      try {
        await running;
      } finally {
        works.delete(running);
      }
    },
    async finished() {
      let timer: NodeJS.Timeout | undefined;
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience.total("milliseconds"));
      });
      await Promise.race([Promise.allSettled(works), over]);
      clearTimeout(timer);
    },
  };
}
