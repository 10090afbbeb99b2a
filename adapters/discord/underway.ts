/** What is being answered, so that a stop lets it be finished and kept. */
export interface Underway {
  /** `work` never rejects. */
  add(work: Promise<void>): void;
  /** Resolves when nothing is under way any more, or when the patience is over. */
  finished(): Promise<void>;
}

export function createUnderway(patience: Temporal.Duration): Underway {
  const works = new Set<Promise<void>>();
  return {
    add(work) {
      works.add(work);
      work.then(() => works.delete(work));
    },
    async finished() {
      let timer: NodeJS.Timeout | undefined;
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience.total("milliseconds"));
      });
      await Promise.race([Promise.all(works), over]);
      clearTimeout(timer);
    },
  };
}
