import type { SlackState } from '../state/slack-state.ts';
import type { Workspace } from '../state/workspace.ts';

/** Whose app in which workspace a payload is about. */
export interface Where {
  state: SlackState;
  workspace: Workspace;
}

/** A field that every payload still carries and no app should look at: docs.slack.dev/authentication/verifying-requests-from-slack. */
export const VERIFICATION_TOKEN = 'deprecated-and-never-checked';

/** The fields that tell a workspace and its organisation in payloads of interactions. */
export function teamFields({ state, workspace }: Where) {
  const { enterprise } = state;
  const organisation = enterprise ? { enterprise_id: enterprise.id, enterprise_name: enterprise.name } : {};
  return {
    team: { id: workspace.id, domain: workspace.domain, ...organisation },
    ...(enterprise ? { enterprise: { id: enterprise.id, name: enterprise.name } } : {}),
    is_enterprise_install: isEnterpriseInstall({ state, workspace }),
  };
}

export function isEnterpriseInstall({ state, workspace }: Where): boolean {
  const installation = state.installation(workspace);
  return installation !== undefined && installation.team === undefined;
}

/** A person as payloads of interactions tell them. */
export function userFields({ workspace }: Where, id: string) {
  const name = workspace.people.get(id)?.name ?? id.toLowerCase();
  return { id, username: name, name, team_id: workspace.id };
}
