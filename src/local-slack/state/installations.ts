import { randomBytes } from 'node:crypto';
import { Refusal } from '../refusal.ts';

/** An app in a workspace, or in all workspaces of an organisation, with the token that it was given for it. */
export interface Installation {
  token: string;
  scopes: string[];
  /** Undefined for an organisation. */
  team: string | undefined;
  enterprise: string | undefined;
  /** Who allowed it. */
  installer: string;
}

/** Why a token opens nothing any more. */
type Ending = 'account_inactive' | 'token_revoked';

/** Where the app is installed. Each workspace has a token of its own; so has an organisation. */
export class Installations {
  readonly #live = new Map<string, Installation>();
  readonly #ended = new Map<string, Ending>();

  all(): Installation[] {
    return [...this.#live.values()];
  }

  /** The installation that a workspace has, its own before that of its organisation. */
  of(team: string, enterprise: string | undefined): Installation | undefined {
    const own = this.all().find((installation) => installation.team === team);
    return own ?? this.all().find((installation) => !installation.team && installation.enterprise === enterprise);
  }

  /** Keeps an installation. One that is there already keeps its token and gains the scopes. */
  add(wanted: Omit<Installation, 'token'>, token = newToken()): Installation {
    const before = this.all().find(({ team, enterprise }) => team === wanted.team && enterprise === wanted.enterprise);
    const scopes = [...new Set([...(before?.scopes ?? []), ...wanted.scopes])];
    const installation = { ...wanted, scopes, token: before?.token ?? token };
    this.#live.set(installation.token, installation);
    return installation;
  }

  /** The installation whose token this is. @throws Refusal with Slack's code */
  withToken(token: string): Installation {
    const ending = this.#ended.get(token);
    if (ending) throw new Refusal(ending);
    const installation = this.#live.get(token);
    if (!installation) throw new Refusal('invalid_auth');
    return installation;
  }

  end(installation: Installation, ending: Ending): void {
    this.#live.delete(installation.token);
    this.#ended.set(installation.token, ending);
  }
}

function newToken(): string {
  return `xoxb-local-${randomBytes(12).toString('hex')}`;
}
