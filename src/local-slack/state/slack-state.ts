import type { App } from '../app-settings.ts';
import type { Clock } from '../clock.ts';
import type { EnterpriseSettings, WorkspaceSettings } from '../workspace-settings.ts';
import { Files } from './files.ts';
import { Ids } from './ids.ts';
import type { InputState } from './input-state.ts';
import { type Installation, Installations } from './installations.ts';
import { OAuthCodes } from './oauth-codes.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';
import { type Change, Workspace } from './workspace.ts';

interface StateSettings {
  app: App;
  workspaces: readonly WorkspaceSettings[];
  enterprise: EnterpriseSettings | undefined;
  clock: Clock;
  changed(change: Change): void;
}

/** All that a Slack with one app in it knows. */
export class SlackState {
  readonly app: App;
  readonly clock: Clock;
  readonly enterprise: EnterpriseSettings | undefined;
  readonly workspaces: ReadonlyMap<string, Workspace>;
  readonly installations = new Installations();
  readonly ids = new Ids();
  readonly triggers: Triggers;
  readonly files: Files;
  readonly codes: OAuthCodes;
  /** What people chose in messages, by person and message. */
  readonly chosenInMessages = new Map<string, InputState>();
  readonly #views: ReadonlyMap<string, Views>;

  constructor({ app, workspaces, enterprise, clock, changed }: StateSettings) {
    this.app = app;
    this.clock = clock;
    this.enterprise = enterprise;
    this.triggers = new Triggers(clock);
    this.files = new Files(this.ids, clock);
    this.codes = new OAuthCodes(clock);
    this.workspaces = new Map(workspaces.map((settings) => [settings.id, new Workspace(settings, clock, changed)]));
    const tools = { appId: app.appId, ids: this.ids, clock };
    this.#views = new Map([...this.workspaces].map(([id, workspace]) => [id, new Views({ ...tools, workspace })]));
    for (const { id: team, botToken, people } of workspaces) {
      if (botToken === undefined) continue;
      const installer = people[0]?.id ?? '';
      this.installations.add({ team, enterprise: enterprise?.id, scopes: [...app.scopes], installer }, botToken);
    }
  }

  workspace(team: string): Workspace {
    const workspace = this.workspaces.get(team);
    if (!workspace) throw new RangeError(`There is no workspace ${team}`);
    return workspace;
  }

  views(workspace: Workspace): Views {
    return this.#views.get(workspace.id)!;
  }

  /** How the app is installed in a workspace; undefined where it is not. */
  installation(workspace: Workspace): Installation | undefined {
    return this.installations.of(workspace.id, this.enterprise?.id);
  }
}
