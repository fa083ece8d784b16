import type { MessageMetadata } from '@slack/types';

/** The type of the metadata that a delivery carries, by which it is found again in its channel. */
export const DELIVERY_METADATA = 'dateline_delivery';

/** The metadata of a delivery. @param key what tells it from any other */
export function deliveryMetadata(key: string): MessageMetadata {
  return { event_type: DELIVERY_METADATA, event_payload: { key } };
}

/** Whether metadata is that of a delivery. */
export function isDelivery(metadata: unknown, key: string): boolean {
  const { event_type, event_payload } = (metadata ?? {}) as { event_type?: unknown; event_payload?: { key?: unknown } };
  return event_type === DELIVERY_METADATA && event_payload?.key === key;
}
