const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Resolves when the operator wants the process to stop. A second signal, the same or the other, ends it at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      // Without a listener, a signal does what it does by itself.
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}
