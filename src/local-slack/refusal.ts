import type { Issue } from './blocks/rule.ts';
import type { Json } from './json.ts';

/** Thrown by a method that refuses a call, with Slack's code and whatever else Slack answers beside it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly data: Json;

  constructor(code: string, data: Json = {}) {
    super(code);
    this.code = code;
    this.data = data;
  }

  /** A refusal with Slack's own sentences on what is wrong and where. */
  static because(code: string, issues: readonly Issue[]): Refusal {
    const sentences = issues.map(({ pointer, message }) => `${message} [json-pointer:${pointer}]`);
    // Calls about messages carry the sentences twice, those about views once.
    const errors = code === 'invalid_arguments' ? {} : { errors: sentences };
    return new Refusal(code, {
      ...errors,
      response_metadata: { messages: sentences.map((sentence) => `[ERROR] ${sentence}`) },
    });
  }

  /** A call whose arguments do not fit, with the reason. */
  static badArguments(reason: string): Refusal {
    return new Refusal('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${reason}`] } });
  }

  /** Slack's own sentences on what is wrong, if it says any. */
  get messages(): readonly string[] {
    const { messages } = (this.data.response_metadata ?? {}) as { messages?: string[] };
    return messages ?? [];
  }
}
