export type PayloadType = 'events_api' | 'slash_commands' | 'interactive';

/** A way to bring a payload to the app. Resolves when the app has acknowledged it or refused it. */
export interface Delivery {
  deliver(type: PayloadType, payload: Record<string, unknown>, attempt?: number): Promise<Acknowledgement>;
  close(): Promise<void>;
}

export interface Acknowledgement {
  /** HTTP status; 200 for an acknowledged envelope. */
  status: number;
}
