import { isObject, type Json } from './json.ts';
import { Refusal } from './refusal.ts';

/**
 * What metadata may weigh as JSON, in bytes. Slack answers `metadata_too_large` without telling the limit; 8 kB is what
 * apps keep to.
 */
const HEAVIEST = 8000;

/**
 * Checks the metadata of a message: docs.slack.dev/messaging/message-metadata.
 * @throws Refusal with Slack's code
 */
export function validateMetadata(metadata: unknown): Json {
  if (!isObject(metadata)) throw new Refusal('invalid_metadata_format');
  if (Buffer.byteLength(JSON.stringify(metadata)) > HEAVIEST) throw new Refusal('metadata_too_large');
  const { event_type, event_payload, entities, ...others } = metadata;
  if (Object.keys(others).length > 0) throw new Refusal('invalid_metadata_format');
  if (entities !== undefined && !Array.isArray(entities)) throw new Refusal('invalid_metadata_format');
  if (entities !== undefined && event_type === undefined && event_payload === undefined) return metadata;
  if (typeof event_type !== 'string' || event_type.trim() === '' || !isObject(event_payload)) {
    throw new Refusal('invalid_metadata_format');
  }
  if (!Object.values(event_payload).every(isPayloadValue)) throw new Refusal('invalid_metadata_schema');
  return metadata;
}

/** A plain value, an object of plain values, or a list of either. */
function isPayloadValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => isPlain(item) || isFlat(item));
  return isPlain(value) || isFlat(value);
}

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const isFlat = (value: unknown) => isObject(value) && Object.values(value).every(isPlain);
