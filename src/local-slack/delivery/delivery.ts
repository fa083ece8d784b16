import type { Json } from '../json.ts';

export type PayloadType = 'events_api' | 'slash_commands' | 'interactive';

/** One attempt to bring a payload to the app. */
export interface Attempt {
  type: PayloadType;
  payload: Json;
  /** 0 for the first; Slack's retry number for the others. */
  attempt: number;
  /** Why the attempt before failed. */
  reason?: string;
}

/** How an attempt ended. */
export type Outcome =
  | { taken: true; status: number; body?: unknown }
  | { taken: false; status: number; reason: FailureReason; noRetry?: boolean };

export type FailureReason =
  | 'http_timeout'
  | 'http_error'
  | 'connection_failed'
  | 'timeout'
  | 'no_connection'
  | 'closed';

/** A way to the app. An event waits in it until there is somebody to take it; anything else fails where nobody is. */
export interface Delivery {
  attempt(attempt: Attempt): Promise<Outcome>;
  close(): void;
}

/** How a delivery ended: the status of the acknowledgement and what it said; 0 where nobody acknowledged. */
export interface Acknowledgement {
  status: number;
  body?: unknown;
  reason?: FailureReason;
}

/** An app acknowledges within three seconds: docs.slack.dev/apis/events-api. */
export const ACKNOWLEDGE_MS = 3000;
