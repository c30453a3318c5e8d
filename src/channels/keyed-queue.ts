/** Runs jobs of one key in order, jobs of different keys at the same time, at most `concurrency` at once. */
export interface KeyedQueue {
  /** Enqueues a job. What it throws goes to `onError`, and the queue carries on. */
  add(key: string, job: () => Promise<void>): void;
  /** Resolves when fewer than `capacity` jobs are waiting or running: await it before taking more in. */
  room(): Promise<void>;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
  /** Drops what is waiting; what is running ends by itself. */
  clear(): void;
}

export interface KeyedQueueOptions {
  readonly concurrency: number;
  readonly capacity: number;
  readonly onError: (error: unknown) => void;
}

type Job = () => Promise<void>;

export function createKeyedQueue({ concurrency, capacity, onError }: KeyedQueueOptions): KeyedQueue {
  // Keys with waiting jobs, in the order in which their turn comes; a key whose job runs is in `busy`.
  const waiting = new Map<string, Job[]>();
  const busy = new Set<string>();
  const watchers = new Set<() => void>();
  let size = 0;

  function runNext(): void {
    for (const [key, jobs] of waiting) {
      if (busy.size >= concurrency) return;
      if (busy.has(key)) continue;
      const job = jobs.shift();
      // Back to the end of the line, so that one busy chat does not hold up the rest.
      waiting.delete(key);
      if (jobs.length > 0) waiting.set(key, jobs);
      if (job !== undefined) void runJob(key, job);
    }
  }

  async function runJob(key: string, job: Job): Promise<void> {
    busy.add(key);
    try {
      await job();
    } catch (error) {
      onError(error);
    } finally {
      busy.delete(key);
      size--;
      runNext();
      for (const watcher of [...watchers]) watcher();
    }
  }

  function until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => {
      const watcher = (): void => {
        if (!condition()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
    });
  }

  return {
    add(key, job) {
      const jobs = waiting.get(key);
      if (jobs === undefined) waiting.set(key, [job]);
      else jobs.push(job);
      size++;
      runNext();
    },
    room: () => until(() => size < capacity),
    idle: () => until(() => size === 0),
    clear() {
      for (const jobs of waiting.values()) size -= jobs.length;
      waiting.clear();
      for (const watcher of [...watchers]) watcher();
    },
  };
}
