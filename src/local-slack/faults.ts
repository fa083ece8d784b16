import type { MethodName } from './web-api/methods.ts';

/** What goes wrong with a call instead of, or after, an ordinary answer. */
export type Fault =
  /** Status 429 with `Retry-After`, in seconds. */
  | { kind: 'rate-limit'; retryAfter: number }
  | { kind: 'status'; status: number }
  /** An ordinary refusal with one of Slack's codes. */
  | { kind: 'refusal'; code: string }
  /** No answer until somebody lets it go on. */
  | { kind: 'wait'; until: Promise<void> }
  /** The connection breaks. */
  | { kind: 'drop' };

export interface FaultOptions {
  /** How many of the next calls; one where it is left out. */
  times?: number;
  /** Whether the call does its work before things go wrong, so that only the answer is lost. */
  afterEffect?: boolean;
}

interface Planned {
  method: MethodName | '*';
  fault: Fault;
  left: number;
  afterEffect: boolean;
}

/** What the next calls are told to suffer. `*` stands for any method. */
export class Faults {
  #planned: Planned[] = [];

  rateLimit(method: MethodName | '*', retryAfter: number, options: FaultOptions = {}): void {
    this.#plan(method, { kind: 'rate-limit', retryAfter }, options);
  }

  /** Answers with a status such as 500 or 503 and nothing readable. */
  status(method: MethodName | '*', status: number, options: FaultOptions = {}): void {
    this.#plan(method, { kind: 'status', status }, options);
  }

  /** Refuses with one of Slack's codes, such as `internal_error`. */
  refuse(method: MethodName | '*', code: string, options: FaultOptions = {}): void {
    this.#plan(method, { kind: 'refusal', code }, options);
  }

  drop(method: MethodName | '*', options: FaultOptions = {}): void {
    this.#plan(method, { kind: 'drop' }, options);
  }

  /** Keeps calls waiting. @returns a function that lets them, and all later ones, go on */
  hang(method: MethodName | '*', options: FaultOptions = {}): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const planned = this.#plan(method, { kind: 'wait', until: promise }, options);
    return () => {
      planned.left = 0;
      resolve();
    };
  }

  /** Takes back what was planned and has not happened. */
  clear(): void {
    this.#planned = [];
  }

  /** What a call suffers, if anything. */
  next(method: string): { fault: Fault; afterEffect: boolean } | undefined {
    const found = this.#planned.find(
      (planned) => planned.left > 0 && (planned.method === '*' || planned.method === method),
    );
    if (!found) return undefined;
    found.left -= 1;
    return { fault: found.fault, afterEffect: found.afterEffect };
  }

  #plan(method: Planned['method'], fault: Fault, { times = 1, afterEffect = false }: FaultOptions): Planned {
    const planned = { method, fault, left: times, afterEffect };
    this.#planned.push(planned);
    return planned;
  }
}
