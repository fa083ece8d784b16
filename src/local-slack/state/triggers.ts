import type { Clock } from '../clock.ts';
import { Refusal } from '../refusal.ts';

const LIFETIME_MS = 3000;

interface Trigger {
  user: string;
  team: string;
  born: number;
  exchanged: boolean;
}

/** What a person's act allows once, for three seconds: to open a view for them. */
export class Triggers {
  readonly #triggers = new Map<string, Trigger>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  create(team: string, user: string): string {
    const id = `${this.#triggers.size + 1}.1000000000.${Buffer.from(user).toString('hex')}`;
    this.#triggers.set(id, { user, team, born: this.#clock.now(), exchanged: false });
    return id;
  }

  /** The workspace to which an id belongs, while it is known at all. */
  teamOf(id: unknown): string | undefined {
    return this.#triggers.get(String(id))?.team;
  }

  /** Whose act it was. @throws Refusal with Slack's code */
  exchange(id: unknown): string {
    const trigger = this.#triggers.get(String(id));
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.exchanged) throw new Refusal('exchanged_trigger_id');
    if (this.#clock.now() - trigger.born > LIFETIME_MS) throw new Refusal('expired_trigger_id');
    trigger.exchanged = true;
    return trigger.user;
  }
}
